import { mkdtempSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { nodeFiles } from "../../src/platform/files.ts";
import { type MemoryFiles, runInMemory } from "../support/context.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "coprod-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Over real files, since the size of a file is told by the disk. */
function lint(name: string) {
  const files: MemoryFiles = { ...nodeFiles(), texts: new Map(), faults: new Map() };
  const args = ["lint", name, "--no-config", "--format", "json"];
  return runInMemory(args, { files, cwd: folder });
}

const MEGABYTE = 1024 * 1024;

describe("coprod lint refuses, without reading it through,", () => {
  it.each([
    ["a file of 50 MB", "coprod: rubric/1\n", 50 * MEGABYTE],
    ["a file one sign too large", `coprod: rubric/1\n#${"x".repeat(MEGABYTE)}`, MEGABYTE + 1],
  ])("%s", async (_, text, size) => {
    const path = join(folder, "large.yaml");
    writeFileSync(path, text);
    truncateSync(path, size);
    const { exitCode, stdout, stderr } = await lint("large.yaml");
    expect(stderr).toBe("");
    expect([1, 3]).toContain(exitCode);
    expect(JSON.parse(stdout).problems).toMatchObject([
      { rule: "file/unsupported", file: "large.yaml", start: { line: 1, column: 1 } },
    ]);
  });

  it.each([9, 30])("an alias bomb of %i levels, each nine times the one before", async (levels) => {
    const bomb = Array.from({ length: levels }, (_, level) => {
      const inside = level === 0 ? "x" : `*a${level - 1}`;
      return `k${level}: &a${level} [${Array.from({ length: 9 }, () => inside).join(", ")}]\n`;
    });
    writeFileSync(join(folder, "bomb.yaml"), `coprod: rubric/1\nid: ours\n${bomb.join("")}`);
    const { exitCode, stdout, stderr } = await lint("bomb.yaml");
    expect({ exitCode, stderr }).toEqual({ exitCode: 1, stderr: "" });
    expect(JSON.parse(stdout).problems).toMatchObject([{ rule: "yaml/syntax" }]);
  });
});
