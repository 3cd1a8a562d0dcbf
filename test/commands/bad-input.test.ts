import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { FileError, type FileFault } from "../../src/platform/errors.ts";
import {
  CHARITY_FOLDER,
  type MemoryFiles,
  memoryFiles,
  PACKAGE_FOLDER,
  type Ran,
  runInMemory,
} from "../support/context.ts";

const RIVER = readFileSync(join(PACKAGE_FOLDER, "docs", "examples", "river-house.yaml"), "utf8");

/** Every command that reads an assessment somebody wrote. */
const READERS: Readonly<Record<string, readonly string[]>> = {
  score: ["score", "ours.yaml"],
  "score --json": ["score", "ours.yaml", "--json"],
  plan: ["plan", "ours.yaml"],
  "plan --format json": ["plan", "ours.yaml", "--format", "json"],
  lint: ["lint", "ours.yaml"],
  "assess --plain": ["assess", "ours.yaml", "--plain"],
  "assess --review": ["assess", "ours.yaml", "--review"],
  "assess --no-input": ["assess", "ours.yaml", "--no-input"],
  "assess --answers": ["assess", "new.yaml", "--answers", "ours.yaml"],
};

interface Bad {
  readonly what: string;
  readonly files: Readonly<Record<string, string>>;
  /** What the message must hold. */
  readonly says: readonly string[];
  readonly exitCode: number;
  /** Commands for which this is no mistake, or another one. */
  readonly without?: readonly string[];
}

const inFile = (says: string, fix: string, ...more: readonly string[]) => [says, fix, ...more];

const BAD_FILES: readonly Bad[] = [
  {
    what: "a missing file",
    files: {},
    says: ["ours.yaml: There is no such file or folder.", "Check the name"],
    exitCode: 3,
    // A name that is not there yet is where a new assessment starts.
    without: ["assess --plain", "assess --no-input"],
  },
  {
    what: "a folder in place of a file",
    files: { "ours.yaml/inside.txt": "text" },
    says: ["ours.yaml: This is a folder, not a file.", "Give the name of a file."],
    exitCode: 3,
    without: ["lint"],
  },
  {
    what: "an empty file",
    files: { "ours.yaml": "" },
    says: inFile("ours.yaml:1:1 error: This file is empty.", "coprod: assessment/1"),
    exitCode: 1,
  },
  {
    what: "wrong YAML",
    files: { "ours.yaml": 'coprod: assessment/1\ntitle: "River House\n' },
    says: inFile("ours.yaml:2:8 error:", "Close it", '2 | title: "River House'),
    exitCode: 1,
  },
  {
    what: "the wrong shape",
    files: { "ours.yaml": "coprod: assessment/1\ntitle: River House\nrubric: principles\n" },
    says: inFile('ours.yaml:3:1 error: "rubric" is not a field', 'Did you mean "rubrics"?'),
    exitCode: 1,
  },
  {
    what: "an unknown question",
    files: { "ours.yaml": RIVER.replace("/power-talked-about:", "/power-talked-abuot:") },
    says: inFile('"principles/power-talked-abuot" is not a question', "Did you mean"),
    exitCode: 1,
  },
  {
    what: "an unknown level",
    files: { "ours.yaml": RIVER.replace("answer: in-places", "answer: in-place") },
    says: inFile('"in-place" is not a level of this question.', 'Did you mean "in-places"?'),
    exitCode: 1,
  },
  {
    what: "a rubric that does not exist",
    files: { "ours.yaml": RIVER.replace("- id: principles", "- id: principels") },
    says: inFile('"principels" is not a rubric here.', 'Did you mean "principles"?'),
    exitCode: 1,
  },
  {
    what: "a rubric's file that is not there",
    files: { "ours.yaml": RIVER.replace("- id: principles", "- { id: own, file: ./own.yaml }") },
    says: inFile('"./own.yaml" is not a file here.', "or use one that exists"),
    exitCode: 1,
  },
  {
    what: "a rubric of its own that is broken",
    files: {
      "ours.yaml": RIVER.replace("- id: principles", "- { id: own, file: ./own.yaml }"),
      "own.yaml": "coprod: rubric/1\nid: own\nversion: 1\n",
    },
    says: inFile("own.yaml:3:10 error: This is a number, but text is needed", "put it in quotes"),
    exitCode: 1,
  },
  {
    what: "a file of a newer version",
    files: { "ours.yaml": RIVER.replace("assessment/1", "assessment/2") },
    says: inFile("made by a newer coprod", "Update coprod", "has not been changed"),
    exitCode: 1,
  },
  {
    what: "a rubric in place of an assessment",
    files: { "ours.yaml": "coprod: rubric/1\nid: ours\n" },
    says: inFile('"rubric/1" is not a kind of file that fits here.', "coprod: assessment/1"),
    exitCode: 1,
    without: ["lint"],
  },
  {
    what: "a letter instead of an assessment",
    files: { "ours.yaml": "Dear trustees,\n\nwe had a good day.\n" },
    says: inFile("This file does not say what it is.", "coprod: assessment/1"),
    exitCode: 1,
  },
];

const CASES = BAD_FILES.flatMap((bad) =>
  Object.entries(READERS)
    .filter(([command]) => !bad.without?.includes(command))
    .map(([command, argv]) => ({ ...bad, command, argv })),
);

describe("a file that cannot be used", () => {
  it.each(CASES)(
    "$what: coprod $command says so",
    async ({ argv, files: given, says, exitCode }) => {
      const files = memoryFiles(given);
      const ran = await runInMemory(argv, { files });
      expect(ran.exitCode).toBe(exitCode);
      expectMessage(ran, says);
      expectUntouched(files, given);
    },
  );

  const UNREADABLE: readonly { fault: FileFault; says: string }[] = [
    { fault: "too-large", says: "1 MB" },
    { fault: "not-text", says: "not plain text (UTF-8)" },
    { fault: "denied", says: "not allowed to open" },
    { fault: "other", says: "could not be read or saved" },
  ];

  it.each(UNREADABLE)("that is $fault is one message", async ({ fault, says }) => {
    for (const [command, argv] of Object.entries(READERS)) {
      const files = unreadable("ours.yaml", fault);
      const ran = await runInMemory(argv, { files });
      expect({ command, exitCode: ran.exitCode }).toEqual({ command, exitCode: 3 });
      expectMessage(ran, ["ours.yaml", says]);
      expectUntouched(files, { "ours.yaml": RIVER });
    }
  });
});

/** Files in memory of which one is there and cannot be read. */
function unreadable(name: string, fault: FileFault): MemoryFiles {
  const files = memoryFiles({ [name]: RIVER });
  return {
    ...files,
    async read(path) {
      if (path === `${CHARITY_FOLDER}/${name}`) throw new FileError(path, fault);
      return files.read(path);
    },
  };
}

const USE: readonly { argv: string; says: readonly string[]; exitCode: number }[] = [
  { argv: "scor ours.yaml", says: ["Unknown command 'scor'", "Did you mean score?"], exitCode: 2 },
  { argv: "score --jsn", says: ["Unknown option '--jsn'", "Did you mean --json?"], exitCode: 2 },
  { argv: "score a.yaml b.yaml", says: ["Too many arguments for 'score'"], exitCode: 2 },
  { argv: "score --fail-below great", says: ['no band called "great"', "ready"], exitCode: 2 },
  { argv: "plan --format word", says: ['"word" does not fit --format.', "html, md"], exitCode: 2 },
  { argv: "plan --length short", says: ['"short" does not fit --length.'], exitCode: 2 },
  { argv: "plan --date 2026-02-30", says: ['"2026-02-30" is not a day.'], exitCode: 2 },
  { argv: "plan --output", says: ["argument missing"], exitCode: 2 },
  { argv: "plan -o mine.html", says: ["coprod did not make it", "--force"], exitCode: 2 },
  {
    argv: "plan -o ours.yaml",
    says: ["can't make a file that ends in .yaml", "one of these endings"],
    exitCode: 2,
  },
  { argv: "plan -o none/plan.html", says: ["none: There is no such file or folder."], exitCode: 3 },
  { argv: "plan -o closed/plan.html", says: ["closed/plan.html: We are not allowed"], exitCode: 3 },
  { argv: "plan -o full.html", says: ["NOT SAVED. The disk is full."], exitCode: 3 },
  { argv: "plan -o folder", says: ["folder: This is a folder, not a file."], exitCode: 3 },
  { argv: "lint --max-warnings few", says: ['"few" is not a number of warnings.'], exitCode: 2 },
  { argv: "lint our.yaml", says: ["no file or folder called", '"ours.yaml"'], exitCode: 3 },
  { argv: "lint folder", says: ["nothing to check in folder", "folder"], exitCode: 2 },
  { argv: "assess --rubric nope --plain", says: ['"nope"', "principles"], exitCode: 2 },
  {
    argv: "assess new.yaml --rubric principels --plain",
    says: ['"principels"', 'mean "principles"'],
    exitCode: 2,
  },
  {
    argv: "assess new.yaml --rubric ./none.yaml --plain",
    says: ["none.yaml: There is no"],
    exitCode: 3,
  },
  {
    argv: "assess new.yaml --rubric ./ours.yaml --plain",
    says: ["ours.yaml:4:9", "rubric/1"],
    exitCode: 1,
  },
  { argv: "assess --question powr --plain", says: ['no question called "powr"'], exitCode: 2 },
  { argv: "assess", says: ["needs a keyboard", "--answers FILE"], exitCode: 2 },
  {
    argv: "assess closed/new.yaml --answers ours.yaml",
    says: ["closed/new.yaml: We are not allowed"],
    exitCode: 3,
  },
  { argv: "demo ours.yaml", says: ["ours.yaml: This is not a folder."], exitCode: 3 },
  { argv: "demo closed", says: ["closed/river-house.yaml: We are not allowed"], exitCode: 3 },
  { argv: "compare ours.yaml none.yaml", says: ["none.yaml: There is no such file"], exitCode: 3 },
  {
    argv: "rubric show principels",
    says: ['"principels"', 'Did you mean "principles"?'],
    exitCode: 2,
  },
];

describe("a wrong use", () => {
  const given = {
    "ours.yaml": RIVER,
    "mine.html": "<p>My own page.</p>",
    "folder/notes.txt": "text",
    "closed/notes.txt": "text",
  };

  it.each(USE)(
    "coprod $argv ends with $exitCode and says why",
    async ({ argv, says, exitCode }) => {
      const files = memoryFiles(given);
      for (const name of ["plan.html", "new.yaml", "river-house.yaml"])
        files.faults.set(`${CHARITY_FOLDER}/closed/${name}`, "denied");
      files.faults.set(`${CHARITY_FOLDER}/full.html`, "full");
      const ran = await runInMemory(argv.split(" "), { files });
      expect(ran.exitCode).toBe(exitCode);
      expectMessage(ran, says);
      expectUntouched(files, given);
    },
  );

  it("of a folder without any assessment is told where to start", async () => {
    for (const command of ["score", "plan"]) {
      const ran = await runInMemory([command]);
      expect(ran.exitCode).toBe(2);
      expectMessage(ran, ["There is no assessment in this folder.", "coprod demo"]);
    }
  });

  it("of a folder with two assessments is told their names", async () => {
    const two = { "ours.yaml": RIVER, "theirs.yaml": RIVER };
    for (const command of ["score", "plan"]) {
      const files = memoryFiles(two);
      const ran = await runInMemory([command], { files });
      expect(ran.exitCode).toBe(2);
      expectMessage(ran, ["more than one assessment", "ours.yaml, theirs.yaml"]);
      expectUntouched(files, two);
    }
  });
});

/** One clear message: in words, safe to show, nothing of the program's inside. */
function expectMessage({ stdout, stderr }: Ran, says: readonly string[]): void {
  const shown = stdout + stderr;
  for (const words of says) expect(shown).toContain(words);
  expect(shown).not.toMatch(/\n\s+at /u);
  expect(shown).not.toMatch(/undefined|\[object |Error:|ENOENT|EACCES|node:/u);
  expect(shown).not.toContain("inside coprod");
  expect(shown.endsWith("\n")).toBe(true);
}

function expectUntouched(files: MemoryFiles, given: Readonly<Record<string, string>>): void {
  const left = Object.fromEntries(
    [...files.texts].map(([path, text]) => [path.slice(CHARITY_FOLDER.length + 1), text]),
  );
  expect(left).toEqual(given);
}
