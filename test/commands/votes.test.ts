import { describe, expect, it } from "vitest";
import { parseDocument } from "yaml";
import {
  type MemoryFiles,
  memoryFiles,
  runInMemory,
  scriptedPrompter,
} from "../support/context.ts";

const HEAD = `coprod: assessment/1
title: River House, November 2026
started: 2026-11-21
rubrics:
  - { id: before-you-start }
`;
const PEOPLE = `people:
  - { group: lived-experience, name: People with lived experience, present: 2 }
  - { group: staff, name: Staff, present: 3 }
`;

const ASSESSMENT = `# Kept by the chair.\n${HEAD}${PEOPLE}`;

async function add(
  files: MemoryFiles,
  args: readonly string[],
  setting: Parameters<typeof runInMemory>[1] = {},
) {
  const ran = await runInMemory(["votes", "add", "ours.yaml", ...args], { files, ...setting });
  return { ...ran, text: files.texts.get("/charity/ours.yaml") ?? "" };
}

function fileOf(text: string) {
  return parseDocument(text).toJS();
}

const rubric = await import("../../src/files/rubrics.ts");
const SIZE = await sizeOf();

async function sizeOf(): Promise<number> {
  const { PACKAGE_FOLDER } = await import("../support/context.ts");
  const context = { files: memoryFiles(), packageFolder: PACKAGE_FOLDER, cwd: "/charity" };
  const found = await rubric.loadBundled(context as never, "before-you-start");
  const { sheetQuestions } = await import("../../src/voices/slip.ts");
  return sheetQuestions([found]).length;
}

/** A slip on which every answer is the same. */
const slip = (group: string, answer: string) => `${group} ${answer.repeat(SIZE)}`;

describe("coprod votes add", () => {
  it("takes no assessment for slips, and says what puts two together", async () => {
    const files = memoryFiles({ "ours.yaml": ASSESSMENT, "their room.yaml": ASSESSMENT });
    const { exitCode, stderr, text } = await add(files, ["their room.yaml", "--yes"]);
    expect(stderr).toContain("their room.yaml is an assessment, and no slips. Nothing was saved.");
    expect(stderr).toContain('coprod merge ours.yaml "their room.yaml"');
    expect([exitCode, text]).toEqual([2, ASSESSMENT]);
  });

  it("adds a file of slips as counts, and leaves the comments and the people who were there", async () => {
    const files = memoryFiles({
      "ours.yaml": ASSESSMENT,
      "slips.txt": `${slip("le", "1")}\n\n# a remark\n${slip("LE", "2")}\n${slip("st", "u")}\n${slip("st", "-")}\n`,
    });
    const { exitCode, stdout, text } = await add(files, ["slips.txt", "--yes"]);
    expect(stdout).toContain("4 people to add");
    expect(exitCode).toBe(0);
    expect(text).toContain("# Kept by the chair.");
    const file = fileOf(text);
    expect(file.people.map(({ present }: { present: number }) => present)).toEqual([2, 3]);
    expect(file.voices).toMatchObject([
      { from: "sheets", on: "2026-11-21", people: { "lived-experience": 2, staff: 2 } },
    ]);
    const [first] = Object.values<{ outside: unknown }>(file.answers);
    expect(Object.keys(file.answers)).toHaveLength(SIZE);
    expect(first?.outside).toMatchObject([
      { from: "sheets", votes: { "lived-experience": expect.anything(), staff: { unsure: 1 } } },
    ]);
  });

  it("adds the same file once, and of a longer one only what is new", async () => {
    const lines = [slip("le", "1"), slip("le", "2"), slip("st", "1")];
    const files = memoryFiles({ "ours.yaml": ASSESSMENT, "slips.txt": lines.join("\n") });
    const { text: first } = await add(files, ["slips.txt", "--yes"]);
    const second = await add(files, ["slips.txt", "--yes"]);
    expect(second.text).toBe(first);
    expect(second.stdout).toContain("Nothing is new. Nothing was changed.");
    files.texts.set("/charity/slips.txt", [...lines, slip("st", "1")].join("\r\n"));
    const third = await add(files, ["slips.txt", "--yes"]);
    expect(third.stdout).toContain("1 person to add");
    expect(fileOf(third.text).voices[0].people).toEqual({ "lived-experience": 2, staff: 2 });
  });

  it("tells every line that it cannot read, and then saves nothing", async () => {
    const files = memoryFiles({
      "ours.yaml": ASSESSMENT,
      "slips.txt": `${slip("le", "1")}\nle 1\nxx 1 2\n${slip("le", "9")}\n`,
    });
    const { exitCode, stderr, text } = await add(files, ["slips.txt", "--yes"]);
    expect(exitCode).toBe(1);
    expect(text).toBe(ASSESSMENT);
    expect(stderr).toContain("slips.txt has 3 lines that could not be read. Nothing was saved.");
    expect(stderr.match(/^ {2}Line (\d+)/gmu)).toEqual(["  Line 2", "  Line 3", "  Line 4"]);
  });

  it("saves nothing as a preview, and nothing where nobody says yes", async () => {
    const files = memoryFiles({ "ours.yaml": ASSESSMENT, "slips.txt": slip("le", "1") });
    const preview = await add(files, ["slips.txt", "--preview"]);
    expect(preview.exitCode).toBe(0);
    expect(preview.stdout).toContain("This was a preview. Nothing was saved.");
    const silent = await add(files, ["slips.txt"]);
    expect(silent.exitCode).toBe(2);
    const no = await add(files, ["slips.txt", "--plain"], { lines: ["n"] });
    expect([preview.text, silent.text, no.text]).toEqual([ASSESSMENT, ASSESSMENT, ASSESSMENT]);
    const yes = await add(files, ["slips.txt", "--plain"], { lines: ["y"] });
    expect(fileOf(yes.text).voices).toHaveLength(1);
  });

  it("reads slips from a pipe", async () => {
    const files = memoryFiles({ "ours.yaml": ASSESSMENT });
    const { text } = await add(files, ["--yes"], { readStdin: async () => slip("st", "2") });
    expect(fileOf(text).voices).toMatchObject([{ people: { staff: 1 } }]);
  });

  it("never counts a form twice, by the id on its line", async () => {
    const files = memoryFiles({ "ours.yaml": ASSESSMENT });
    const form = { readStdin: async () => `${slip("st", "2")} #7f3k\n${slip("st", "1")} #9aa2` };
    await add(files, ["--yes"], form);
    const { text } = await add(files, ["--yes"], form);
    expect(fileOf(text).voices).toMatchObject([{ from: "form", people: { staff: 2 } }]);
    expect(text).not.toContain("7f3k");
  });

  it("adds several files in one go, each beside what those before it add", async () => {
    const files = memoryFiles({
      "ours.yaml": ASSESSMENT,
      "a.txt": `${slip("st", "2")} #7f3k\n`,
      "b.txt": `${slip("st", "2")} #7f3k\n${slip("le", "1")} #9aa2\n`,
      "c.txt": `${slip("le", "u")}\n`,
      "d.txt": "# nothing yet\n",
    });
    const { exitCode, stdout, text } = await add(files, [
      ...["a.txt", "b.txt", "c.txt", "d.txt", "a.txt", "--yes"],
    ]);
    expect(exitCode).toBe(0);
    expect(stdout).toContain("b.txt: 1 person to add");
    expect(stdout).toContain("1 person added before, and left out.");
    expect(stdout).toContain("d.txt: nothing to add.\n3 people to add in all.\n");
    expect(stdout).toContain("Added: 3 people.");
    expect(fileOf(text).voices).toMatchObject([
      { from: "form", people: { staff: 1, "lived-experience": 1 } },
      { from: "sheets", people: { "lived-experience": 1 } },
    ]);
    const again = await add(files, ["a.txt", "b.txt", "c.txt", "--yes"]);
    expect(again.text).toBe(text);
  });

  it("says how to count other people who answered alike, but not of a form that comes again", async () => {
    const files = memoryFiles({
      "ours.yaml": ASSESSMENT,
      "a.txt": slip("le", "2"),
      "b.txt": slip("le", "2"),
    });
    await add(files, ["a.txt", "--yes"]);
    const alike = await add(files, ["b.txt", "--yes"]);
    expect(alike.stdout).toContain(
      'Are these other people? Then give the file a name of its own, such as  --name "Day centre".',
    );
    const { text } = await add(files, ["b.txt", "--yes", "--name", "Day centre"]);
    expect(fileOf(text).voices).toMatchObject([{ people: { "lived-experience": 2 } }]);
    const form = { readStdin: async () => `${slip("st", "2")} #7f3k` };
    await add(files, ["--yes"], form);
    expect((await add(files, ["--yes"], form)).stdout).not.toContain("other people");
  });

  it("tells of every file what could not be read, and then adds none", async () => {
    const files = memoryFiles({
      "ours.yaml": ASSESSMENT,
      "a.txt": slip("st", "2"),
      "b.txt": "xx 1",
      "c.txt": "le 9",
    });
    const { exitCode, stderr, text } = await add(files, ["a.txt", "b.txt", "c.txt", "--yes"]);
    expect(exitCode).toBe(1);
    expect(stderr).toContain("b.txt has 1 line that could not be read. Nothing was saved.");
    expect(stderr).toContain("c.txt has 1 line that could not be read. Nothing was saved.");
    expect(text).toBe(ASSESSMENT);
  });

  it("adds a tally of another room once", async () => {
    const choices = Number(
      /(\d+): one for each/u.exec(
        (
          await add(memoryFiles({ "ours.yaml": ASSESSMENT }), ["--tally", "--yes"], {
            readStdin: async () => "1 le 1",
          })
        ).stderr,
      )?.[1],
    );
    const counts = ["4", "1", ...Array(choices - 2).fill(".")].join(" ");
    const files = memoryFiles({
      "ours.yaml": ASSESSMENT,
      "tally.txt": `1 le ${counts}\n2 le ${counts}\n`,
    });
    await add(files, ["tally.txt", "--tally", "--yes"]);
    const { text } = await add(files, ["tally.txt", "--tally", "--yes"]);
    expect(fileOf(text).voices).toMatchObject([
      { from: "room", people: { "lived-experience": 5 } },
    ]);
  });

  it("leaves an answer that the room agreed as it is", async () => {
    const files = memoryFiles({ "ours.yaml": ASSESSMENT, "slips.txt": slip("le", "1") });
    const { text: before } = await add(files, ["slips.txt", "--yes"]);
    const [key] = Object.keys(fileOf(before).answers);
    const level = Object.keys(
      Object.values<Record<string, number>>(
        fileOf(before).answers[key ?? ""].outside[0].votes,
      )[0] ?? {},
    )[0];
    const answered = `${HEAD}${PEOPLE}answers:\n  ${key}:\n    answer: ${level}\n    votes:\n      - { staff: { ${level}: 3 } }\n`;
    const again = memoryFiles({ "ours.yaml": answered, "slips.txt": slip("st", "u") });
    const { text } = await add(again, ["slips.txt", "--yes"]);
    expect(fileOf(text).answers[key ?? ""]).toMatchObject({
      answer: level,
      votes: [{ staff: { [level ?? ""]: 3 } }],
      outside: [{ votes: { staff: { unsure: 1 } } }],
    });
  });
});

describe("slips typed from paper", () => {
  const type = (lines: readonly string[], text = ASSESSMENT) => {
    const files = memoryFiles({ "ours.yaml": text });
    return add(files, ["--plain"], { openPrompter: () => scriptedPrompter(lines) });
  };

  it("are read back in words, count with Enter, and can be taken back", async () => {
    const { stdout, text, exitCode } = await type([
      slip("le", "1"),
      "",
      slip("st", "2"),
      "",
      "undo",
      slip("st", "1"),
      "",
      "q",
    ]);
    expect(exitCode).toBe(0);
    expect(stdout).toContain("People with lived experience:");
    expect(stdout).toContain("2 slips added and saved.");
    const file = fileOf(text);
    expect(file.voices).toEqual([
      { from: "sheets", on: "2026-11-21", people: { "lived-experience": 1, staff: 1 } },
    ]);
  });

  it("do not count where they are no slip, or where the typist says no", async () => {
    const { stdout, text } = await type(["le 1", slip("le", "1"), "n"]);
    expect(stdout).toContain("This line has 1 answer, and the sheet has");
    expect(stdout).toContain("This slip is left out.");
    expect(text).toBe(ASSESSMENT);
  });

  it("need few keys beside the answers", () => {
    // The group, the blank after it, Enter, and Enter again to count it.
    const beside = `${slip("le", "1")}\n\n`.length - SIZE;
    expect(beside).toBeLessThanOrEqual(30);
  });

  it("begin a list of people where there is none yet", async () => {
    const { text } = await type([slip("le", "1"), ""], HEAD);
    expect(fileOf(text).people).toContainEqual({
      group: "lived-experience",
      name: "People with lived experience",
      present: 0,
    });
  });
});

describe("a survey", () => {
  const csv = async (heads: string, ...rows: string[]) => {
    const { sheetQuestions } = await import("../../src/voices/slip.ts");
    const { PACKAGE_FOLDER } = await import("../support/context.ts");
    const context = { files: memoryFiles(), packageFolder: PACKAGE_FOLDER, cwd: "/charity" };
    const found = await rubric.loadBundled(context as never, "before-you-start");
    const keys = sheetQuestions([found]).map(({ key }) => key);
    return [heads.replace(/\$(\d+)/gu, (_, at) => keys[Number(at) - 1] ?? ""), ...rows].join("\n");
  };

  it("without a group is refused in words, and read where one is given for all", async () => {
    const files = memoryFiles({
      "ours.yaml": ASSESSMENT,
      "a.csv": await csv("$1,$2", "L1,L2", "L2,"),
    });
    const refused = await add(files, ["a.csv", "--yes"]);
    expect(refused.exitCode).toBe(1);
    expect(refused.stderr).toContain("No column says the group. Add --group GROUP");
    const { text } = await add(files, ["a.csv", "--yes", "--group", "staff"]);
    expect(fileOf(text).voices).toMatchObject([{ from: "survey", people: { staff: 2 } }]);
    const wrong = await add(files, ["a.csv", "--yes", "--group", "stuff"]);
    expect(wrong.stderr).toContain("The groups are: lived-experience and staff.");
  });

  it("asks once what a column is, and remembers it beside", async () => {
    const files = memoryFiles({
      "ours.yaml": ASSESSMENT,
      "a.csv": await csv("Team,$2,How is it?,Tea?", "Staff,L1,L2,green"),
    });
    const script = await add(files, ["a.csv", "--yes"]);
    expect(script.exitCode).toBe(1);
    expect(script.stderr).toContain(
      "these columns are not known: A “Team”, C “How is it?” and D “Tea?”.",
    );
    const asked = await add(files, ["a.csv", "--plain", "--yes"], { lines: ["g", "1", ""] });
    expect(asked.stderr).toBe("");
    expect(Object.keys(fileOf(asked.text).answers)).toHaveLength(2);
    expect(JSON.parse(files.texts.get("/charity/a.columns.json") ?? "").columns).toMatchObject({
      Team: "group",
      "Tea?": null,
    });
    files.texts.set("/charity/ours.yaml", ASSESSMENT);
    const again = await add(files, ["a.csv", "--yes"]);
    expect(again.text).toBe(asked.text);
  });

  it("is told apart from another with the same row numbers by a name", async () => {
    const files = memoryFiles({
      "ours.yaml": ASSESSMENT,
      "a.csv": await csv("id,submitdate,group,$1", "1,x,staff,L1", "2,x,staff,L1"),
    });
    await add(files, ["a.csv", "--yes"]);
    expect((await add(files, ["a.csv", "--yes"])).stdout).toContain("Nothing is new.");
    const { text } = await add(files, ["a.csv", "--yes", "--name", "second"]);
    expect(fileOf(text).voices).toMatchObject([{ people: { staff: 4 } }]);
  });
});
