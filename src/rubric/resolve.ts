import { contentHash } from "../util/content-hash.ts";
import { exact, ONE } from "../util/exact.ts";
import { own } from "../util/values.ts";
import {
  areTogether,
  type Criterion,
  type Level,
  type NextStep,
  type Rubric,
  type Section,
  weightOf,
} from "./rubric.ts";
import type { CriterionFile, RubricFile, SectionFile } from "./schema.ts";

/** Fingerprints that were made before; to make them takes longer than all else here. */
export interface RubricHashes {
  readonly rubric: string;
  /** By the ids of the questions. */
  readonly criteria: Readonly<Record<string, string>>;
}

/** A rubric that is known to be sound, with every default and every level's words in its place. */
export function resolveRubric(file: RubricFile, known?: RubricHashes): Rubric {
  const bands = (file.bands ?? []).map((band) => ({ ...band, from: exact(band.from) }));
  return {
    id: file.id,
    version: file.version,
    hash: known?.rubric ?? contentHash(file),
    language: file.language,
    title: file.title,
    about: file.about,
    minutes: file.minutes,
    sources: file.sources ?? {},
    bands,
    cap: capIndex(file),
    sections: file.sections.map((section) => resolveSection({ file, known }, section)),
    glossary: file.glossary ?? {},
  };
}

function capIndex({ bands = [], cap }: RubricFile): number {
  const named = bands.findIndex((band) => band.id === cap);
  return named >= 0 ? named : Math.min(1, bands.length - 1);
}

interface Whole {
  readonly file: RubricFile;
  readonly known: RubricHashes | undefined;
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
    criteria: section.criteria.map((criterion) => resolveCriterion(whole, section, criterion)),
  };
}

const CRITERION_DEFAULTS = {
  formerly: [],
  core: false,
  measures: "practice",
  "allow-not-applicable": false,
  "asks-for": {},
  talk: [],
  "look-for": [],
  facts: [],
  next: {},
  eases: [],
  guide: [],
  from: {},
} as const satisfies Partial<CriterionFile>;

function resolveCriterion(
  { file, known }: Whole,
  section: SectionFile,
  criterion: CriterionFile,
): Criterion {
  const full = { scale: section.scale, ...CRITERION_DEFAULTS, ...criterion };
  const { id, core, measures, scale } = full;
  const asks = full.asks ?? full.says ?? "";
  const asksFor = full["asks-for"];
  const scored = (section.scoring ?? file.scoring) !== "none";
  const levels = resolveLevels(own(file.scales, scale) ?? [], criterion.levels);
  const must = levels.findIndex((level) => level.id === criterion.must);
  return {
    key: `${file.id}/${id}`,
    id,
    formerly: full.formerly,
    kind: "level",
    asks,
    asksFor,
    core,
    weight: weightOf(criterion.weight) ?? ONE,
    must: must >= 0 && scored ? must : undefined,
    allowNotApplicable: full["allow-not-applicable"],
    measures,
    scale,
    levels,
    choices: [],
    ownAnchors: criterion.levels !== undefined,
    talk: full.talk,
    lookFor: full["look-for"],
    facts: full.facts,
    next: resolveNext(levels, full.next),
    eases: full.eases,
    guide: full.guide,
    from: full.from,
    hash:
      own(known?.criteria, id) ??
      // What a question does not use is not in it, so that its fingerprint stays what it was.
      contentHash({
        asks,
        measures,
        levels: levels.map(levelMeaning),
        ...(criterion["asks-for"] !== undefined && { asksFor }),
      }),
  };
}

function resolveLevels(
  scale: RubricFile["scales"][string],
  anchors: CriterionFile["levels"],
): Level[] {
  const top = scale.length - 1;
  return scale.map((level, index) => ({
    id: level.id,
    name: level.name,
    text: own(anchors, level.id) ?? level.means ?? "",
    value: level.value === undefined ? exact(index, top) : exact(level.value),
  }));
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
