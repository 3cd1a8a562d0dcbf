import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { PACKAGE_FOLDER, runInMemory } from "../support/context.ts";

const PRINCIPLES = join(PACKAGE_FOLDER, "rubrics", "principles.yaml");

describe("coprod lint --explain plain/reading-age FILE", () => {
  it("prints the figures of each section below the page", async () => {
    const { exitCode, stdout } = await runInMemory([
      "lint",
      "--explain",
      "plain/reading-age",
      PRINCIPLES,
    ]);
    expect(exitCode).toBe(0);
    const [page = "", table = ""] = stdout.split(/\n(?=\S*principles\.yaml\n)/u);
    expect(page).toContain("Flesch-Kincaid");
    const rows = table.split("\n").filter((line) => /^ +\d/u.test(line));
    expect(rows).toHaveLength(3);
    for (const row of rows) {
      const [words = 0, sentences = 0, grade = 0, ease = 0, smog = 0, ari = 0, coleman = 0] = row
        .trim()
        .split(/ +/u)
        .map(Number);
      expect(words).toBeGreaterThan(100);
      expect(sentences).toBeGreaterThan(30);
      // Lint holds the grade to this.
      expect(grade).toBeLessThanOrEqual(6);
      expect(ease).toBeGreaterThan(60);
      for (const other of [smog, ari, coleman]) expect(other).toBeLessThan(12);
    }
  });

  it("refuses a file where the rule has no figures", async () => {
    const { exitCode, stderr } = await runInMemory([
      "lint",
      "--explain",
      "plain/latin",
      PRINCIPLES,
    ]);
    expect(exitCode).toBe(2);
    expect(stderr).toContain("Only plain/reading-age has.");
  });
});
