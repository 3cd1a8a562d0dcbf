import { describe, expect, it } from "vitest";
import { memoryFiles, runInMemory } from "../support/context.ts";

describe("the program", () => {
  it("prints its version and nothing else", async () => {
    const { exitCode, stdout, stderr } = await runInMemory(["--version"], { version: "9.8.7" });
    expect({ exitCode, stdout, stderr }).toEqual({ exitCode: 0, stdout: "9.8.7\n", stderr: "" });
  });

  it.each([["--help"], ["help"], ["-h"]])("shows help on stdout when asked (%s)", async (arg) => {
    const { exitCode, stdout, stderr } = await runInMemory([arg]);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
    expect(stdout).toContain("coprod demo");
    expect(stdout).toContain("coprod assess");
  });

  it("shows help on stderr when nothing was asked", async () => {
    const { exitCode, stdout, stderr } = await runInMemory([]);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
    expect(stderr).toContain("coprod demo");
  });

  it("keeps help within the width of the terminal", async () => {
    const { stdout } = await runInMemory(["--help"], { columns: 60 });
    const long = stdout.split("\n").filter((line) => line.length > 60);
    expect(long).toEqual([]);
  });

  it("has at least two real examples in the help of every command", async () => {
    const { stdout: help } = await runInMemory(["--help"]);
    const listed = help.slice(help.indexOf("Commands:"), help.indexOf("Start here:"));
    const names = [...listed.matchAll(/^ {2}([a-z]+)\b/gmu)].map(([, name]) => name ?? "");
    expect(names.length).toBeGreaterThan(5);
    for (const name of names.filter((each) => each !== "help")) {
      const { exitCode, stdout } = await runInMemory([name, "--help"]);
      expect(exitCode).toBe(0);
      const examples = /Examples:\n((?: {2}coprod .+\n)+)/u.exec(stdout)?.[1] ?? "";
      expect(examples.trim().split("\n").length, name).toBeGreaterThanOrEqual(2);
    }
  });

  it("obeys --no-color before and after the command", async () => {
    const files = { "a.yaml": "coprod: assessment/1\n" };
    const run = (argv: readonly string[]) =>
      runInMemory(argv, { files: memoryFiles(files), color: true });
    expect((await run(["score", "a.yaml"])).stderr).toContain("\u001b[");
    expect((await run(["--no-color", "score", "a.yaml"])).stderr).not.toContain("\u001b[");
    expect((await run(["score", "a.yaml", "--no-color"])).stderr).not.toContain("\u001b[");
  });

  it("shows the inside of a mistake with --debug alone, wherever it stands", async () => {
    const broken = () => {
      throw new TypeError("broken inside");
    };
    const files = { ...memoryFiles(), kind: broken, list: broken, read: broken };
    const plain = await runInMemory(["score", "a.yaml"], { files });
    expect(plain.exitCode).toBe(70);
    expect(plain.stderr).toContain("This is our mistake, not yours.");
    expect(plain.stderr).not.toMatch(/\n\s+at /u);
    for (const argv of [
      ["--debug", "score", "a.yaml"],
      ["score", "a.yaml", "--debug"],
    ]) {
      expect((await runInMemory(argv, { files })).stderr).toMatch(/broken inside\n\s+at /u);
    }
  });
});

describe("a command that is named", () => {
  it("is declared by the name that calls it", async () => {
    const { stdout: help } = await runInMemory(["--help"]);
    const listed = help.slice(help.indexOf("Commands:"), help.indexOf("Start here:"));
    for (const [, name = ""] of listed.matchAll(/^ {2}([a-z]+)\b/gmu)) {
      const { stdout } = await runInMemory(["--no-color", name, "--help"]);
      expect(stdout).toContain(name === "help" ? "Commands:" : `Usage: coprod ${name}`);
    }
  });

  it("is guessed where it is not known", async () => {
    expect((await runInMemory(["scor"])).stderr).toContain("Did you mean score?");
  });
});
