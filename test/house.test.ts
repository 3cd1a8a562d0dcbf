import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { PACKAGE_FOLDER } from "./support/context.ts";
import { houseMeasures } from "./support/house.js";

describe("the house, as a stranger meets it", () => {
  it.each(houseMeasures())("has of $what at most $most", ({ value, most, found = [] }) => {
    expect(value, found.join("\n")).toBeLessThanOrEqual(most);
  });

  it("is measured from what is there", () => {
    const byName = new Map(houseMeasures().map(({ what, value }) => [what, value]));
    expect(byName.get("files in src")).toBeGreaterThan(200);
    expect(byName.get("longest function, lines")).toBeGreaterThan(20);
    expect(byName.get("longest file, lines")).toBeGreaterThan(100);
  });
});

describe("the page about building", () => {
  const page = readFileSync(join(PACKAGE_FOLDER, "docs/building.md"), "utf8");
  /** Paths in code marks; a name in capitals stands for whatever is added. */
  const paths = [...page.matchAll(/`((?:src|test|build|bin|docs|rubrics|templates)\/[^`\s]*)`/gu)]
    .map(([, path = ""]) => path)
    .map((path) => path.replace(/[^/]*(?:NAME|LANGUAGE|GROUP).*$/u, ""));

  it("names only files and folders that exist", () => {
    expect(paths.length).toBeGreaterThan(30);
    expect(paths.filter((path) => !existsSync(join(PACKAGE_FOLDER, path)))).toEqual([]);
  });

  it("shows every room at the top of src", () => {
    const shown = [...page.matchAll(/^ {2}([a-z]+)\/ {2,}/gmu)].map(([, room]) => room);
    const rooms = readdirSync(join(PACKAGE_FOLDER, "src"), { withFileTypes: true });
    const folders = rooms.filter((entry) => entry.isDirectory()).map(({ name }) => name);
    expect(new Set(shown)).toEqual(new Set(folders));
  });
});
