import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parseAssessment } from "../../src/assessment/parse.ts";
import { itemsOf } from "../../src/workshop/items.ts";
import { memoryFiles, PACKAGE_FOLDER, runInMemory, scriptedPrompter } from "../support/context.ts";
import { askedAfterFelt } from "../support/felt.ts";
import { rubricFrom } from "../support/small-rubrics.ts";

const RUBRICS = ["principles", "barriers"].map((id) =>
  rubricFrom(readFileSync(join(PACKAGE_FOLDER, "rubrics", `${id}.yaml`), "utf8")),
);
/** All barriers are felt the same, so that the checklists of the first three follow. */
const ITEMS = askedAfterFelt(itemsOf(RUBRICS, { quick: false }), 1);
const QUESTIONS = ITEMS.filter(
  ({ kind, number }) => kind === "question" && !number.startsWith("c"),
);

const FIRST = "/charity/harbour-lane.yaml";
const SECOND = "/charity/harbour-lane-2027-05.yaml";

/** The same answer to whatever is left, first the questions and then the lists; Enter goes on without votes. */
function answersFrom(index: number, level: string): readonly string[] {
  return ITEMS.slice(index).flatMap((item) =>
    item.kind === "question"
      ? ["", item.number.startsWith("c") ? "2" : level]
      : [item.criteria.map(() => (item.titles === undefined ? "p" : "2")).join(" "), ""],
  );
}

/** Day one: charity, everything, ten people, talk; votes, a disagreement, not sure, a note, and a stop at the fifth. */
const DAY_ONE = [
  ...["Harbour Lane", "", "", "", "4", "4", "0", "2", "", "2", "3"],
  ...["v", "1122", "3334", "34", "d", "We are asked, then it goes quiet", "We change things", ""],
  ...["2", "u", "s", "w", "Bus fares come late", "", "q"],
];

/** Day two: other people, one more group, and the rest. */
const DAY_TWO = ["n", "3", "5", "0", "0", "Commissioner", "1", "", "1", "", ...answersFrom(4, "2")];

/** The pages are read out, a step is agreed with who and when, one is put off, one turned down; no paper. */
const END = ["1", "", "", "", "", "1", "Chair", "March 2027", "2", "3", "No money", "f", ""];

async function assess(
  files: ReturnType<typeof memoryFiles>,
  lines: readonly string[],
  day: string,
) {
  return runInMemory(["assess", "--plain"], {
    files,
    now: () => new Date(`${day}T10:00:00Z`),
    openPrompter: () => scriptedPrompter(lines),
  });
}

function fileAt(files: ReturnType<typeof memoryFiles>, path: string) {
  const { file, diagnostics } = parseAssessment(path, files.texts.get(path) ?? "");
  expect(diagnostics).toEqual([]);
  if (file === undefined) throw new Error(`no assessment in ${path}`);
  return file;
}

describe("the story of a workshop: two days, other people, and six months later", () => {
  it("goes from the first key to compare, and nothing that was agreed is lost", async () => {
    const files = memoryFiles();
    const one = await assess(files, DAY_ONE, "2026-11-30");
    expect(one.exitCode, one.stderr).toBe(0);
    const two = await assess(files, [...DAY_TWO, "2", "", ...END], "2026-12-07");
    expect(two.exitCode, two.stderr).toBe(0);

    const first = fileAt(files, FIRST);
    expect(first.sessions?.map(({ how }) => how)).toEqual(["stopped", "finished"]);
    expect(first.sessions?.map(({ people = [] }) => people.length)).toEqual([4, 5]);
    expect(first.actions?.map(({ id, who, by }) => [id, who, by])).toEqual([
      ["a1", "Chair", "2027-03"],
    ]);
    expect(first.suggestions?.map(({ said }) => said)).toEqual(["later", "no"]);
    const open = QUESTIONS.filter((item) => item.kind === "question").filter(
      ({ criterion }) => first.answers?.[criterion.key]?.answer === undefined,
    );
    expect(open).toEqual([]);

    const done = await runInMemory(
      ["actions", "--done", "1", "--helped", "partly", "--note", "Two of three"],
      { files },
    );
    expect(done.stdout).toContain("Action 1 is done");

    // Six months later the finished one is not opened again: a new one begins, and nobody is counted yet.
    const start = ["1", "", "", "3", "3", "0", "0", "", "", "3"];
    const later = [...start, ...answersFrom(0, "3"), "1", "f", ""];
    const three = await assess(files, later, "2027-05-29");
    expect(three.exitCode, three.stderr).toBe(0);
    expect(three.stdout.replace(/\s+/gu, " ")).toContain("harbour-lane.yaml is finished.");
    expect(three.stdout).toContain("Last time:");
    expect(three.stdout.replace(/\s+/gu, " ")).toContain(
      "We ask this first, because action 1 of last time is done:",
    );
    const second = fileAt(files, SECOND);
    expect(second.previous).toMatchObject({ title: "Harbour Lane, November 2026", actions: 1 });
    expect(second.sessions?.map(({ how }) => how)).toEqual(["finished"]);

    // Without a name the newer of the two is meant.
    const plan = await runInMemory(
      ["plan", "--previous", "harbour-lane.yaml", "-f", "md", "-o", "-"],
      { files },
    );
    expect(plan.stdout).toContain("Harbour Lane, November 2026");
    expect(plan.stdout).toContain("Two of three");
    const compared = await runInMemory(
      ["compare", "harbour-lane.yaml", "harbour-lane-2027-05.yaml"],
      { files },
    );
    expect(compared.exitCode, compared.stderr).toBe(0);
    expect(compared.stdout).toContain("What came of each action:");
    expect(compared.stdout).toMatch(/- 1: [\s\S]+It helped in part\./u);
  });
});
