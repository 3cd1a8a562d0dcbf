import { contentHash } from "../util/content-hash.ts";
import { type Exact, exact, ONE, ZERO } from "../util/exact.ts";
import { own } from "../util/values.ts";
import { choiceSums, levelPoints, totalPoints, weightOf } from "./results.ts";
import {
  areTogether,
  type Band,
  type Condition,
  type Criterion,
  type Level,
  mustLevels,
  type NextStep,
  type Rubric,
  type Section,
  type SectionGroup,
} from "./rubric.ts";
import { sameAsOf } from "./same-as.ts";
import type { CriterionFile, LevelFile, RubricFile, SectionFile } from "./schema.ts";

/** Fingerprints that were made before; to make them takes longer than all else here. */
export interface RubricHashes {
  readonly rubric: string;
  /** By the ids of the questions. */
  readonly criteria: Readonly<Record<string, string>>;
}

/** A rubric that is known to be sound, with every default and every level's words in its place. */
export function resolveRubric(file: RubricFile, known?: RubricHashes): Rubric {
  const scales = new Map(
    Object.entries(file.scales).map(([name, scale]) => [name, resolveScale(file, scale)]),
  );
  const whole: Whole = { file, known, scales, earlier: new Map() };
  const headline = file.headline ?? "weakest";
  const show = file.show ?? (headline === "sum" ? "points" : "percent");
  return {
    id: file.id,
    version: file.version,
    hash: known?.rubric ?? contentHash(file),
    language: file.language,
    title: file.title,
    about: file.about,
    minutes: file.minutes,
    checked: file.checked,
    sources: file.sources ?? {},
    headline,
    show,
    parts: (file.parts ?? []).map((part) => resolvePart(file.id, part)),
    bands: resolveBands(file),
    bandsTotal: file.bands?.some(({ points }) => points !== undefined) === true,
    cap: capIndex(file),
    sections: file.sections.map((section) => resolveSection(whole, section)),
    glossary: file.glossary ?? {},
  };
}

type PartFile = Pick<NonNullable<RubricFile["parts"]>[number], "id" | "title" | "sections"> & {
  readonly parts?: readonly PartFile[];
};

function resolvePart(
  rubric: string,
  { id, title, sections = [], parts = [] }: PartFile,
): SectionGroup {
  const inner = parts.map((part) => resolvePart(rubric, part));
  const own = sections.map((each) => `${rubric}/${each}`);
  return {
    key: `${rubric}/${id}`,
    title,
    parts: inner,
    sections: [...own, ...inner.flatMap((part) => part.sections)],
  };
}

/** Bands by shares; one that begins at points begins at the share of the way from the least total to the most. */
function resolveBands(file: RubricFile): Band[] {
  const isPointed = file.bands?.some(({ points }) => points !== undefined) === true;
  const [least, most] = isPointed ? totalPoints(file) : [ZERO, ONE];
  const room = most.sub(least);
  return (file.bands ?? []).map(({ id, name, means, from, points }) => ({
    id,
    name,
    means,
    from: points === undefined ? exact(from ?? 0) : exact(points).sub(least).div(room),
  }));
}

function capIndex({ bands = [], cap }: RubricFile): number {
  const named = bands.findIndex((band) => band.id === cap);
  return named >= 0 ? named : Math.min(1, bands.length - 1);
}

interface Whole {
  readonly file: RubricFile;
  readonly known: RubricHashes | undefined;
  /** The levels of each scale: many questions share one, and exact numbers are slow to make. */
  readonly scales: ReadonlyMap<string, readonly Level[]>;
  /** The questions so far, by id: later ones can depend on them. */
  readonly earlier: Map<string, Criterion>;
}

function conditionsOf(
  earlier: ReadonlyMap<string, Criterion>,
  { when = {} }: CriterionFile,
): Condition[] {
  return Object.entries(when).flatMap(([name, answer]) => {
    const asked = earlier.get(name);
    return asked === undefined ? [] : [{ asked, oneOf: [answer].flat() }];
  });
}

function resolveSection(whole: Whole, section: SectionFile): Section {
  const { file } = whole;
  return {
    key: `${file.id}/${section.id}`,
    id: section.id,
    kind: section.kind,
    // It stands inside sentences and before colons.
    title: section.title.replace(/(?<!\.)\.$/u, ""),
    why: section.why,
    signs: section.signs ?? [],
    together: areTogether(section),
    heading: section.heading,
    scored: (section.scoring ?? file.scoring) !== "none",
    criteria: section.criteria.map((each) => {
      const criterion = resolveCriterion(whole, section, each);
      whole.earlier.set(criterion.id, criterion);
      return criterion;
    }),
  };
}

const CRITERION_DEFAULTS = {
  formerly: [],
  core: false,
  measures: "practice",
  "allow-not-applicable": false,
  private: false,
  "asks-for": {},
  kind: "level",
  choices: [],
  talk: [],
  "look-for": [],
  facts: [],
  next: {},
  eases: [],
  guide: [],
  from: {},
} as const satisfies Partial<CriterionFile>;

function resolveCriterion(whole: Whole, section: SectionFile, criterion: CriterionFile): Criterion {
  const { file, known, earlier } = whole;
  const full = { scale: section.scale ?? "", ...CRITERION_DEFAULTS, ...criterion };
  const { id, core, measures, scale, kind, choices } = full;
  const asks = full.asks ?? full.says ?? "";
  const levels = levelsOf(whole, full);
  const { stop, putRight } = mustLevels(criterion.must);
  return {
    key: `${file.id}/${id}`,
    id,
    formerly: full.formerly,
    kind,
    when: conditionsOf(earlier, criterion),
    asks,
    asksFor: full["asks-for"],
    core,
    weight: weightOf(criterion.weight) ?? ONE,
    must: placeOf(levels, stop),
    putRight: placeOf(levels, putRight),
    allowNotApplicable: full["allow-not-applicable"],
    private: full.private,
    sameAs: sameAsOf(criterion),
    sharedWith: [],
    measures,
    scale,
    levels,
    choices: choices.map(({ points, ...choice }) => ({
      ...choice,
      points: points === undefined ? undefined : exact(points),
    })),
    ownAnchors: kind !== "level" || criterion.levels !== undefined,
    talk: full.talk,
    lookFor: full["look-for"],
    facts: full.facts,
    next: resolveNext(levels, full.next),
    eases: full.eases,
    guide: full.guide,
    from: full.from,
    hash: own(known?.criteria, id) ?? hashOf(criterion, { asks, measures, levels }),
  };
}

/** Changes when the question would mean something else. What it does not use is not in it, so that old ones stay. */
function hashOf(
  { kind, choices, "asks-for": asksFor }: CriterionFile,
  { asks, measures, levels }: Pick<Criterion, "asks" | "measures" | "levels">,
): string {
  return contentHash({
    asks,
    measures,
    levels: levels.map(levelMeaning),
    ...(asksFor !== undefined && { asksFor }),
    ...(kind !== undefined && kind !== "level" && { kind, choices: choices ?? [] }),
  });
}

/** What an answer can be one of, or add up to. */
function levelsOf(
  { file, scales }: Whole,
  {
    kind,
    scale,
    choices,
    levels,
  }: Pick<CriterionFile, "levels"> & {
    readonly kind: Criterion["kind"];
    readonly scale: string;
    readonly choices: NonNullable<CriterionFile["choices"]> | readonly [];
  },
): Level[] {
  if (kind !== "level")
    return sumLevels(kind === "choices" ? choiceSums(choices) : [], counts(file));
  const named = (level: Level) => ({ ...level, text: own(levels, level.id) ?? level.text });
  return (scales.get(scale) ?? []).map(named);
}

/** Whether points are what is added up. */
function counts({ show, headline }: RubricFile): boolean {
  return show === "points" || headline === "sum";
}

/** Index of a level that a must-have names; what could harm people is told where nothing is scored, too. */
function placeOf(levels: readonly Level[], id: string | undefined): number | undefined {
  const found = levels.findIndex((level) => level.id === id);
  return found < 0 ? undefined : found;
}

function resolveScale(file: RubricFile, scale: RubricFile["scales"][string]): Level[] {
  // Most scales have no points.
  const isPointed = counts(file) || scale.some(({ points: given }) => given !== undefined);
  const points = isPointed ? levelPoints(scale) : [];
  return scale.map(({ id, name, means = "" }, index) => {
    const value = shareOf(scale, points, index);
    return {
      id,
      name,
      text: means,
      value,
      points: counts(file) ? (points[index] ?? value) : value,
    };
  });
}

/** How far up its scale a level stands: as given, by its points, or evenly. */
function shareOf(scale: readonly LevelFile[], points: readonly Exact[], index: number): Exact {
  const { value, points: given } = scale[index] ?? {};
  if (value !== undefined) return exact(value);
  const [least = ZERO, most = ONE] = [points[0], points.at(-1)];
  if (given === undefined) return exact(index, scale.length - 1);
  return exact(given).sub(least).div(most.sub(least));
}

/** What several choices can come to, as levels: so they have a place in every sum. */
function sumLevels(sums: readonly Exact[], counts: boolean): Level[] {
  const [least = ZERO, most = ONE] = [sums[0], sums.at(-1)];
  const room = most.sub(least);
  return sums.map((points) => {
    const value = room.equals(0) ? ZERO : points.sub(least).div(room);
    const name = `${Number(points)} of ${Number(most)} points`;
    return { id: points.toFraction(), name, text: "", value, points: counts ? points : value };
  });
}

function levelMeaning({ id, name, text, value }: Level): object {
  return { id, name, text, value: value.toFraction() };
}

/** The fingerprints of a rubric, to be known another time. */
export function hashesOf({ hash, sections }: Rubric): RubricHashes {
  const criteria = sections.flatMap((section) => section.criteria);
  return {
    rubric: hash,
    criteria: Object.fromEntries(criteria.map((each) => [each.id, each.hash])),
  };
}

/** A step serves its own level and the levels below it that have no step of their own. */
function resolveNext(
  levels: readonly Level[],
  steps: NonNullable<CriterionFile["next"]>,
): (NextStep | undefined)[] {
  return levels.map((_, index) => {
    if (index === 0) return undefined;
    const serving = levels.slice(index).find(({ id }) => own(steps, id) !== undefined);
    return serving === undefined ? undefined : own(steps, serving.id);
  });
}
