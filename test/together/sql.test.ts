import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { VIEWS } from "../../src/together/rows.ts";
import { PACKAGE_FOLDER } from "../support/context.ts";

const FOLDER = join(PACKAGE_FOLDER, "src/together/sql");
const FILES = readdirSync(FOLDER).filter((name) => name.endsWith(".sql"));

/** What DuckDB and PostgreSQL do differently, or one of them not at all. */
const NEVER: readonly (readonly [string, RegExp])[] = [
  ["a division: 7/2 is 3.5 or 3", /\//u],
  ["rounding: 2.5 is 3 or 2", /\bround\s*\(|\bfloor\s*\(|\bceil(?:ing)?\s*\(/u],
  ["a mean: it is no whole number", /\b(?:avg|stddev\w*|var_\w+|median)\s*\(/u],
  ["a sum: HUGEINT or bigint", /(?<!cast\()\bsum\s*\(/u],
  ["an aggregate that one lacks", /\b(?:any_value|every|div|to_char|mode)\s*\(/u],
  ["groups by everything", /group by all/u],
  ["JSON", /json/u],
  ["similar to: a regular expression in one", /similar to/u],
  ["texts of a length: not cut in one", /\b(?:var)?char\s*\(\s*\d/u],
  ["a number made text: 100000.0 or 100000", /::|\bcast\s*\([^)]* as (?:text|varchar)/u],
  ["small letters of Welsh names: not in every database", /\b(?:lower|upper)\s*\(|\bilike\b/u],
  ["names in capitals", /\b[A-Z]{2,}\b|"[^"]*[A-Z][^"]*"(?<!"C")/u],
];

describe.each(FILES)("%s", (name) => {
  const text = readFileSync(join(FOLDER, name), "utf8");
  const code = text.replace(/^--.*$/gmu, "");

  it("begins with a comment and is the one view of its name", () => {
    expect(text).toMatch(/^-- [A-Z]/u);
    const views = [...code.matchAll(/create or replace view (\w+) as/gu)].map(([, view]) => view);
    expect(views).toEqual([name.replace(".sql", "")]);
    expect(code.trim().endsWith(";")).toBe(true);
  });

  it.each(NEVER)("does without %s", (_, sign) => {
    expect(code).not.toMatch(sign);
  });

  it("says of every order how texts sort and where nothing goes, and is in no order of charities", () => {
    const [, order = ""] = /order by ([^;]*)/u.exec(code) ?? [];
    const parts = order.split(",").map((part) => part.trim());
    expect(parts.length).toBeGreaterThan(0);
    for (const part of parts) expect(part).toMatch(/^[\w.]+ (?:collate "C" )?nulls last$/u);
    const texts = parts.filter((part) => !/^(?:level|must_level|furthest)\b/u.test(part));
    for (const part of texts) expect(part).toContain('collate "C"');
    const grouped = [...code.matchAll(/group by ([^\n]*)\n(?=order)/gu)].at(-1)?.[1] ?? "";
    expect(parts.map((part) => part.split(" ")[0]).join(", ")).toBe(grouped);
    expect(order).not.toMatch(/\b(?:id|low|high|known|charities|size|region)\b/u);
  });
});

it("every file of SQL is counted with", () => {
  expect(new Set(Object.keys(VIEWS).map((view) => `${view}.sql`))).toEqual(new Set(FILES));
});
