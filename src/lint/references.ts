import type { Guide } from "../guide/schema.ts";
import { sameAsOf } from "../rubric/same-as.ts";
import type { CriterionFile, RubricFile } from "../rubric/schema.ts";
import type { Diagnostic, Path } from "../yaml/diagnostic.ts";
import { Collector } from "../yaml/diagnostic-collector.ts";
import type { SourceFile } from "../yaml/source-file.ts";
import type { LintedText } from "./subject.ts";

/** How the guide is called where rubrics have their ids. */
const GUIDE = "guide";

export type Nameable = "barrier" | "guide page" | "question";

interface Reference {
  readonly what: Nameable;
  /** As it is written: `power` or, in another rubric, `barriers/power`. */
  readonly name: string;
  readonly path: Path;
}

export type Names = Readonly<Record<Nameable, readonly string[]>>;

/** What other files need to know of one, and what it needs to know of them. Plain data, so that it can be kept. */
export interface ExportedIds {
  /** The rubric's id, or `guide`; undefined for what no file can refer to. */
  readonly id: string | undefined;
  readonly names: Names;
  readonly references: readonly Reference[];
}

export function exportedIdsOf({
  rubric,
  guide,
}: Pick<LintedText, "rubric" | "guide">): ExportedIds {
  return {
    id: rubric?.id ?? (guide === undefined ? undefined : GUIDE),
    names: {
      barrier: rubric === undefined ? [] : barriersOf(rubric),
      question: rubric === undefined ? [] : questionsOf(rubric),
      "guide page": guide?.pages.map(({ id }) => id) ?? [],
    },
    references: [
      ...(rubric === undefined ? [] : rubricReferences(rubric)),
      ...(guide === undefined ? [] : pageReferences(guide)),
    ],
  };
}

/** All the names that several files have. */
export function allNames(files: readonly ExportedIds[]): Names {
  const all = (what: Nameable) => files.flatMap(({ names }) => names[what]);
  return { barrier: all("barrier"), question: all("question"), "guide page": all("guide page") };
}

/** Ids of the rubrics, and `guide`, that a file refers to; its own too. */
function idsReferredTo({ references }: ExportedIds): readonly string[] {
  const ids = references.map(({ what, name }) =>
    what === "guide page" ? GUIDE : (name.split("/")[0] ?? ""),
  );
  return [...new Set(ids)];
}

/** Whether the file that a reference leads to is among those that have the names. */
function targetIsAmong(names: Names, { what, name }: Reference): boolean {
  const rubric = name.includes("/") ? `${name.split("/")[0]}/` : "";
  if (rubric === "") return names[what].length > 0;
  return rubricsIn(names[what]).has(rubric);
}

const rubrics = new WeakMap<readonly string[], ReadonlySet<string>>();

/** The first parts of names such as `barriers/power`, with their stroke. */
function rubricsIn(names: readonly string[]): ReadonlySet<string> {
  const found =
    rubrics.get(names) ?? new Set(names.map((name) => name.slice(0, name.indexOf("/") + 1)));
  rubrics.set(names, found);
  return found;
}

function barriersOf({ id, sections }: RubricFile): string[] {
  return sections.filter(({ kind }) => kind === "barrier").map((section) => `${id}/${section.id}`);
}

function questionsOf({ id, sections }: RubricFile): string[] {
  return sections.flatMap(({ criteria }) => criteria.map((criterion) => `${id}/${criterion.id}`));
}

function rubricReferences({ sections }: RubricFile): Reference[] {
  return sections.flatMap((section, at) =>
    section.criteria.flatMap((criterion, index) => {
      const { eases = [], guide = [] } = criterion;
      const path = ["sections", at, "criteria", index];
      return [
        ...sameAsReference(criterion, [...path, "same-as"]),
        ...listed("barrier", eases, [...path, "eases"]),
        ...listed("guide page", guide, [...path, "guide"]),
      ];
    }),
  );
}

function sameAsReference(criterion: CriterionFile, path: Path): Reference[] {
  const name = sameAsOf(criterion)?.question;
  const isPlain = typeof criterion["same-as"] === "string";
  return name === undefined
    ? []
    : [{ what: "question", name, path: isPlain ? path : [...path, "question"] }];
}

function pageReferences({ pages }: Guide): Reference[] {
  return pages.flatMap(({ also = [] }, index) =>
    listed("question", also, ["pages", index, "also"]),
  );
}

function listed(what: Nameable, names: readonly string[], path: Path): Reference[] {
  return names.map((name, index) => ({ what, name, path: [...path, index] }));
}

/** Ids of the rubrics, and `guide`, that the files refer to and that are not among them. */
export function filesReferredTo(files: readonly ExportedIds[]): readonly string[] {
  const here = new Set(files.map(({ id }) => id));
  const referred = new Set(files.flatMap(idsReferredTo));
  return [...referred].filter((id) => !here.has(id));
}

/** Whether a reference leads to a file that is there, and to nothing in it. */
export function brokenReferenceFinder(known: Names): (file: ExportedIds) => boolean {
  const sets = {
    barrier: new Set(known.barrier),
    question: new Set(known.question),
    "guide page": new Set(known["guide page"]),
  };
  return ({ references }) =>
    references.some(
      (reference) => targetIsAmong(known, reference) && !sets[reference.what].has(reference.name),
    );
}

/** The references of a file that lead to another one which is there, and to nothing in it. */
export function missingReferences(
  { references }: ExportedIds,
  known: Names,
  source: SourceFile | undefined,
): readonly Diagnostic[] {
  if (source === undefined) return [];
  const collector = new Collector(source);
  for (const reference of references) {
    const { what, name, path } = reference;
    if (targetIsAmong(known, reference))
      collector.reference({ what, name, known: known[what] }, path);
  }
  return collector.diagnostics;
}
