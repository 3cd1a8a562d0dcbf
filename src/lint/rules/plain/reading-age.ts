import type { Severity } from "../../../yaml/diagnostic.ts";
import { defineRule, type Found } from "../../rule.ts";
import { isEnglish, type Subject } from "../../subject.ts";
import { FEWEST_WORDS, type Pool, poolsOf, wordsIn } from "../../text/reading-units.ts";

type Facts =
  | {
      readonly kind: "grade";
      readonly title: string;
      readonly grade: number;
      readonly limit: number;
    }
  | { readonly kind: "language"; readonly language: string };

const AGE_ABOVE_GRADE = 5;
const HARDEST = 3;

export const readingAge = defineRule<Facts, { grade: number }>({
  name: "plain/reading-age",
  severity: "warning",
  needsSyllables: true,
  about: {
    what: "A section, or a page of the guide, that reads at a higher age than the aim (Flesch-Kincaid grade plus five years; only from 100 words). `coprod lint --explain plain/reading-age FILE` shows the figures of each section, by other formulas too.",
    why: "Half the people in a room may read below the age of eleven, or in a second language. They will not say so.",
    host: "section",
    bad: [
      'title: «"Equality of access and contribution"»',
      "why: >-",
      "  Participatory organisational development necessitates considerable institutional flexibility. Organisational",
      "  sustainability considerations nevertheless predominate. Representative participation requires accessible",
      "  communication, appropriate remuneration and continuous institutional commitment. Inaccessible environments",
      "  systematically disadvantage particular communities. Historical inequalities additionally determine contemporary",
      "  participation opportunities. Professional vocabularies frequently intimidate inexperienced participants.",
      "  Hierarchical organisations consistently underestimate experiential expertise. Administrative procedures habitually",
      "  discourage independent contributions. Remuneration arrangements remain insufficiently transparent. Geographical",
      "  accessibility continues determining attendance. Technological infrastructure similarly disadvantages economically",
      "  marginalised communities. Accessible alternatives consequently become imperative. Evaluation methodologies",
      "  customarily privilege quantitative information. Qualitative evidence nevertheless illuminates organisational",
      "  understanding considerably. Institutional transformation accordingly necessitates sustained organisational",
      "  determination throughout the development.",
    ].join("\n"),
    good: [
      "title: Equality of access and contribution",
      "why: Money, words, places and rank decide who speaks and who stays quiet. When we even these out, each person has a fair chance to give what they have.",
    ].join("\n"),
  },
  options: {
    grade: {
      about: "The highest school grade; about five years less than the reading age",
      values: { workshop: 6, "easy-read": 4, specialist: 9 },
    },
  },
  words: (facts) =>
    facts.kind === "language"
      ? {
          says: `The reading age is not checked: this file is in "${facts.language}".`,
          fix: "The formula knows English only. Ask people who read the language to try it.",
        }
      : {
          says: `"${facts.title}" reads at about age ${age(facts.grade)} (grade ${facts.grade.toFixed(1)}); the aim is ${age(facts.limit)}.`,
          why: "People who cannot follow a text do not say so; they stay quiet.",
          fix: "Use shorter sentences and shorter words, first in the hardest ones.",
        },
  check(subject, { grade: limit }) {
    if (isEnglish(subject)) return poolsOf(subject).flatMap((pool) => graded(pool, limit, subject));
    const severity: Severity = "info";
    const facts = { kind: "language", language: subject.language } as const;
    return [{ at: { path: ["language"] }, severity, facts }];
  },
});

function age(grade: number): number {
  return Math.round(grade) + AGE_ABOVE_GRADE;
}

function graded(pool: Pool, limit: number, subject: Subject): Found<Facts>[] {
  const { readability } = subject.surroundings;
  if (readability === undefined || wordsIn(pool) < FEWEST_WORDS) return [];
  // With the glossary's words left out it can only be easier.
  if (readability.fleschKincaidGrade(readability.countAtMost(pool.prose)) <= limit) return [];
  const terms = Object.keys(subject.glossary);
  const grade = readability.fleschKincaidGrade(readability.countProse(pool.prose, terms));
  if (grade <= limit) return [];
  const sentences = pool.prose.flatMap(({ path, sentences: inside }) =>
    inside.map((sentence) => ({
      at: { path, stretch: [sentence.from, sentence.to] as const },
      // Only an order among sentences: a grade for one of them would say nothing.
      weight: readability.fleschKincaidGrade(
        readability.countProse([readability.findWords(sentence.text)], terms),
      ),
    })),
  );
  const hardest = sentences.sort((a, b) => b.weight - a.weight).slice(0, HARDEST);
  const related = hardest.map(({ at }) => ({ at, says: "one of the hardest sentences" }));
  const facts = { kind: "grade", title: pool.title, grade, limit } as const;
  return [{ at: { path: [...pool.path, "title"] }, facts, related }];
}
