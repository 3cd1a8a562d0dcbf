import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FIRST_LINES, isCutOff, withEnd } from "../../src/assessment/end-mark.ts";
import { parseAssessment } from "../../src/assessment/parse.ts";

const EXAMPLE = readFileSync(
  join(import.meta.dirname, "../../docs/examples/river-house.yaml"),
  "utf8",
);
const OURS = `${FIRST_LINES}\n${EXAMPLE.replace(/^#.*\n/gmu, "")}`;
const FILE = withEnd(OURS);

const isRead = (text: string) => parseAssessment("our.yaml", text).file !== undefined;

describe("the end of a file that coprod made", () => {
  it("is noticed where it is missing, wherever the file was cut", () => {
    expect(isRead(FILE)).toBe(true);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: FILE.length - 2 }), (length) => {
        expect(isRead(FILE.slice(0, length))).toBe(false);
      }),
      { numRuns: 300 },
    );
  });

  it("stays one line, however often and wherever lines are added", () => {
    expect(withEnd(FILE)).toBe(FILE);
    expect(withEnd(`${FILE}more: 1\n`)).toBe(FILE.replace("# The end\n", "more: 1\n# The end\n"));
    const windows = FILE.replaceAll("\n", "\r\n");
    expect(withEnd(windows)).toBe(windows);
  });

  it("is told from a change by hand", () => {
    expect(isRead(FILE.replace(/^title: .*$/mu, "title: Changed by hand"))).toBe(true);
    expect(isRead(`${FILE}\n\n`)).toBe(true);
    expect(isRead(`${FILE}# somebody was here\n`)).toBe(true);
  });

  it("is not asked of files that never had one, and comes with the next save of an older one", () => {
    expect(isCutOff(EXAMPLE)).toBe(false);
    expect(withEnd("coprod: assessment/1\n")).toBe("coprod: assessment/1\n");
    const older = OURS.replace(/^# The last line .*\n/mu, "");
    expect(isCutOff(older)).toBe(false);
    expect(withEnd(older)).toBe(FILE);
  });
});
