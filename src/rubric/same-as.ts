import type { DiagnosticFacts } from "../yaml/diagnostic.ts";
import type { Collector } from "../yaml/diagnostic-collector.ts";
import type { Path } from "../yaml/source-file.ts";
import {
  type Criterion,
  criteriaOf,
  type Level,
  type Rubric,
  type SameAs,
  type SharedWith,
} from "./rubric.ts";
import type { CriterionFile, RubricFile } from "./schema.ts";

// Two questions that ask the same thing share one answer. It is asked at the one that `same-as` names; the other is its copy.

/** The other question that one names, and which levels it says mean the same. */
export function sameAsOf({ "same-as": sameAs }: CriterionFile): SameAs | undefined {
  if (sameAs === undefined) return undefined;
  if (typeof sameAs === "string") return { question: sameAs, levels: {} };
  const levels = Object.entries(sameAs.levels).map(([id, there]) => [id, [there].flat()] as const);
  return { question: sameAs.question, levels: Object.fromEntries(levels) };
}

/** Whether its answer is that of another question, at which it is asked. */
export function isCopy({ sharedWith }: Pick<Criterion, "sharedWith">): boolean {
  return sharedWith.some(({ isAskedThere }) => isAskedThere);
}

/** Keys of the questions that are asked under another name where these rubrics are together. */
export function copiesAmong(rubrics: readonly Rubric[]): ReadonlySet<string> {
  const copies = withSharedAnswers(rubrics).flatMap(criteriaOf).filter(isCopy);
  return new Set(copies.map(({ key }) => key));
}

/** Without the questions that are asked under another name. */
export function askedOnce<Whole extends { readonly criteria: readonly { readonly key: string }[] }>(
  whole: Whole,
  rubrics: readonly Rubric[],
): Whole {
  const copies = copiesAmong(rubrics);
  return { ...whole, criteria: whole.criteria.filter(({ key }) => !copies.has(key)) };
}

/** The rubrics with each shared answer known to both of its questions; a question alone keeps an answer of its own. */
export function withSharedAnswers(rubrics: readonly Rubric[]): readonly Rubric[] {
  const all = rubrics.flatMap(criteriaOf);
  const copies = all.filter(({ sameAs }) => sameAs !== undefined);
  const shared = new Map<string, SharedWith[]>();
  for (const [key, other] of copies.flatMap((copy) => pairOf(copy, all)).flatMap(bothOf))
    shared.set(key, [...(shared.get(key) ?? []), other]);
  return shared.size === 0 ? rubrics : rubrics.map((rubric) => joined(rubric, shared));
}

interface Pair {
  readonly copy: Criterion;
  readonly asked: Criterion;
}

function pairOf(copy: Criterion, all: readonly Criterion[]): readonly Pair[] {
  const name = copy.sameAs?.question;
  const asked = all.find((each) => keysOf(each).includes(name ?? ""));
  const isSound = asked !== undefined && asked !== copy && asked.sameAs === undefined;
  return isSound && asked.kind === "level" ? [{ copy, asked }] : [];
}

function joined(rubric: Rubric, shared: ReadonlyMap<string, readonly SharedWith[]>): Rubric {
  return {
    ...rubric,
    sections: rubric.sections.map((section) => ({
      ...section,
      criteria: section.criteria.map((criterion) => {
        const sharedWith = shared.get(criterion.key);
        return sharedWith === undefined ? criterion : withShared(criterion, sharedWith);
      }),
    })),
  };
}

/** What must be reached is asked of a copy only where it stands alone: else the question that is asked says it. */
function withShared(criterion: Criterion, sharedWith: readonly SharedWith[]): Criterion {
  const shared = { ...criterion, sharedWith };
  return isCopy(shared) ? { ...shared, must: undefined, putRight: undefined } : shared;
}

/** What each of the two has to know of the other, by its key. */
function bothOf({ copy, asked }: Pair): readonly (readonly [string, SharedWith])[] {
  const levels = levelsBetween(copy, asked);
  // Where several levels mean the same there, the lowest of them: nobody's word is made better than it was.
  const back = new Map([...levels].toReversed().map(([there, here]) => [here, there]));
  return [
    [copy.key, { keys: keysOf(asked), other: asked, isAskedThere: true, levels }],
    [asked.key, { keys: keysOf(copy), other: copy, isAskedThere: false, levels: back }],
  ];
}

/** Which level of the copy each level of the question means: as the rubric says, else the nearest, the lower of two. */
function levelsBetween(copy: Criterion, asked: Criterion): ReadonlyMap<string, string> {
  const said = Object.entries(copy.sameAs?.levels ?? {});
  return new Map(
    asked.levels.map((level) => {
      const named = said.find(([, there]) => there.includes(level.id))?.[0];
      return [level.id, named ?? nearestLevel(copy.levels, level)];
    }),
  );
}

function nearestLevel(levels: readonly Level[], { value }: Level): string {
  const same = levels.find((level) => level.value.equals(value));
  if (same !== undefined) return same.id;
  const [first, ...more] = levels.map((level) => ({ level, far: level.value.sub(value).abs() }));
  const nearer = (a: typeof first, b: NonNullable<typeof first>) =>
    a === undefined || b.far.lt(a.far) ? b : a;
  return more.reduce(nearer, first)?.level.id ?? "";
}

function keysOf({ key, formerly }: Criterion): [string, ...string[]] {
  const rubric = key.slice(0, key.indexOf("/"));
  return [key, ...formerly.map((id) => `${rubric}/${id}`)];
}

interface Copying {
  readonly file: RubricFile;
  readonly criterion: CriterionFile;
  readonly levels: RubricFile["scales"][string];
}

/** What another question shares has levels in this one's order; where it stands in this rubric, it is asked itself. */
export function checkSameAs(
  collector: Collector,
  { file, criterion, levels }: Copying,
  path: Path,
): void {
  const sameAs = sameAsOf(criterion);
  if (sameAs === undefined) return;
  const known = levels.map(({ id }) => id);
  for (const name of Object.keys(sameAs.levels))
    collector.keyReference({ what: "level", name, known }, [...path, "same-as", "levels", name]);
  const problem = sameAsProblem(file, criterion, sameAs);
  if (problem !== undefined)
    collector.error("question/same-as", { criterion: criterion.id, problem }, [...path, "same-as"]);
}

function sameAsProblem(
  { id, sections }: RubricFile,
  criterion: CriterionFile,
  { question, levels }: SameAs,
): DiagnosticFacts["question/same-as"]["problem"] | undefined {
  const there = Object.values(levels).flat();
  if (new Set(there).size < there.length) return "twice";
  const other = sections
    .flatMap(({ criteria }) => criteria)
    .find((each) => `${id}/${each.id}` === question);
  if (other === undefined) return undefined;
  if (other["same-as"] !== undefined || other === criterion) return "circle";
  return (other.kind ?? "level") === "level" ? undefined : "kind";
}
