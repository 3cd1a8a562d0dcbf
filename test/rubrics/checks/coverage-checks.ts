import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Guide } from "../../../src/guide/schema.ts";
import type { RubricFile } from "../../../src/rubric/schema.ts";
import { readSource } from "../../../src/yaml/source-file.ts";
import { PACKAGE_FOLDER } from "../../support/context.ts";
import { questionsIn } from "./bundled.ts";

/** Where a teaching of the sources went: keys of what carries it, or why nothing does. */
export type Placing = readonly string[] | { readonly "left-out": string };
export type Coverage = Readonly<Record<string, Placing>>;

/** The coverage list; the parser refuses an id that stands there twice. */
export function readCoverage(): Coverage {
  const text = readFileSync(join(PACKAGE_FOLDER, "docs", "coverage.yaml"), "utf8");
  const { source, diagnostics } = readSource("docs/coverage.yaml", text);
  if (source === undefined) throw new Error(JSON.stringify(diagnostics));
  return (source.value as { items: Coverage }).items;
}

type Citations = Readonly<Record<string, readonly string[]>>;

/** What can carry a teaching, by key, with what it cites: questions, guide pages and figures. */
export function carriersIn(
  rubrics: readonly RubricFile[],
  guide: Guide,
): ReadonlyMap<string, Citations> {
  const { pages, figures = [] } = guide;
  return new Map<string, Citations>([
    ...rubrics
      .flatMap(questionsIn)
      .map(({ key, criterion }) => [key, criterion.from ?? {}] as const),
    ...pages.map(({ id, from }) => [`guide/${id}`, from] as const),
    ...figures.map(({ id, from }) => [`figures/${id}`, from] as const),
  ]);
}

/** Entries that name nothing, name something that is not there, or give no reason. */
export function placingProblems(
  coverage: Coverage,
  carriers: ReadonlyMap<string, Citations>,
): string[] {
  return Object.entries(coverage).flatMap(([id, placing]) => {
    if (isLeftOut(placing)) return placing["left-out"].trim() === "" ? [`${id}: no reason`] : [];
    if (placing.length === 0) return [`${id}: placed nowhere`];
    return placing.filter((key) => !carriers.has(key)).map((key) => `${id}: there is no ${key}`);
  });
}

export function leftOut(coverage: Coverage): string[] {
  return Object.keys(coverage).filter((id) => isLeftOut(coverage[id] ?? []));
}

export function isLeftOut(placing: Placing): placing is { readonly "left-out": string } {
  return "left-out" in placing;
}
