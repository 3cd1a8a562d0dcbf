import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { acquireLock, releaseLock } from "../../src/files/assessment-lock.ts";
import { nodeFiles } from "../../src/platform/files.ts";
import { memoryFiles } from "../support/context.ts";

const PATH = "/charity/our.yaml";
const LOCK = "/charity/.our.yaml.lock";
const machine = { pid: 7, name: "laptop", isAlive: (pid: number) => pid === 7 || pid === 8 };
const now = () => new Date("2026-11-21T10:31:00Z");

const heldBy = (pid: number, name = "laptop") =>
  memoryFiles({
    ".our.yaml.lock": JSON.stringify({ pid, machine: name, since: "2026-11-21T10:02:00Z" }),
  });

const take = (files: ReturnType<typeof memoryFiles>, anyway = false) =>
  acquireLock({ files, machine, now }, PATH, { anyway });

describe("the lock beside an assessment", () => {
  it.each([
    ["row 20: of a process that has gone", 9, "laptop", "taken"],
    ["row 20: of an earlier process with our own number", 7, "laptop", "taken"],
    ["row 19: of a process that runs", 8, "laptop", "held"],
    ["row 20: of another computer, whatever its number", 7, "office", "held"],
  ] as const)("%s (%i on %s) is %s", async (_, pid, name, kind) => {
    expect((await take(heldBy(pid, name))).kind).toBe(kind);
  });

  it("row 20: can be taken over where people say so", async () => {
    const files = heldBy(1, "office");
    expect((await take(files, true)).kind).toBe("taken");
    expect(files.texts.get(LOCK)).toContain("laptop");
  });

  it("row 19: is taken by one of two windows that open the file at the same moment", async () => {
    const files = memoryFiles();
    const other = { ...machine, pid: 8 };
    const both = await Promise.all([
      take(files),
      acquireLock({ files, machine: other, now }, PATH, { anyway: false }),
    ]);
    expect(both.map(({ kind }) => kind).toSorted()).toEqual(["held", "taken"]);
  });

  it("row 19: is made on a real disk by one of two at the same moment", async () => {
    const folder = mkdtempSync(join(tmpdir(), "coprod-lock-"));
    const path = join(folder, "our.yaml");
    const open = (pid: number) =>
      acquireLock({ files: nodeFiles(), machine: { ...machine, pid }, now }, path, {
        anyway: false,
      });
    try {
      const both = await Promise.all([open(7), open(8)]);
      expect(both.map(({ kind }) => kind).toSorted()).toEqual(["held", "taken"]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it("is left to whoever took it over meanwhile", async () => {
    const files = memoryFiles();
    const taken = await take(files);
    if (taken.kind !== "taken") throw new Error("held");
    const theirs = heldBy(8).texts.get(LOCK) ?? "";
    files.texts.set(LOCK, theirs);
    await releaseLock({ files }, taken.lock);
    expect(files.texts.get(LOCK)).toBe(theirs);
  });
});
