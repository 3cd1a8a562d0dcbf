import { mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { nodeFiles } from "../../src/platform/files.ts";
import { PACKAGE_FOLDER, runInMemory } from "../support/context.ts";

const EXAMPLE = readFileSync(join(PACKAGE_FOLDER, "docs", "examples", "river-house.yaml"), "utf8");

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "coprod-busy-"));
  writeFileSync(join(folder, "ours.yaml"), EXAMPLE);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A disk on which another program holds the file for so many renames, as a virus scanner or OneDrive does. */
interface Held {
  code: string;
  times: number;
  platform?: NodeJS.Platform;
}

async function finish(action: string, { code, times, platform }: Held) {
  let calls = 0;
  const files = nodeFiles({
    ...(platform && { platform }),
    rename(from, to) {
      calls++;
      if (calls <= times) throw Object.assign(new Error(code), { code });
      renameSync(from, to);
    },
  });
  const memory = { ...files, texts: new Map(), faults: new Map() };
  const argv = ["actions", "ours.yaml", "--done", action];
  const { exitCode, stderr } = await runInMemory(argv, { cwd: folder, files: memory });
  return { exitCode, stderr, calls, text: readFileSync(join(folder, "ours.yaml"), "utf8") };
}

describe("a file that another program holds", () => {
  it.each(["EPERM", "EACCES", "EBUSY"])("is saved once it is let go (%s)", async (code) => {
    const { exitCode, calls, text } = await finish("a1", { code, times: 3 });
    expect({ exitCode, calls }).toEqual({ exitCode: 0, calls: 4 });
    expect(text).toContain("status: done");
  });

  it.each([
    { code: "EBUSY", platform: "linux" },
    { code: "EBUSY", platform: "win32" },
    { code: "EPERM", platform: "win32" },
    { code: "EACCES", platform: "win32" },
  ] as const)("is left as it was when it is never let go ($code, $platform)", async (held) => {
    const { exitCode, stderr, text } = await finish("a1", { ...held, times: 99 });
    expect(exitCode).toBe(3);
    expect(stderr).toContain("It may be open in another program.\nClose it there");
    expect(text).toBe(EXAMPLE);
    expect(readdirSync(folder)).toEqual(["ours.yaml"]);
  });
});
