import { nearest } from "../util/suggest.ts";
import { own } from "../util/values.ts";
import type { DiagnosticFacts } from "../yaml/diagnostic.ts";
import type { Collector } from "../yaml/diagnostic-collector.ts";
import type { Path } from "../yaml/source-file.ts";
import { checkResults, checkWorth, partsIn, weightOf } from "./results.ts";
import { levelMarks, mustLevels } from "./rubric.ts";
import { checkSameAs } from "./same-as.ts";
import type { CriterionFile, RubricFile, SectionFile } from "./schema.ts";

const WORDS = ["undo", "take back", "quit", "exit", "stop", "help"];

/** Words an answer can be besides a level; a level with such an id could not be told from it. */
const RESERVED_ANSWERS = ["unsure", "not-applicable", "skipped", "differ", "votes", "none"];

/** What the shape alone cannot say: references, order, reachability. All problems at once. */
export function checkRubric(file: RubricFile, collector: Collector): void {
  checkIds(file, collector);
  checkLacks(file, collector);
  checkScales(file, collector);
  checkResults(file, collector);
  for (const [at, section] of file.sections.entries()) {
    const { scale: name } = section;
    const known = Object.keys(file.scales);
    if (name !== undefined)
      collector.reference({ what: "scale", name, known }, ["sections", at, "scale"]);
    for (const [index, criterion] of section.criteria.entries()) {
      checkCriterion(collector, { file, section, criterion }, ["sections", at, "criteria", index]);
    }
  }
}

// Sections and criteria share one key, <rubric>/<id>, so their ids must differ from each other too, and from every
// id that answers may still be filed under.
function checkIds(file: RubricFile, collector: Collector): void {
  const parts = (file.parts ?? []).flatMap(partsIn);
  collector.uniqueIds([
    ...parts.map(({ id, path }) => ({ id, path: [...path, "id"] })),
    ...file.sections.flatMap((section, at) => [
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
  ]);
}

/** What an instrument of somebody else's may well do without; said once, because the plan has less to say then. */
function checkLacks(file: RubricFile, collector: Collector): void {
  const criteria = file.sections.flatMap((section) => section.criteria);
  const scored = file.sections.filter((section) => (section.scoring ?? file.scoring) !== "none");
  const practice = scored
    .flatMap((section) => section.criteria)
    .filter(({ measures }) => measures !== "pressure");
  const lacks: ("steps" | "bands" | "citations")[] = [
    ...(practice.length > 0 && practice.every(({ next }) => next === undefined)
      ? ["steps" as const]
      : []),
    ...(file.bands === undefined && scored.some(({ kind }) => kind !== "barrier")
      ? ["bands" as const]
      : []),
    ...(criteria.every(({ from }) => from === undefined) ? ["citations" as const] : []),
  ];
  if (lacks.length > 0) collector.warning("rubric/lacks", { lacks }, ["coprod"]);
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
    for (const clash of clashing(levels)) {
      collector.error("scale/levels", { scale, problem: "clash" }, [...path, clash, "name"]);
    }
    checkWorth(collector, { scale, levels });
  }
}

/** Letters and words that mean something else wherever an answer is typed (`COMMANDS` of the workshop). */
export const TYPED_WORDS = [..."udnsvweatrbglxzq?", ...WORDS];

/** Levels whose name, typed, would mean something else: another level's place in the list, or a command. */
function clashing(levels: RubricFile["scales"][string]): number[] {
  const marks = levelMarks(levels);
  return levels.flatMap(({ name }, index) => {
    const typed = name.normalize("NFKC").trim().toLowerCase();
    const isOther = /^\d+$/u.test(typed) && typed !== marks[index];
    return isOther || TYPED_WORDS.includes(typed) ? [index] : [];
  });
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
  checkWords(collector, criterion, path);
  checkWeight(collector, criterion, path);
  checkSources(collector, around, path);
  if (criterion.scale !== undefined) {
    const known = collector.reference({ what: "scale", name: criterion.scale, known: scales }, [
      ...path,
      "scale",
    ]);
    if (!known) return;
  }
  checkConditions(collector, around, path);
  if (!fitsKind(collector, around, path)) return;
  const levels = own(file.scales, criterion.scale ?? section.scale ?? "");
  if (levels === undefined) return;
  checkLevels(collector, { criterion, levels }, path);
  checkMust(collector, { criterion, levels }, path);
  checkNext(collector, { criterion, levels }, path);
  checkSameAs(collector, { file, criterion, levels }, path);
}

const OF_LEVELS = ["scale", "levels", "must", "next", "measures", "private", "same-as"] as const;

type KindProblem = DiagnosticFacts["question/kind"]["problem"];

/** Whether it has levels; a question of another kind has its choices, and nothing that only levels can have. */
function fitsKind(collector: Collector, { section, criterion }: Surroundings, path: Path): boolean {
  const { id, kind = "level", choices = [] } = criterion;
  const found = kind === "level" ? levelFaults(section, criterion) : otherFaults(criterion);
  for (const [problem, field] of found)
    collector.error("question/kind", { criterion: id, problem }, [...path, field]);
  collector.uniqueIds(
    choices.map((each, index) => ({ id: each.id, path: [...path, "choices", index, "id"] })),
  );
  return kind === "level";
}

function levelFaults(section: SectionFile, { scale, choices }: CriterionFile): Fault[] {
  return [
    ...((scale ?? section.scale) === undefined ? [["no-scale", "id"] as const] : []),
    ...(choices === undefined ? [] : [["choices-elsewhere", "choices"] as const]),
  ];
}

type Fault = readonly [problem: KindProblem, field: string];

function otherFaults(criterion: CriterionFile): Fault[] {
  const { kind, choices = [] } = criterion;
  const extra = OF_LEVELS.filter((field) => criterion[field] !== undefined);
  const pointed = choices.filter(({ points }) => points !== undefined).length;
  const isMixed = pointed > 0 && pointed < choices.length;
  return [
    ...extra.map((field) => ["of-levels", field] as const),
    ...(kind === "choices" && choices.length === 0 ? [["no-choices", "kind"] as const] : []),
    ...(kind !== "choices" && choices.length > 0
      ? [["choices-elsewhere", "choices"] as const]
      : []),
    ...(isMixed ? [["some-points", "choices"] as const] : []),
  ];
}

/** A question can depend on earlier ones of its rubric, and on answers that these can have. */
function checkConditions(
  collector: Collector,
  { file, criterion }: Surroundings,
  path: Path,
): void {
  // Few questions have one; to list all questions for each of thousands takes longer than all other checks.
  if (criterion.when === undefined) return;
  const all = file.sections.flatMap((section) =>
    section.criteria.map((each) => ({ scale: section.scale ?? "", ...each })),
  );
  const earlier = all.slice(
    0,
    all.findIndex(({ id }) => id === criterion.id),
  );
  for (const [name, answer] of Object.entries(criterion.when)) {
    const spot = [...path, "when", name];
    const asked = earlier.find(({ id }) => id === name);
    if (asked === undefined) {
      const known = earlier.map(({ id }) => id);
      collector.keyReference({ what: "earlier question", name, known }, spot);
      continue;
    }
    const answers = (asked.choices ?? own(file.scales, asked.scale) ?? []).map(({ id }) => id);
    for (const id of [answer].flat())
      collector.reference({ what: "answer", name: id, known: answers }, spot);
  }
}

interface OnScale {
  readonly criterion: CriterionFile;
  readonly levels: RubricFile["scales"][string];
}

function checkWords(
  collector: Collector,
  { id: criterion, asks, says }: CriterionFile,
  path: Path,
) {
  if ((asks === undefined) === (says === undefined))
    collector.error("question/words", { criterion, given: asks !== undefined }, [...path, "id"]);
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
  // Names such as Never to Always, or 1 to 5, may say all there is to say; words for some of them only is a slip.
  if (criterion.levels === undefined && levels.every(({ means }) => means === undefined)) return;
  const spot = criterion.levels === undefined ? [...path, "id"] : [...path, "levels"];
  const worded = levelsMeant(Object.keys(criterion.levels ?? {}), known);
  for (const level of levels) {
    if (worded.has(level.id) || level.means !== undefined) continue;
    const facts = { criterion: criterion.id, level: level.id };
    collector.error("scale/anchors-missing", facts, spot);
  }
}

function checkMust(collector: Collector, { criterion, levels }: OnScale, path: Path): void {
  const { stop, putRight } = mustLevels(criterion.must);
  if (stop === undefined) return;
  const known = levels.map(({ id }) => id);
  const at = (field: string) => [...path, "must", ...(putRight === undefined ? [] : [field])];
  const found = collector.reference({ what: "level", name: stop, known }, at("stop"));
  if (found && stop === known[0]) collector.error("must/impossible", { level: stop }, at("stop"));
  if (
    putRight !== undefined &&
    collector.reference({ what: "level", name: putRight, known }, at("put-right")) &&
    known.indexOf(putRight) <= known.indexOf(stop)
  )
    collector.error("must/impossible", { level: putRight, stop }, at("put-right"));
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
  if (criterion.measures === "pressure" || criterion.next === undefined) return;
  const spot = [...path, "next"];
  const meant = levelsMeant(Object.keys(criterion.next ?? {}).toReversed(), known.toReversed());
  const served = known.findLastIndex((level) => meant.has(level));
  const top = known.at(-1);
  if (served + 1 < known.length && top !== undefined)
    collector.warning("next/missing", { criterion: criterion.id, level: top }, spot);
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
