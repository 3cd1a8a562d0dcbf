import { defineRule, type Found } from "../../rule.ts";
import type { Subject } from "../../subject.ts";
import { FEWEST_WORDS } from "../../text/reading-units.ts";

type Facts =
  | { readonly kind: "sentence"; readonly words: number; readonly limit: number }
  | { readonly kind: "grade"; readonly grade: number; readonly limit: number };

export const easy = defineRule<Facts, { words: number; grade: number }>({
  name: "translation/easy",
  severity: "warning",
  needsSyllables: true,
  about: {
    what: "Easy words (a translation whose language ends in -x-easy) with a sentence of more than 15 words, or that read above grade 3 as a whole (Flesch-Kincaid; only from 100 words).",
    why: "People who were promised easy words find out that they were not meant.",
    host: "translation",
    bad: "language: en-x-easy\ntexts:\n  title: { text: «Here are all of the questions that we ask each other when we meet here on Tuesdays.», from: ktptfx }",
    good: "language: en-x-easy\ntexts:\n  title: { text: Our questions, from: ktptfx }",
  },
  options: {
    words: {
      about: "The most words a sentence may have",
      values: { workshop: 15, "easy-read": 15, specialist: 15 },
    },
    grade: {
      about: "The highest school grade of all texts together",
      values: { workshop: 3, "easy-read": 3, specialist: 3 },
    },
  },
  words: (facts) =>
    facts.kind === "sentence"
      ? {
          says: `There are ${facts.words} words in this sentence; in easy words there are at most ${facts.limit}.`,
          fix: "Make two sentences of it, one for each idea.",
        }
      : {
          says: `These easy words read at grade ${facts.grade.toFixed(1)}; the aim is ${facts.limit}.`,
          fix: "Use shorter words and shorter sentences.",
        },
  check(subject, { words, grade }) {
    if (subject.kind !== "translation" || !/-x-easy$/u.test(subject.language)) return [];
    return [...longSentences(subject, words), ...graded(subject, grade)];
  },
});

function longSentences({ prose }: Subject, limit: number): Found<Facts>[] {
  return prose.flatMap(({ path, sentences }) =>
    sentences
      .filter(({ words }) => words.length > limit)
      .map(({ from, to, words }) => ({
        at: { path, stretch: [from, to] as const },
        facts: { kind: "sentence", words: words.length, limit } as const,
      })),
  );
}

function graded({ prose, surroundings: { readability } }: Subject, limit: number): Found<Facts>[] {
  const words = prose.reduce((total, each) => total + each.words.length, 0);
  if (readability === undefined || words < FEWEST_WORDS) return [];
  const grade = readability.fleschKincaidGrade(readability.countProse(prose, []));
  if (grade <= limit) return [];
  return [{ at: { path: ["language"] }, facts: { kind: "grade", grade, limit } }];
}
