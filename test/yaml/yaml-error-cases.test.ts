import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test as it } from "vitest";
import { readSource } from "../../src/yaml/source-file.ts";
import { reportOn } from "../support/fixtures.ts";

/** A part of the official YAML test suite; it lies beside the repository where there is any. */
const FOLDER = join(import.meta.dirname, "..", "..", "..", "shared", "data", "yaml-errors");
const CASES = existsSync(FOLDER) ? readdirSync(FOLDER).sort() : [];

it("the official YAML error cases are here", ({ skip }) => {
  skip(CASES.length === 0, "there is no folder shared/data/yaml-errors beside this one");
  expect(CASES.length).toBeGreaterThan(30);
});

describe.runIf(CASES.length > 0)("the official YAML error cases", () => {
  it.each(CASES)("%s is refused with a place, or read", (name) => {
    const text = readFileSync(join(FOLDER, name), "utf8");
    const { source, diagnostics } = readSource(name, text);
    expect(source === undefined).toBe(diagnostics.length > 0);
    for (const { place } of diagnostics) {
      expect(place.line).toBeGreaterThanOrEqual(1);
      expect(place.column).toBeGreaterThanOrEqual(1);
    }
    expect(reportOn(name, text, diagnostics)).not.toContain("undefined");
  });

  it("hardly any of them is taken for sound YAML", () => {
    const taken = CASES.filter(
      (name) => readSource(name, readFileSync(join(FOLDER, name), "utf8")).source !== undefined,
    );
    expect(taken.length).toBeLessThanOrEqual(1);
  });
});
