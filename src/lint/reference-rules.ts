import type { Diagnostic } from "../yaml/diagnostic.ts";
import { Collector } from "../yaml/diagnostic-collector.ts";
import type { SourceFile } from "../yaml/source-file.ts";
import {
  allNames,
  type Introduction,
  idsReferredTo,
  introductionOf,
  type Names,
  type Reference,
  targetIsAmong,
} from "./exported-ids.ts";
import type { LintedText } from "./linted-text.ts";

/**
 * References from one file to another: the barriers a criterion eases, its guide pages, a page's criteria. Only
 * those are checked whose target file is among the texts or `others`, so that a rubric can be linted alone.
 */
export function checkReferences(
  texts: readonly LintedText[],
  others: readonly Introduction[] = [],
): readonly Diagnostic[] {
  const introduced = texts.map((text) => ({ text, introduction: introductionOf(text) }));
  const known = allNames([...introduced.map(({ introduction }) => introduction), ...others]);
  return introduced.flatMap(({ text: { source }, introduction }) =>
    source === undefined ? [] : missing(introduction.references, known, source),
  );
}

/** Ids of the rubrics, and `guide`, that the files refer to and that are not among them. */
export function filesReferredTo(introductions: readonly Introduction[]): readonly string[] {
  const here = new Set(introductions.map(({ id }) => id));
  const referred = new Set(introductions.flatMap(idsReferredTo));
  return [...referred].filter((id) => !here.has(id));
}

/** Whether a reference leads to a file that is there, and to nothing in it. */
export function brokenReferenceFinder(known: Names): (introduction: Introduction) => boolean {
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

function missing(
  references: readonly Reference[],
  known: Names,
  source: SourceFile,
): readonly Diagnostic[] {
  const collector = new Collector(source);
  for (const reference of references) {
    const { what, name, path } = reference;
    if (targetIsAmong(known, reference))
      collector.reference({ what, name, known: known[what] }, path);
  }
  return collector.diagnostics;
}
