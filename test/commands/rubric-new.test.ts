import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Prompter, PrompterChoice, Reply } from "../../src/platform/ports.ts";
import {
  CHARITY_FOLDER,
  memoryFiles,
  PACKAGE_FOLDER,
  runInMemory,
  type Setting,
} from "../support/context.ts";

const FLAGS = ["--title", "How we decide", "--about", "Who decides what here."];
const ALL_FLAGS = [...FLAGS, "--kind", "both", "--questions", "4", "--source", "Our report"];
const LINES = ["How we decide", "Who decides what here.", "2", "5", "Our report"];

function make(args: readonly string[], setting: Setting = {}) {
  return runInMemory(["rubric", "new", ...args], setting);
}

function textOf({ files }: { readonly files: ReturnType<typeof memoryFiles> }, name: string) {
  return files.texts.get(`${CHARITY_FOLDER}/${name}`) ?? "";
}

describe("coprod rubric new", () => {
  it("asks five questions and writes a rubric to be filled in", async () => {
    const made = await make(["ours.yaml", "--plain"], { lines: LINES });
    expect({ exitCode: made.exitCode, stderr: made.stderr }).toEqual({ exitCode: 0, stderr: "" });
    const text = textOf(made, "ours.yaml");
    expect(text).toContain("\nid: ours\n");
    expect(text).toContain("\ntitle: How we decide\nabout: Who decides what here.\n");
    expect(text).toContain("    title: Our report\n");
    expect(text.match(/asks: TODO/gu)).toHaveLength(6);
    expect(text).toContain("kind: barrier");
    expect(text).not.toContain("kind: principle");
  });

  it("says what to do next, and both commands work", async () => {
    const made = await make(["our rubric", ...ALL_FLAGS]);
    expect(made.stdout).toContain("Your rubric is in our rubric.yaml.");
    const named = [...made.stdout.matchAll(/^ {2}coprod (.+)$/gmu)].map(
      ([, command = ""]) => command,
    );
    expect(named).toHaveLength(2);
    const codes = [];
    for (const command of named) {
      const { exitCode } = await runInMemory(words(command), { files: made.files });
      codes.push(exitCode);
    }
    expect(codes).toEqual([1, 0]);
  });

  it("asks nothing when every answer is given, whatever the terminal", async () => {
    for (const interactive of [true, false]) {
      const made = await make(["ours.yaml", ...ALL_FLAGS], { interactive, openPrompter: nobody });
      expect(made.exitCode).toBe(0);
      expect(textOf(made, "ours.yaml").match(/asks: TODO ask one thing/gu)).toHaveLength(8);
    }
  });

  it("asks only for what is not given", async () => {
    const made = await make(["ours.yaml", ...FLAGS, "--kind", "questions"], {
      interactive: true,
      lines: ["3", ""],
    });
    expect(made.exitCode).toBe(0);
    expect(made.stdout).not.toContain("What is it called?");
    expect(textOf(made, "ours.yaml")).toContain("title: Our own talks");
  });

  it("does without an answer that has a usual one where nobody can be asked", async () => {
    const made = await make(["ours.yaml", ...FLAGS]);
    expect(made.exitCode).toBe(0);
    expect(textOf(made, "ours.yaml").match(/asks: TODO/gu)).toHaveLength(3);
  });

  it.each([
    [[], "Missing: --title and --about."],
    [["--title", "A"], "Missing: --about."],
  ])("names the options where nobody can be asked, given %j", async (args, named) => {
    const made = await make(["ours.yaml", ...args], { openPrompter: nobody });
    expect({ exitCode: made.exitCode, stdout: made.stdout }).toEqual({ exitCode: 2, stdout: "" });
    expect(made.stderr).toContain(named);
    for (const flag of ["--title", "--about", "--kind", "--questions", "--source", "--plain"]) {
      expect(made.stderr).toContain(flag);
    }
    expect([...made.files.texts.keys()]).toEqual([]);
  });

  it("takes no answer that does not fit, and says what would", async () => {
    const lines = ["", "x".repeat(201), "A", "B", "9", "3", "zero", "41", "12", ""];
    const made = await make(["ours.yaml", "--plain"], { lines });
    expect(made.stdout).toContain("Nothing is typed yet.");
    expect(made.stdout).toContain("That is too long.");
    expect(made.stdout).toContain('"9" is not one of the choices. Type a number from 1 to 7.');
    expect(made.stdout).toContain('"zero" does not fit. Type a number from 1 to 40.');
    expect(made.stdout).toContain('"41" does not fit.');
    expect(textOf(made, "ours.yaml").match(/asks: TODO ask one thing/gu)).toHaveLength(24);
  });

  it("shows a question again when help is asked for", async () => {
    const made = await make(["ours.yaml", "--plain"], { lines: ["?", "q"] });
    expect(made.stdout.match(/What is it called\?/gu)).toHaveLength(2);
    expect(made.stdout).toContain("Type q to stop.");
  });

  it.each([
    ["--questions", "0", "from 1 to 40"],
    ["--questions", "many", "from 1 to 40"],
    ["--title", " ", "There is nothing in it."],
    ["--kind", "quiz", "questions, checklist, both, statements, yes-no, sum, unscored"],
  ])("refuses %s %j as it would the answer", async (flag, value, expected) => {
    const made = await make(["ours.yaml", ...FLAGS, flag, value]);
    expect(made.exitCode).toBe(2);
    expect(made.stderr).toContain(expected);
    expect(made.files.texts.size).toBe(0);
  });

  it.each<[Reply, number, string]>([
    [{ kind: "line", text: "q" }, 0, "Stopped. Nothing has been written."],
    [{ kind: "end" }, 0, "The input ended. Nothing has been written."],
    [{ kind: "signal", signal: "SIGINT" }, 130, "Stopped. Nothing has been written."],
    [{ kind: "signal", signal: "SIGTERM" }, 143, "Stopped. Nothing has been written."],
    [{ kind: "signal", signal: "SIGHUP" }, 129, "Stopped. Nothing has been written."],
  ])("writes nothing after %j, and closes what it opened", async (reply, exitCode, last) => {
    let closed = 0;
    const prompter: Prompter = {
      line: async () => reply,
      close: () => {
        closed += 1;
      },
    };
    const made = await make(["ours.yaml"], { interactive: true, openPrompter: () => prompter });
    expect({ exitCode: made.exitCode, closed }).toEqual({ exitCode, closed: 1 });
    expect(made.stdout).toContain(last);
    expect(made.files.texts.size).toBe(0);
  });

  it.each([
    [["--plain"], {}, { plain: true, color: false }],
    [[], {}, { plain: false, color: true }],
    [[], { ACCESSIBLE: "1" }, { plain: true, color: false }],
    [["--no-plain"], { TERM: "dumb" }, { plain: false, color: true }],
  ])("opens the prompter for %j in %j", async (args, env, expected) => {
    const asked: PrompterChoice[] = [];
    await make(["ours.yaml", ...args], {
      interactive: true,
      color: true,
      env,
      openPrompter(choice) {
        asked.push(choice);
        return { line: async () => ({ kind: "end" }), close: () => undefined };
      },
    });
    expect(asked).toEqual([expected]);
  });

  it("never writes over a file, and asks nothing before it says so", async () => {
    const files = memoryFiles({ "ours.yaml": "mine\n" });
    for (const name of ["ours.yaml", "ours"]) {
      const made = await make([name], { files, interactive: true, openPrompter: nobody });
      expect({ exitCode: made.exitCode, stdout: made.stdout }).toEqual({ exitCode: 2, stdout: "" });
      expect(made.stderr).toContain("ours.yaml is already there.\nIt has not been changed.");
    }
    expect(files.texts.get(`${CHARITY_FOLDER}/ours.yaml`)).toBe("mine\n");
  });

  it("never writes over a file that came while the questions were answered", async () => {
    const files = memoryFiles();
    const path = `${CHARITY_FOLDER}/ours.yaml`;
    const queue = [...LINES];
    const made = await make(["ours.yaml"], {
      files,
      interactive: true,
      openPrompter: () => ({
        async line() {
          files.texts.set(path, "theirs\n");
          return { kind: "line", text: queue.shift() ?? "q" };
        },
        close: () => undefined,
      }),
    });
    expect(made.exitCode).toBe(2);
    expect(files.texts.get(path)).toBe("theirs\n");
  });

  it("says that there is no such folder before it asks anything", async () => {
    const made = await make(["no/ours.yaml"], { interactive: true, openPrompter: nobody });
    expect({ exitCode: made.exitCode, stdout: made.stdout }).toEqual({ exitCode: 3, stdout: "" });
    expect(made.stderr).toContain("no: There is no such file or folder.");
  });

  it.each([
    ["Our Rubric 2.yaml", "our-rubric-2"],
    ["2026-plan.yaml", "plan"],
    ["principles.yaml", "our-principles"],
    ["C\u00f4d\u0302.yml", "cod"],
    ["\u4f60\u597d.yaml", "ours"],
  ])("makes of the name %s the id %s", async (name, id) => {
    const made = await make([name, ...ALL_FLAGS]);
    expect(textOf(made, name)).toContain(`\nid: ${id}\n`);
  });

  it("prints the rubric for -, and writes nothing", async () => {
    const made = await make(["-", ...FLAGS]);
    expect(made.exitCode).toBe(0);
    expect(made.stdout).toMatch(/^# yaml-language-server: [\s\S]+\ncoprod: rubric\/1\n/u);
    expect(made.files.texts.size).toBe(0);
  });
});

describe("the schema that editors read beside a new rubric", () => {
  const schema = `${CHARITY_FOLDER}/rubric.schema.json`;
  const modeline = (text: string) => /\$schema=(.*)/u.exec(text)?.[1];

  it("is put there where coprod is installed elsewhere", async () => {
    const made = await make(["ours.yaml", ...ALL_FLAGS]);
    expect(modeline(textOf(made, "ours.yaml"))).toBe("rubric.schema.json");
    expect(made.stdout).toContain("rubric.schema.json is beside it");
    const { stdout } = await runInMemory(["schema", "rubric"]);
    expect(JSON.parse(made.files.texts.get(schema) ?? "")).toEqual(JSON.parse(stdout));
  });

  it("is left as it is where there is one", async () => {
    const files = memoryFiles({ "rubric.schema.json": "mine\n" });
    const made = await make(["ours.yaml", ...ALL_FLAGS], { files });
    expect(files.texts.get(schema)).toBe("mine\n");
    expect(made.stdout).not.toContain("rubric.schema.json");
  });

  it("is coprod's own where that is part of the project", async () => {
    const files = memoryFiles();
    // The package's own folder is real and read-only here, so the rubric is kept in memory under a name in it.
    const made = await make(["rubrics/ours.yaml", ...ALL_FLAGS], { files, cwd: PACKAGE_FOLDER });
    expect(made.exitCode).toBe(0);
    expect(modeline(files.texts.get(join(PACKAGE_FOLDER, "rubrics/ours.yaml")) ?? "")).toBe(
      "../docs/schema/rubric.json",
    );
    expect(files.texts.size).toBe(1);
  });
});

function nobody(): never {
  throw new Error("nobody should be asked");
}

/** A command's words as a shell has them, where only the name of the file has a space. */
function words(command: string): string[] {
  return command
    .replace("our rubric.yaml", "our+rubric.yaml")
    .split(" ")
    .map((word) => word.replace("+", " "));
}
