import { MONTHS } from "../../util/months.ts";
import type { AnswerProblem, DiagnosticFacts, Words } from "../../yaml/diagnostic.ts";

export const UNSUPPORTED = {
  newer: (found: string, known: string): Words => ({
    says: `This file was made by a newer coprod (${found}). This one knows ${known}.`,
    fix: "Update coprod, then try again. The file has not been changed.",
  }),
  "too-large": (): Words => ({
    says: "This file is larger than 1 MB, so it is not one of ours.",
    fix: "Check the name, or make it smaller.",
  }),
  "not-text": (): Words => ({
    says: "This file is not plain text (UTF-8).",
    fix: "Save it as UTF-8 text, or check the name.",
  }),
} as const;

/** What a value should be, and how to write it. */
export function typeWords(expected: string): { readonly name: string; readonly fix: string } {
  return TYPES[expected] ?? { name: expected, fix: "Write it in that form." };
}

const NUMBER_FIX = "Write a number, without quotes.";
const FIELDS_FIX = "Write each field on a line of its own, with a name and a colon.";

const TYPES: Readonly<Record<string, { readonly name: string; readonly fix: string }>> = {
  string: { name: "text", fix: 'If it is meant as text, put it in quotes: "...".' },
  number: { name: "a number", fix: NUMBER_FIX },
  int: { name: "a whole number", fix: "Write a whole number, without quotes." },
  boolean: { name: "true or false", fix: "Write  true  or  false, without quotes." },
  array: { name: "a list", fix: "Write each entry on a line that starts with a hyphen." },
  object: { name: "a group of fields", fix: FIELDS_FIX },
  record: { name: "a group of fields", fix: FIELDS_FIX },
};

export const SCALE_PROBLEMS = {
  values: {
    says: "has values that do not rise from 0 to 1.",
    fix: "Give every level a value, the first 0 and the last 1, each above the one before. Or give none.",
  },
  names: { says: "has two levels with the same name.", fix: "Give each level a name of its own." },
  count: {
    says: "does not have two to seven levels.",
    fix: "With one level there is nothing to choose. With more than seven people cannot keep them apart.",
  },
  reserved: {
    says: "has a level whose id already means something else.",
    fix: "Choose another id. These are taken: unsure, not-applicable, skipped, differ, votes, none.",
  },
} as const;

export const BAND_PROBLEMS: Readonly<Record<DiagnosticFacts["bands/gaps"]["problem"], Words>> = {
  start: {
    says: "The lowest band does not start at 0.",
    fix: "Write  from: 0  for the first band.",
  },
  order: {
    says: "The bands do not rise.",
    fix: "List them lowest first, each from a higher share than the one before.",
  },
  range: {
    says: "This band starts above 1, so nobody can reach it.",
    fix: "Write a share from 0 to 1, such as 3/4.",
  },
  missing: {
    says: '"bands" is missing.',
    fix: "Add the bands, lowest first, each with id, name, from and means.",
  },
};

export const ANSWER_PROBLEMS: Readonly<Record<AnswerProblem, Words>> = {
  "no-range": {
    says: 'is "differ" but does not say between which levels.',
    fix: "Add  from:  and  to:  with the lowest and the highest level.",
  },
  "range-order": { says: 'has a "from" above its "to".', fix: "Put the lower level first." },
  "not-applicable": {
    says: 'is "not-applicable", but this question applies to everybody.',
    fix: "Choose a level, or write  unsure.",
  },
  "no-reason": {
    says: 'is "not-applicable" without a reason.',
    fix: "Add  reason:  in a few words.",
  },
  nothing: {
    says: "holds no answer, votes or note.",
    fix: "Add  answer:  or take the question out.",
  },
};

/** Of a rubric as a whole, or of one answer. */
export function oldWordingWords(facts: DiagnosticFacts["answer/old-wording"]): Words {
  if ("question" in facts) {
    const { question, on } = facts;
    return {
      says: `"${question}" was asked under other words${on === undefined ? "" : ` on ${dayAndMonth(on)}`}.`,
      fix: "The answer is kept. Look at the question again, and answer it anew if it means something else now.",
    };
  }
  const { rubric, asked, now } = facts;
  const versions = asked === now || asked === "?" ? "" : ` (then ${asked}, now ${now})`;
  return {
    says: `The questions of "${rubric}" have changed since these answers were given${versions}.`,
    fix: "Answers are kept. Look again at the questions that have new wording.",
  };
}

function dayAndMonth(date: string): string {
  const [year, month, day] = date.split("-").map(Number);
  return `${day} ${MONTHS[(month ?? 1) - 1]} ${year}`;
}
