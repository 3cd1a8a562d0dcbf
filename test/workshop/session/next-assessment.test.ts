import { describe, expect, it } from "vitest";
import { parseAssessment } from "../../../src/assessment/parse.ts";
import { begun, OUR, sit } from "../../support/workshop.ts";

const ALL = ["2", "2", "2", "2", "1", "y p n", "", "1", "y n", ""];
const AT_END = ["1", "", "", "1", "Chair", "March 2027", "1", "", "", "f", ""];
const LATER = () => new Date("2027-05-29T10:00:00Z");

async function finished() {
  return begun([...ALL, ...AT_END]);
}

describe("a finished assessment", () => {
  it("is not opened again without a word, and q changes nothing", async () => {
    const files = await finished();
    const before = files.texts.get(OUR);
    const { said, exitCode } = await sit(["q"], { files, now: LATER });
    expect(exitCode).toBe(0);
    expect(said).toContain("our.yaml is finished. 1 Start a new one, with last time beside it");
    expect(files.texts.get(OUR)).toBe(before);
    expect([...files.texts.keys()].filter((path) => path.endsWith(".yaml"))).toHaveLength(3);
  });

  it("can be changed where people say so", async () => {
    const files = await finished();
    const { said } = await sit(["2", "s", "g 1", "q"], { files, now: LATER });
    expect(said).toContain("Question 1 of 4");
  });

  it("leads to a new one with its questions, groups and open actions, and last time beside it", async () => {
    const files = await finished();
    const { said, exitCode } = await sit(["1", "", "", "s", "3", "q"], { files, now: LATER });
    expect(exitCode).toBe(0);
    expect(said).toContain("Where are we saving? our-2027-05.yaml");
    expect(said).toContain("Last time: 2, In places. Question 2 of 4");
    expect(files.texts.get(OUR)).toBe((await finished()).texts.get(OUR));
    const { file } = parseAssessment("x", files.texts.get("/charity/our-2027-05.yaml") ?? "");
    expect(file).toMatchObject({
      title: "River House, May 2027",
      started: "2027-05-29",
      previous: {
        title: "River House, November 2026",
        started: "2026-11-21",
        file: "./our.yaml",
        actions: 2,
      },
      plan: { charity: "River House" },
    });
    expect(file?.actions?.map(({ id, since }) => [id, since])).toEqual([
      ["a1", "2026-11-21"],
      ["a2", "2026-11-21"],
    ]);
    expect(file?.rubrics.map(({ file: path }) => path)).toEqual([
      "./principles.yaml",
      "./barriers.yaml",
    ]);
  });

  it("asks first about what was done last time, also on another day, and then goes on in order", async () => {
    const files = await finished();
    const text = files.texts.get(OUR) ?? "";
    const about = /id: a2\n {4}for: (.+)\n/u.exec(text)?.[1] ?? "";
    files.texts.set(OUR, text.replace(/(id: a2\n)/u, "$1    status: done\n"));
    const { said } = await sit(["1", "", "", "s", "3", "q"], { files, now: LATER });
    expect(said).toMatch(/We ask this first, because action 2 of last time is done: /u);
    const later = await sit(["our-2027-05.yaml", "s", "g 4", "q"].slice(1), {
      files,
      args: ["our-2027-05.yaml"],
      now: LATER,
    });
    const { file } = parseAssessment("x", files.texts.get("/charity/our-2027-05.yaml") ?? "");
    expect(Object.keys(file?.answers ?? {})).toEqual([about]);
    expect(later.said).not.toContain("We ask this first");
  });

  it("leaves a number for good to an action that is done", async () => {
    const files = await finished();
    files.texts.set(
      OUR,
      (files.texts.get(OUR) ?? "").replace(/(id: a2\n)/u, "$1    status: done\n"),
    );
    const steps = ["3", "3", "g end", "1", "2", "", "", "w", "Something new", "", "", "q"];
    await sit(["1", "", "", "s", ...steps], { files, now: LATER });
    const { file } = parseAssessment("x", files.texts.get("/charity/our-2027-05.yaml") ?? "");
    expect(file?.actions?.map(({ id }) => id)).toEqual(["a1", "a3"]);
  });

  it("is followed by name with --from, and never over a file that is there", async () => {
    const files = await finished();
    const there = await sit([], { files, args: ["--from", "our.yaml"] });
    expect(there.exitCode).toBe(2);
    expect(there.stderr).toContain("our.yaml is there already. Nothing was changed.");
  });
});
