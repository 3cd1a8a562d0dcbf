import type { RubricFile } from "../../../rubric/schema.ts";
import { askedBy, TALK_MINUTES, talkMinutes } from "../../../rubric/session-time.ts";
import { defineRule, type Found } from "../../rule.ts";

type Facts =
  | {
      readonly kind: "size";
      readonly title: string;
      readonly questions: number;
      readonly few: boolean;
    }
  | { readonly kind: "core"; readonly all: boolean }
  | { readonly kind: "minutes"; readonly minutes: number; readonly usual: number };

interface Own extends Readonly<Record<string, number>> {
  readonly fewest: number;
  readonly most: number;
  readonly minutes: number;
}

export const thin = defineRule<Facts, Own>({
  name: "section/thin",
  severity: "info",
  about: {
    what: "A section with very few or very many questions; `core` on none or on all of them; `minutes` far from what reading and talking take.",
    why: "One answer then decides a whole section, or the evening is over before the end.",
    host: "rubric",
    bad: "minutes: «300»",
    good: "minutes: 2",
  },
  options: {
    fewest: {
      about: "The fewest questions of a section",
      values: { workshop: 3, "easy-read": 3, specialist: 3 },
    },
    most: {
      about: "The most questions of a section",
      values: { workshop: 12, "easy-read": 8, specialist: 15 },
    },
    minutes: {
      about: "Minutes of talk about a question",
      values: { workshop: TALK_MINUTES, "easy-read": 8, specialist: TALK_MINUTES },
    },
  },
  words: (facts) => WORDS[facts.kind](facts as never),
  check: ({ rubric }, options) =>
    rubric === undefined
      ? []
      : [...sizes(rubric, options), ...coreQuestions(rubric), ...minutes(rubric, options)],
});

const WORDS = {
  size: ({ title, questions, few }: Extract<Facts, { kind: "size" }>) => ({
    says: `"${title}" has ${questions === 1 ? "one question" : `${questions} questions`}.`,
    why: few ? "One answer decides the whole section." : "People are tired before the end.",
    fix: few ? "Add questions, or join it with another section." : "Make two sections of it.",
  }),
  core: ({ all }: Extract<Facts, { kind: "core" }>) => ({
    says: all ? "Every question is marked  core." : "No question is marked  core.",
    why: "The quick look then asks everything.",
    fix: "Mark about a third of the questions: the ones you would ask if there were only twenty minutes.",
  }),
  minutes: ({ minutes: given, usual }: Extract<Facts, { kind: "minutes" }>) => ({
    says: `${given} minutes are announced; to read all of it aloud and talk about it takes about ${usual}.`,
    why: "People plan their evening by it.",
    fix: "Try it with a group, and write down how long it took.",
  }),
};

function sizes({ sections, scoring }: RubricFile, { fewest, most }: Own): Found<Facts>[] {
  // Where nothing is scored, no answer decides anything.
  const least = scoring === "none" ? 1 : fewest;
  return sections.flatMap(({ title, criteria: { length } }, at) => {
    if (length >= least && length <= most) return [];
    const facts = { kind: "size", title, questions: length, few: length < least } as const;
    return [{ at: { path: ["sections", at, "title"] }, facts }];
  });
}

function coreQuestions({ sections }: RubricFile): Found<Facts>[] {
  const criteria = sections.flatMap((section) => section.criteria);
  const core = criteria.filter((criterion) => criterion.core === true).length;
  const isFine = criteria.length < 6 || (core > 0 && core < criteria.length);
  return isFine
    ? []
    : [{ at: { path: ["sections"], key: true }, facts: { kind: "core", all: core > 0 } }];
}

function minutes(rubric: RubricFile, options: Own): Found<Facts>[] {
  const { minutes: given } = rubric;
  const asked = askedBy(rubric);
  const usual = Math.ceil(talkMinutes(asked, options.minutes));
  const isFar = given < usual / 2 || given > usual * 2;
  const facts = { kind: "minutes", minutes: given, usual } as const;
  return isFar && asked.length > 2 ? [{ at: { path: ["minutes"] }, facts }] : [];
}
