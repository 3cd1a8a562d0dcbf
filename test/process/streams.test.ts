import { spawnSync } from "node:child_process";
import { readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { BIN, Child, IS_BUILT } from "../support/child.ts";
import { assessmentIn, newFolder } from "../support/terminal.ts";

const NEW = ["assess", "our.yaml", "--plain"];
const START = ["River House", "", "", "s"];
const TRACE = /\n {4}at |node:internal|Warning|EPIPE/u;

let folder = "";
beforeEach(() => {
  folder = newFolder();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const lines = (...typed: readonly string[]) => typed.map((line) => `${line}\n`).join("");
const answers = () => Object.values(assessmentIn(folder).answers ?? {}).map(({ answer }) => answer);
const how = () => assessmentIn(folder).sessions?.at(-1)?.how;

/** The program behind a shell's redirections; `$COPROD` stands for it. */
function shell(script: string, input = "", env: NodeJS.ProcessEnv = {}) {
  const coprod = `"${process.execPath}" "${BIN}"`;
  const ran = spawnSync("bash", ["-c", script.replaceAll("$COPROD", coprod)], {
    cwd: folder,
    encoding: "utf8",
    input,
    env: { ...process.env, NO_COLOR: "", FORCE_COLOR: "", ...env },
  });
  return { status: ran.status, stdout: ran.stdout, stderr: ran.stderr };
}

async function asked(): Promise<Child> {
  const child = new Child(NEW, folder);
  await child.type(START);
  return child;
}

describe.skipIf(!IS_BUILT)("signals", () => {
  it.each([
    ["SIGTERM", 143, "terminated"],
    ["SIGINT", 130, "interrupted"],
    ["SIGHUP", 129, "closed"],
  ] as const)(
    "row 3: %s in the same instant as the end of the input ends with %i",
    async (signal, code, said) => {
      for (const milliseconds of [0, 1, 5]) {
        rmSync(`${folder}/our.yaml`, { force: true });
        const child = await asked();
        child.process.stdin.end("2\n");
        await pause(milliseconds);
        child.process.kill(signal);
        expect(await child.ended).toBe(code);
        expect(how()).toBe(said);
      }
    },
  );

  it("row 2: Ctrl-C during a save, and twice fast, ends with 130 and a whole file", async () => {
    const given = new Set<number>();
    for (const milliseconds of [0, 1, 2, 3, 5, 8]) {
      rmSync(`${folder}/our.yaml`, { force: true });
      const child = await asked();
      child.process.stdin.write("2\n");
      await pause(milliseconds);
      child.process.kill("SIGINT");
      child.process.kill("SIGINT");
      const code = await child.ended;
      // The second one may come when everything is saved and said, and then ends the process itself.
      expect([130, "SIGINT"]).toContain(code);
      expect(child.output.replace(/\s+/gu, " ")).toContain("Everything confirmed is saved in");
      expect(child.output).not.toMatch(TRACE);
      expect(how()).toBe("interrupted");
      const shown = child.output.match(/Saved \d\d:\d\d\. Our answer/gu)?.length ?? 0;
      expect(answers().length).toBeGreaterThanOrEqual(shown);
      given.add(answers().length);
    }
    expect([...given].every((count) => count <= 1)).toBe(true);
  });
});

describe.skipIf(!IS_BUILT)("input", () => {
  it.each([
    ["a closed input", "$COPROD assess our.yaml <&-"],
    ["/dev/null", "$COPROD assess our.yaml < /dev/null"],
    ["a pipe", "true | $COPROD assess our.yaml"],
  ])("row 6: %s without --plain is told what to do instead, and asked nothing", (_, script) => {
    const { status, stdout, stderr } = shell(script);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toContain("To be asked one line at a time, use --plain.");
    expect(readdirSync(folder)).toEqual([]);
  });

  it.each([
    ["a closed input", "$COPROD assess our.yaml --plain <&-"],
    ["/dev/null", "$COPROD assess our.yaml --plain < /dev/null"],
  ])("row 6: %s with --plain ends kindly, with nothing on the disk", (_, script) => {
    const { status, stdout, stderr } = shell(script);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout).toContain("The input ended. Nothing has been saved yet.");
    expect(readdirSync(folder)).toEqual([]);
  });

  it("row 6: input that ends half-way is saved, also a last line without its line break", () => {
    const { status, stdout } = shell("$COPROD assess our.yaml --plain", `${lines(...START, "2")}3`);
    expect(status).toBe(0);
    expect(stdout.replace(/\s+/gu, " ")).toContain(
      "The input ended. Everything confirmed is saved in our.yaml",
    );
    expect(answers()).toEqual(["in-places", "usual"]);
    expect(how()).toBe("input-ended");
  });
});

describe.skipIf(!IS_BUILT)("output", () => {
  it("row 8: a reader that stops early ends it quietly, with what was typed saved", () => {
    const { stdout, stderr } = shell(
      "$COPROD assess our.yaml --plain | head -1",
      lines(...START, "2", "3", "q"),
    );
    expect(stdout.split("\n").length).toBeLessThanOrEqual(2);
    expect(stderr).toBe("");
    expect(answers()).toEqual(["in-places", "usual"]);
  });

  it.each([
    ["a closed output", "$COPROD assess our.yaml --plain >&-"],
    ["a closed output for problems", "$COPROD assess our.yaml --plain 2>&-"],
  ])("row 8: %s brings no trace, and what was typed is saved", (_, script) => {
    const { stdout, stderr } = shell(script, lines(...START, "2", "q"));
    expect(stdout + stderr).not.toMatch(TRACE);
    expect(answers()).toEqual(["in-places"]);
  });
});

describe.skipIf(!IS_BUILT)("colour", () => {
  const ASSESS = "$COPROD assess our.yaml --plain";
  const words = (text: string) =>
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the codes of colour.
    text.replace(/\u001b\[[0-9;]*m/gu, "").replace(/\d\d:\d\d/gu, "");

  const WITHOUT: readonly (readonly [flag: string, env: NodeJS.ProcessEnv])[] = [
    ["", { NO_COLOR: "1" }],
    ["--no-color", {}],
    ["", { NO_COLOR: "1", FORCE_COLOR: "1" }],
    ["--no-color", { FORCE_COLOR: "1" }],
    ["", { TERM: "dumb" }],
    ["", {}],
  ];

  it("row 13: where none is wanted there is no code and no warning, and the words are the same", () => {
    shell("$COPROD demo .");
    const colored = shell("$COPROD score river-house.yaml", "", { FORCE_COLOR: "1" });
    expect(colored.stdout).toContain("\u001b[");
    for (const [flag, env] of WITHOUT) {
      const plain = shell(`$COPROD ${flag} score river-house.yaml`, "", env);
      expect(plain.stdout + plain.stderr).not.toContain("\u001b");
      expect(plain.stderr).not.toContain("Warning");
      expect(words(plain.stdout)).toBe(words(colored.stdout));
    }
  });

  it("row 13: --plain has no code even where colour is forced", () => {
    const { stdout, stderr } = shell(ASSESS, lines(...START, "2", "q"), { FORCE_COLOR: "1" });
    expect(stdout + stderr).not.toContain("\u001b");
  });
});

describe.skipIf(!IS_BUILT)("input that cannot be read", () => {
  const SAYS =
    "standard input: What is typed or sent to coprod cannot be read here.\nTry again in another window, or give the name of a file.\n";

  it("because it is only to be written is told in words", () => {
    const ran = shell("$COPROD lint - 0>only-written");
    expect(ran).toEqual({ status: 3, stdout: "", stderr: SAYS });
  });

  // As Node does in Wine, and on a Windows without a console.
  const REFUSED = `Object.defineProperty(process, "stdin", {
    get() { throw Object.assign(new Error("EBADF: bad file descriptor, open"), { code: "EBADF" }); },
  });`;

  it.each(["lint -", "assess new.yaml --plain"])(
    "because it cannot be opened is told in words by %s",
    (words) => {
      writeFileSync(join(folder, "refused.cjs"), REFUSED);
      const env = { NODE_OPTIONS: "--require ./refused.cjs" };
      const ran = shell(`$COPROD ${words}`, "", env);
      expect({ status: ran.status, stderr: ran.stderr }).toEqual({ status: 3, stderr: SAYS });
      expect(readdirSync(folder)).toEqual(["refused.cjs"]);
    },
  );

  it("is no matter to what reads none", () => {
    writeFileSync(join(folder, "refused.cjs"), REFUSED);
    const ran = shell("$COPROD demo example", "", { NODE_OPTIONS: "--require ./refused.cjs" });
    expect({ status: ran.status, stderr: ran.stderr }).toEqual({ status: 0, stderr: "" });
  });
});
