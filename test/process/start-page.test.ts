import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { BIN, IS_BUILT } from "../support/child.ts";
import { ASKED, drive, linesShown, newFolder, WHY_NO_TERMINAL } from "../support/terminal.ts";

let folder = "";
beforeEach(() => {
  folder = newFolder();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe.skipIf(WHY_NO_TERMINAL !== undefined)("coprod alone in a terminal", () => {
  it.each([
    { columns: 80, rows: 24 },
    { columns: 60, rows: 16 },
  ])("asks what to do at $columns x $rows, and makes the example", async (size) => {
    const steps = [{ pattern: ASKED, send: "1\r" }];
    const { output, status, problem } = await drive(steps, { folder, args: [], ...size });
    expect({ status, problem }).toEqual({ status: 0, problem: null });
    expect(output).not.toContain("Enter for more");
    expect(existsSync(join(folder, "coprod-demo", "river-house-plan.html"))).toBe(true);
  });

  it("goes on with the page of what was chosen, and stops there", async () => {
    const steps = [
      { pattern: ASKED, send: "2\r" },
      { until: "Charity:" },
      { until: "q to stop.", send: "q\r" },
    ];
    const { output, status, problem } = await drive(steps, { folder, args: [] });
    expect({ status, problem }).toEqual({ status: 0, problem: null });
    expect(linesShown(output).join("\n")).toContain("Stopped. Nothing has been saved yet.");
    expect(readdirSync(folder)).toEqual([]);
  });

  it("ends with 130 on Ctrl-C, and nothing is left", async () => {
    const steps = [{ pattern: ASKED, send: "\u0003" }];
    const { output, status } = await drive(steps, { folder, args: [] });
    expect(status).toBe(130);
    expect(output).not.toContain("node:internal");
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe.skipIf(!IS_BUILT)("coprod alone in a pipe", () => {
  it("asks nothing and gives its help", () => {
    const ran = spawnSync(process.execPath, [BIN], { cwd: folder, encoding: "utf8", input: "1\n" });
    expect({ status: ran.status, stdout: ran.stdout }).toEqual({ status: 2, stdout: "" });
    expect(ran.stderr).toContain("Usage: coprod");
    expect(readdirSync(folder)).toEqual([]);
  });
});
