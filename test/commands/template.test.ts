import { describe, expect, it } from "vitest";
import { memoryFiles, runInMemory } from "../support/context.ts";

describe("coprod template", () => {
  it("lists the templates", async () => {
    const { exitCode, stdout } = await runInMemory(["template", "list"]);
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/ {2}html .+\n {2}md .+\n {2}text .+ \(0 parts\)\n/u);
  });

  it.each(["html", "md", "text"])(
    "copies %s so that it makes the same plan as ours",
    async (name) => {
      const files = memoryFiles();
      await runInMemory(["demo", "."], { files });
      const copied = await runInMemory(["template", "copy", name, "mine"], { files });
      expect(copied.exitCode).toBe(0);
      expect(files.texts.has(`/charity/mine/plan.${name}.hbs`)).toBe(true);
      const made = (template: readonly string[]) =>
        runInMemory(["plan", "river-house.yaml", "--format", name, "-o", "-", ...template], {
          files,
        });
      const own = await made(["--template", "mine"]);
      expect({ code: own.exitCode, stderr: own.stderr }).toEqual({ code: 0, stderr: "" });
      expect(own.stdout).toBe((await made([])).stdout);
    },
  );

  it("never replaces a template somebody may have changed", async () => {
    const files = memoryFiles({ "templates/plan.html.hbs": "mine" });
    const { exitCode, stderr } = await runInMemory(["template", "copy"], { files });
    expect(exitCode).toBe(2);
    expect(stderr).toContain("Nothing has been copied");
    expect([...files.texts.values()]).toEqual(["mine"]);
  });

  it("guesses what was meant", async () => {
    const { exitCode, stderr } = await runInMemory(["template", "copy", "htm"]);
    expect(exitCode).toBe(2);
    expect(stderr).toContain('Did you mean "html"?');
  });
});
