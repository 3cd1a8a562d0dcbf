import { type Exact, exact, ZERO } from "../util/exact.ts";
import { nearest } from "../util/suggest.ts";
import { own } from "../util/values.ts";
import type { Collector } from "../yaml/diagnostic-collector.ts";
import type { Path } from "../yaml/source-file.ts";
import { weightOf } from "./rubric.ts";
import type { CriterionFile, RubricFile, SectionFile } from "./schema.ts";

/** Words an answer can be besides a level; a level with such an id could not be told from it. */
const RESERVED_ANSWERS = ["unsure", "not-applicable", "skipped", "differ", "votes", "none"];

/** What the shape alone cannot say: references, order, reachability. All problems at once. */
export function checkRubric(file: RubricFile, collector: Collector): void {
  checkIds(file, collector);
  checkScales(file, collector);
  checkBands(file, collector);
  checkCap(file, collector);
  for (const [at, section] of file.sections.entries()) {
    collector.reference({ what: "scale", name: section.scale, known: Object.keys(file.scales) }, [
      "sections",
      at,
      "scale",
    ]);
    for (const [index, criterion] of section.criteria.entries()) {
      checkCriterion(collector, { file, section, criterion }, ["sections", at, "criteria", index]);
    }
  }
}

// Sections and criteria share one key, <rubric>/<id>, so their ids must differ from each other too, and from every
// id that answers may still be filed under.
function checkIds(file: RubricFile, collector: Collector): void {
  collector.uniqueIds(
    file.sections.flatMap((section, at) => [
      { id: section.id, path: ["sections", at, "id"] },
      ...section.criteria.flatMap(({ id, formerly = [] }, index) => {
        const path = ["sections", at, "criteria", index];
        const former = formerly.map((each, place) => ({
          id: each,
          path: [...path, "formerly", place],
        }));
        return [{ id, path: [...path, "id"] }, ...former];
      }),
    ]),
  );
}

function checkScales(file: RubricFile, collector: Collector): void {
  for (const [scale, levels] of Object.entries(file.scales)) {
    const path = ["scales", scale];
    const ids = levels.map(({ id }, index) => ({ id, path: [...path, index, "id"] }));
    collector.uniqueIds(ids);
    for (const reserved of ids.filter(({ id }) => RESERVED_ANSWERS.includes(id))) {
      collector.error("scale/levels", { scale, problem: "reserved" }, reserved.path);
    }
    const names = new Set(levels.map(({ name }) => name.toLowerCase()));
    if (names.size < levels.length)
      collector.error("scale/levels", { scale, problem: "names" }, path);
    if (!valuesRise(levels)) collector.error("scale/levels", { scale, problem: "values" }, path);
  }
}

/** Either no level has a value, or all have, from exactly 0 to exactly 1, each above the one before. */
function valuesRise(levels: RubricFile["scales"][string]): boolean {
  const values = levels.flatMap(({ value }) => (value === undefined ? [] : [exact(value)]));
  if (values.length === 0) return true;
  if (values.length < levels.length) return false;
  return rises(values) && values[0]?.equals(0) === true && values.at(-1)?.equals(1) === true;
}

function rises(values: readonly Exact[]): boolean {
  return values.every((value, index) => value.gt(values[index - 1] ?? exact(-1)));
}

function checkBands(file: RubricFile, collector: Collector): void {
  const { bands } = file;
  if (bands === undefined) {
    const needed = file.sections.some(({ kind }) => kind !== "barrier");
    if (needed) collector.error("bands/gaps", { problem: "missing" }, []);
    return;
  }
  const cuts = bands.map(({ from }) => exact(from));
  if (!(cuts[0] ?? ZERO).equals(0)) {
    collector.error("bands/gaps", { problem: "start" }, ["bands", 0, "from"]);
  }
  if (!rises(cuts)) collector.error("bands/gaps", { problem: "order" }, ["bands"]);
  for (const [index, cut] of cuts.entries()) {
    if (cut.gt(1)) collector.error("bands/gaps", { problem: "range" }, ["bands", index, "from"]);
  }
  collector.uniqueIds(bands.map(({ id }, index) => ({ id, path: ["bands", index, "id"] })));
}

function checkCap({ bands = [], cap }: RubricFile, collector: Collector): void {
  const known = bands.map(({ id }) => id);
  if (cap !== undefined) collector.reference({ what: "band", name: cap, known }, ["cap"]);
}

interface Surroundings {
  readonly file: RubricFile;
  readonly section: SectionFile;
  readonly criterion: CriterionFile;
}

/** Checks one criterion against the scale it uses and the sources its rubric declares. */
function checkCriterion(collector: Collector, around: Surroundings, path: Path): void {
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
