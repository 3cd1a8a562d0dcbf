import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readSource } from "../../../src/yaml/source-file.ts";
import { PACKAGE_FOLDER } from "../../support/context.ts";
import type { Prose } from "./prose-checks.ts";

// The texts are other people's work, so they stand beside the repository rather than in it.
const FOLDER = join(PACKAGE_FOLDER, "..", "shared", "sources");

export const NO_SOURCES = "the source texts do not stand beside the repository (../shared/sources)";

/** The texts that the rubrics draw on by file name; none where they are not at hand. */
export const SOURCE_TEXTS: ReadonlyMap<string, string> = new Map(
  (existsSync(FOLDER) ? readdirSync(FOLDER) : [])
    .filter((name) => name.endsWith(".txt"))
    .map((name) => [name, readFileSync(join(FOLDER, name), "utf8")]),
);

/** One teaching of a source. */
export interface Teaching {
  readonly id: string;
  /** File name of the text that it comes from. */
  readonly source: string;
  readonly assessable: boolean;
}

/** What the sources teach, one entry a teaching; undefined where the list is not at hand. */
export function readInventory(): readonly Teaching[] | undefined {
  const path = join(FOLDER, "inventory.yaml");
  if (!existsSync(path)) return undefined;
  const { source } = readSource("inventory.yaml", readFileSync(path, "utf8"));
  const { items } = Object(source?.value) as { items: readonly Teaching[] };
  return items;
}

const RUN = 7;

/** Every run of seven words that stands in a source, with the source's name. */
export function runsOf(texts: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  return new Map([...texts].flatMap(([name, text]) => runsIn(text).map((run) => [run, name])));
}

/** The runs of seven words in our texts that stand in a source too. */
export function copiedRuns(prose: readonly Prose[], runs: ReadonlyMap<string, string>): string[] {
  return prose.flatMap(({ path, text }) =>
    runsIn(text)
      .filter((run) => runs.has(run))
      .map((run) => `${path}: "${run}" stands in ${runs.get(run)}`),
  );
}

/** Spelling, capitals and signs do not hide a copy. */
function runsIn(text: string): string[] {
  const plain = text
    .toLowerCase()
    .replace(/[’‘]/gu, "'")
    .replaceAll("co-production", "coproduction");
  const words = plain.match(/[a-z0-9]+(?:['-][a-z0-9]+)*/gu) ?? [];
  return words.slice(RUN - 1).map((_, start) => words.slice(start, start + RUN).join(" "));
}
