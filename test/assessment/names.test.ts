import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { looksLikeName, namesIn } from "../../src/assessment/names.ts";

/** One text a line; what stands behind `who:` is who leads an action. */
function linesOf(name: string): readonly string[] {
  const path = join(import.meta.dirname, "names", `${name}.txt`);
  return readFileSync(path, "utf8").trimEnd().split("\n");
}

function isWarnedAbout(line: string): boolean {
  const [, role] = /^who: (.+)$/u.exec(line) ?? [];
  return role === undefined ? namesIn(line).length > 0 : looksLikeName(role);
}

const WITH = linesOf("with");
const WITHOUT = linesOf("without");
const missed = WITH.filter((line) => !isWarnedAbout(line));
const wrong = WITHOUT.filter(isWarnedAbout);

describe("names", () => {
  it("are noticed in at least 95 of 100 texts that have one, and in at most 2 of 100 that have none", () => {
    const share = (part: number, whole: number) => `${((100 * part) / whole).toFixed(1)} %`;
    process.stdout.write(
      `\nnames: ${WITH.length} texts with one, ${share(WITH.length - missed.length, WITH.length)} noticed; ` +
        `${WITHOUT.length} without, ${share(wrong.length, WITHOUT.length)} taken for one\n`,
    );
    expect([WITH.length, WITHOUT.length]).toEqual([200, 400]);
    expect(missed.length / WITH.length, missed.join("\n")).toBeLessThanOrEqual(0.05);
    expect(wrong.length / WITHOUT.length, wrong.join("\n")).toBeLessThanOrEqual(0.02);
  });
});
