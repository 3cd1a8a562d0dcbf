import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { RULE_NAMES } from "../../src/lint/rule-page.ts";
import { PACKAGE_FOLDER, runInMemory } from "../support/context.ts";
import { type HelpedCommand, helpTree } from "../support/help-tree.ts";
import { drive, WHY_NO_TERMINAL } from "../support/terminal.ts";

const BASH_COMPLETION =
  process.env["COPROD_BASH_COMPLETION"] ?? "/usr/share/bash-completion/bash_completion";

/** What stands on the line after `coprod`, the last word unfinished, and what is offered for it in any order. */
interface Case {
  readonly about: string;
  readonly words: readonly string[];
  readonly offers: readonly string[];
}

interface Tried {
  readonly shell: "bash" | "zsh" | "fish";
  readonly title: string;
  readonly whyNot: string | undefined;
  readonly offered: (script: string, lines: readonly Case["words"][]) => readonly string[][];
}

const TRIED: readonly Tried[] = [
  { shell: "bash", title: "bash", whyNot: missing("bash"), offered: offeredByBash([]) },
  {
    shell: "bash",
    title: "bash with the package bash-completion",
    whyNot: missing("bash") ?? missing("bash-completion", existsSync(BASH_COMPLETION)),
    offered: offeredByBash([BASH_COMPLETION]),
  },
  { shell: "zsh", title: "zsh", whyNot: missing("zsh"), offered: offeredByZsh },
  { shell: "fish", title: "fish", whyNot: missing("fish"), offered: offeredByFish },
];

const FILES = ["Our charity.yaml", "last-year.yml", "notes.txt", "it's.yaml", "old papers/in.txt"];
const YAML_AND_FOLDERS = ["Our charity.yaml", "last-year.yml", "it's.yaml", "old papers", "sub"];
const ALL_FILES = [...YAML_AND_FOLDERS, "notes.txt"];
const GLOBAL = ["--no-color", "--debug"];

let folder = "";
let work = "";
let help: readonly HelpedCommand[] = [];
const scripts = new Map<string, string>();

beforeAll(async () => {
  work = mkdtempSync(join(tmpdir(), "coprod-completion-"));
  folder = join(work, "charity");
  mkdirSync(join(folder, "old papers"), { recursive: true });
  mkdirSync(join(folder, "sub"));
  for (const name of FILES) writeFileSync(join(folder, name), "");
  help = await helpTree();
  for (const shell of ["bash", "zsh", "fish"]) {
    const { stdout } = await runInMemory(["completion", shell]);
    scripts.set(shell, join(work, `coprod.${shell}`));
    writeFileSync(join(work, `coprod.${shell}`), stdout);
  }
});
afterAll(() => rmSync(work, { recursive: true, force: true }));

for (const { shell, title, whyNot, offered } of TRIED) {
  const asked = (lines: readonly Case["words"][]) => offered(scripts.get(shell) ?? "", lines);

  describe.skipIf(whyNot !== undefined)(leftOut(`completion in ${title}`, whyNot), () => {
    it("offers every command that the help lists", () => {
      const groups = help.filter(({ commands }) => commands.length > 0);
      expect(groups.length).toBeGreaterThanOrEqual(3);
      const found = asked(groups.map(({ path }) => [...path, ""]));
      expect(found).toEqual(groups.map(({ commands }) => commands.toSorted()));
    });

    it("offers every option that the help lists, and those that hold everywhere", () => {
      expect(help.length).toBeGreaterThan(14);
      const found = asked(help.map(({ path }) => [...path, "--"]));
      const wanted = help.map(({ path, options }) => [
        ...options,
        ...(path.length > 0 ? GLOBAL : []),
      ]);
      expect(found).toEqual(wanted.map((names) => names.toSorted()));
    });

    it("offers every choice that the help lists", () => {
      const choices = help.flatMap(({ path, choices }) =>
        [...choices].map(([option, values]) => ({ words: [...path, option, ""], values })),
      );
      expect(choices.length).toBeGreaterThan(6);
      expect(asked(choices.map(({ words }) => words))).toEqual(
        choices.map(({ values }) => values.toSorted()),
      );
      const joined = choices.map(({ words }) => [...words.slice(0, -2), `${words.at(-2)}=`]);
      const endings = asked(joined).map((line) => line.map((each) => each.replace(/^--.*?=/u, "")));
      expect(endings).toEqual(choices.map(({ values }) => values.toSorted()));
    });

    const cases: readonly Case[] = [
      { about: "a command that is half typed", words: ["pl"], offers: ["plan"] },
      {
        about: "a command after an option",
        words: ["--no-color", "sc"],
        offers: ["score", "schema"],
      },
      {
        about: "a subcommand after an option",
        words: ["rubric", "--debug", "sh"],
        offers: ["show"],
      },
      { about: "no command in the place of a file", words: ["plan", "rubric"], offers: [] },
      { about: "commands to get help with", words: ["help", "ru"], offers: ["rubric"] },
      { about: "subcommands to get help with", words: ["rubric", "help", "l"], offers: ["list"] },
      {
        about: "the schemas",
        words: ["schema", ""],
        offers: [
          "rubric",
          "assessment",
          "guide",
          "scorecard",
          "comparison",
          "plan",
          "lint",
          "config",
          "share",
          "together",
          "actions",
          "translation",
        ],
      },
      {
        about: "the shells",
        words: ["completion", ""],
        offers: ["bash", "zsh", "fish", "powershell"],
      },
      { about: "the templates", words: ["template", "copy", ""], offers: ["html", "md", "text"] },
      {
        about: "folders, and no file, in the place of a folder",
        words: ["template", "copy", "html", ""],
        offers: ["old papers", "sub"],
      },
      {
        about: "the rules",
        words: ["lint", "--explain", "plain/l"],
        offers: RULE_NAMES.filter((name) => name.startsWith("plain/l")),
      },
      { about: "bundled rubrics", words: ["rubric", "show", "pr"], offers: ["principles"] },
      {
        about: "a second rubric",
        words: ["assess", "-r", "principles", "ba"],
        offers: ["barriers"],
      },
      {
        about: "options after several rubrics",
        words: ["assess", "-r", "principles", "barriers", "--qui"],
        offers: ["--quick"],
      },
      {
        about: "a rubric of one's own",
        words: ["assess", "--rubric", "Our"],
        offers: ["Our charity.yaml"],
      },
      {
        about: "a file with a space in its name",
        words: ["plan", "Our c"],
        offers: ["Our charity.yaml"],
      },
      { about: "a file with an apostrophe", words: ["plan", "it'"], offers: ["it's.yaml"] },
      {
        about: "a file inside a folder",
        words: ["plan", "old papers/"],
        offers: ["old papers/in.txt"],
      },
      { about: "another file where no YAML fits", words: ["plan", "no"], offers: ["notes.txt"] },
      { about: "any file to write", words: ["plan", "-o", ""], offers: ALL_FILES },
      {
        about: "files of an option",
        words: ["plan", "--previous", "la"],
        offers: ["last-year.yml"],
      },
      {
        about: "files after two dashes",
        words: ["plan", "--", "Our"],
        offers: ["Our charity.yaml"],
      },
      { about: "no option after two dashes", words: ["plan", "--", "--"], offers: [] },
      {
        about: "no second file where one is taken",
        words: ["plan", "last-year.yml", "Our"],
        offers: [],
      },
      {
        about: "as many files as wanted",
        words: ["lint", "a", "b", "la"],
        offers: ["last-year.yml"],
      },
      { about: "kinds of report", words: ["lint", "--output", "js"], offers: ["json="] },
      { about: "nothing for free words", words: ["actions", "--why", ""], offers: [] },
      { about: "no option twice", words: ["plan", "--format", "md", "--form"], offers: [] },
      { about: "nor by its other name", words: ["plan", "-f", "md", "--form"], offers: [] },
      { about: "nor with an equals sign", words: ["plan", "--format=md", "--form"], offers: [] },
      { about: "nor its opposite", words: ["assess", "--plain", "--no-pl"], offers: [] },
      {
        about: "an option that may be repeated",
        words: ["lint", "--output", "json=a", "--out"],
        offers: ["--output"],
      },
      { about: "a long name for one letter", words: ["plan", "--le"], offers: ["--length"] },
      { about: "nothing it does not know", words: ["nonsense", "--fo"], offers: [] },
    ];

    it("offers what fits each place", () => {
      const found = asked(cases.map(({ words }) => words));
      const seen = cases.map(({ about, words }, index) => ({ about, words, offers: found[index] }));
      expect(seen).toEqual(cases.map((each) => ({ ...each, offers: each.offers.toSorted() })));
    });

    it("puts the file after a kind of report", () => {
      const found = asked([["lint", "--output", "json=no"]]).flat();
      expect(found.map((each) => each.replace("json=", ""))).toEqual(["notes.txt"]);
    });

    it("offers YAML files before others", () => {
      const [found = []] = asked([["plan", ""]]);
      expect(found).toEqual((shell === "fish" ? ALL_FILES : YAML_AND_FOLDERS).toSorted());
    });
  });
}

describe.skipIf(missing("zsh") !== undefined)("the script for zsh", () => {
  it("starts zsh's own completion where nobody has", () => {
    const tell = 'eval "$(cat $1)"; print $+functions[compdef] $_comps[coprod]';
    expect(run("zsh", ["-f", "-c", tell, "zsh", scripts.get("zsh") ?? ""])).toBe("1 _coprod\n");
  });
});

describe.skipIf(missing("fish") !== undefined)("the script for fish", () => {
  it("lists YAML files first, and says what an option is for", () => {
    const script = scripts.get("fish") ?? "";
    const asks = (line: string) =>
      run("fish", ["--no-config", "-c", FISH, script, line]).split("\n");
    expect(asks("coprod plan ")[0]).toMatch(/\.yaml$/u);
    expect(asks("coprod plan --large")[0]).toBe("--large-print\tuse large letters");
  });
});

describe.skipIf(WHY_NO_TERMINAL !== undefined)(
  leftOut("typed with Tab into a real bash", WHY_NO_TERMINAL),
  () => {
    it.each([
      { typed: "Our\t", word: "Our charity.yaml" },
      { typed: '"Our\t', word: "Our charity.yaml" },
      { typed: "Our\\ c\t", word: "Our charity.yaml" },
      { typed: "--previous=Our\t", word: "--previous=Our charity.yaml" },
      { typed: '--previous="Our\t', word: "--previous=Our charity.yaml" },
      { typed: "--format=h\t", word: "--format=html" },
      { typed: "it\t", word: "it's.yaml" },
    ])("completes $typed to one word", async ({ typed, word }) => {
      const { output } = await drive(
        [
          { until: "$ ", send: `source '${scripts.get("bash")}'\n` },
          { until: "$ ", send: "coprod() { printf '<%s>' \"$@\"; printf 'END'; }\n" },
          { until: "$ ", send: `coprod plan ${typed}\n` },
          { until: "END", send: "exit\n" },
        ],
        { folder, argv: ["bash", "--norc", "--noprofile", "-i"], env: { PS1: "$ ", TERM: "dumb" } },
      );
      expect(output).toContain(`<plan><${word}>END`);
    });
  },
);

/** Why a shell is not tried, or nothing where it is. COPROD_REQUIRE_SHELLS=1 makes each be tried. */
function missing(name: string, isThere = spawnSync(name, ["-c", "true"]).status === 0) {
  const required = process.env["COPROD_REQUIRE_SHELLS"] === "1";
  return isThere || required ? undefined : `${name} is not installed`;
}

function leftOut(title: string, whyNot: string | undefined): string {
  return whyNot === undefined ? title : `${title} (left out: ${whyNot})`;
}

function run(program: string, args: readonly string[]): string {
  const { stdout, stderr } = spawnSync(program, args, {
    cwd: folder,
    encoding: "utf8",
    timeout: 60_000,
    env: { ...process.env, HOME: work },
  });
  expect(stderr).toBe("");
  return stdout;
}

/** Each answer in order: bare words, without the slash after a folder or the sign after an option. */
function tidy(answers: string): string[][] {
  const lines = answers.split("--end--\n").slice(0, -1);
  return lines.map((answer) => {
    const words = answer
      .split("\n")
      .filter((word) => word !== "")
      .map((word) => word.replace(/\t.*$/u, "").replace(/\/$/u, "").replaceAll("\\", ""))
      .map((word) => word.replace(/^(--[\w-]+)=$/u, "$1"));
    return [...new Set(words)].toSorted();
  });
}

const BASH = String.raw`
set -u
while [[ $1 != -- ]]; do source "$1"; shift; done
shift
while (($#)); do
  COMP_WORDS=(coprod "\${@:2:$1}") COMP_CWORD=$1
  shift $(($1 + 1))
  _coprod
  printf '%s\n' ${"$"}{COMPREPLY[@]+"\${COMPREPLY[@]}"} --end--
done`.replaceAll("\\${", "${");

function offeredByBash(before: readonly string[]): Tried["offered"] {
  return (script, lines) => {
    const args = lines.flatMap((words) => {
      // Bash takes words apart at this sign before it asks.
      const apart = words.flatMap((word) => word.split(/(?<==)|(?==)/u));
      return [`${apart.length}`, ...apart];
    });
    return tidy(run("bash", ["--norc", "-c", BASH, "bash", ...before, script, "--", ...args]));
  };
}

const FISH = `source $argv[1]
for line in $argv[2..-1]
    complete -C $line
    echo --end--
end`;

function offeredByFish(script: string, lines: readonly Case["words"][]): string[][] {
  return tidy(run("fish", ["--no-config", "-c", FISH, script, ...lines.map(written)]));
}

function offeredByZsh(script: string, lines: readonly Case["words"][]): string[][] {
  const record = join(work, "record");
  rmSync(record, { force: true });
  const driver = join(PACKAGE_FOLDER, "test", "support", "zsh-offers.zsh");
  run("zsh", ["-f", driver, script, record, ...lines.map(written)]);
  return tidy(readFileSync(record, "utf8"));
}

/** A line as a person types it, with a backslash before what a shell would not take for part of a word. */
function written(words: readonly string[]): string {
  return ["coprod", ...words.map((word) => word.replaceAll(/[ ']/gu, "\\$&"))].join(" ");
}
