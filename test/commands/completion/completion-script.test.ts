import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import {
  completionScript,
  SHELLS,
  type Shell,
} from "../../../src/commands/completion/completion.ts";
import type {
  ArgumentPlace,
  CompletionCommand,
  CompletionOption,
} from "../../../src/commands/completion/tree.ts";

/** Everything that some shell reads as more than a letter. */
const AWKWARD = `it's "50%" of [a: b] \\ {c} (d) \`e\` $HOME ‘curly’ <f> | & ; * ? ~ # !`;

const option = (given: Partial<CompletionOption>): CompletionOption => ({
  short: undefined,
  long: undefined,
  about: "an option",
  value: undefined,
  valueOptional: false,
  group: given.long ?? "",
  repeats: false,
  ...given,
});

const place = (given: Partial<ArgumentPlace>): ArgumentPlace => ({
  name: "thing",
  words: [],
  files: "none",
  many: false,
  ...given,
});

const command = (given: Partial<CompletionCommand>): CompletionCommand => ({
  name: given.path?.split(" ").at(-1) ?? "coprod",
  path: "",
  about: AWKWARD,
  options: [],
  places: [],
  commands: [],
  ...given,
});

const BAKE = command({
  path: "bake",
  options: [
    option({
      short: "-o",
      long: "--oven",
      about: AWKWARD,
      value: place({ words: ["gas", "wood"] }),
    }),
    option({ long: "--tray", value: place({ files: "any" }), repeats: true }),
    option({ long: "--with", value: place({ words: ["nuts"], files: "yaml", many: true }) }),
    option({ long: "--card", value: place({ words: ["a=", "b="], files: "after-equals" }) }),
    option({ long: "--tell", value: place({ words: ["all"] }), valueOptional: true }),
    option({ long: "--hot", group: "heat" }),
    option({ long: "--no-hot", group: "heat" }),
  ],
  places: [place({ files: "yaml" }), place({ files: "folders", many: true })],
});
const PROGRAM = command({
  commands: [BAKE, command({ path: "shop", commands: [command({ path: "shop list" })] })],
});

const WORDS = [
  ...["bake", "shop", "list", "gas", "wood", "nuts", "all"],
  ...["oven", "tray", "with", "card", "tell", "hot", "no-hot"],
];

const CHECKERS: Readonly<Partial<Record<Shell, readonly string[]>>> = {
  bash: ["bash", "-n"],
  zsh: ["zsh", "-fn"],
  fish: ["fish", "--no-config", "--no-execute"],
};

const folder = mkdtempSync(join(tmpdir(), "coprod-completion-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The script in a file, for a shell to read. */
async function scriptFile(shell: Shell): Promise<string> {
  const path = join(folder, `coprod.${shell}`);
  writeFileSync(path, await completionScript(shell, PROGRAM));
  return path;
}

function isInstalled(program: string): boolean {
  return run(program, ["-c", "true"]).status === 0;
}

function run(program: string, args: readonly string[]) {
  return spawnSync(program, args, { encoding: "utf8" });
}

describe.each(SHELLS)("the script for %s", async (shell) => {
  const script = await completionScript(shell, PROGRAM);

  it("holds every command, option and word, and ends in one line break", () => {
    expect(WORDS.filter((word) => !new RegExp(`(?<![\\w])${word}\\b`, "u").test(script))).toEqual(
      [],
    );
    expect(script).toMatch(/\S\n$/u);
    expect(script).not.toMatch(/undefined|\[object|\\\$\{/u);
  });

  const [program, ...args] = CHECKERS[shell] ?? [];
  const isThere = program !== undefined && isInstalled(program);

  it.skipIf(!isThere)("is sound to its shell, whatever a description says", async () => {
    const { status, stderr } = run(program ?? "", [...args, await scriptFile(shell)]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  });
});

describe("descriptions that a shell could misread", () => {
  it("come out of zsh as they went in", async ({ skip }) => {
    skip(!isInstalled("zsh"), "zsh is not installed");
    const { stdout } = run("zsh", ["-f", "-c", ZSH_SPECS, "zsh", await scriptFile("zsh")]);
    const [, about] = /^\(-o --oven\)-o\+\[(.*)\]:thing:\(gas wood\)$/mu.exec(stdout) ?? [];
    expect(about?.replaceAll(/\\(.)/gu, "$1")).toBe(AWKWARD);
  });

  it("come out of fish as they went in", async ({ skip }) => {
    skip(!isInstalled("fish"), "fish is not installed");
    const ask = "source $argv; complete -C 'coprod bake --ov'";
    const { stdout } = run("fish", ["--no-config", "-c", ask, await scriptFile("fish")]);
    expect(stdout).toBe(`--oven\t${AWKWARD}\n`);
  });
});

/** Runs the script with a stand-in for zsh's `_arguments` that prints what it is given. */
const ZSH_SPECS = `
compdef() { :; }
_arguments() { print -rl -- "$@"; }
eval "$(cat $1)"
_coprod_bake`;

/** No PowerShell has run this: these tests hold its shape, not its working. */
describe("the script for PowerShell, by its shape alone", async () => {
  const script = await completionScript("powershell", PROGRAM);

  it("closes every text and bracket in the right order", () => {
    expect(unclosed(script)).toEqual([]);
    expect(unclosed("@{ 'it''s' = ( }")).not.toEqual([]);
    expect(unclosed("@{ 'open }")).not.toEqual([]);
  });

  it("doubles straight and curly apostrophes, and leaves everything else in a text alone", () => {
    expect(script).toContain(`About = '${AWKWARD.replaceAll(/['‘’]/gu, "$&$&")}'`);
  });

  it("has one entry for each command, and says what each option takes", () => {
    const paths = [...script.matchAll(/^ {8}'(.*)' = @\{$/gmu)].map(([, path]) => path);
    expect(paths).toEqual(["", "bake", "shop", "shop list"]);
    expect(script).toMatch(
      /Names = @\('-o', '--oven'\);.*Takes = 'one'; Words = @\('gas', 'wood'\)/u,
    );
    expect(script).toMatch(/Names = @\('--with'\);.*Takes = 'many'/u);
    expect(script).toMatch(/Names = @\('--tell'\);.*Takes = 'maybe'/u);
    expect(script).toMatch(/Names = @\('--hot'\); Group = 'heat';.*Takes = ''/u);
  });
});

/** Brackets that are left open or closed wrongly, outside texts and comments; a text that is left open counts too. */
function unclosed(script: string): string[] {
  const bare = script.replaceAll(/'(?:[^']|'')*'|^\s*#.*$/gmu, "");
  const open: string[] = [];
  for (const sign of bare.match(/[()[\]{}']/gu) ?? []) {
    const partner = { ")": "(", "]": "[", "}": "{" }[sign];
    if (partner !== undefined && open.at(-1) === partner) open.pop();
    else open.push(sign);
  }
  return open;
}
