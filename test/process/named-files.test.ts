import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { BIN, IS_BUILT } from "../support/child.ts";
import { SMALL_PRINCIPLES } from "../support/small-rubrics.ts";
import { newFolder } from "../support/terminal.ts";

let folder = "";
beforeEach(() => {
  folder = newFolder();
  mkdirSync(join(folder, "project"));
  writeFileSync(join(folder, "outside.yaml"), SMALL_PRINCIPLES);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const project = (name: string) => join(folder, "project", name);

function run(args: readonly string[], cwd = "project") {
  const { status, stdout, stderr } = spawnSync(process.execPath, [BIN, ...args], {
    cwd: join(folder, cwd),
    encoding: "utf8",
    timeout: 60_000,
  });
  return { status, said: `${stdout}${stderr}` };
}

function assessmentOf(file: string): void {
  const text = `coprod: assessment/1\ntitle: T\nrubrics: [{ id: principles, file: ${file} }]\n`;
  writeFileSync(project("our.yaml"), text);
}

describe.skipIf(!IS_BUILT)("a file that an assessment names", () => {
  it.each([
    "../outside.yaml",
    "/proc/kmsg",
    "/proc/self/environ",
    "link.yaml",
    "below/../../outside.yaml",
  ])("%s is refused unread, as it is outside the folder", (file) => {
    symlinkSync("../outside.yaml", project("link.yaml"));
    assessmentOf(file);
    for (const words of [["score"], ["plan", "-o", "-", "-f", "md"], ["actions"]]) {
      const [command = "", ...more] = words;
      const { status, said } = run([command, "our.yaml", ...more]);
      expect(status).toBe(1);
      expect(said).toContain("is outside the folder of this file.");
      expect(said).not.toContain("Small principles");
    }
  });

  it("may lie where somebody works, and links inside the folder are followed", () => {
    assessmentOf("../outside.yaml");
    expect(run(["score", "project/our.yaml"], ".").status).toBe(0);
    writeFileSync(project("inside.yaml"), SMALL_PRINCIPLES);
    symlinkSync("inside.yaml", project("link.yaml"));
    assessmentOf("link.yaml");
    expect(run(["score", "our.yaml"]).status).toBe(0);
  });
});

describe.skipIf(!IS_BUILT)("a template that is a link", () => {
  it("is refused, whatever it leads to", () => {
    writeFileSync(project("secret.txt"), "what nobody named");
    writeFileSync(project("inside.yaml"), SMALL_PRINCIPLES);
    assessmentOf("inside.yaml");
    symlinkSync("secret.txt", project("x.text.hbs"));
    const given = ["--template", "x.text.hbs", "-f", "text", "-o", "-"];
    const { status, said } = run(["plan", "our.yaml", ...given]);
    expect(status).toBe(2);
    expect(said).toContain("x.text.hbs is a link to another file.");
    expect(said).not.toContain("what nobody named");
  });
});

describe.skipIf(!IS_BUILT)("what is printed of a file", () => {
  it("holds no command of a service and no code of a terminal, in any report", () => {
    const hostile = String.raw`T\n::error file=x::pwned\n##[error]x\e[31m\x9b31m\u202e\u200f`;
    const lines = [
      "coprod: assessment/1",
      `title: "${hostile}"`,
      `covers: "${"word ".repeat(14)}::stop-commands::abc"`,
      "rubrics: [{ id: principles }]",
      `people: [{ group: staff, name: "${hostile}", present: 3 }]`,
      `actions: [{ id: a1, do: "${hostile}", who: "x\\r\\n::warning::b" }]`,
      `answers: { principles/power-talked-about: { answer: usual, note: "a\\n::error::b" } }`,
      `plan: { contact: "a\\n::error::b" }`,
    ];
    writeFileSync(project("our.yaml"), `${lines.join("\n")}\n`);
    const commands = [
      ["score"],
      ["score", "--json"],
      ["score", "--explain", "headline"],
      ["assess", "--review"],
      ["actions"],
      ["compare", "our.yaml"],
      ["compare", "our.yaml", "-f", "json"],
      ["compare", "our.yaml", "-f", "md"],
      ["plan", "-f", "text", "-o", "-"],
      ["plan", "-f", "md", "-o", "-"],
      ["plan", "-f", "json", "-o", "-"],
      ["plan", "-f", "html", "-o", "-"],
      ["lint", "--no-cache"],
    ];
    for (const [command = "", ...more] of commands) {
      const { said } = run([command, "our.yaml", ...more]);
      expect(said.length).toBeGreaterThan(10);
      expect(said).not.toMatch(/^\s*::(?:error|add-mask|stop-commands|warning)[^\n]*::/mu);
      expect(said).not.toMatch(/##\[/u);
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not get through
      expect(said).not.toMatch(/[\0-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e]/u);
    }
  });
});
