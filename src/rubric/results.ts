import { type Exact, exact, ONE, sum, ZERO } from "../util/exact.ts";
import { own } from "../util/values.ts";
import type { Collector } from "../yaml/diagnostic-collector.ts";
import type { Path } from "../yaml/source-file.ts";
import { levelMarks } from "./rubric.ts";
import type { BandFile, CriterionFile, LevelFile, RubricFile } from "./schema.ts";

// What turns answers into results: the worth of levels, the bands, and the parts that have a result of their own.

/** Whether the levels of a scale rise in what they count. */
export function checkWorth(
  collector: Collector,
  { scale, levels }: { readonly scale: string; readonly levels: readonly LevelFile[] },
): void {
  const path = ["scales", scale];
  if (!valuesRise(levels)) collector.error("scale/levels", { scale, problem: "values" }, path);
  if (!pointsRise(levels)) collector.error("scale/levels", { scale, problem: "points" }, path);
}

/** Either no level has a value, or all have, from exactly 0 to exactly 1, each above the one before. */
function valuesRise(levels: readonly LevelFile[]): boolean {
  const values = levels.flatMap(({ value }) => (value === undefined ? [] : [exact(value)]));
  if (values.length === 0) return true;
  if (values.length < levels.length) return false;
  return rises(values) && values[0]?.equals(0) === true && values.at(-1)?.equals(1) === true;
}

/** Points stand at every level or at none, rise, and leave no room for a value beside them. */
function pointsRise(levels: readonly LevelFile[]): boolean {
  const points = levels.flatMap((level) =>
    level.points === undefined ? [] : [exact(level.points)],
  );
  if (points.length === 0) return true;
  return (
    points.length === levels.length &&
    rises(points) &&
    levels.every(({ value }) => value === undefined)
  );
}

function rises(values: readonly Exact[]): boolean {
  return values.every((value, index) => index === 0 || value.gt(values[index - 1] ?? ZERO));
}

/** Bands that name every result, and parts in which every section stands once. */
export function checkResults(file: RubricFile, collector: Collector): void {
  const { bands = [], show, headline, parts = [] } = file;
  collector.uniqueIds(bands.map(({ id }, index) => ({ id, path: ["bands", index, "id"] })));
  if (areMixed(bands)) collector.error("bands/gaps", { problem: "mixed" }, ["bands"]);
  else checkStarts(file, collector);
  checkCap(file, collector);
  const wrong = (problem: "words" | "sum-points", path: Path) =>
    collector.error("result/unclear", { problem, part: "" }, path);
  if (show === "words" && bands.length === 0) wrong("words", ["show"]);
  if (headline !== "sum" && bands.some(inPoints)) wrong("sum-points", ["bands"]);
  checkPlaced(file, collector);
  for (const [index, { id, sections, parts: inner }] of parts.entries()) {
    if ((sections === undefined) !== (inner === undefined)) continue;
    collector.error("result/unclear", { problem: "empty", part: id }, ["parts", index, "id"]);
  }
}

function inPoints({ points }: BandFile): boolean {
  return points !== undefined;
}

/** Each band begins at a share, or each at points. */
function areMixed(bands: readonly BandFile[]): boolean {
  const begins = bands.every((band) => inPoints(band) !== (band.from !== undefined));
  return !begins || (bands.some(inPoints) && !bands.every(inPoints));
}

function checkStarts(file: RubricFile, collector: Collector): void {
  const { bands = [] } = file;
  const counted = bands.some(inPoints);
  const [start, end] = counted ? totalPoints(file) : [ZERO, ONE];
  const cuts = bands.map(({ from, points }) => exact(points ?? from ?? 0));
  const at = (index: number): Path => ["bands", index, counted ? "points" : "from"];
  const problems = counted
    ? ({ start: "start-points", range: "range-points" } as const)
    : ({ start: "start", range: "range" } as const);
  if (cuts[0]?.equals(start) === false)
    collector.error("bands/gaps", { problem: problems.start }, at(0));
  if (!rises(cuts)) collector.error("bands/gaps", { problem: "order" }, ["bands"]);
  for (const [index, cut] of cuts.entries()) {
    if (cut.gt(end)) collector.error("bands/gaps", { problem: problems.range }, at(index));
  }
}

/** Every section that a part names is there, and stands in no other part. */
function checkPlaced({ sections, parts = [] }: RubricFile, collector: Collector): void {
  const known = sections.map(({ id }) => id);
  const named = parts
    .flatMap(partsIn)
    .flatMap(({ sections: own = [], path }) =>
      own.map((name, at) => ({ name, path: [...path, "sections", at] })),
    );
  for (const { name, path } of named) collector.reference({ what: "section", name, known }, path);
  const again = named.filter(({ name }, at) => named.findIndex((each) => each.name === name) < at);
  for (const { name, path } of again)
    collector.error("result/unclear", { problem: "twice", part: name }, path);
}

type PartFile = NonNullable<RubricFile["parts"]>[number];

/** A part and the parts in it, each with its place. */
export function partsIn({ id, sections, parts = [] }: PartFile, index: number) {
  const path = ["parts", index];
  return [
    { id, sections, path },
    ...parts.map((inner, at) => ({ ...inner, path: [...path, "parts", at] })),
  ];
}

function checkCap({ bands = [], cap }: RubricFile, collector: Collector): void {
  const known = bands.map(({ id }) => id);
  if (cap !== undefined) collector.reference({ what: "band", name: cap, known }, ["cap"]);
}

/** The points of each level of a scale: as given, or the figures that name them, or their places from 0. */
export function levelPoints(levels: readonly LevelFile[]): readonly Exact[] {
  const marks = levelMarks(levels);
  const named = levels.every(({ name }, index) => name.trim() === marks[index]);
  return levels.map(({ points }, index) =>
    exact(points ?? (named ? (marks[index] ?? index) : index)),
  );
}

/** All that an answer to one question can add, lowest first; nothing where it is not counted. */
function questionPoints(
  scales: RubricFile["scales"],
  { kind = "level", choices = [], scale = "" }: CriterionFile,
): readonly Exact[] {
  if (kind === "level") return levelPoints(own(scales, scale) ?? []);
  return kind === "choices" ? choiceSums(choices) : [];
}

/** What several choices can add up to, lowest first; nothing where choices have no points. */
export function choiceSums(choices: readonly { readonly points?: number }[]): readonly Exact[] {
  const points = choices.map((each) => each.points);
  if (!points.every((each) => each !== undefined)) return [];
  let sums = [ZERO];
  for (const each of points) {
    const more = [...sums, ...sums.map((so) => so.add(each))];
    sums = [...new Map(more.map((so) => [so.toFraction(), so])).values()];
  }
  return sums.sort((a, b) => a.compare(b));
}

/** The least and the most that the principles of a rubric can come to, where they are added up. */
export function totalPoints({
  scales,
  sections,
  scoring,
}: RubricFile): [least: Exact, most: Exact] {
  const ends = sections
    .filter((each) => each.kind === "principle" && (each.scoring ?? scoring) !== "none")
    .flatMap(({ scale, criteria }) =>
      criteria.map((each) => ({ ...(scale && { scale }), ...each })),
    )
    .filter(({ measures }) => measures !== "pressure")
    .map((criterion) => {
      const points = questionPoints(scales, criterion);
      const times = weightOf(criterion.weight) ?? ONE;
      return [times.mul(points[0] ?? ZERO), times.mul(points.at(-1) ?? ZERO)] as const;
    });
  return [sum(ends.map(([least]) => least)), sum(ends.map(([, most]) => most))];
}

/** Undefined where the text is not a number at all. */
export function weightOf(weight: CriterionFile["weight"]): Exact | undefined {
  if (weight === undefined) return undefined;
  if (typeof weight === "string" && !/^\d+(?:\/[1-9]\d*)?$/u.test(weight)) return undefined;
  return exact(weight);
}
