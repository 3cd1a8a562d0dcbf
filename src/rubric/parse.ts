import { contentHash } from "../content-hash.ts";
import { type Diagnostic, hasErrors } from "../diagnostic.ts";
import { exact, ONE } from "../exact.ts";
import { own } from "../own.ts";
import { Collector } from "../source/collector.ts";
import { formatProblem } from "../source/format.ts";
import { readSource, type SourceFile } from "../source/source-file.ts";
import { validate } from "../source/validate.ts";
import { checkRubric } from "./check.ts";
import type { Criterion, Level, NextStep, Rubric, Section } from "./rubric.ts";
import {
  type CriterionFile,
  RUBRIC_FORMAT,
  type RubricFile,
  rubricSchema,
  type SectionFile,
} from "./schema.ts";
import { weightOf } from "./weight.ts";

export interface RubricResult {
  /** Present only if there is no error. */
  readonly rubric: Rubric | undefined;
  /** The file as written, where at least its shape is right. */
  readonly file: RubricFile | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads a rubric from text: shape, then sense, then the resolved value. */
export function parseRubric(file: string, text: string): RubricResult {
  const { source, diagnostics } = readSource(file, text);
  return source === undefined ? failed(diagnostics) : rubricFrom(source);
}

/** As `parseRubric`, for text that is already read as YAML. */
export function rubricFrom(source: SourceFile): RubricResult {
  const wrongFormat = formatProblem(source, RUBRIC_FORMAT);
  if (wrongFormat !== undefined) return failed([wrongFormat]);
  const { value, diagnostics: shape } = validate(rubricSchema, source);
  if (value === undefined) return failed(shape);
  const collector = new Collector(source);
  checkRubric(value, collector);
  const sound = !hasErrors(collector.diagnostics);
  const rubric = sound ? resolveRubric(value) : undefined;
  return { rubric, file: value, diagnostics: collector.diagnostics };
}

function failed(diagnostics: readonly Diagnostic[]): RubricResult {
  return { rubric: undefined, file: undefined, diagnostics };
}

function resolveRubric(file: RubricFile): Rubric {
  const bands = (file.bands ?? []).map((band) => ({ ...band, from: exact(band.from) }));
  return {
    id: file.id,
    version: file.version,
    hash: contentHash(file),
    language: file.language,
    title: file.title,
    about: file.about,
    minutes: file.minutes,
    sources: file.sources ?? {},
    bands,
    cap: capIndex(file),
    sections: file.sections.map((section) => resolveSection(file, section)),
    glossary: file.glossary ?? {},
  };
}

function capIndex({ bands = [], cap }: RubricFile): number {
  const named = bands.findIndex((band) => band.id === cap);
  return named >= 0 ? named : Math.min(1, bands.length - 1);
}

function resolveSection(file: RubricFile, section: SectionFile): Section {
  return {
    key: `${file.id}/${section.id}`,
    id: section.id,
    kind: section.kind,
    title: section.title,
    why: section.why,
    signs: section.signs ?? [],
    criteria: section.criteria.map((criterion) => resolveCriterion(file, section, criterion)),
  };
}

const CRITERION_DEFAULTS = {
  formerly: [],
  core: false,
  measures: "practice",
  "allow-not-applicable": false,
  talk: [],
  "look-for": [],
  facts: [],
  next: {},
  eases: [],
  guide: [],
  from: {},
} as const satisfies Partial<CriterionFile>;

function resolveCriterion(
  file: RubricFile,
  section: SectionFile,
  criterion: CriterionFile,
): Criterion {
  const full = { scale: section.scale, ...CRITERION_DEFAULTS, ...criterion };
  const { id, asks, core, measures, scale } = full;
  const levels = resolveLevels(own(file.scales, scale) ?? [], criterion.levels);
  const must = levels.findIndex((level) => level.id === criterion.must);
  return {
    key: `${file.id}/${id}`,
    id,
    formerly: full.formerly,
    asks,
    core,
    weight: weightOf(criterion.weight) ?? ONE,
    must: must >= 0 ? must : undefined,
    allowNotApplicable: full["allow-not-applicable"],
    measures,
    scale,
    levels,
    ownAnchors: criterion.levels !== undefined,
    talk: full.talk,
    lookFor: full["look-for"],
    facts: full.facts,
    next: resolveNext(levels, full.next),
    eases: full.eases,
    guide: full.guide,
    from: full.from,
    hash: contentHash({ asks, measures, levels: levels.map(levelMeaning) }),
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
