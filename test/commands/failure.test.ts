import { describe, expect, it } from "vitest";
import { reportFailure } from "../../src/commands/failure.ts";
import {
  EXIT,
  FileError,
  type FileFault,
  FileProblems,
  UserError,
} from "../../src/platform/errors.ts";
import type { Context } from "../../src/platform/ports.ts";
import { CHARITY_FOLDER } from "../support/context.ts";

async function reported(error: unknown, { debug = false } = {}) {
  let stderr = "";
  let stdout = "";
  const context = {
    stdout: { write: (text: string) => (stdout += text) },
    stderr: { write: (text: string) => (stderr += text) },
    cwd: CHARITY_FOLDER,
    color: false,
    version: "1.2.3",
  } as unknown as Context;
  const exitCode = await reportFailure(error, context, { debug });
  expect(stdout).toBe("");
  return { exitCode, stderr };
}

const FAULTS: readonly FileFault[] = [
  "missing",
  "folder",
  "not-a-folder",
  "denied",
  "read-only",
  "full",
  "busy",
  "too-large",
  "not-text",
  "name-too-long",
  "no-input",
  "other",
];

describe("telling what went wrong", () => {
  it("says what happened and what to do now", async () => {
    const error = new UserError("There is no such day.", { hint: "Name another.", exitCode: 2 });
    expect(await reported(error)).toEqual({
      exitCode: 2,
      stderr: "There is no such day.\nName another.\n",
    });
  });

  it("leaves the second line out where there is nothing to advise", async () => {
    const { stderr } = await reported(new UserError("Stopped.", { exitCode: EXIT.wrongUse }));
    expect(stderr).toBe("Stopped.\n");
  });

  it.each(FAULTS)("has two whole lines for a file that is %s", async (fault) => {
    const { exitCode, stderr } = await reported(new FileError(`${CHARITY_FOLDER}/a.yaml`, fault));
    expect(exitCode).toBe(EXIT.file);
    expect(stderr).toMatch(/^a\.yaml: [A-Z].+\.\n[A-Z].+\.\n$/u);
  });

  it("names a file outside the working folder by its whole path", async () => {
    const { stderr } = await reported(new FileError("/elsewhere/a.yaml", "missing"));
    expect(stderr).toMatch(/^\/elsewhere\/a\.yaml: /u);
  });

  it("shows problems in files at their places", async () => {
    const place = { line: 2, column: 1, endLine: 2, endColumn: 4 };
    const common = { severity: "error", file: "a.yaml", place } as const;
    const problem = {
      ...common,
      rule: "shape/unknown-key",
      facts: { key: "foo", near: [], known: [] },
    } as const;
    const texts = new Map([["a.yaml", "bar: 1\nfoo: 2\n"]]);
    const { exitCode, stderr } = await reported(new FileProblems([problem], texts));
    expect(exitCode).toBe(EXIT.problems);
    expect(stderr).toContain('a.yaml:2:1 error: "foo" is not a field');
    expect(stderr).toContain("  2 | foo: 2\n    | ^^^\n");
  });

  it.each([new TypeError("x is not a function"), "a text", undefined, null])(
    "takes the blame for anything else (%s)",
    async (error) => {
      const { exitCode, stderr } = await reported(error);
      expect(exitCode).toBe(EXIT.bug);
      expect(stderr).toContain("Something went wrong inside coprod 1.2.3. This is our mistake");
      expect(stderr).toContain("Please report it");
      expect(stderr).not.toMatch(/\n\s+at /u);
    },
  );

  it("shows the inside with --debug alone, and the cause with it", async () => {
    const error = new Error("outer", { cause: new Error("inner") });
    expect((await reported(error)).stderr).not.toMatch(/\n\s+at /u);
    const { stderr } = await reported(error, { debug: true });
    expect(stderr).toMatch(/Error: outer\n\s+at /u);
    expect(stderr).toMatch(/caused by Error: inner\n\s+at /u);
  });
});
