import type { Diagnostic } from "../diagnostic.ts";
import type { Guide } from "../guide/schema.ts";
import type { RubricFile } from "../rubric/schema.ts";
import { Collector } from "../source/collector.ts";
import type { Path, SourceFile } from "../source/source-file.ts";
import type { LintedText } from "./linted-text.ts";

/**
 * References from one file to another: the barriers a criterion eases, its guide pages, a page's criteria. Only
 * those are checked whose target file is among the texts or `others`, so that a rubric can be linted alone.
 */
export function checkReferences(
  texts: readonly LintedText[],
  others: readonly LintedText[] = [],
): readonly Diagnostic[] {
  const known = namesIn([...texts, ...others]);
  return texts.flatMap(({ source, rubric, guide }) => {
    if (source === undefined) return [];
    return missing(referencesOf({ rubric, guide }), known, source);
  });
}

/** Ids of the rubrics, and `guide`, that the texts refer to and that are not among them. */
export function filesReferredTo(texts: readonly LintedText[]): readonly string[] {
  const here = texts.flatMap(
    ({ rubric, guide }) => rubric?.id ?? (guide === undefined ? [] : GUIDE),
  );
  const referred = texts
    .flatMap(referencesOf)
    .map(({ what, name }) => (what === "guide page" ? GUIDE : (name.split("/")[0] ?? "")));
  return [...new Set(referred)].filter((id) => !here.includes(id));
}

const GUIDE = "guide";

function referencesOf({ rubric, guide }: Pick<LintedText, "rubric" | "guide">): Reference[] {
  return [
    ...(rubric === undefined ? [] : rubricReferences(rubric)),
    ...(guide === undefined ? [] : pageReferences(guide)),
  ];
}

interface Reference {
  readonly what: "barrier" | "guide page" | "question";
  readonly name: string;
  readonly path: Path;
}

type Known = Readonly<Record<Reference["what"], readonly string[]>>;

function namesIn(texts: readonly LintedText[]): Known {
  const rubrics = texts.flatMap(({ rubric }) => rubric ?? []);
  return {
    barrier: rubrics.flatMap(({ id, sections }) =>
      sections.filter(({ kind }) => kind === "barrier").map((section) => `${id}/${section.id}`),
    ),
    question: rubrics.flatMap(({ id, sections }) =>
      sections.flatMap(({ criteria }) => criteria.map((criterion) => `${id}/${criterion.id}`)),
    ),
    "guide page": texts.flatMap(({ guide }) => guide?.pages.map(({ id }) => id) ?? []),
  };
}

function rubricReferences({ sections }: RubricFile): Reference[] {
  return sections.flatMap((section, at) =>
    section.criteria.flatMap(({ eases = [], guide = [] }, index) => {
      const path = ["sections", at, "criteria", index];
      return [
        ...listed("barrier", eases, [...path, "eases"]),
        ...listed("guide page", guide, [...path, "guide"]),
      ];
    }),
  );
}

function pageReferences({ pages }: Guide): Reference[] {
  return pages.flatMap(({ also = [] }, index) =>
    listed("question", also, ["pages", index, "also"]),
  );
}

function listed(what: Reference["what"], names: readonly string[], path: Path): Reference[] {
  return names.map((name, index) => ({ what, name, path: [...path, index] }));
}

function missing(
  references: readonly Reference[],
  known: Known,
  source: SourceFile,
): readonly Diagnostic[] {
  const collector = new Collector(source);
  for (const { what, name, path } of references) {
    const rubric = name.includes("/") ? `${name.split("/")[0]}/` : "";
    const targetIsHere = known[what].some((each) => each.startsWith(rubric));
    if (targetIsHere) collector.reference({ what, name, known: known[what] }, path);
  }
  return collector.diagnostics;
}
