import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { EXIT } from "../src/platform/errors.ts";
import { PACKAGE_FOLDER, runInMemory } from "./support/context.ts";

const readme = readFileSync(join(PACKAGE_FOLDER, "README.md"), "utf8");

describe("the README", () => {
  it("quotes the program's help as it is", async () => {
    const { stdout } = await runInMemory(["--help"]);
    expect(stdout).toContain("coprod assess");
    expect(readme).toContain(`\`\`\`text\n${stdout}\`\`\``);
  });

  it("shows a question as the program shows it", async () => {
    const lines = ["River House", "", "", "3", "5", "0", "3", "", "3"];
    const { stdout } = await runInMemory(["assess", "ours.yaml", "--plain"], { lines });
    const question = readme.match(/```text\n(Do we talk[\s\S]+?)```/u)?.[1];
    expect(question).toContain("How we work together");
    expect(stdout).toContain(question);
  });

  it("names every exit code", () => {
    const table = readme.slice(readme.indexOf("### Exit codes"));
    for (const code of Object.values(EXIT)) expect(table).toMatch(new RegExp(`\\b${code}\\b`, "u"));
  });

  it("lists every bundled rubric with its minutes", async () => {
    const { files } = await runInMemory(["--version"]);
    const entries = await files.list(join(PACKAGE_FOLDER, "rubrics"));
    const ids = entries.map(({ name }) => name.replace(".yaml", "")).filter((id) => id !== "guide");
    expect(ids.length).toBeGreaterThanOrEqual(2);
    for (const id of ids) {
      const text = readFileSync(join(PACKAGE_FOLDER, "rubrics", `${id}.yaml`), "utf8");
      const { minutes } = parse(text) as { minutes: number };
      expect(readme).toMatch(new RegExp(`\\| \`${id}\` \\| .+ \\| ${minutes} \\|`, "u"));
    }
  });
});
