import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { lintText } from "../../../src/lint/lint-text.ts";
import { proseIn } from "../../../src/lint/text/prose.ts";
import {
  automatedGrade,
  colemanLiauGrade,
  countAtMost,
  countProse,
  findWords,
  fleschKincaidGrade,
  fleschReadingEase,
  measureProse,
  smogGrade,
} from "../../../src/lint/text/readability.ts";
import { sentencesOf, wordsOf } from "../../../src/lint/text/spans.ts";
import { PACKAGE_FOLDER } from "../../support/context.ts";

describe("words", () => {
  it.each([
    ["co-production is one word", ["co-production", "is", "one", "word"]],
    ["don't and don’t are one each", ["don't", "and", "don’t", "are", "one", "each"]],
    ["a dash - or -- two, and 'quotes'", ["a", "dash", "or", "two", "and", "quotes"]],
    ["40 people in 2027", ["40", "people", "in", "2027"]],
    ["Llŷn, café", ["Llŷn", "café"]],
    ["... ! ?", []],
  ])("are runs of letters or digits: %s", (text, words) => {
    expect(wordsOf(text)).toEqual(words);
  });
});

describe("sentences", () => {
  it.each([
    ["One. Two! Three?", ["One.", "Two!", "Three?"]],
    ["Dr. Ali met Mrs. Lee. Both spoke.", ["Dr. Ali met Mrs. Lee.", "Both spoke."]],
    ["Ask at No. 7 or at St. Ann's. Or ring.", ["Ask at No. 7 or at St. Ann's.", "Or ring."]],
    ["Us vs. them is no way to talk. Stop.", ["Us vs. them is no way to talk.", "Stop."]],
    ["It is 3.5 miles away. Walk.", ["It is 3.5 miles away.", "Walk."]],
    ["A piano. Next.", ["A piano.", "Next."]],
    ["No end to this", ["No end to this"]],
    ["...", []],
    ["", []],
  ])("end where people would stop: %s", (text, sentences) => {
    expect(sentencesOf(text)).toEqual(sentences);
  });
});

describe("counts", () => {
  it.each<[string, readonly string[], readonly string[], [number, number, number]]>([
    ["the end of each text ends a sentence", ["We ask", "We hear"], [], [4, 2, 4]],
    ["a glossary term keeps its words", ["Our trustees meet."], ["trustee"], [3, 1, 2]],
    ["the longest term goes first", ["Peer researcher"], ["peer", "peer researcher"], [2, 1, 0]],
    ["a term is a whole word", ["Empower"], ["power"], [1, 1, 3]],
    ["a term's capitals do not matter", ["Co-production works"], ["co-production"], [2, 1, 1]],
    ["numbers have no syllables", ["In 2027 we met"], [], [4, 1, 3]],
    ["ids have no syllables", ["See principles/power-talked-about"], [], [2, 1, 1]],
    ["web addresses have none", ["See https://example.org/help now"], [], [3, 1, 2]],
    ["e-mail addresses have none", ["Ask help@example.org now"], [], [3, 1, 2]],
    ["nothing counts nothing", ["", "..."], [], [0, 0, 0]],
  ])("%s", (_, texts, glossary, [words, sentences, syllables]) => {
    expect(countProse(texts.map(findWords), glossary)).toEqual({ words, sentences, syllables });
  });
});

describe("the quick count", () => {
  it("is never below the exact one, in any text of the bundled rubrics", () => {
    for (const name of readdirSync(join(PACKAGE_FOLDER, "rubrics"))) {
      const text = readFileSync(join(PACKAGE_FOLDER, "rubrics", name), "utf8");
      const { kind, source } = lintText(name, text);
      const value = source?.value as { glossary?: Record<string, string> } | undefined;
      for (const prose of proseIn(kind, value)) {
        const exact = countProse([prose], Object.keys(value?.glossary ?? {}));
        const most = countAtMost([prose]);
        expect(most).toMatchObject({ words: exact.words, sentences: exact.sentences });
        expect(most.syllables, prose.text).toBeGreaterThanOrEqual(exact.syllables);
      }
    }
  });
});

describe("Flesch-Kincaid grade", () => {
  it.each([
    // The two samples of the design: a sentence of committee English, and the same said in three short ones.
    [{ words: 21, sentences: 1, syllables: 61 }, 26.9],
    [{ words: 24, sentences: 3, syllables: 30 }, 2.3],
    [{ words: 100, sentences: 10, syllables: 100 }, 0.1],
  ])("of %o is %d", (counts, grade) => {
    expect(fleschKincaidGrade(counts)).toBeCloseTo(grade, 1);
  });

  it("is far lower for three short sentences than for one long one", () => {
    const committee =
      "In order to facilitate meaningful engagement, stakeholders should be supported in collaboratively " +
      "identifying organisational priorities and ensuring accountability mechanisms are implemented.";
    const plain =
      "We ask people what comes first. We agree who does it. Then we tell them what we did.";
    expect(fleschKincaidGrade(countProse([findWords(committee)], []))).toBeGreaterThan(20);
    expect(fleschKincaidGrade(countProse([findWords(plain)], []))).toBeLessThan(4);
  });
});

describe("the other measures", () => {
  const committee =
    "In order to facilitate meaningful engagement, stakeholders should be supported in collaboratively " +
    "identifying organisational priorities and ensuring accountability mechanisms are implemented.";
  const plain =
    "We ask people what comes first. We agree who does it. Then we tell them what we did.";

  it.each([smogGrade, automatedGrade, colemanLiauGrade])(
    "are far higher for committee English than for plain words: %o",
    (grade) => {
      const of = (text: string) => grade(measureProse([findWords(text)], []));
      expect(of(committee)).toBeGreaterThan(of(plain) + 10);
    },
  );

  it("agree with the formulas by hand", () => {
    const measures = { words: 100, sentences: 5, syllables: 150, longWords: 10, letters: 450 };
    expect(fleschReadingEase(measures)).toBeCloseTo(206.835 - 1.015 * 20 - 84.6 * 1.5, 6);
    expect(smogGrade(measures)).toBeCloseTo(1.043 * Math.sqrt(60) + 3.1291, 6);
    expect(automatedGrade(measures)).toBeCloseTo(4.71 * 4.5 + 10 - 21.43, 6);
    expect(colemanLiauGrade(measures)).toBeCloseTo(0.0588 * 450 - 0.296 * 5 - 15.8, 6);
  });

  it("count no long words among numbers, ids, addresses and glossary terms", () => {
    const text = "See principles/organisation at example@charity.org, 1234567 and co-production.";
    expect(measureProse([findWords(text)], ["co-production"]).longWords).toBe(0);
    expect(measureProse([findWords(text)], []).longWords).toBe(1);
  });
});

describe("the syllable counter", () => {
  it("is not loaded by a lint run that needs no reading grade", () => {
    const loaded = staticImports(join(PACKAGE_FOLDER, "src/lint/engine/run-lint.ts"));
    expect([...loaded].some((path) => path.endsWith("lint/lint-text.ts"))).toBe(true);
    expect([...loaded].some((path) => path.endsWith("lint/readability.ts"))).toBe(false);
  });
});

function staticImports(path: string, seen = new Set<string>()): Set<string> {
  if (seen.has(path)) return seen;
  seen.add(path);
  for (const [, target = ""] of readFileSync(path, "utf8").matchAll(/\bfrom "(\.[^"]+)"/gu)) {
    staticImports(join(dirname(path), target), seen);
  }
  return seen;
}
