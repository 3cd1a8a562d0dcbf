import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { PACKAGE_FOLDER } from "../support/context.ts";

/** The failure cases of the workshop's design; each one is named by its number in the title of a test. */
const ROWS = Array.from({ length: 35 }, (_, index) => index + 1);

/** Tests of a row whose title says it in words. */
const IN_WORDS = [
  {
    row: 15,
    file: "test/files/plain-mode.test.ts",
    title: "with flag %s, setting %s, ACCESSIBLE %s and TERM %s: %s",
  },
];

const TITLE = /["'`]rows? (?<first>\d+)(?:(?: and |, )(?<more>[\d, and]+))?:/gu;

function rowsIn(text: string): readonly number[] {
  return [...text.matchAll(TITLE)].flatMap(({ groups }) =>
    `${groups?.["first"]} ${groups?.["more"] ?? ""}`.match(/\d+/gu)?.map(Number),
  ) as readonly number[];
}

function textOf(file: string): string {
  return readFileSync(join(PACKAGE_FOLDER, file), "utf8");
}

describe("the failure cases of a workshop", () => {
  it("each have a test with their number, or one that is named here", () => {
    const files = readdirSync(join(PACKAGE_FOLDER, "test"), { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".test.ts"))
      .map((name) => `test/${name}`);
    expect(files.length).toBeGreaterThan(50);
    const named = new Set(files.flatMap((file) => rowsIn(textOf(file))));
    const inWords = IN_WORDS.map(({ row }) => row);
    expect(ROWS.filter((row) => !named.has(row) && !inWords.includes(row))).toEqual([]);
    expect([...named].filter((row) => !ROWS.includes(row))).toEqual([]);
  });

  it.each(IN_WORDS)("row $row is told in words by a test that is there", ({ file, title }) => {
    expect(textOf(file)).toContain(`"${title}"`);
  });

  it("are found in titles, and nowhere else", () => {
    const text = 'it("row 7: x"); it("rows 3, 5 and 34: y"); // row 9: z\nit("a row 8: w")';
    expect(rowsIn(text)).toEqual([7, 3, 5, 34]);
  });
});
