import { describe, expect, it } from "vitest";
import { parseAssessment } from "../../../src/assessment/parse.ts";
import { type MemoryFiles, runInMemory } from "../../support/context.ts";
import { SMALL_PRINCIPLES } from "../../support/small-rubrics.ts";
import { begun, OUR, sit } from "../../support/workshop.ts";

const PATH = "/charity/principles.yaml";
/** The four questions: 1, 2, 3, 4. */
const ANSWERS = ["1", "2", "3", "4"];

const answersIn = (files: MemoryFiles) =>
  parseAssessment("our.yaml", files.texts.get(OUR) ?? "").file?.answers ?? {};

async function changed(change: (rubric: string) => string): Promise<MemoryFiles> {
  const files = await begun(ANSWERS);
  const rubric = change(SMALL_PRINCIPLES).replace("version: 1.0.0", "version: 2.0.0");
  expect(rubric).not.toBe(SMALL_PRINCIPLES.replace("version: 1.0.0", "version: 2.0.0"));
  files.texts.set(PATH, rubric);
  return files;
}

const RETURN = ["s", ""];

describe("row 23: a rubric that has changed since the last session", () => {
  it("row 23: keeps and marks the answer to a question with a new wording, and says the old one", async () => {
    const files = await changed((text) =>
      text.replace("Do we talk about power?", "Do we talk openly about power?"),
    );
    const before = answersIn(files);
    const { said, exitCode } = await sit([...RETURN, "q"], { files });
    expect(exitCode).toBe(0);
    expect(said).toContain("The questions have changed since then. 1 has new wording.");
    expect(said).toContain("Before, it was: Do we talk about power?");
    expect(answersIn(files)).toEqual(before);
    // Enter keeps the answer, now for the new wording.
    await sit([...RETURN, "", "q"], { files });
    expect(answersIn(files)["principles/power"]).toMatchObject({
      answer: "not-yet",
      asked: { wording: "Do we talk openly about power?" },
    });
  });

  it("row 23: asks a question that was added, and leaves the others alone", async () => {
    const added = `      - id: hear
        asks: Do people hear back?
        levels: { not-yet: No., in-places: In one team., usual: In each team., shared: People say so. }
        next: { shared: { do: Do it., first: Start., effort: small, who: Chair, sign: It is done. } }
`;
    const files = await changed((text) => `${text}${added}`);
    const before = answersIn(files);
    const { said, stderr } = await sit([...RETURN, "2", "q"], { files });
    expect(stderr).toBe("");
    expect(said).toContain("Do people hear back?");
    const { "principles/hear": hear, ...others } = answersIn(files);
    expect(hear?.answer).toBe("in-places");
    expect(others).toEqual(before);
  });

  it("row 23: keeps the answer to a question that was taken out, and says so", async () => {
    const files = await changed((text) =>
      text.replace(/ {6}- id: costs[\s\S]*?(?= {6}- id: board)/u, ""),
    );
    const before = answersIn(files);
    const { said } = await sit([...RETURN, "q"], { files });
    expect(said).toContain("1 was taken out. Its answer is kept in the file.");
    expect(said).not.toContain("Are costs covered?");
    expect(answersIn(files)).toEqual(before);
  });

  it("row 23: knows a question that was moved within its part, and asks nothing again", async () => {
    const files = await changed((text) => {
      const costs = / {6}- id: costs[\s\S]*?(?= {6}- id: board)/u.exec(text)?.[0] ?? "";
      return text.replace(costs, "").replace("      - id: power", `${costs}      - id: power`);
    });
    const before = answersIn(files);
    const { said } = await sit([...RETURN, "q"], { files });
    expect(said).not.toContain("The questions have changed");
    expect(said).toContain("Checklist 1 of 2");
    expect(answersIn(files)).toEqual(before);
  });

  it("row 23: finds the answer to a question that was renamed, where the rubric says so", async () => {
    const files = await changed((text) =>
      text.replace("- id: power\n", "- id: who-decides\n        formerly: [power]\n"),
    );
    const before = answersIn(files);
    const { said } = await sit([...RETURN, "g 1", "q"], { files });
    expect(said).toContain("Our answer so far: 1, Not yet.");
    expect(said).not.toContain("taken out");
    expect(answersIn(files)).toEqual(before);
  });
});

describe("row 24: a rubric with five levels where there were four", () => {
  const FIFTH = (text: string) =>
    text
      .replace("- { id: usual,", "- { id: often, name: Often }\n    - { id: usual,")
      .replaceAll("usual:", "often: In most teams., usual:");

  it("row 24: keeps every answer at the level it was given, with that level's words, and asks to look again", async () => {
    const files = await changed(FIFTH);
    const before = answersIn(files);
    const { said } = await sit([...RETURN, "g 3", "q"], { files });
    expect(answersIn(files)).toEqual(before);
    expect(before["principles/board"]).toMatchObject({ answer: "usual", asked: { level: "Two." } });
    // It was level 3 of 4 and is level 4 of 5: the same level, under its own name.
    expect(said).toContain("Our answer so far: 4, Usual practice.");
    expect(said).toContain("4 have new wording. Your answers are kept");
  });

  it("row 24: counts no answer of the old scale until somebody has looked at it again", async () => {
    const files = await changed(FIFTH);
    const { said } = await sit([...RETURN, "l", "q"], { files });
    expect(said).toContain("0 answered");
    const score = await runInMemory(["score", "our.yaml"], { files });
    expect(score.stderr).toContain("answer/old-wording");
  });

  it("row 24: opens where a given level is gone, keeps the answer, and asks to look again", async () => {
    const files = await changed((text) =>
      text.replaceAll("usual", "often").replace("name: Usual practice", "name: Often"),
    );
    const before = answersIn(files);
    const { said } = await sit([...RETURN, "g 3", "q"], { files });
    expect(said).toContain("have new wording");
    expect(answersIn(files)).toEqual(before);
    const score = await runInMemory(["score", "our.yaml"], { files });
    expect(score.exitCode).toBe(0);
    expect(score.stderr).toContain("answer/unknown-level");
  });
});
