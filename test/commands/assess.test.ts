import { describe, expect, it } from "vitest";
import { FileError } from "../../src/platform/errors.ts";
import type { Context, Prompter, Reply } from "../../src/platform/ports.ts";
import { type MemoryFiles, memoryFiles, runInMemory } from "../support/context.ts";
import { SMALL_BARRIERS, SMALL_PRINCIPLES } from "../support/small-rubrics.ts";

const RUBRICS = { "principles.yaml": SMALL_PRINCIPLES, "barriers.yaml": SMALL_BARRIERS };
const ASK = ["assess", "--plain", "--rubric", "principles.yaml", "barriers.yaml", "--"];
const OUR = "/charity/our.yaml";

/** What a new assessment asks first: charity, what it covers, who is here, how they vote. */
const START = ["River House", "", "3", "5", "0", "0", "", "3"];
/** As `START`, where no rubric was named and so it is asked how much to do. */
const START_ALL = [...START.slice(0, 2), "", ...START.slice(2)];
const ANSWERS = ["2", "u", "s", "4", "2", "y p n", "", "1", "y n", ""];

type Scripted = string | Exclude<Reply, { kind: "line" }>;

interface Talked {
  readonly exitCode: number;
  readonly transcript: string;
  readonly stderr: string;
  readonly files: MemoryFiles;
  readonly text: string;
}

/** Runs `coprod assess` and types these lines; then the input ends. */
async function talk(
  argv: readonly string[],
  script: readonly Scripted[],
  { files = memoryFiles(RUBRICS), ...more }: Partial<Context> & { files?: MemoryFiles } = {},
): Promise<Talked> {
  let prompts = "";
  const queue = [...script];
  const prompter: Prompter = {
    async line(prompt) {
      const reply = queue.shift() ?? { kind: "end" };
      prompts += prompt;
      return typeof reply === "string" ? { kind: "line", text: reply } : reply;
    },
    close: () => undefined,
  };
  const ran = await runInMemory(argv, { ...more, files, openPrompter: () => prompter });
  expect(prompts).not.toContain("undefined");
  expect(queue, "every line was asked for").toEqual([]);
  const text = files.texts.get(OUR) ?? "";
  return { exitCode: ran.exitCode, transcript: ran.stdout, stderr: ran.stderr, files, text };
}

const flat = (words: string) => words.replace(/\s+/gu, " ");

describe("a new assessment", () => {
  it("asks a few things, makes its file, and walks to the end", async () => {
    const { exitCode, transcript, text } = await talk(
      [...ASK, "our.yaml"],
      [...START, ...ANSWERS, "1", "f", ""],
    );
    expect(exitCode).toBe(0);
    expect(flat(transcript)).toContain(
      "This takes about 25 minutes for 4 questions and 2 checklists.",
    );
    expect(transcript).toContain("Thank you. That is the whole assessment.");
    expect(text).toContain(
      "title: River House, November 2026\ncovers: The whole organisation\nstarted: 2026-11-21\n",
    );
    expect(text).toContain("file: ./principles.yaml");
    expect(text).toContain("how: finished");
  });

  it("says that it is saved only after it is", async () => {
    const files = memoryFiles(RUBRICS);
    const write = files.write.bind(files);
    const order: string[] = [];
    files.write = async (path, text) => {
      await write(path, text);
      order.push(String(text).includes("answer: in-places") ? "file has it" : "file");
    };
    let shown = "";
    const replies = [...START, "2"];
    const prompter: Prompter = {
      async line() {
        const text = replies.shift();
        return text === undefined ? { kind: "end" } : { kind: "line", text };
      },
      close: () => undefined,
    };
    const { exitCode, stdout } = await runInMemory([...ASK, "our.yaml"], {
      files,
      openPrompter: () => prompter,
      now() {
        // Asked for the time of the save: by then the file must hold the answer.
        shown = order.at(-1) ?? "";
        return new Date("2026-11-21T10:31:00Z");
      },
    });
    expect(exitCode).toBe(0);
    expect(shown).toBe("file has it");
    expect(flat(stdout)).toMatch(/Saved \d\d:31\. Our answer: 2, In places\./u);
  });

  it("suggests a name for the file and takes another one, but none that is there already", async () => {
    const script = [
      "Siân's Café",
      "One project",
      "principles",
      "no/such/place",
      "CON",
      "my own",
      "q",
    ];
    const { files, transcript } = await talk(
      ["assess", "--plain", "--rubric", "principles.yaml"],
      script,
    );
    expect(flat(transcript)).toContain("Where are we saving? sians-cafe.yaml in this folder.");
    expect(flat(transcript)).toContain("There is already something called principles.yaml.");
    expect(flat(transcript)).toContain("There is no folder no/such.");
    expect(flat(transcript)).toContain("Windows keeps the name CON.yaml for itself.");
    expect(files.texts.get("/charity/my own.yaml")).toContain("covers: One project");
  });

  it("leaves nothing on the disk where it is stopped before it has a name", async () => {
    const signal: Reply = { kind: "signal", signal: "SIGINT" };
    const { exitCode, files, transcript } = await talk(
      [...ASK, "our.yaml"],
      ["River House", signal],
    );
    expect(exitCode).toBe(130);
    expect(transcript).toContain("Stopped. Nothing has been saved yet.");
    expect(files.texts.has(OUR)).toBe(false);
  });

  it("adds the usual ending, and needs a folder before it asks anything", async () => {
    const { files } = await talk(["assess", "--plain", "ours"], [...START_ALL, "q"]);
    expect([...files.texts.keys()]).toContain("/charity/ours.yaml");
    const { exitCode, transcript } = await talk(["assess", "--plain", "gone/ours.yaml"], []);
    expect({ exitCode, transcript }).toEqual({ exitCode: 3, transcript: "" });
  });

  it("uses the questions that come with coprod where none are chosen", async () => {
    const { text } = await talk(["assess", "--plain", "our.yaml"], [...START_ALL, "q"]);
    expect(text).toMatch(/- id: principles\n {4}version: "?[\d.]+"?\n {4}hash: sha256-/u);
    expect(text).toContain("id: barriers");
    expect(text).not.toContain("file:");
  });
});

describe("how long the quick look takes", () => {
  it("is the same in the help and at the start", async () => {
    const { stdout } = await runInMemory(["assess", "--help"]);
    const minutes = /quick\s+only the core questions \(about (\d+) minutes\)/u.exec(stdout)?.[1];
    const { transcript } = await talk(["assess", "--plain", "our.yaml", "--quick"], ["q"]);
    expect(flat(transcript)).toContain(`This takes about ${minutes} minutes for`);
  });
});

describe("a group's name from a file", () => {
  it("is shown in a prompt without the codes a terminal obeys", async () => {
    const files = memoryFiles(RUBRICS);
    await talk([...ASK, "our.yaml"], [...START, "q"], { files });
    files.texts.set(
      OUR,
      (files.texts.get(OUR) ?? "").replace("name: Staff", 'name: "St\\e[31maff"'),
    );
    let asked = "";
    const lines = ["n", "", "q"];
    const prompter: Prompter = {
      async line(prompt) {
        asked += prompt;
        return { kind: "line", text: lines.shift() ?? "q" };
      },
      close: () => undefined,
    };
    await runInMemory(["assess", "--plain", "our.yaml"], { files, openPrompter: () => prompter });
    expect(asked).toContain("St[31maff (Enter keeps 5): ");
    expect(asked).not.toContain("\u001b");
  });
});

describe("an assessment that was begun", () => {
  it("has every confirmed answer when it is opened again, wherever the input ended", async () => {
    const lines = [...START, ...ANSWERS];
    for (let count = START.length; count <= lines.length; count++) {
      const files = memoryFiles(RUBRICS);
      const first = await talk([...ASK, "our.yaml"], lines.slice(0, count), { files });
      expect(flat(first.transcript)).toContain(
        "The input ended. Everything confirmed is saved in our.yaml",
      );
      const rest = lines.slice(count);
      // The signs of a list were not confirmed when the input ended before the Enter that keeps them.
      const again =
        rest[0] === "" && count > START.length ? [lines[count - 1] ?? "", ...rest] : rest;
      const second = await talk(
        ["assess", "--plain", "our.yaml"],
        ["2", "y", "", ...again, "1", "f", ""],
        {
          files,
        },
      );
      expect(second.exitCode).toBe(0);
      expect(second.text.match(/ {4}answer: /gu)).toHaveLength(11);
    }
  });

  it("is the one in the folder where no file is named", async () => {
    const files = memoryFiles(RUBRICS);
    await talk([...ASK, "our.yaml"], [...START, "2", "q"], { files });
    const { transcript } = await talk(["assess", "--plain"], ["y", "q"], { files });
    expect(flat(transcript)).toContain("Welcome back. You stopped on Saturday 21 November at");
  });

  it("keeps what a person wrote into the file meanwhile", async () => {
    const files = memoryFiles(RUBRICS);
    await talk([...ASK, "our.yaml"], [...START, "2", "q"], { files });
    const edited = `# Ours!\n${files.texts.get(OUR)?.replace("answer: in-places", "answer:   in-places   # not sure about this")}`;
    files.texts.set(OUR, edited);
    const { text } = await talk(["assess", "--plain", "our.yaml"], ["y", "", "3", "q"], { files });
    expect(text).toContain("# Ours!\n");
    expect(text).toContain("answer:   in-places   # not sure about this");
    expect(text).toContain("answer: usual");
  });

  it("starts at the question asked for, and knows what was meant", async () => {
    const files = memoryFiles(RUBRICS);
    await talk([...ASK, "our.yaml"], [...START, "q"], { files });
    const { transcript } = await talk(
      ["assess", "--plain", "our.yaml", "--question", "stop"],
      ["q"],
      { files },
    );
    expect(transcript).toContain("Question 4 of 4");
    const wrong = await talk(["assess", "--plain", "our.yaml", "--question", "stopp"], [], {
      files,
    });
    expect(wrong).toMatchObject({ exitCode: 2 });
    expect(wrong.stderr).toContain('Did you mean "stop"?');
  });

  it("asks only the rubrics named, of those it has", async () => {
    const files = memoryFiles(RUBRICS);
    await talk([...ASK, "our.yaml"], [...START, "q"], { files });
    const only = await talk(
      ["assess", "our.yaml", "--plain", "--rubric", "barriers"],
      ["y", "", "q"],
      { files },
    );
    expect(only.transcript).toContain("Checklist 1 of 2");
    const other = await talk(["assess", "our.yaml", "--plain", "--rubric", "funders"], [], {
      files,
    });
    expect(other.exitCode).toBe(2);
    expect(other.stderr).toContain('does not have the questions of "funders"');
  });
});

describe("how it ends", () => {
  it.each([
    ["q", 0],
    [{ kind: "end" }, 0],
    [{ kind: "signal", signal: "SIGINT" }, 130],
    [{ kind: "signal", signal: "SIGTERM" }, 143],
    [{ kind: "signal", signal: "SIGHUP" }, 129],
  ] as const)("%j gives exit code %i, and the file is whole", async (last, exitCode) => {
    const ran = await talk([...ASK, "our.yaml"], [...START, "2", last]);
    expect(ran.exitCode).toBe(exitCode);
    expect(flat(ran.transcript)).toContain("is saved in our.yaml");
    expect(ran.text).toContain("answer: in-places");
    expect(ran.text).toMatch(/ended: 2026-11-21T10:31:00Z/u);
  });

  it("without a keyboard says what to do instead", async () => {
    const { exitCode, stderr, files } = await talk(["assess", "our.yaml"], []);
    expect(exitCode).toBe(2);
    expect(stderr).toBe(
      "This needs a keyboard and a screen.\nTo answer from a file, use --answers FILE. To be asked one line at a time, use --plain.\n",
    );
    expect(files.texts.has(OUR)).toBe(false);
  });

  it("in a terminal asks without --plain too", async () => {
    const { exitCode } = await talk(["assess", "our.yaml"], ["q"], { interactive: true });
    expect(exitCode).toBe(0);
  });

  it("never asks with --no-input, and says whether anything is left", async () => {
    const files = memoryFiles(RUBRICS);
    const none = await talk(["assess", "our.yaml", "--no-input"], [], { files });
    expect(none).toMatchObject({ exitCode: 2 });
    await talk([...ASK, "our.yaml"], [...START, ...ANSWERS.slice(0, 4), "q"], { files });
    const left = await talk(["assess", "our.yaml", "--no-input"], [], { files });
    expect(left.stderr).toContain("our.yaml has 4 questions or checklists to do");
    await talk(["assess", "our.yaml", "--plain"], ["y", "", ...ANSWERS.slice(4), "q"], { files });
    const done = await talk(["assess", "our.yaml", "--no-input"], [], { files });
    expect(done).toMatchObject({ exitCode: 0, transcript: "Nothing is left to ask in our.yaml\n" });
  });
});

describe("a file that cannot be saved", () => {
  const opened = async () => {
    const files = memoryFiles(RUBRICS);
    await talk([...ASK, "our.yaml"], [...START, "q"], { files });
    return files;
  };
  /** Fails the given number of writes from the first on, which is that of the first answer. */
  const failing = (files: MemoryFiles, times: number, fault: FileError["fault"]) => {
    const write = files.write.bind(files);
    let writes = 0;
    files.write = async (path, text) => {
      if (path === OUR) writes += 1;
      if (path === OUR && writes <= times) throw new FileError(path, fault);
      await write(path, text);
    };
  };

  it("is tried again when people say so", async () => {
    const files = await opened();
    failing(files, 2, "full");
    const { transcript, text } = await talk(
      ["assess", "our.yaml", "--plain"],
      ["y", "", "2", "r", "what?", "r", "q"],
      { files },
    );
    expect(flat(transcript)).toContain("NOT SAVED. The disk is full. Your answers are still here.");
    expect(text).toContain("answer: in-places");
  });

  it("can be saved somewhere else, and goes on there", async () => {
    const files = await opened();
    failing(files, 99, "read-only");
    const { transcript, text } = await talk(
      ["assess", "our.yaml", "--plain"],
      ["y", "", "2", "e", "other.yaml", "3", "q"],
      { files },
    );
    expect(text).not.toContain("answer:");
    expect(files.texts.get("/charity/other.yaml")).toMatch(
      /answer: in-places[\s\S]*answer: usual/u,
    );
    expect(flat(transcript)).toContain("Everything you confirmed is saved in other.yaml");
  });

  it("says what is not saved where people give up", async () => {
    const files = await opened();
    failing(files, 99, "busy");
    const { exitCode, transcript } = await talk(
      ["assess", "our.yaml", "--plain"],
      ["y", "", "2", "q"],
      { files },
    );
    expect(exitCode).toBe(3);
    expect(flat(transcript)).toContain(
      "The last answer is NOT SAVED. What was saved before is in our.yaml",
    );
    expect(flat(transcript)).not.toMatch(/Saved \d\d:\d\d\. Our answer/u);
  });

  it("is kept beside what somebody else wrote, never over it", async () => {
    const files = await opened();
    const write = files.write.bind(files);
    let theirs = "";
    files.write = async (path, text) => {
      await write(path, text);
      if (theirs !== "" || !String(text).includes("answer: in-places")) return;
      theirs = `${String(text)}# from the office\n`;
      files.texts.set(OUR, theirs);
    };
    const { transcript } = await talk(
      ["assess", "our.yaml", "--plain"],
      ["y", "", "2", "3", "what?", "l", "", "4", "q"],
      { files },
    );
    expect(flat(transcript)).toContain("We have kept both: yours is in our (2).yaml.");
    expect(transcript).toContain("Theirs: # from the office");
    expect(files.texts.get(OUR)).toBe(theirs);
    expect(files.texts.get("/charity/our (2).yaml")).toMatch(/answer: usual[\s\S]*answer: shared/u);
    expect(flat(transcript)).toContain('coprod assess "our (2).yaml"');
  });
});

describe("reading back", () => {
  it("shows answers, notes and actions, and changes nothing", async () => {
    const files = memoryFiles(RUBRICS);
    const script = [
      ...START,
      "w",
      "After April",
      "",
      "a",
      "Write it down",
      "Chair",
      "March 2027",
      "2",
      "q",
    ];
    await talk([...ASK, "our.yaml"], script, { files });
    const before = files.texts.get(OUR);
    const { exitCode, transcript } = await talk(["assess", "our.yaml", "--review"], [], { files });
    expect(exitCode).toBe(0);
    expect(flat(transcript)).toContain("Do we talk about power? 2, In places");
    expect(flat(transcript)).toContain("After April");
    expect(flat(transcript)).toContain("1 Write it down Chair. By March 2027.");
    expect(files.texts.get(OUR)).toBe(before);
  });
});

describe("a new assessment on a broken rubric of the charity's own", () => {
  it("is told what is wrong with the rubric", async () => {
    const files = memoryFiles({ "own.yaml": "coprod: rubric/1\n" });
    const argv = ["assess", "new.yaml", "--plain", "--rubric", "./own.yaml"];
    const { exitCode, stdout, stderr } = await runInMemory(argv, { files });
    expect(exitCode).toBe(1);
    expect(stdout + stderr).toContain("own.yaml:1:1 error:");
  });
});
