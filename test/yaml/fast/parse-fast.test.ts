import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { yamlText } from "../../../src/yaml/edit/yaml-text.ts";
import { quickRead } from "../../../src/yaml/fast/parse-fast.ts";
import { carefulRead } from "../../../src/yaml/parse-with-diagnostics.ts";
import type { YamlNode } from "../../../src/yaml/yaml-tree.ts";
import { PACKAGE_FOLDER } from "../../support/context.ts";
import { examples } from "../../support/examples.ts";

const FIXTURES = join(import.meta.dirname, "..", "..", "fixtures");

function textsIn(...folders: string[]): string[] {
  return folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".yaml"))
      .map((name) => readFileSync(join(folder, name), "utf8")),
  );
}

/** Both parsers' trees, or undefined where the quick one leaves the text to the other. */
function bothRead(text: string) {
  const quick = quickRead(text);
  if (quick === undefined) return undefined;
  const careful = carefulRead(text);
  if ("problems" in careful) throw new Error(`${careful.problems[0]?.detail}: ${text}`);
  return { quick, careful };
}

/**
 * The tree with each end of a block moved back over what belongs to nothing: one parser counts the comments and blank
 * lines behind it in.
 */
function withoutTails(text: string, node: YamlNode | undefined): unknown {
  if (node === undefined || node.kind === "alias") return node;
  const isBlock =
    node.kind === "scalar"
      ? node.style === "literal" || node.style === "folded"
      : !/[[{]/u.test(text.charAt(node.start));
  const tail = /(?:\s|(?<=\s)#.*(?:\n|$))*$/u.exec(text.slice(node.start, node.end))?.[0] ?? "";
  const end = isBlock ? node.end - tail.length : node.end;
  if (node.kind === "scalar") return { ...node, end };
  if (node.kind === "list")
    return { ...node, end, items: node.items.map((item) => withoutTails(text, item)) };
  const pairs = node.pairs.map(({ key, value }) => [key, value]);
  return { ...node, end, pairs: pairs.map((each) => each.map((part) => withoutTails(text, part))) };
}

describe("what is read quickly", () => {
  it.each(readdirSync(join(PACKAGE_FOLDER, "rubrics")))(
    "is the same for %s, to each place",
    (name) => {
      const read = bothRead(readFileSync(join(PACKAGE_FOLDER, "rubrics", name), "utf8"));
      expect(read?.quick).toEqual(read?.careful);
      expect(read).toBeDefined();
    },
  );

  it("is the same for each of the small files, to each place", () => {
    const read = textsIn(FIXTURES, join(PACKAGE_FOLDER, "docs")).flatMap(
      (text) => bothRead(text) ?? [],
    );
    expect(read.length).toBeGreaterThan(100);
    for (const { quick, careful } of read) expect(quick).toEqual(careful);
  });

  it("is the same for any plain data", () => {
    const data = fc.dictionary(fc.string(), fc.jsonValue(), { minKeys: 1 });
    let count = 0;
    fc.assert(
      fc.property(data, (value) => {
        const text = yamlText(value);
        const read = bothRead(text);
        if (read === undefined) return;
        count += 1;
        expect(read.quick.value).toEqual(read.careful.value);
        expect(withoutTails(text, read.quick.tree)).toEqual(withoutTails(text, read.careful.tree));
      }),
    );
    expect(count).toBeGreaterThan(0);
  });
});

const SLIPS = [
  ..."\n \t[]{},#~|>'\"`@=\\\u2028\u00a0é",
  ..."  |\n  |\n\n|: |:|- |-|? |null|1.0|012|0x1F|1e3|9e999|-0|.5|true|&a |*a|!!str |---\n|...\n|%YAML 1.2\n|\r\n| # c".split(
    "|",
  ),
  ...[
    "|-\n  ",
    ">2\n",
    ">+\n\n",
    "<<: ",
    "a: b: c",
    "- - a",
    "? a\n: b",
    "[a: b]",
    "{a, b}",
    "{a: , b: c}",
    '"a":b',
    "}b: c",
    "''",
  ],
];

describe("a text with slips in it", () => {
  const small = textsIn(FIXTURES).filter(({ length }) => length < 2000);
  const slip = fc.record({ at: fc.nat(), out: fc.nat(4), put: fc.constantFrom(...SLIPS) });
  const slipped = (text: string, slips: readonly { at: number; out: number; put: string }[]) =>
    slips.reduce((before, { at, out, put }) => {
      const from = at % (before.length + 1);
      return before.slice(0, from) + put + before.slice(from + out);
    }, text);

  /** How many of the texts both parsers took; each of those must be read alike. */
  const readAlike = (texts: fc.Arbitrary<string>, numRuns: number): number => {
    let count = 0;
    fc.assert(
      fc.property(texts, (text) => {
        const read = bothRead(text);
        if (read === undefined) return;
        count += 1;
        expect(read.quick.value).toEqual(read.careful.value);
        expect(withoutTails(text, read.quick.tree)).toEqual(withoutTails(text, read.careful.tree));
      }),
      { numRuns },
    );
    return count;
  };

  it("is read alike, or left to the parser that says what is wrong", { timeout: 60_000 }, () => {
    const slips = fc.array(slip, { minLength: 1, maxLength: 3 });
    const texts = fc.tuple(fc.constantFrom(...small), slips).map((given) => slipped(...given));
    expect(readAlike(texts, examples(600, 2000))).toBeGreaterThan(examples(30, 100));
  });

  it("is read alike where it is made of nothing else", () => {
    const parts = fc.array(fc.constantFrom("a", "b", ...SLIPS), { maxLength: 12 });
    expect(
      readAlike(
        parts.map((each) => each.join("")),
        examples(1500, 5000),
      ),
    ).toBeGreaterThan(examples(3, 10));
  });
});

describe("a value without quotes", () => {
  it("means the same, whatever it looks like", () => {
    const numberlike = fc.string({
      unit: fc.constantFrom(..."0127.-+eExXoabInfNul~tru_"),
      minLength: 1,
    });
    fc.assert(
      fc.property(numberlike, (written) => {
        const read = bothRead(`a: ${written}\n`);
        if (read !== undefined) expect(read.quick.value).toStrictEqual(read.careful.value);
      }),
      { numRuns: examples(1000, 3000) },
    );
  });

  it.each([
    ["~", null],
    ["null", null],
    ["Null", null],
    ["nULL", "nULL"],
    ["true", true],
    ["FALSE", false],
    ["tRUE", "tRUE"],
    ["yes", "yes"],
    ["12", 12],
    ["012", 12],
    ["0o17", 15],
    ["0x1F", 31],
    ["-3.50", -3.5],
    [".5", 0.5],
    ["-.inf", Number.NEGATIVE_INFINITY],
    [".nan", Number.NaN],
    ["1/2", "1/2"],
    ["2026-11-22", "2026-11-22"],
    ["1_000", "1_000"],
  ])("is read from %s", (written, value) => {
    expect(quickRead(`a: ${written}`)?.value).toEqual({ a: value });
  });
});

describe("a text is left to the other parser", () => {
  it.each([
    ["it is empty", ""],
    ["it is only a comment", "# nothing"],
    ["it is no map", "- 1"],
    ["it is not sound", "a: [1"],
    ["there is an anchor", "a: &one 1"],
    ["there is an alias", "a: *one"],
    ["there is a tag", "a: !!str 1"],
    ["there is a set", "!!set {a, b}"],
    ["a name stands twice", "a: 1\na: 2"],
    ["a name is a list", "[a]: 1"],
    ["plain objects can't hold a name", "__proto__: 1"],
    ["a value is left blank", "a:"],
    ["a value in braces is left blank", "a: {b}"],
    ["a block holds no word", "a: |\n\n"],
    ["a number has an exponent", "a: 1e3"],
    ["there is a mark of a document", "---\na: 1"],
    ["there is an indented mark of a document", " ---\na: 1"],
    ["there is a second document", "a: 1\n---\na: 2"],
    ["there is a directive", "%YAML 1.1\n---\na: 1"],
    ["there is a tab", "a:\t1"],
    ["there is a line break of old", "a: 1\rb: 2"],
    ["there is a byte order mark", "\ufeffa: 1"],
    ["there is a control sign", "a: 1 # \u0007"],
    ["something stands behind a bracket", "a:\n  - { b: c }d: e\n"],
    ["it goes too deep", `a: ${"[".repeat(101)}${"]".repeat(101)}`],
    ["any of these is further inside", "a: [{b: [{c: &one 1}]}]"],
  ])("where %s", (_, text) => {
    expect(quickRead(text)).toBeUndefined();
  });

  it.each([
    ["a sign of a mark in a text", "a: Tom & Jerry, 2 * 3, and so on!"],
    ["a name of every object", "constructor: 1"],
    ["a name that is a number", "1: a"],
    ["comments, blank lines and Windows line ends", "# one\r\n\r\na: 1 # two\r\n# three\r\n"],
    ["a line separator in a comment", "a: 1 # pasted\u2028text\nb: 2"],
  ])("but not for %s", (_, text) => {
    const read = bothRead(text);
    expect(read).toBeDefined();
    expect(read?.quick).toEqual(read?.careful);
  });
});
