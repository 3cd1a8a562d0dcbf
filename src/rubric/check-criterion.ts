import { own } from "../util/own-value.ts";
import { nearest } from "../util/suggest.ts";
import type { Collector } from "../yaml/diagnostic-collector.ts";
import type { Path } from "../yaml/source-file.ts";
import type { CriterionFile, RubricFile, SectionFile } from "./schema.ts";
import { weightOf } from "./weight.ts";

interface Surroundings {
  readonly file: RubricFile;
  readonly section: SectionFile;
  readonly criterion: CriterionFile;
}

/** Checks one criterion against the scale it uses and the sources its rubric declares. */
export function checkCriterion(collector: Collector, around: Surroundings, path: Path): void {
  const { file, section, criterion } = around;
  const scales = Object.keys(file.scales);
  checkWeight(collector, criterion, path);
  checkSources(collector, around, path);
  if (criterion.scale !== undefined) {
    const known = collector.reference({ what: "scale", name: criterion.scale, known: scales }, [
      ...path,
      "scale",
    ]);
    if (!known) return;
  }
  const levels = own(file.scales, criterion.scale ?? section.scale);
  if (levels === undefined) return;
  checkLevels(collector, { criterion, levels }, path);
  checkMust(collector, { criterion, levels }, path);
  checkNext(collector, { criterion, levels }, path);
}

interface OnScale {
  readonly criterion: CriterionFile;
  readonly levels: RubricFile["scales"][string];
}

function checkWeight(collector: Collector, { weight }: CriterionFile, path: Path): void {
  if (weight === undefined) return;
  const value = weightOf(weight);
  if (value === undefined || value.lte(0)) {
    collector.error("weight/range", { found: String(weight) }, [...path, "weight"]);
  }
}

function checkSources(collector: Collector, { file, criterion }: Surroundings, path: Path): void {
  const known = Object.keys(file.sources ?? {});
  for (const name of Object.keys(criterion.from ?? {})) {
    collector.keyReference({ what: "source", name, known }, [...path, "from", name]);
  }
}

function checkLevels(collector: Collector, { criterion, levels }: OnScale, path: Path): void {
  const known = levels.map(({ id }) => id);
  for (const name of Object.keys(criterion.levels ?? {})) {
    collector.keyReference({ what: "level", name, known }, [...path, "levels", name]);
  }
  const spot = criterion.levels === undefined ? [...path, "id"] : [...path, "levels"];
  const worded = levelsMeant(Object.keys(criterion.levels ?? {}), known);
  for (const level of levels) {
    if (worded.has(level.id) || level.means !== undefined) continue;
    const facts = { criterion: criterion.id, level: level.id };
    collector.error("scale/anchors-missing", facts, spot);
  }
}

function checkMust(collector: Collector, { criterion, levels }: OnScale, path: Path): void {
  const { must } = criterion;
  if (must === undefined) return;
  const known = levels.map(({ id }) => id);
  const found = collector.reference({ what: "level", name: must, known }, [...path, "must"]);
  if (found && must === known[0])
    collector.error("must/impossible", { level: must }, [...path, "must"]);
  if (criterion["allow-not-applicable"] === true) {
    collector.error("must/can-skip", { criterion: criterion.id }, [
      ...path,
      "allow-not-applicable",
    ]);
  }
}

// A step serves its own level and those below it, so only the levels above the highest step lack one.
function checkNext(collector: Collector, { criterion, levels }: OnScale, path: Path): void {
  const known = levels.slice(1).map(({ id }) => id);
  for (const name of Object.keys(criterion.next ?? {})) {
    collector.keyReference({ what: "level", name, known }, [...path, "next", name]);
  }
  if (criterion.measures === "pressure") return;
  const spot = criterion.next === undefined ? [...path, "id"] : [...path, "next"];
  const meant = levelsMeant(Object.keys(criterion.next ?? {}).toReversed(), known.toReversed());
  const served = known.findLastIndex((level) => meant.has(level));
  for (const level of known.slice(served + 1)) {
    collector.error("next/missing", { criterion: criterion.id, level }, spot);
  }
}

/**
 * The levels that the keys stand for. A misspelt one is reported as that; it must not count as a missing level besides, so
 * it stands for the level with the nearest name, or for the next one that nothing else stands for.
 */
function levelsMeant(keys: readonly string[], known: readonly string[]): ReadonlySet<string> {
  const meant = new Set(keys.filter((key) => known.includes(key)));
  for (const key of keys.filter((each) => !known.includes(each))) {
    const left = known.filter((level) => !meant.has(level));
    const level = nearest(key, left)[0] ?? left[0];
    if (level !== undefined) meant.add(level);
  }
  return meant;
}
