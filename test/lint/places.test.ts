import { describe, expect, it } from "vitest";
import { RULE_PAGES, type RulePage } from "../../src/lint/rule-page.ts";
import { decodeText } from "../../src/platform/files.ts";
import type { Diagnostic, Place } from "../../src/yaml/diagnostic.ts";
import { fixtures, KINDS, problemsIn } from "../support/fixtures.ts";
import { lintSample, type Shown } from "../support/lint-sample.ts";
import { sampleFile } from "../support/rule-samples.ts";

/** Signs of one, two and several UTF-16 units, and a letter that can be written in two ways. */
const LETTERS = "\u{1f6a3}\u200d\u2640\ufe0f Rh\u0175ng w\u0302";

interface Move {
  readonly name: string;
  readonly change: (text: string) => string;
  readonly lines: number;
}

const MOVES: readonly Move[] = [
  { name: "CRLF line ends", change: withCrlf, lines: 0 },
  {
    name: "a byte order mark, emoji and Welsh letters in front",
    change: (text) => `\ufeff# ${LETTERS}\n${text}`,
    lines: 1,
  },
];

const ALL = KINDS.flatMap((kind) => fixtures(kind, "err"));

/** About the file as a whole: there is nothing to point at. */
function isPlaceless({ rule, facts }: Diagnostic): boolean {
  return rule === "yaml/syntax" && ["EMPTY", "TOO_DEEP", "ALIASES"].includes(facts.reason);
}

/** The place is in the questions, and the sample is a scale. Its fixture has the place. */
const PLACED_ELSEWHERE = ["scale/anchors-missing"];

describe.each(MOVES)("with $name, every fixture's problems", ({ change, lines }) => {
  it.each(ALL)("stand where they did: $kind/$name", ({ kind, file, text }) => {
    const before = problemsIn(kind, file, text);
    const moved = problemsIn(kind, file, read(change(text)));
    const down = (problem: Diagnostic) => (isPlaceless(problem) ? 0 : lines);
    expect(moved.map((each) => [each.rule, startOf(each.place)])).toEqual(
      before.map((each) => [each.rule, startOf(each.place, down(each))]),
    );
    expect(before.length).toBeGreaterThan(0);
  });
});

describe.each(RULE_PAGES.map((page) => [page.name, page] as const))("%s", (name, page) => {
  it("marks a place in its bad sample", () => {
    const { place } = sampleFile(page.about, page.about.bad);
    expect(place === undefined).toBe(PLACED_ELSEWHERE.includes(name));
  });

  it.each(MOVES)("is found where it stands, with $name", async ({ change, lines }) => {
    const own = (problems: readonly Shown[]) =>
      problems.filter(({ rule }) => rule === name).map(({ start }) => start);
    const before = own(await lintSample(page));
    const after = own(await lintSample(page, change));
    expect(after).toEqual(before.map(({ line, column }) => ({ line: line + lines, column })));
    expect(before).not.toEqual([]);
  });
});

/** Rules that mark a word, or some words, behind the start of a text. */
const INSIDE = RULE_PAGES.filter(
  // A question with two askings is known by how it begins, so there the letters stand in the middle.
  ({ name, about: { bad } }) =>
    name !== "plain/double-barrelled" && /^(?:asks|why): [^«\n]+«/u.test(bad),
);

describe("a word in a text", () => {
  it("is what many rules mark", () => {
    expect(INSIDE.length).toBeGreaterThan(10);
  });

  it.each(INSIDE.map((page) => [page.name, page] as const))(
    "is found behind emoji and Welsh letters: %s",
    async (name, page) => {
      const aside = `${LETTERS} `;
      const bad = page.about.bad.replace(/^(asks|why): /u, `$1: ${aside}`);
      const moved: RulePage = { ...page, about: { ...page.about, bad } };
      const { place } = sampleFile(moved.about, bad);
      const found = (await lintSample(moved)).filter(({ rule }) => rule === name);
      expect(found.map(({ start, end }) => ({ start, end }))).toContainEqual(place);
    },
  );
});

function withCrlf(text: string): string {
  return text.replace(/\r?\n/gu, "\r\n");
}

/** As the program reads bytes. */
function read(text: string): string {
  return decodeText("fixture", new TextEncoder().encode(text));
}

function startOf({ line, column }: Place, down = 0): string {
  return `${line + down}:${column}`;
}
