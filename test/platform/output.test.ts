import { spawnSync } from "node:child_process";
import { closeSync, existsSync, mkdtempSync, openSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { BIN, IS_BUILT } from "../support/child.ts";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "output-"));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Short, and longer than what a pipe takes at once. */
const RUNS = ["--help", "guide", "rubric show principles"];

describe.skipIf(!IS_BUILT)("what the program says", () => {
  it.each(RUNS)("%s is the same in a file, in a pipe and in a pipe that is read late", (words) => {
    const args = words.split(" ");
    const at = join(folder, "said.txt");
    const file = openSync(at, "w");
    spawnSync(process.execPath, [BIN, ...args], { stdio: ["ignore", file, "ignore"] });
    closeSync(file);
    const said = readFileSync(at, "utf8");
    expect(said.length).toBeGreaterThan(1000);
    const piped = spawnSync(process.execPath, [BIN, ...args], { encoding: "utf8" });
    expect(piped.stdout).toBe(said);
    const late = `"${process.execPath}" "${BIN}" ${words} | (sleep 0.5; cat)`;
    expect(spawnSync("bash", ["-c", late], { encoding: "utf8" }).stdout).toBe(said);
  });

  it("keeps its order where a session says more than a pipe holds", () => {
    const session = (end: string) => {
      const own = mkdtempSync(join(folder, "session-"));
      const run = `"${process.execPath}" "${BIN}" assess our.yaml --plain ${end}`;
      const input = `River House\n\n\ns\n${"?\n".repeat(150)}`;
      const ran = spawnSync("bash", ["-c", run], { cwd: own, encoding: "utf8", input });
      return (ran.stdout || readFileSync(join(own, "said.txt"), "utf8")).replace(/\d\d:\d\d/gu, "");
    };
    const said = session("> said.txt");
    expect(said.length).toBeGreaterThan(70_000);
    expect(session("| (sleep 0.5; cat)")).toBe(said);
  });

  it.skipIf(!existsSync("/dev/full"))("says so where it does not arrive", () => {
    const full = openSync("/dev/full", "w");
    const ran = spawnSync(process.execPath, [BIN, "guide"], {
      stdio: ["ignore", full, "pipe"],
      encoding: "utf8",
    });
    closeSync(full);
    expect(ran.stderr).toBe("Error: not all of the output arrived. The disk is full.\n");
    expect(ran.status).toBe(3);
  });

  it("goes nowhere without a fault", () => {
    const { status } = spawnSync(process.execPath, [BIN, "--help"], { stdio: "ignore" });
    expect(status).toBe(0);
  });
});
