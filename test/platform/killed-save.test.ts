import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { buildSync } from "esbuild";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { nodeFiles } from "../../src/platform/files.ts";
import { PACKAGE_FOLDER } from "../support/context.ts";

const KILLS = 40;
/** On a busy machine fewer kills have to do. */
const LONGEST_MS = 25_000;
const FEWEST_KILLS = 20;
const SIZE = 1_000_000;

let folder = "";
/** The adapter as JavaScript, for a process of its own. */
let built = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "coprod-killed-"));
  built = join(mkdtempSync(join(tmpdir(), "coprod-built-")), "files.mjs");
  const entryPoints = [join(PACKAGE_FOLDER, "src", "platform", "files.ts")];
  buildSync({ entryPoints, outfile: built, bundle: true, platform: "node", format: "esm" });
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
  rmSync(dirname(built), { recursive: true, force: true });
});

/** Saves one long text after the other, each of one letter, until somebody ends it. */
const WRITER = `
  const { nodeFiles } = await import(process.argv[1]);
  const files = nodeFiles();
  for (let turn = 0; ; turn++) {
    await files.write(process.argv[2], "abcdefgh"[turn % 8].repeat(${SIZE}));
    if (turn === 0) process.stdout.write("saved");
  }
`;

describe("a program killed in the middle of saving", () => {
  it("row 4: leaves the file whole", { timeout: 90_000 }, async () => {
    const path = join(folder, "our-charity.yaml");
    const letters = new Set<string>();
    const began = Date.now();
    for (let kill = 0; kill < KILLS; kill++) {
      if (kill >= FEWEST_KILLS && Date.now() - began > LONGEST_MS) break;
      await killWhileSaving(path, Math.random() * 60);
      const text = readFileSync(path, "utf8");
      expect(text).toBe((text[0] ?? "").repeat(SIZE));
      letters.add(text[0] ?? "");
    }
    expect(letters.size, "the kills should come at different moments").toBeGreaterThan(1);
    await nodeFiles().write(path, "the end");
    expect(readdirSync(folder)).toEqual(["our-charity.yaml"]);
  });
});

async function killWhileSaving(path: string, milliseconds: number): Promise<void> {
  const argv = ["--input-type=module", "--eval", WRITER, pathToFileURL(built).href, path];
  const writer: ChildProcess = spawn(process.execPath, argv, {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = once(writer, "exit");
  if (writer.stdout !== null) await once(writer.stdout, "data");
  await pause(milliseconds);
  writer.kill("SIGKILL");
  await ended;
}
