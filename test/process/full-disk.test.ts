import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { START_LINES } from "../support/bundled-lines.ts";
import { Child, IS_BUILT } from "../support/child.ts";

let disk = "";
let isMounted = false;
beforeAll(() => {
  disk = mkdtempSync(join(tmpdir(), "coprod-disk-"));
  const mounted = spawnSync("mount", ["-t", "tmpfs", "-o", "size=128k", "tmpfs", disk]);
  isMounted = mounted.status === 0;
});
afterAll(() => {
  if (isMounted) spawnSync("umount", ["-l", disk]);
  rmSync(disk, { recursive: true, force: true });
});

describe("a disk that fills up in the middle of a session", () => {
  it("row 16: keeps the old file whole; another try and another place work", async ({ skip }) => {
    skip(!IS_BUILT, "dist/ is missing: npm run build");
    skip(!isMounted, "no small disk can be mounted here");
    const filling = join(disk, "filling");
    const text = () => readFileSync(join(disk, "our.yaml"), "utf8");
    const child = new Child(["assess", "our.yaml", "--plain"], disk);
    await child.type([...START_LINES, "2"]);
    const before = text();
    fill(filling);
    await child.type(["3", "r"]);
    const output = () => child.output.replace(/\s+/gu, " ");
    expect(output()).toContain("NOT SAVED. The disk is full.");
    expect(text()).toBe(before);
    rmSync(filling);
    await child.type(["r"]);
    expect(text()).toContain("answer: usual");
    fill(filling);
    const elsewhere = join(tmpdir(), `coprod-elsewhere-${process.pid}.yaml`);
    await child.type(["1", "e", elsewhere]);
    child.process.stdin.end("q\n");
    expect(await child.ended).toBe(0);
    expect(readFileSync(elsewhere, "utf8")).toContain("answer: not-yet");
    rmSync(elsewhere);
  });
});

function fill(path: string): void {
  for (let size = 128 * 1024; size >= 1; size = Math.floor(size / 2)) {
    try {
      writeFileSync(path, "x".repeat(size), { flag: "a" });
    } catch {
      // Full for this size; a smaller piece may fit.
    }
  }
}
