import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { examples } from "../../support/examples.ts";
import { fixableFile, harmOf } from "../../support/harmless-fix.ts";

describe("--fix", () => {
  it("does no harm to any text: values stay, no rule finds more, and a second fix changes nothing", async () => {
    await fc.assert(
      fc.asyncProperty(fixableFile, async (file) => {
        expect(await harmOf(file)).toBeUndefined();
      }),
      { numRuns: examples(60, 10_000) },
    );
  }, 3_600_000);
});
