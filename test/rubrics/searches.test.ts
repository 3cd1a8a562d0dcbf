import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { searchGuide } from "../../src/guide/search.ts";
import { readSource } from "../../src/yaml/source-file.ts";
import { PACKAGE_FOLDER } from "../support/context.ts";
import { GUIDE } from "./checks/bundled.ts";

interface Search {
  readonly typed: string;
  /** Ids of the pages that answer it. */
  readonly pages: readonly string[];
}

const FILE = join(PACKAGE_FOLDER, "test", "fixtures", "searches.yaml");
const { source } = readSource("searches.yaml", readFileSync(FILE, "utf8"));
const { searches } = Object(source?.value) as { readonly searches: readonly Search[] };

/** The pages that a reader sees at once: the best two. */
function foundFirst({ typed }: Search): readonly string[] {
  return searchGuide(GUIDE, typed)
    .slice(0, 2)
    .map(({ id }) => id);
}

describe("the searches that practitioners make", () => {
  it("are 60 different ones, each for pages that are there", () => {
    const ids = new Set(GUIDE.pages.map(({ id }) => id));
    expect(new Set(searches.map(({ typed }) => typed)).size).toBe(60);
    expect(searches.flatMap(({ pages }) => pages).filter((page) => !ids.has(page))).toEqual([]);
  });

  it("find the right page first or second, 55 of 60 or more", () => {
    const missed = searches
      .filter((search) => !search.pages.some((page) => foundFirst(search).includes(page)))
      .map((search) => `${search.typed}: ${foundFirst(search).join(", ") || "nothing"}`);
    const found = searches.length - missed.length;
    process.stdout.write(`\nsearches: ${found} of ${searches.length} find their page\n`);
    expect(found, missed.join("\n")).toBeGreaterThanOrEqual(55);
  });
});
