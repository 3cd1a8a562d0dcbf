import { onlyOne, type ParserProblems, quotable, suggestion } from "./problem.ts";

declare module "../../yaml/diagnostic.ts" {
  interface DiagnosticFacts {
    "shape/unknown-key": {
      readonly key: string;
      readonly near: readonly string[];
      readonly known: readonly string[];
    };
    "shape/missing": { readonly key: string };
    "shape/empty": { readonly comment?: string | undefined };
    "shape/type": { readonly expected: string; readonly found: string };
    "shape/value": {
      readonly found: string;
      readonly expected: string;
      readonly near: readonly string[];
    };
  }
}

/** About the form of what stands in a file. */
export const SHAPE_PROBLEMS = {
  "shape/unknown-key": {
    severity: "error",
    about: {
      what: "A field that does not belong here, most often a slip of the pen.",
      why: "What stands under it would be lost without a word.",
      host: "criterion",
      bad: "«ask»: Do we talk openly about who holds power?",
      good: "asks: Do we talk openly about who holds power?",
    },
    meant: ({ near }) => onlyOne(near),
    words: ({ key, near, known }) => ({
      says: `"${quotable(key)}" is not a field that belongs here.`,
      fix: suggestion(near, known) ?? "Take it out, or check the spelling.",
    }),
  },
  "shape/missing": {
    severity: "error",
    about: {
      what: "A field that has to be there.",
      why: "The room would see a gap.",
      host: "rubric",
      bad: "bands:\n  - «{ id: low, name: Just starting, from: 0 }»",
      good: "bands:\n  - { id: low, name: Just starting, from: 0, means: It is early. }",
    },
    words: ({ key }) => ({
      says: `"${key}" is missing.`,
      fix: `Add  ${key}:  and fill it in.`,
    }),
  },
  "shape/empty": {
    severity: "error",
    words: ({ comment }) => ({
      says: "There is nothing here yet.",
      fix:
        comment === undefined
          ? "Fill it in, or take the field out."
          : `What stands after # is not read. Put it in quotes: "${quotable(comment)}".`,
    }),
  },
  "shape/type": {
    severity: "error",
    about: {
      what: "A number, a list or true and false where text is meant, or the other way round.",
      why: "People would see something else than you wrote.",
      host: "section",
      bad: "signs: «People stay away.»",
      good: "signs:\n  - People stay away.",
    },
    words: ({ expected, found }) => ({
      says: `This is ${found}, but ${typeWords(expected).name} is needed here.`,
      fix: typeWords(expected).fix,
    }),
  },
  "shape/value": {
    severity: "error",
    about: {
      what: "A value that is not one of those that fit, or not of the right form.",
      why: "coprod would not know what to do with it.",
      host: "section",
      bad: "kind: «principal»",
      good: "kind: principle",
    },
    meant: ({ near }) => onlyOne(near),
    words: ({ found, expected, near }) => ({
      says:
        found === "a list"
          ? "This list does not fit here."
          : `"${quotable(found)}" does not fit here.`,
      fix: suggestion(near, []) ?? `What fits: ${expected}.`,
    }),
  },
} as const satisfies Partial<ParserProblems>;

/** What a value should be, and how to write it. */
function typeWords(expected: string): { readonly name: string; readonly fix: string } {
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
