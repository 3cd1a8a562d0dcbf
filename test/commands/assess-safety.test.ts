import { describe, expect, it } from "vitest";
import { FileError } from "../../src/platform/errors.ts";
import type { Context, Prompter } from "../../src/platform/ports.ts";
import {
  type MemoryFiles,
  memoryFiles,
  type Ran,
  runInMemory,
  scriptedPrompter,
} from "../support/context.ts";
import { SMALL_BARRIERS, SMALL_PRINCIPLES } from "../support/small-rubrics.ts";

const OUR = "/charity/our.yaml";
const LOCK = "/charity/.our.yaml.lock";
const MACHINE = { pid: 7, name: "laptop", isAlive: (pid: number) => pid === 8 };
const START = ["River House", "", "3", "5", "0", "0", "", "3"];

const flat = (words: string) => words.replace(/\s+/gu, " ");

async function begun(): Promise<MemoryFiles> {
  const files = memoryFiles({
    "principles.yaml": SMALL_PRINCIPLES,
    "barriers.yaml": SMALL_BARRIERS,
  });
  const argv = [
    "assess",
    "--plain",
    "--rubric",
    "principles.yaml",
    "barriers.yaml",
    "--",
    "our.yaml",
  ];
  await runInMemory(argv, { files, lines: [...START, "2", "q"], machine: MACHINE });
  return files;
}

function resume(
  files: MemoryFiles,
  lines: readonly string[],
  more: Partial<Pick<Context, "now">> = {},
): Promise<Ran> {
  const setting = { files, lines, machine: MACHINE, ...more };
  return runInMemory(["assess", "--plain", "our.yaml"], setting);
}

const holding = (pid: number, machine: string) =>
  JSON.stringify({ pid, machine, since: "2026-11-21T10:02:00Z" });

describe("the lock", () => {
  it("is there while the file is open, and gone afterwards", async () => {
    const files = await begun();
    expect(files.texts.has(LOCK)).toBe(false);
    const write = files.write.bind(files);
    let seen = "";
    files.write = async (path, text) => {
      if (path === OUR) seen = files.texts.get(LOCK) ?? "none";
      await write(path, text);
    };
    await resume(files, ["y", "", "3", "q"]);
    expect(JSON.parse(seen)).toEqual({
      pid: 7,
      machine: "laptop",
      since: "2026-11-21T10:31:00.000Z",
    });
    expect(files.texts.has(LOCK)).toBe(false);
  });

  it.each([
    ["whose process has gone", holding(9, "laptop")],
    ["that says nothing", "{"],
    ["without a time", JSON.stringify({ pid: 8, machine: "laptop", since: "?" })],
  ])("%s is taken over", async (_, lock) => {
    const files = await begun();
    files.texts.set(LOCK, lock);
    const { stdout } = await resume(files, ["y", "", "3", "q"]);
    expect(stdout).not.toContain("is open");
    expect(files.texts.get(OUR)).toContain("answer: usual");
  });

  it("of another window is told, and the answers can be read without changing them", async () => {
    const files = await begun();
    files.texts.set(LOCK, holding(8, "laptop"));
    const before = files.texts.get(OUR);
    const { stdout, exitCode } = await resume(files, ["what?", "r", "o"]);
    expect(flat(stdout)).toMatch(
      /This assessment is open in another window on this computer since \d\d:02\. Close that window and type r, or type o to open a read-only view\./u,
    );
    expect(flat(stdout)).toContain("2, In places");
    expect({ exitCode, text: files.texts.get(OUR) }).toEqual({ exitCode: 0, text: before });
    expect(files.texts.get(LOCK)).toBe(holding(8, "laptop"));
  });

  it("of another computer is told, and people may go on all the same", async () => {
    const files = await begun();
    files.texts.set(LOCK, holding(1, "office"));
    const stopped = await resume(files, ["q"]);
    expect(flat(stopped.stdout)).toContain("has been open on another computer (office) since");
    await resume(files, ["y", "y", "", "3", "q"]);
    expect(files.texts.get(OUR)).toContain("answer: usual");
  });

  it("that cannot be written keeps nobody from answering", async () => {
    const files = await begun();
    files.faults.set(LOCK, "read-only");
    await resume(files, ["y", "", "3", "q"]);
    expect(files.texts.get(OUR)).toContain("answer: usual");
  });
});

describe("good copies", () => {
  const copies = (files: MemoryFiles) =>
    [...files.texts.keys()]
      .filter((path) => path.endsWith(".bak"))
      .toSorted((a, b) => (a < b ? -1 : 1));

  it("are one for each session, of which the last five stay", async () => {
    const files = await begun();
    expect(copies(files)).toHaveLength(1);
    for (let day = 1; day <= 7; day++) {
      await resume(files, ["y", "q"], { now: () => new Date(`2026-12-0${day}T10:00:00Z`) });
    }
    expect(copies(files)).toHaveLength(5);
    expect(copies(files).at(0)).toContain("2026-12-03T100000Z");
    expect(files.texts.get(copies(files).at(-1) ?? "")).toBe(files.texts.get(OUR));
  });

  const damages: readonly [string, string, string][] = [
    ["cut in half", "coprod: assessment/1\ntitle: [half", "We could not read line"],
    ["emptied", "", "We could not read line"],
    [
      "merged by a tool",
      "coprod: assessment/1\n<<<<<<< ours\ntitle: a\n",
      "We could not read line",
    ],
  ];
  it.each(damages)("take the place of a file that was %s", async (_, damaged, words) => {
    const files = await begun();
    const good = files.texts.get(OUR);
    files.texts.set(OUR, damaged);
    const stopped = await resume(files, ["hm", "q"]);
    expect(flat(stopped.stdout)).toContain(words);
    expect(flat(stopped.stdout)).toMatch(/The last good copy is from \d\d:31 today\./u);
    expect(files.texts.get(OUR)).toBe(damaged);
    await resume(files, ["u", "y", "q"]);
    expect(files.texts.get("/charity/our.yaml.damaged")).toBe(damaged);
    expect(files.texts.get(OUR)).toContain("answer: in-places");
    expect(good).toContain("answer: in-places");
  });

  it("are not offered for a file from a newer coprod, which is left alone", async () => {
    const files = await begun();
    files.texts.set(OUR, "coprod: assessment/9\n");
    const { stderr, stdout } = await resume(files, []);
    expect(stderr).toContain("newer coprod");
    expect(stdout).toBe("");
    expect(files.texts.get(OUR)).toBe("coprod: assessment/9\n");
  });

  it("that cannot be made stop nobody", async () => {
    const files = await begun();
    const write = files.write.bind(files);
    files.write = async (path, text) => {
      if (path.endsWith(".bak")) throw new FileError(path, "full");
      await write(path, text);
    };
    const { exitCode } = await resume(files, ["y", "", "3", "q"]);
    expect(exitCode).toBe(0);
  });
});

describe("where the file was changed outside just before the end", () => {
  const close = /Everything (?:you )?confirmed is saved in (our[^\n]*)/u;

  /** Another program adds a line once our last answer is saved. */
  async function changedAtTheEnd(): Promise<MemoryFiles> {
    const files = await begun();
    let answered = false;
    const read = files.read.bind(files);
    files.read = async (path) => {
      const text = await read(path);
      if (path !== OUR) return text;
      if (answered) return `${text}# theirs\n`;
      answered = text.includes("answer: usual");
      return text;
    };
    const write = files.write.bind(files);
    files.write = async (path, text) => {
      await write(path, text);
      if (String(text).includes("answer: usual")) answered = true;
    };
    return files;
  }

  it.each([
    ["SIGINT", 130],
    ["SIGTERM", 143],
    ["SIGHUP", 129],
  ] as const)("a %s at the question about it still gives its code", async (signal, code) => {
    const files = await changedAtTheEnd();
    const typed = scriptedPrompter(["y", "", "3", "q"]);
    const line: Prompter["line"] = async (prompt) => {
      const reply = await typed.line(prompt);
      return reply.kind === "end" ? { kind: "signal", signal } : reply;
    };
    const openPrompter = () => ({ ...typed, line });
    const { exitCode, stdout } = await runInMemory(["assess", "--plain", "our.yaml"], {
      files,
      machine: MACHINE,
      openPrompter,
    });
    expect(flat(stdout)).toContain("We have kept both");
    expect(exitCode).toBe(code);
  });

  it.each([
    ["stopping with q", ["y", "", "3", "q", ""]],
    ["the end of the input", ["y", "", "3"]],
  ])("after %s the last words name the file with the answers", async (_, lines) => {
    const files = await changedAtTheEnd();
    const { stdout } = await resume(files, lines);
    expect(flat(stdout)).toContain("We have kept both: yours is in our (2).yaml.");
    expect(close.exec(flat(stdout))?.[1]).toMatch(/^our \(2\)\.yaml/u);
    expect(files.texts.get("/charity/our (2).yaml")).toContain("answer: usual");
  });
});

describe("at the start", () => {
  const ask = (lines: readonly string[]) => {
    const files = memoryFiles();
    return runInMemory(["assess", "--plain", "our.yaml"], { files, lines });
  };

  it.each(["help", "?", "HELP "])("%j asks for help and is no project", async (line) => {
    const { files, stdout } = await ask(["", line, "", line, "2", "", "s", "q"]);
    expect(files.texts.get(OUR)).toContain("covers: The whole organisation");
    expect(flat(stdout)).toContain("Type 1 for everything, 2 for a quick look");
  });

  it("help after a slip does not repeat the slip", async () => {
    const { stdout } = await ask(["", "", "sort of", "?", "2", "", "s", "q"]);
    expect(flat(stdout).match(/"sort of" is not one/gu)).toHaveLength(1);
  });

  it("a quick look, everything or some of the parts can be chosen", async () => {
    const everything = await ask(["", "", "", "s", "q"]);
    const quick = await ask(["", "", "2", "", "s", "q"]);
    const parts = await ask(["", "", "9", "3", "1 x", "3", "s", "q"]);
    const count = ({ stdout }: Ran) => Number(/Question 1 of (\d+)/u.exec(stdout)?.[1]);
    expect(count(everything)).toBeGreaterThan(count(quick));
    expect(count(quick)).toBeGreaterThan(count(parts));
    expect(flat(parts.stdout)).toContain('"9" is not one of the choices.');
    expect(flat(parts.stdout)).toContain('"1 x" does not fit. Type numbers from 1 to');
  });
});
