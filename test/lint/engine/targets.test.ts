import { describe, expect, it } from "vitest";
import { lintTargets } from "../../../src/lint/engine/targets.ts";
import type { Context } from "../../../src/platform/ports.ts";
import { CHARITY_FOLDER, memoryFiles } from "../../support/context.ts";

const FILES = {
  "ours.yaml": "",
  "notes.txt": "",
  ".hidden.yaml": "",
  "rubrics/b.yaml": "",
  "rubrics/a.yml": "",
  "rubrics/deep/c.yaml": "",
  "rubrics/.git/d.yaml": "",
  "rubrics/node_modules/e.yaml": "",
  "other/f.yaml": "",
  "empty/readme.md": "",
};

const context = { cwd: CHARITY_FOLDER, files: memoryFiles(FILES) } as unknown as Context;

const named = async (...paths: string[]) =>
  (await lintTargets(context, paths)).map(({ file }) => file);

describe("what lint looks at", () => {
  it("is the folder rubrics and the working folder itself, when nothing is named", async () => {
    const found = await lintTargets(context, []);
    expect(new Set(found.map(({ file }) => file))).toEqual(
      new Set(["rubrics/a.yml", "rubrics/b.yaml", "rubrics/deep/c.yaml", "ours.yaml"]),
    );
    expect(found.some((target) => target.named)).toBe(false);
  });

  it("is every YAML file below a folder, without what is hidden or installed", async () => {
    expect(await named("rubrics")).toEqual([
      "rubrics/a.yml",
      "rubrics/b.yaml",
      "rubrics/deep/c.yaml",
    ]);
  });

  it("is also the folder templates, and no template beside it", async () => {
    const files = memoryFiles({ "templates/partials/a.md.hbs": "", "plan.md.hbs": "" });
    const found = await lintTargets({ cwd: CHARITY_FOLDER, files } as unknown as Context, []);
    expect(found.map(({ file }) => file)).toEqual(["templates/partials/a.md.hbs"]);
  });

  it.each([
    ["rubrics/**/*.yaml", ["rubrics/b.yaml", "rubrics/deep/c.yaml"]],
    ["./rubrics/*.y{a,}ml", ["rubrics/a.yml", "rubrics/b.yaml"]],
    ["/charity/rubrics/[!b].*", ["rubrics/a.yml"]],
    ["**/?.yaml", ["other/f.yaml", "rubrics/b.yaml", "rubrics/deep/c.yaml"]],
    ["*/deep", ["rubrics/deep/c.yaml"]],
    ["rubrics\\deep\\*", ["rubrics/deep/c.yaml"]],
  ])("is what the pattern %s fits, whatever the shell", async (pattern, expected) => {
    expect(await named(pattern)).toEqual(expected);
  });

  it("takes a name with a bracket in it for a name where there is such a file", async () => {
    const files = memoryFiles({ "a[1].yaml": "", "a1.yaml": "" });
    const found = await lintTargets({ cwd: CHARITY_FOLDER, files } as unknown as Context, [
      "a[1].yaml",
    ]);
    expect(found).toEqual([{ path: "/charity/a[1].yaml", file: "a[1].yaml", named: true }]);
  });

  it("is any file that is named outright", async () => {
    expect(await lintTargets(context, ["notes.txt", ".hidden.yaml"])).toEqual([
      { path: "/charity/notes.txt", file: "notes.txt", named: true },
      { path: "/charity/.hidden.yaml", file: ".hidden.yaml", named: true },
    ]);
  });

  it("is each file once", async () => {
    expect(await named("ours.yaml", "./ours.yaml", "/charity/ours.yaml")).toEqual(["ours.yaml"]);
  });

  it("is never nothing without a word", async () => {
    await expect(named("empty")).rejects.toMatchObject({
      message: "There is nothing to check in empty.",
      hint: expect.stringContaining("templates (.hbs)"),
      exitCode: 2,
    });
    await expect(named("empty", "no/**/*.yaml")).rejects.toMatchObject({
      message: "There is nothing to check in empty, no/**/*.yaml.",
    });
    const targets = await lintTargets(context, ["rubrics", "empty", "no/**/*.yaml"]);
    expect(targets.filter(({ lost }) => lost === "no-match").map(({ file }) => file)).toEqual([
      "empty",
      "no/**/*.yaml",
    ]);
    const bare = { cwd: CHARITY_FOLDER, files: memoryFiles({}) } as unknown as Context;
    await expect(lintTargets(bare, [])).rejects.toMatchObject({
      message: "There is nothing to check here.",
      hint: expect.stringContaining("in this folder, in rubrics/ and in templates/"),
      exitCode: 2,
    });
    await expect(named("our.yaml")).rejects.toMatchObject({
      hint: 'Did you mean "ours.yaml"?',
      exitCode: 3,
    });
    await expect(named("elsewhere.yaml")).rejects.toMatchObject({ fault: "missing" });
  });
});
