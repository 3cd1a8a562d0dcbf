import { describe, expect, it } from "vitest";
import { parseAssessment } from "../../src/assessment/parse.ts";
import { hiddenVotes, unhiddenVotes } from "../../src/assessment/schema.ts";

const ROUND = { staff: { usual: 2, unsure: 1 }, trustees: {} };

function assessmentWith(unrevealed: string): ReturnType<typeof parseAssessment> {
  return parseAssessment(
    "ours.yaml",
    `coprod: assessment/1\ntitle: Ours\nrubrics: [{ id: principles }]\nanswers:\n  principles/hear-back:\n    unrevealed: ${unrevealed}\n`,
  );
}

describe("votes that are typed and not shown", () => {
  it("come back from the form in which nobody reads them by chance", () => {
    const hidden = hiddenVotes(ROUND);
    expect(hidden).not.toContain("usual");
    expect(unhiddenVotes(hidden)).toEqual(ROUND);
    expect(assessmentWith(hidden).diagnostics).toEqual([]);
  });

  it("open as version 0.1 wrote them, in the open", () => {
    const { file, diagnostics } = assessmentWith(
      "{ staff: { usual: 2, unsure: 1 }, trustees: {} }",
    );
    expect(diagnostics).toEqual([]);
    expect(unhiddenVotes(file?.answers?.["principles/hear-back"]?.unrevealed)).toEqual(ROUND);
  });

  it.each(["nonsense", "{ staff: many }"])("are not taken from %s", (written) => {
    expect(assessmentWith(written).diagnostics.map(({ severity }) => severity)).toContain("error");
  });
});
