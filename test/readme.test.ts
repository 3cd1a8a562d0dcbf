import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { EXIT } from "../src/platform/errors.ts";
import { memoryFiles, PACKAGE_FOLDER, runInMemory } from "./support/context.ts";

const readme = readFileSync(join(PACKAGE_FOLDER, "README.md"), "utf8");

const PAGES = ["README.md", "docs/facilitator.md", "docs/rubric-authors.md"];

/** What people are told to type, in the text and in blocks of commands. */
const COMMANDS = PAGES.flatMap((page) => {
  const text = readFileSync(join(PACKAGE_FOLDER, page), "utf8");
  const blocks = [...text.matchAll(/^ *```sh\n([\s\S]*?)^ *```/gmu)].map(([, block = ""]) => block);
  const found = [
    ...[...text.matchAll(/`coprod ([a-z][^`\n]*)`/gu)],
    ...[...blocks.join("").matchAll(/^ *(?:npx )?coprod ([^#\n]*)/gmu)],
  ];
  return [...new Set(found.map(([, command = ""]) => command.trim()))].map((command) => ({
    page,
    command,
  }));
});

/** These begin where nothing is yet. */
const BEGINS = /^(?:assess$|rubric new)/u;

/** A folder in which each of them has what it asks for. */
function charity(): Readonly<Record<string, string>> {
  const example = readFileSync(join(PACKAGE_FOLDER, "docs/examples/river-house.yaml"), "utf8");
  const names = ["our-charity.yaml", "last-year.yaml", "copy.yaml", "filled.yaml"];
  const ours = readFileSync(join(PACKAGE_FOLDER, "rubrics/barriers.yaml"), "utf8");
  const copy = { ".our-charity.yaml.0001.2026-11-30T150220Z.bak": example };
  return {
    ...copy,
    ...Object.fromEntries(names.map((name) => [name, example])),
    "ours.yaml": ours,
  };
}

function plainWords(text: string): string {
  return text.replace(/[\s\u00a0]+/gu, " ").trim();
}

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

  it.each(PAGES)("leads only to pages and pictures that are there: %s", (page) => {
    const text = readFileSync(join(PACKAGE_FOLDER, page), "utf8");
    const links = [...text.matchAll(/\]\((?!https?:)([^)#]+)\)/gu)].map(([, to = ""]) => to);
    expect(links.length).toBeGreaterThan(0);
    const from = join(PACKAGE_FOLDER, page, "..");
    expect(links.filter((to) => !existsSync(join(from, to)))).toEqual([]);
  });

  it("has pictures that are small, and one of them is what the program says", async () => {
    const folder = join(PACKAGE_FOLDER, "docs", "pictures");
    const sizes = readdirSync(folder).map((name) => statSync(join(folder, name)).size);
    expect(sizes.reduce((sum, each) => sum + each, 0)).toBeLessThan(60_000);
    const drawn = readFileSync(join(folder, "question.svg"), "utf8");
    const rows = [...drawn.matchAll(/<text [^>]*>(.*)<\/text>/gu)].map(([, row = ""]) => row);
    const lines = ["River House", "", "2", "12", "4", "6", "0", "3", "", "3"];
    const { stdout } = await runInMemory(["assess", "ours.yaml", "--plain"], { lines });
    const said = plainWords(stdout);
    const levels = rows.filter((row) => /^\u00a0{2}/u.test(row)).map(plainWords);
    expect(levels.length).toBeGreaterThan(7);
    expect(said).toContain(plainWords(rows.slice(4, 4 + levels.length + 1).join(" ")));
  });

  it("lists every bundled rubric with its minutes", async () => {
    const { files: disk } = await runInMemory(["--version"]);
    const entries = await disk.list(join(PACKAGE_FOLDER, "rubrics"));
    const files = entries.map(({ name }) => name.replace(".yaml", ""));
    // Those with a dot hold the texts of a rubric in another language.
    const ids = files.filter((id) => id !== "guide" && !id.includes("."));
    expect(ids.length).toBeGreaterThanOrEqual(2);
    for (const id of ids) {
      const text = readFileSync(join(PACKAGE_FOLDER, "rubrics", `${id}.yaml`), "utf8");
      const { minutes } = parse(text) as { minutes: number };
      expect(readme).toMatch(new RegExp(`\\| \`${id}\` \\| .+ \\| ${minutes} \\|`, "u"));
    }
  });
});

describe("a command that people are told to type", () => {
  it.each(COMMANDS)("works: coprod $command ($page)", async ({ command }) => {
    const words = command.split(" ");
    const { exitCode, stderr } = await runInMemory(words, {
      files: memoryFiles(BEGINS.test(command) ? {} : charity()),
      interactive: true,
      lines: ["q"],
      printPage: async () => ({ kind: "printed", bytes: new Uint8Array(1) }),
    });
    expect(exitCode, stderr).toBe(EXIT.done);
  });

  it("is found on each page", () => {
    for (const page of PAGES)
      expect(COMMANDS.filter((each) => each.page === page).length, page).toBeGreaterThan(4);
  });
});

describe("the rubric in docs/rubric-authors.md", () => {
  it("is whole: lint has advice on it and no error, and people can be asked", async () => {
    const page = readFileSync(join(PACKAGE_FOLDER, "docs/rubric-authors.md"), "utf8");
    const rubric = /```yaml\n([\s\S]*?)```/u.exec(page)?.[1] ?? "";
    const files = memoryFiles({ "ours.yaml": rubric });
    const linted = await runInMemory(["lint", "ours.yaml"], { files });
    expect(linted.exitCode, linted.stdout).toBe(EXIT.done);
    expect(linted.stdout).toContain("0 errors, 2 warnings");
    const lines = ["", "", "3", "5", "0", "0", "", "3"];
    const argv = ["assess", "t.yaml", "--rubric", "ours.yaml", "--plain"];
    expect((await runInMemory(argv, { files, lines })).stdout).toContain("Does somebody greet");
  });
});
