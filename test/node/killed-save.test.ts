import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { nodeFiles } from "../../src/node/files.ts";
import { PACKAGE_FOLDER } from "../support/context.ts";

const BUILT = join(PACKAGE_FOLDER, "dist", "node", "files.js");
const KILLS = 200;
/** On a busy machine fewer kills have to do. */
const LONGEST_MS = 25_000;
const FEWEST_KILLS = 20;
const SIZE = 1_000_000;

let folder = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "coprod-killed-"));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
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
  it("leaves the file whole", { timeout: 90_000 }, async ({ skip }) => {
    skip(!existsSync(BUILT), "dist/ is missing: run npm run build");
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
  const argv = ["--input-type=module", "--eval", WRITER, pathToFileURL(BUILT).href, path];
  const writer: ChildProcess = spawn(process.execPath, argv, {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = once(writer, "exit");
  if (writer.stdout !== null) await once(writer.stdout, "data");
  await pause(milliseconds);
  writer.kill("SIGKILL");
  await ended;
}
