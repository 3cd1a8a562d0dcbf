import { spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { BIN, Child, IS_BUILT } from "../support/child.ts";
import { SMALL_PRINCIPLES } from "../support/small-rubrics.ts";
import { assessmentIn, newFolder } from "../support/terminal.ts";

const NEW = ["assess", "our.yaml", "--plain"];
const START = ["River House", "", "", "s"];
const BACK = ["assess", "our.yaml", "--plain", "--question", "power-talked-about"];

let folder = "";
beforeEach(() => {
  folder = newFolder();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const flat = ({ output }: Child) => output.replace(/\s+/gu, " ");
const answers = (name?: string) =>
  Object.values(assessmentIn(folder, name).answers ?? {}).map(({ answer }) => answer);

/** A session that waits for its next line after these. */
async function open(lines: readonly string[], args: readonly string[] = NEW): Promise<Child> {
  const child = new Child(args, folder);
  await child.type(lines);
  return child;
}

async function end(child: Child, ...lines: readonly string[]): Promise<number | string> {
  child.process.stdin.end(lines.map((line) => `${line}\n`).join(""));
  return child.ended;
}

describe.skipIf(!IS_BUILT)("two windows, one file", () => {
  it("row 19: the second window is told, reads, waits, and then goes on from what the first saved", async () => {
    const first = await open([...START, "2"]);
    const reading = await open([]);
    expect(flat(reading)).toContain("is open in another window on this computer since");
    expect(await end(reading, "o")).toBe(0);
    expect(flat(reading)).toContain("2, In places");
    const second = await open([]);
    expect(await end(first, "3", "q")).toBe(0);
    expect(await end(second, "r", "s", "", "4", "q")).toBe(0);
    expect(answers()).toEqual(["in-places", "usual", "shared"]);
  });

  it("row 19: where both go on all the same, no answer is lost and the second one is told", async () => {
    const first = await open([...START, "2"]);
    const second = await open(["y", "s", "", "3"], NEW);
    await first.typeMore(["4"]);
    expect(flat(first)).toContain("We have kept both: yours is in our (2).yaml.");
    expect(await end(first, "", "q")).toBe(0);
    expect(await end(second, "q")).toBe(0);
    expect(answers()).toEqual(["in-places", "usual"]);
    expect(answers("our (2).yaml")).toEqual(["in-places", "shared"]);
  });

  it("row 20: a lock whose process was killed (-9) keeps nobody out", async () => {
    const child = await open([...START, "2"]);
    child.process.kill("SIGKILL");
    await child.ended;
    expect(existsSync(join(folder, ".our.yaml.lock"))).toBe(true);
    const next = await open([], BACK);
    expect(flat(next)).not.toContain("is open");
    expect(await end(next, "3", "y", "q")).toBe(0);
    expect(answers()).toEqual(["usual"]);
    expect(existsSync(join(folder, ".our.yaml.lock"))).toBe(false);
  });

  it("row 20: a lock of another computer is told with its name, and can be gone past", async () => {
    expect(await end(await open(START), "2", "q")).toBe(0);
    const lock = { pid: process.pid, machine: `not-${hostname()}`, since: "2026-11-20T10:00:00Z" };
    writeFileSync(join(folder, ".our.yaml.lock"), JSON.stringify(lock));
    const next = await open([], BACK);
    expect(flat(next)).toContain(`on another computer (not-${hostname()}) since`);
    expect(await end(next, "y", "3", "y", "q")).toBe(0);
    expect(answers()).toEqual(["usual"]);
  });

  it("row 21: a file that somebody changed meanwhile stays as they left it, and both are kept", async () => {
    const child = await open([...START, "2"]);
    const path = join(folder, "our.yaml");
    const theirs = `${readFileSync(path, "utf8")}# from the office\n`;
    writeFileSync(path, theirs);
    await child.typeMore(["3", "l"]);
    expect(flat(child)).toContain("We have kept both: yours is in our (2).yaml.");
    expect(flat(child)).toContain("# from the office");
    expect(await end(child, "", "4", "q")).toBe(0);
    expect(readFileSync(path, "utf8")).toBe(theirs);
    expect(answers("our (2).yaml")).toEqual(["in-places", "usual", "shared"]);
  });
});

describe.skipIf(!IS_BUILT)("a place where nothing can be written", () => {
  it("row 17: a folder that went away is told; put back, the session goes on", async () => {
    const place = join(folder, "docs");
    mkdirSync(place);
    const child = await open([...START, "2"], ["assess", "docs/our.yaml", "--plain"]);
    renameSync(place, `${place}-gone`);
    await child.typeMore(["3"]);
    expect(flat(child)).toContain("NOT SAVED. The folder is no longer there.");
    renameSync(`${place}-gone`, place);
    expect(await end(child, "r", "4", "q")).toBe(0);
    expect(answers("docs/our.yaml")).toEqual(["in-places", "usual", "shared"]);
  });

  it("row 17: a folder in the place of the file is told; saved elsewhere, the session goes on", async () => {
    const child = await open([...START, "2"]);
    rmSync(join(folder, "our.yaml"));
    mkdirSync(join(folder, "our.yaml"));
    await child.typeMore(["3"]);
    expect(flat(child)).toContain("NOT SAVED.");
    expect(await end(child, "e", "other.yaml", "4", "q")).toBe(0);
    expect(answers("other.yaml")).toEqual(["in-places", "usual", "shared"]);
  });

  it("row 17: a name that is too long is told before anything is asked; the longest one works", async () => {
    const child = new Child(["assess", `${"x".repeat(300)}.yaml`, "--plain"], folder);
    expect(await end(child, "River House")).toBe(3);
    expect(flat(child)).toMatch(/^x{300}\.yaml: This name is too long for the disk\./u);
    const longest = `${"x".repeat(250)}.yaml`;
    const session = new Child(["assess", longest, "--plain"], folder);
    expect(await end(session, ...START, "2", "q")).toBe(0);
    expect(answers(longest)).toEqual(["in-places"]);
  });

  it("row 17: a disk that becomes read-only is told; saved elsewhere, the session goes on", async ({
    skip,
  }) => {
    const disk = join(folder, "disk");
    mkdirSync(disk);
    const mount = (...args: readonly string[]) => spawnSync("mount", [...args, disk]).status === 0;
    skip(!mount("-t", "tmpfs", "-o", "size=1m", "tmpfs"), "no small disk can be mounted here");
    try {
      const child = await open([...START, "2"], ["assess", "disk/our.yaml", "--plain"]);
      expect(mount("-o", "remount,ro")).toBe(true);
      await child.typeMore(["3"]);
      expect(flat(child)).toContain("NOT SAVED. We cannot write in this folder.");
      expect(await end(child, "e", "other.yaml", "4", "q")).toBe(0);
      expect(answers("other.yaml")).toEqual(["in-places", "usual", "shared"]);
      expect(answers("disk/our.yaml")).toEqual(["in-places"]);
    } finally {
      spawnSync("umount", ["-l", disk]);
    }
  });
});

describe.skipIf(!IS_BUILT)("where the file is", () => {
  it.each([
    "our charity.yaml",
    "-our.yaml",
    "jo's file.yaml",
    "tŷ ŵ.yaml",
    "OneDrive - River House/our.yaml",
    "../here/our.yaml",
    "日本.yaml",
    "C:\\Users\\Jo Smith\\our.yaml",
    "\\\\server\\share\\our.yaml",
    "CON.yaml",
  ])("row 27: %s is the file that is written and carried on", async (name) => {
    const here = join(folder, "here");
    mkdirSync(join(here, "OneDrive - River House"), { recursive: true });
    writeFileSync(join(here, "small.yaml"), SMALL_PRINCIPLES);
    const path = join(here, name);
    const run = (args: readonly string[], input: string) =>
      spawnSync(process.execPath, [BIN, ...args], { cwd: here, encoding: "utf8", input });
    const small = ["assess", "--plain", "--rubric", "./small.yaml"];
    const made = run([...small, "--", name], "River House\n\ns\n2\nq\n");
    expect({ status: made.status, stderr: made.stderr }).toEqual({ status: 0, stderr: "" });
    expect(readFileSync(path, "utf8")).toContain("answer: in-places");
    const again = run(["assess", "--plain", "--", name], "s\n\n3\nq\n");
    expect(again.status).toBe(0);
    expect(readFileSync(path, "utf8")).toMatch(/answer: in-places[\s\S]*answer: usual/u);
    const seen = readdirSync(join(path, "..")).filter((each) => !each.startsWith("."));
    expect(seen.filter((each) => each.endsWith(".yaml") && each !== "small.yaml")).toHaveLength(1);
  });

  it("row 27: a link is followed, and stays a link to the file that is written", async () => {
    mkdirSync(join(folder, "real"));
    expect(await end(await open(START), "2", "q")).toBe(0);
    renameSync(join(folder, "our.yaml"), join(folder, "real", "ours.yaml"));
    symlinkSync(join("real", "ours.yaml"), join(folder, "our.yaml"));
    expect(await end(await open([], BACK), "3", "y", "q")).toBe(0);
    expect(answers("real/ours.yaml")).toEqual(["usual"]);
    expect(answers()).toEqual(["usual"]);
  });
});
