import { readFileSync } from "node:fs";
import { describe, expect, it, vi } from "vitest";
import { REAL_PACKAGE, runOnWindows, windowsFiles } from "../support/windows.ts";

vi.mock("node:path", async (load) => {
  const { win32, posix } = await load<typeof import("node:path")>();
  return { ...win32, win32, posix, default: win32 };
});

const read = (...path: string[]) => readFileSync([REAL_PACKAGE, ...path].join("/"), "utf8");
const EXAMPLE = read("docs", "examples", "river-house.yaml");
const RUBRIC = read("rubrics", "before-you-start.yaml");
const BROKEN = RUBRIC.replace("version: ", "versoin: ");

describe("paths on Windows", () => {
  it.each(["stylish", "compact", "json", "github", "gitlab", "sarif", "junit", "markdown"])(
    "are shown with forward slashes in the %s report",
    async (format) => {
      const files = windowsFiles({ "rubrics\\ours.yaml": BROKEN });
      const argv = ["lint", "rubrics\\ours.yaml", "--format", format];
      const { exitCode, stdout } = await runOnWindows(argv, files);
      expect(exitCode).toBe(1);
      expect(stdout).toContain("rubrics/ours.yaml");
      expect(stdout).not.toContain("rubrics\\");
    },
  );

  it("are found below a folder", async () => {
    const files = windowsFiles({ "rubrics\\deep\\ours.yaml": BROKEN });
    const { stdout } = await runOnWindows(["lint"], files);
    expect(stdout).toContain("rubrics/deep/ours.yaml");
  });

  it("are shown with forward slashes where something is written or missing", async () => {
    const files = windowsFiles({ "2026\\ours.yaml": EXAMPLE });
    const { stdout } = await runOnWindows(["plan", "2026\\ours.yaml"], files);
    expect(stdout).toContain("2026/ours-plan.html");
    expect(files.found("2026\\ours-plan.html")?.text).toContain("</html>");
    const missing = await runOnWindows(["score", "2025\\ours.yaml"], files);
    expect(missing.exitCode).toBe(3);
    expect(missing.stderr).toContain("2025/ours.yaml: There is no such file or folder.");
  });

  it("of a rubric of one's own are written so that the folder can move to another system", async () => {
    const own = RUBRIC.replace("id: before-you-start", "id: ours");
    const files = windowsFiles({ "our rubrics\\ours.yaml": own });
    const lines = ["River House", "", "", "1"];
    const argv = ["assess", "new.yaml", "--plain", "--rubric", "our rubrics\\ours.yaml"];
    await runOnWindows(argv, files, { lines });
    expect(files.found("new.yaml")?.text).toContain("./our rubrics/ours.yaml");
    expect((await runOnWindows(["score", "new.yaml"], files)).exitCode).toBe(0);
  });
});

describe("names without case", () => {
  it("find the file they mean", async () => {
    const files = windowsFiles({ "River-House.yaml": EXAMPLE });
    expect((await runOnWindows(["score", "river-house.YAML"], files)).exitCode).toBe(0);
  });

  it("keep a new assessment from taking the place of another", async () => {
    const files = windowsFiles({ "River-House.yaml": RUBRIC });
    const lines = ["River House", "", "", "river-house.yaml", "other.yaml"];
    const { stdout } = await runOnWindows(["assess", "--plain"], files, { lines });
    expect(files.found("river-house.yaml")).toEqual({ name: "River-House.yaml", text: RUBRIC });
    expect(stdout).toContain("There is already something called river-house.yaml.");
    expect(files.found("other.yaml")?.text).toContain("coprod: assessment/1");
  });
});

describe("the line ends of Windows", () => {
  const windows = EXAMPLE.replaceAll("\n", "\r\n");

  it("stay in a file when an answer about an action is saved", async () => {
    const files = windowsFiles({ "ours.yaml": windows });
    const { exitCode } = await runOnWindows(["actions", "ours.yaml", "--done", "a1"], files);
    const text = files.found("ours.yaml")?.text ?? "";
    expect(exitCode).toBe(0);
    expect(text).toContain("status: done\r\n");
    expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/u);
  });

  it("stay in a file when a talk goes on with it", async () => {
    const files = windowsFiles({ "ours.yaml": windows });
    const lines = ["2", "y", "g 1", "1", "y", "q"];
    await runOnWindows(["assess", "ours.yaml", "--plain"], files, { lines });
    const text = files.found("ours.yaml")?.text ?? "";
    expect(text).not.toBe(windows);
    expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/u);
  });

  it("stay in a rubric that lint mends", async () => {
    const bad = RUBRIC.replace("about: ", "about: For the the group. ").replaceAll("\n", "\r\n");
    const files = windowsFiles({ "ours.yaml": bad });
    await runOnWindows(["lint", "ours.yaml", "--fix"], files);
    const text = files.found("ours.yaml")?.text ?? "";
    expect(text).toContain("For the group.");
    expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/u);
  });

  it("make no difference to a score or a plan", async () => {
    const [unix, dos] = [windowsFiles({ "a.yaml": EXAMPLE }), windowsFiles({ "a.yaml": windows })];
    for (const argv of [
      ["score", "a.yaml", "--json"],
      ["plan", "a.yaml", "--format", "md", "-o", "-"],
    ]) {
      expect((await runOnWindows(argv, dos)).stdout).toBe((await runOnWindows(argv, unix)).stdout);
    }
  });
});
