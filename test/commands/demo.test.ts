import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { RUBRICS } from "../rubrics/checks/bundled.ts";
import { memoryFiles, PACKAGE_FOLDER, runInMemory } from "../support/context.ts";

const FOLDER = "/charity/coprod-demo";

describe("coprod demo", () => {
  it("writes the example, its plan as a page and as Markdown, and says what to do next", async () => {
    const { exitCode, stdout, stderr, files } = await runInMemory(["demo"]);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
    expect([...files.texts.keys()]).toEqual([
      `${FOLDER}/river-house.yaml`,
      `${FOLDER}/river-house-plan.html`,
      `${FOLDER}/river-house-plan.md`,
    ]);
    expect(stdout).toContain("coprod-demo/river-house-plan.html");
    expect(stdout).toMatch(/\n {2}1\. .+\n {2}2\. .+\n {2}3\. .+\n$/su);
  });

  it("gives each path and each command a line of its own, which an ordinary screen does not break", async () => {
    const { stdout } = await runInMemory(["demo"]);
    const lines = stdout.split("\n");
    for (const whole of [
      "coprod-demo/river-house-plan.html",
      "coprod-demo/river-house.yaml",
      "coprod plan coprod-demo/river-house.yaml",
      "coprod assess",
    ])
      expect(lines.map((line) => line.trim())).toContain(whole);
    expect(lines.filter((line) => line.length > 80)).toEqual([]);
  });

  it("shows the plan where that is wanted, and says so only where it could", async () => {
    const opened: string[] = [];
    const shown = { openFile: async (path: string) => opened.push(path) > 0 };
    const there = await runInMemory(["demo", "--open"], shown);
    expect(opened).toEqual([`${FOLDER}/river-house-plan.html`]);
    expect(there.stdout).toContain("it is open in your web browser");
    const not = await runInMemory(["demo", "--open"], { openFile: async () => false });
    expect(not.exitCode).toBe(0);
    expect(not.stdout).not.toContain("is open");
    expect(not.stdout).not.toContain("--open");
    const plain = await runInMemory(["demo"], {
      openFile: async () => Promise.reject(new Error("opened")),
    });
    expect(plain.stdout).toContain("       coprod demo --open\n");
    const named = await runInMemory(["demo", "first-look"]);
    expect(named.stdout).toContain("       coprod demo first-look --open\n");
  });

  it("shows what the example is there to show", async () => {
    const { stdout } = await runInMemory(["demo"]);
    await expect(stdout).toMatchFileSnapshot("../golden/demo.txt");
    for (const shown of [
      "We do not agree",
      "Must-haves that are not met",
      "We do not know",
      "Trustees",
    ]) {
      expect(stdout).toContain(shown);
    }
  });

  it("shows five written steps of the questions, taken by the room or suggested", async () => {
    const { files } = await runInMemory(["demo"]);
    const { stdout } = await runInMemory(
      ["plan", `${FOLDER}/river-house.yaml`, "--format", "json"],
      { files },
    );
    const { actions } = JSON.parse(stdout) as Record<string, Record<string, { title: string }[]>>;
    const titles = [...(actions?.["agreed"] ?? []), ...(actions?.["ideas"] ?? [])].map(
      ({ title }) => title,
    );
    const written = RUBRICS.flatMap(({ sections }) => sections)
      .flatMap(({ criteria }) => criteria)
      .flatMap(({ next = {} }) => Object.values(next).map((step) => step.do));
    expect(titles.filter((title) => written.includes(title)).length).toBeGreaterThanOrEqual(5);
  });

  it("keeps the answers that somebody changed, and makes the plan from them", async () => {
    const files = memoryFiles();
    await runInMemory(["demo"], { files });
    const example = `${FOLDER}/river-house.yaml`;
    const changed = String(files.texts.get(example)).replaceAll("River House", "Lake House");
    files.texts.set(example, changed);
    const { exitCode } = await runInMemory(["demo"], { files });
    expect(exitCode).toBe(0);
    expect(files.texts.get(example)).toBe(changed);
    expect(files.texts.get(`${FOLDER}/river-house-plan.md`)).toContain("Lake House");
  });

  it("never replaces a page that coprod did not make", async () => {
    const files = memoryFiles({ "coprod-demo/river-house-plan.html": "<p>Mine</p>" });
    const { exitCode, stderr } = await runInMemory(["demo"], { files });
    expect(exitCode).toBe(2);
    expect(stderr).toContain("has not been changed");
    expect(files.texts.get(`${FOLDER}/river-house-plan.html`)).toBe("<p>Mine</p>");
  });

  it("says so when the folder's name is taken by a file", async () => {
    const files = memoryFiles({ "coprod-demo": "a file" });
    const { exitCode, stderr } = await runInMemory(["demo"], { files });
    expect(exitCode).toBe(3);
    expect(stderr).toContain("This is not a folder.");
  });

  it("uses an example that is sound, with three groups that voted", async () => {
    const text = readFileSync(join(PACKAGE_FOLDER, "docs/examples/river-house.yaml"), "utf8");
    const files = memoryFiles({ "example.yaml": text });
    const { exitCode, stdout } = await runInMemory(["lint", "example.yaml"], { files });
    expect(exitCode).toBe(0);
    expect(stdout).not.toContain(" error: ");
  });
});
