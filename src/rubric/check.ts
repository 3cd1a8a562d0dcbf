import { type Exact, exact, ZERO } from "../util/exact.ts";
import type { Collector } from "../yaml/diagnostic-collector.ts";
import { checkCriterion } from "./check-criterion.ts";
import type { RubricFile } from "./schema.ts";

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
