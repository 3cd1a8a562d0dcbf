import { describe, expect, it } from "vitest";
import { textHash } from "../../src/util/content-hash.ts";
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

  it("makes a plan by the short template that its page of fields shows", async () => {
    const { stdout } = await runInMemory(["template", "fields"]);
    const [, indented = ""] = /```handlebars\n([\s\S]*?)```/u.exec(stdout) ?? [];
    const files = memoryFiles({ "ours.html.hbs": indented.replace(/^ {3}/gmu, "") });
    await runInMemory(["demo", "."], { files });
    const argv = ["plan", "river-house.yaml", "--template", "ours.html.hbs", "-o", "-"];
    const { exitCode, stdout: page } = await runInMemory(argv, { files });
    expect(exitCode).toBe(0);
    expect(page).toMatch(/<li>[A-Z][^<]+ [A-Z][^<]+, \d+ [A-Z][a-z]+ \d{4}\.<\/li>/u);
  });
});

describe("coprod template diff", () => {
  const copied = async () => {
    const files = memoryFiles();
    await runInMemory(["template", "copy", "html"], { files });
    const change = (path: string, turn: (text: string) => string) =>
      files.texts.set(
        `/charity/templates/${path}`,
        turn(files.texts.get(`/charity/templates/${path}`) ?? ""),
      );
    const diff = async () => (await runInMemory(["template", "diff"], { files })).stdout;
    return { files, change, diff };
  };

  it("says of a fresh copy that all is the same", async () => {
    const { files, diff } = await copied();
    const lines = (await diff()).split("\n").slice(0, -2);
    expect(lines).toHaveLength(files.texts.size);
    for (const line of lines)
      expect(line).toMatch(/^\S+\.html\.hbs: the same as coprod's\. You can delete it\.$/u);
  });

  it("shows the lines that somebody changed", async () => {
    const { change, diff } = await copied();
    change("partials/header.html.hbs", (text) => text.replace("Skip to the plan", "To the plan"));
    expect(await diff()).toContain(`partials/header.html.hbs: changed by you.
--- partials/header.html.hbs
+++ partials/header.html.hbs
@@ -2 +2 @@
-<a class="skip" href="#plan">Skip to the plan</a>
+<a class="skip" href="#plan">To the plan</a>
`);
  });

  it("tells a newer template of ours from a change of theirs, and from both", async () => {
    const { change, diff } = await copied();
    // As an older coprod copied it: its text was another one, and the stamp says so.
    const older = "old\n";
    const stamp = `{{!-- Copied from coprod 0.1.9 (${textHash(older).slice(0, 8)}). "coprod template diff" shows what differs now. --}}\n`;
    change("partials/fact.html.hbs", () => `${stamp}${older}`);
    change("partials/bar.html.hbs", () => `${stamp}${older}mine\n`);
    const told = await diff();
    expect(told).toContain(
      "partials/fact.html.hbs: as you copied it from coprod 0.1.9. coprod's is newer: delete yours to use it.\n",
    );
    expect(told).toContain(
      "partials/bar.html.hbs: changed by you, and coprod's is newer than the one you copied, of 0.1.9.\n",
    );
  });

  it("knows copies of 0.1 without a stamp, parts of one's own, and Windows' ends of lines", async () => {
    const { change, diff } = await copied();
    change("partials/ours.html.hbs", () => "{{title}}\n");
    change("partials/fact.html.hbs", () => "{{text}}\n");
    change("partials/bar.html.hbs", (text) => text.replaceAll("\n", "\r\n"));
    const told = await diff();
    expect(told).toContain("partials/ours.html.hbs: your own.\n");
    expect(told).toContain("partials/fact.html.hbs: not the same as coprod's.\n");
    expect(told).toContain("partials/bar.html.hbs: the same as coprod's. You can delete it.\n");
  });

  it("says where there is no template", async () => {
    const { exitCode, stderr } = await runInMemory(["template", "diff", "nowhere"]);
    expect(exitCode).toBe(2);
    expect(stderr).toContain("There are no templates in nowhere.");
  });
});
