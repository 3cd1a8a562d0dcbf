import { join } from "node:path";
import { describe, expect, it } from "vitest";
import {
  type AssessmentWriter,
  findAssessment,
  requireAssessment,
  withAssessment,
} from "../../src/files/assessment-file.ts";
import { FileError } from "../../src/platform/errors.ts";
import type { Context } from "../../src/platform/ports.ts";
import {
  CHARITY_FOLDER,
  type MemoryFiles,
  memoryFiles,
  PACKAGE_FOLDER,
  runInMemory,
} from "../support/context.ts";
import { sourceTexts } from "../support/imports.ts";

const at = (files: MemoryFiles) => ({ cwd: CHARITY_FOLDER, files }) as unknown as Context;
const inFolder = (given: Readonly<Record<string, string>>) => at(memoryFiles(given));

describe("finding the assessment", () => {
  it("takes the path that was given, there or not", async () => {
    const context = inFolder({ "a.yaml": "coprod: assessment/1\n" });
    expect(await findAssessment(context, "b.yaml")).toBe("/charity/b.yaml");
    expect(await findAssessment(context, "/elsewhere/b.yaml")).toBe("/elsewhere/b.yaml");
  });

  it.each([
    ["at the top", "coprod: assessment/1\n"],
    ["after comments and blank lines", "# Ours\n\n# With care.\ncoprod: assessment/1\n"],
    ["after a line of hyphens", "# Ours\n---\ncoprod: assessment/1\n"],
    ["in quotes", 'coprod: "assessment/1"\n'],
    ["with the line ends of Windows", "# Ours\r\n\r\ncoprod: assessment/1\r\n"],
    ["of a newer version, which is then refused by name", "coprod: assessment/2\n"],
  ])("knows one that says so %s", async (_, text) => {
    expect(await findAssessment(inFolder({ "a.yml": text }), undefined)).toBe("/charity/a.yml");
  });

  it.each([
    ["a rubric", { "a.yaml": "coprod: rubric/1\n" }],
    ["a file that only mentions one", { "a.yaml": "title: x\nabout: |\n  coprod: assessment/1\n" }],
    ["a file of another kind", { "a.md": "coprod: assessment/1\n" }],
    ["a hidden file", { ".a.yaml": "coprod: assessment/1\n" }],
    ["a file in a folder below", { "old/a.yaml": "coprod: assessment/1\n" }],
    ["nothing", {}],
  ])("passes over %s", async (_, given) => {
    expect(
      await findAssessment(inFolder(given as Record<string, string>), undefined),
    ).toBeUndefined();
  });

  it("passes over a file that cannot be read", async () => {
    const files = memoryFiles({ "a.yaml": "coprod: assessment/1\n", "b.yaml": "x" });
    const read = async (path: string) => {
      if (path.endsWith("b.yaml")) throw new FileError(path, "denied");
      return files.read(path);
    };
    expect(await findAssessment(at({ ...files, read }), undefined)).toBe("/charity/a.yaml");
  });

  it("lists them where there are several", async () => {
    const text = "coprod: assessment/1\n";
    const context = inFolder({ "b.yaml": text, "a.yaml": text, "c.yaml": "x" });
    await expect(findAssessment(context, undefined)).rejects.toMatchObject({
      message: "This folder holds more than one assessment.",
      hint: "Say which one: a.yaml, b.yaml",
      exitCode: 2,
    });
  });

  it("says how to get one where there is none", async () => {
    await expect(requireAssessment(inFolder({}), undefined)).rejects.toMatchObject({
      message: "There is no assessment in this folder.",
      exitCode: 2,
    });
  });

  it("is not slowed down by a file full of blank lines and comments", async () => {
    const text = `${"# a comment\n   \n".repeat(30_000)}title: none\n`;
    expect(await findAssessment(inFolder({ "a.yaml": text }), undefined)).toBeUndefined();
  });
});

const PATH = "/charity/our.yaml";
const LOCK = "/charity/.our.yaml.lock";
const now = () => new Date("2026-11-21T10:31:00Z");
const isAlive = () => true;
const us = { pid: 7, name: "laptop", isAlive };
const them = { pid: 8, name: "laptop", isAlive };

/** Work with the file, as our program and as another one on the same machine. */
function doors(files: MemoryFiles) {
  const as =
    (machine: typeof us) =>
    <Result>(work: (file: AssessmentWriter) => Promise<Result>): Promise<Result> =>
      withAssessment({ files, machine, now }, PATH, work);
  return { ours: as(us), theirs: as(them) };
}

describe("the one door to an assessment", () => {
  it("says beside the file that it is open, and takes the word away again, whatever happens", async () => {
    const files = memoryFiles({ "our.yaml": "one\n" });
    const { ours } = doors(files);
    await ours(async () => expect(files.texts.get(LOCK)).toContain('"pid":7'));
    expect(files.texts.has(LOCK)).toBe(false);
    await expect(ours(() => Promise.reject(new Error("no")))).rejects.toThrow("no");
    expect(files.texts.has(LOCK)).toBe(false);
  });

  it("refuses in plain words while somebody else has the file", async () => {
    const files = memoryFiles({ "our.yaml": "one\n" });
    const { ours, theirs } = doors(files);
    await ours(async () => {
      await expect(theirs((file) => file.save("two\n"))).rejects.toThrow(
        /^This assessment is open in another window on this computer since .*\. Nothing was changed\.$/u,
      );
    });
    expect(files.texts.get(PATH)).toBe("one\n");
  });

  it("replaces what was read, and keeps a byte order mark", async () => {
    const files = memoryFiles({ "our.yaml": "\ufeffone\n" });
    const saved = await doors(files).ours(async (file) => {
      expect(await file.read()).toBe("one\n");
      return file.save("two\n");
    });
    expect(saved).toMatchObject({ path: PATH, keptBoth: false });
    expect(files.texts.get(PATH)).toBe("\ufefftwo\n");
  });

  it("makes a new file", async () => {
    const files = memoryFiles();
    await doors(files).ours((file) => file.save("new\n"));
    expect([...files.texts]).toEqual([[PATH, "new\n"]]);
  });

  it("puts a file back that somebody removed meanwhile", async () => {
    const files = memoryFiles({ "our.yaml": "one\n" });
    const saved = await doors(files).ours(async (file) => {
      await file.read();
      files.texts.delete(PATH);
      return file.save("two\n");
    });
    expect(saved.keptBoth).toBe(false);
    expect(files.texts.get(PATH)).toBe("two\n");
  });

  it("never writes over what somebody else wrote: it keeps both, and holds the file it goes on in", async () => {
    const files = memoryFiles({ "our.yaml": "one\n", "our (2).yaml": "older\n" });
    await doors(files).ours(async (file) => {
      await file.read();
      files.texts.set(PATH, "theirs\n");
      const saved = await file.save("two\n");
      expect(saved).toMatchObject({ path: "/charity/our (3).yaml", keptBoth: true });
      expect(files.texts.has("/charity/.our (3).yaml.lock")).toBe(true);
      expect(files.texts.has(LOCK)).toBe(false);
      expect(await file.save("three\n")).toMatchObject({ path: saved.path, keptBoth: false });
    });
    expect(Object.fromEntries(files.texts)).toEqual({
      [PATH]: "theirs\n",
      "/charity/our (2).yaml": "older\n",
      "/charity/our (3).yaml": "three\n",
    });
  });

  it("refuses what would be too large to read again, and leaves the file alone", async () => {
    const files = memoryFiles({ "our.yaml": "one\n" });
    const text = "ŷ".repeat(6_000_000);
    const failure = await doors(files)
      .ours(async (file) => {
        await file.read();
        return file.save(text);
      })
      .catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(FileError);
    expect(failure).toMatchObject({ fault: "too-large" });
    expect(files.texts.get(PATH)).toBe("one\n");
  });
});

/** The files that write, and what: none of it is an assessment, but for the first. */
const WRITERS: Readonly<Record<string, string>> = {
  "files/assessment-file.ts": "assessments",
  "files/assessment-lock.ts": "the word that one is open",
  "files/backups.ts": "copies beside an assessment",
  "files/git-merge.ts": "the copy that git gives to be merged, which is no file of anybody's",
  "files/write-document.ts": "plans, and reports of lint",
  "files/shares.ts": "the rows of a release, and the release itself",
  "files/schema-address.ts": "the schema beside a rubric",
  "files/translate-rubric.ts": "the texts of a rubric in another language",
  "lint/engine/fix-files.ts": "rubrics and templates",
  "lint/engine/leave-out-known.ts": "the baseline",
  "lint/engine/write-reports.ts": "the summary of a CI job",
  "commands/rubric.ts": "a new rubric",
  "commands/template.ts": "copies of templates",
  "workshop/session/survey-columns.ts": "which column of a survey means what",
};

describe("no other way to save an assessment", () => {
  it("is there: each file that writes anything is known, and what it writes", () => {
    const writers = sourceTexts(join(PACKAGE_FOLDER, "src"))
      .filter(({ path }) => !path.startsWith("platform/"))
      .filter(({ code }) => /\bfiles\.(?:write|create|move)\(/u.test(code))
      .map(({ path }) => path);
    expect(new Set(writers)).toEqual(new Set(Object.keys(WRITERS)));
  });
});

describe("writing to an assessment that a workshop has open", () => {
  const TEXT = `coprod: assessment/1
title: Ours
started: 2026-11-21
rubrics: [{ id: principles }]
actions:
  - { id: a1, do: Meet  at lunch }
`;
  const refused =
    /This assessment is open in another window on this computer since .*\. (?:Nothing was changed|It has not been mended)\./u;

  it.each([
    [["actions", "our.yaml", "--done", "a1"]],
    [["assess", "our.yaml", "--answers", "more.yaml"]],
    [["lint", "our.yaml", "--fix"]],
  ])("by coprod %s is refused, and the workshop goes on in one file", async (argv) => {
    const files = memoryFiles({
      "our.yaml": TEXT.replace("title: Ours", "title: Off"),
      "more.yaml": MORE,
    });
    const { ran } = await duringWorkshop(files, argv);
    expect(ran.stderr).toMatch(refused);
    expect(ran.exitCode).toBe(3);
    const names = [...files.texts.keys()].filter((path) => !path.endsWith(".bak"));
    expect(new Set(names)).toEqual(new Set(["/charity/more.yaml", PATH]));
  });

  it("is done once the workshop has ended", async () => {
    const files = memoryFiles({ "our.yaml": TEXT });
    await duringWorkshop(files, ["actions", "our.yaml"]);
    const after = await runInMemory(["actions", "our.yaml", "--done", "a1"], {
      files,
      machine: them,
    });
    expect(after.stdout).toContain("Action 1 is done");
  });
});

const MORE = `answers:
  principles/power-talked-about: { answer: usual }
`;

/** Runs a command of another process while a workshop waits for a line. */
async function duringWorkshop(files: MemoryFiles, argv: readonly string[]) {
  let ran: Awaited<ReturnType<typeof runInMemory>> | undefined;
  const lines = ["y", "1", "q"];
  await runInMemory(["assess", "our.yaml", "--plain"], {
    files,
    machine: us,
    openPrompter: () => ({
      async line() {
        ran ??= await runInMemory(argv, { files, machine: them });
        const text = lines.shift();
        return text === undefined ? { kind: "end" } : { kind: "line", text };
      },
      close() {},
    }),
  });
  if (ran === undefined) throw new Error("nothing was asked");
  return { ran };
}
