import { describe, expect, it } from "vitest";
import { CHARITY_FOLDER, memoryFiles, runInMemory } from "../support/context.ts";

async function lint(given: Readonly<Record<string, string>>, ...argv: readonly string[]) {
  return runInMemory(["lint", ...argv, "--format", "compact"], { files: memoryFiles(given) });
}

/** Place and rule of each problem, such as `plan.html.hbs:1:3 template/syntax`. */
async function found(
  given: Readonly<Record<string, string>>,
  ...argv: readonly string[]
): Promise<string[]> {
  const { stdout } = await lint(given, ...argv);
  const lines = stdout.matchAll(/^(\S+:\d+:\d+): error: .* \[(\S+)\]$/gmu);
  return [...lines].map(([, place, rule]) => `${place} ${rule}`);
}

const MAIN = "templates/plan.html.hbs";
const part = (name: string) => `templates/partials/${name}.html.hbs`;

describe("a template", () => {
  it.each([
    ["a step of a path", "{{paper.nmae}}", ["1:9 template/unknown-field"]],
    ["a step in brackets", "{{#if paper.[no such]}}x{{/if}}", ["1:13 template/unknown-field"]],
    ["a field behind this", "{{this.titel}}", ["1:8 template/unknown-field"]],
    [
      "a field in a list",
      "{{#each actions.agreed}}\n  {{titel}}{{/each}}",
      ["2:5 template/unknown-field"],
    ],
    ["a field one up", "{{#each notices}}{{../titel}}{{/each}}", ["1:23 template/unknown-field"]],
    ["too far up", "{{../../title}}", ["1:3 template/unknown-field"]],
    ["a field in a group", "{{#with paper}}{{title}}{{/with}}", ["1:18 template/unknown-field"]],
    [
      "a field in the other branch",
      "{{#each notices}}{{this}}{{else}}{{titel}}{{/each}}",
      ["1:36 template/unknown-field"],
    ],
    [
      "a field after else if",
      "{{#if full}}a{{else if ful}}b{{/if}}",
      ["1:24 template/unknown-field"],
    ],
    ["a position outside of a list", "{{@index}}", ["1:3 template/unknown-field"]],
    [
      "a position of a list further out",
      "{{#each notices}}{{@../index}}{{/each}}",
      ["1:20 template/unknown-field"],
    ],
    ["a literal", '{{"title"}}', ["1:1 template/unknown-helper"]],
    ["a helper", "{{shout title}}", ["1:3 template/unknown-helper"]],
    ["a block", "{{#eahc notices}}x{{/eahc}}", ["1:4 template/unknown-helper"]],
    ["a decorator", '{{#*inline "x"}}y{{/inline}}', ["1:1 template/unknown-helper"]],
    ["a computed part", "{{> (lookup . 'title')}}", ["1:1 template/unknown-helper"]],
    ["a part with a block", "{{#> header}}x{{/header}}", ["1:1 template/unknown-helper"]],
    ["a part that is not there", "a {{>  hedaer this}}", ["1:8 template/unknown-part"]],
    ["a part about nothing", "{{> header}}", ["1:1 template/unknown-field"]],
    ["a part of ours that does not fit", "{{> header paper}}", ["1:1 template/unknown-field"]],
    ["three braces", "<p>\n\t{{{title}}}", ["2:2 template/raw-output"]],
    ["an ampersand", "{{&title}}", ["1:1 template/raw-output"]],
    ["a block never closed", "a\n{{#if full}}\nb", ["2:1 template/syntax"]],
    [
      "the outer block never closed",
      "{{#if full}}{{#with paper}}{{/with}}",
      ["1:1 template/syntax"],
    ],
    ["a bracket never closed", "ok {{title}\nfoo", ["1:4 template/syntax"]],
    ["a bracket never closed at all", "{{title}}\n {{ x", ["2:2 template/syntax"]],
    ["a block closed by another name", "{{#if full}}x{{/each}}", ["1:4 template/syntax"]],
    ["a path that leads back", "{{title}} {{a/../b}}", ["1:13 template/syntax"]],
    [
      "several at once",
      "{{a}}\n{{{b}}}",
      ["1:3 template/unknown-field", "2:1 template/raw-output", "2:4 template/unknown-field"],
    ],
  ])("is told of %s, at its place", async (_, text, expected) => {
    const places = expected.map((each) => `${MAIN}:${each}`);
    expect(await found({ [MAIN]: text }, MAIN)).toEqual(places);
    // The same behind other line ends, a byte order mark, and letters of several units.
    const before = "\u{1f6a3} Rh\u0175ng\r\n\r\n";
    const moved = `\ufeff${before}${text.replaceAll("\n", "\r\n")}`;
    const lower = expected.map((each) => {
      const [, line, rest] = /^(\d+)(:.*)$/u.exec(each) ?? [];
      return `${MAIN}:${Number(line) + 2}${rest}`;
    });
    expect(await found({ [MAIN]: moved }, MAIN)).toEqual(lower);
    const aside = `\u{1f6a3}\u0175${text.replaceAll("\n", "\n\u{1f6a3}\u0175")}`;
    const right = expected.map((each) => {
      const [, line, column, rest] = /^(\d+):(\d+)(.*)$/u.exec(each) ?? [];
      return `${MAIN}:${line}:${Number(column) + "\u{1f6a3}\u0175".length}${rest}`;
    });
    expect(await found({ [MAIN]: aside }, MAIN)).toEqual(right);
  });

  it.each([
    [
      "everything that a plan has",
      "{{#each actions.agreed}}{{@index}} {{title}} {{../title}}{{/each}}",
    ],
    [
      "positions of a list further out",
      "{{#each actions.agreed}}{{#if @first}}{{@key}}{{/if}}{{/each}}",
    ],
    ["nothing but words", "Nothing \\{{here}}"],
    ["comments and white space control", "{{! no field }}{{~title~}}{{!-- {{nor}} here --}}"],
  ])("may hold %s", async (_, text) => {
    expect(await found({ [MAIN]: text }, MAIN)).toEqual([]);
  });

  it("says what fits, and mends a misspelt name with --fix", async () => {
    const files = memoryFiles({ [MAIN]: "\ufeff<p>{{paper.nmae}}</p>\r\n{{> hedaer this}}\r\n" });
    const { stdout } = await runInMemory(["lint", MAIN], { files });
    expect(stdout).toContain('There is no field "nmae" here. [template/unknown-field]');
    expect(stdout).toContain("  1 | <p>{{paper.nmae}}</p>\n    |            ^^^^\n");
    expect(stdout).toContain('Did you mean "name"?');
    await runInMemory(["lint", MAIN, "--fix"], { files });
    expect(files.texts.get(`${CHARITY_FOLDER}/${MAIN}`)).toBe(
      "\ufeff<p>{{paper.name}}</p>\r\n{{> header this}}\r\n",
    );
  });
});

describe("a part of a template", () => {
  it("is judged by who calls it, whether it is named, met or only called", async () => {
    const given = {
      [MAIN]: "{{#each actions.agreed}}{{> mine this}}{{/each}}",
      [part("mine")]: "<p>\n{{titel}}</p>",
    };
    const expected = [`${part("mine")}:2:3 template/unknown-field`];
    expect(await found(given, MAIN)).toEqual(expected);
    expect(await found(given, part("mine"))).toEqual(expected);
    expect(await found(given)).toEqual(expected);
    expect(await found(given, "templates/**/*.hbs")).toEqual(expected);
  });

  it("that nobody calls may name anything, and is read all the same", async () => {
    const given = { [part("mine")]: "{{anything}} {{> nobody this}}{{{title}}}" };
    expect(await found(given)).toEqual([
      `${part("mine")}:1:18 template/unknown-part`,
      `${part("mine")}:1:31 template/raw-output`,
    ]);
  });

  it("belongs to the templates of its own format only", async () => {
    const given = { [MAIN]: "{{> mine this}}", "templates/partials/mine.md.hbs": "{{titel}}" };
    expect(await found(given)).toEqual([`${MAIN}:1:5 template/unknown-part`]);
  });

  it("must not lead back to itself, and a circle is told once, whoever is asked about", async () => {
    const circle = {
      [part("a")]: "{{> b this}}",
      [part("b")]: "\n {{> c this}}",
      [part("c")]: "{{#if full}}{{> a this}}{{/if}}",
    };
    const expected = [`${part("c")}:1:13 ref/circular`];
    expect(await found(circle)).toEqual(expected);
    expect(await found({ ...circle, [MAIN]: "{{> b this}}" })).toEqual(expected);
    expect(await found({ [part("own")]: "{{> own this}}" })).toEqual([
      `${part("own")}:1:1 ref/circular`,
    ]);
  });
});

describe("what is no template of ours", () => {
  it("is passed over and counted in a folder, and checked where it is named", async () => {
    const given = { "other/view.hbs": "{{{body}}}", [MAIN]: "{{title}}" };
    const { stdout, exitCode } = await lint(given, "other", "templates");
    expect(stdout).toBe("Checked 1 file: no problems. 1 file passed over: not made for coprod.\n");
    expect(exitCode).toBe(0);
    expect(await found(given, "other/view.hbs")).toEqual([
      "other/view.hbs:1:1 template/raw-output",
      "other/view.hbs:1:4 template/unknown-field",
    ]);
  });
});
