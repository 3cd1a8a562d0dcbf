import type { DiagnosticFacts, Words } from "../../yaml/diagnostic.ts";
import { onlyOne, type ParserProblems, quotable, suggestion } from "./problem.ts";

declare module "../../yaml/diagnostic.ts" {
  interface DiagnosticFacts {
    "id/format": { readonly found: string; readonly suggestion: string };
    /** `other` is the file of the rubric that has the id too. */
    "id/duplicate": { readonly id: string; readonly first: Place; readonly other?: string };
    "ref/unknown": {
      readonly what: string;
      readonly name: string;
      readonly near: readonly string[];
      readonly known: readonly string[];
      /** There, but not where this file may lead to. */
      readonly isOutside?: boolean;
    };
    "question/same-as": {
      readonly criterion: string;
      readonly problem: "circle" | "kind" | "twice";
    };
  }
}

const SAME_AS_PROBLEMS: Readonly<Record<DiagnosticFacts["question/same-as"]["problem"], Words>> = {
  circle: {
    says: "takes its answer from a question that takes its own from another.",
    fix: "Name the question at which it is asked.",
  },
  kind: {
    says: "takes its answer from a question that is not answered by a level.",
    fix: "Name a question with levels, or take  same-as:  out.",
  },
  twice: {
    says: "gives one level of the other question two meanings.",
    fix: "Put each level of the other question under one level of this one.",
  },
};

/** About names, and what they should lead to. */
export const NAME_PROBLEMS = {
  "id/format": {
    severity: "error",
    about: {
      what: "A name for files that is not in small letters, digits and hyphens.",
      why: "Answers are filed under it, on every kind of computer.",
      host: "criterion",
      bad: "id: «Power Talked About»",
      good: "id: power-talked-about",
    },
    meant: ({ suggestion: better }) => (better === "" ? undefined : better),
    words: ({ found, suggestion: better }) => ({
      says: `"${quotable(found)}" cannot be a name here. Names have small letters, digits and hyphens.`,
      fix: better === "" ? "Choose a name such as power-talked-about." : `Write it as  ${better}`,
    }),
  },
  "id/duplicate": {
    severity: "error",
    about: {
      what: "The same name for two things that have to be told apart: two questions, two levels, or two rubrics of the folders that are checked.",
      why: "Nobody could say which question an answer belongs to.",
      host: "rubric",
      bad: "bands:\n  - { id: low, name: Just starting, from: 0, means: It is early. }\n  - { id: «low», name: Doing it, from: 1/2, means: It is there. }",
      good: "bands:\n  - { id: low, name: Just starting, from: 0, means: It is early. }\n  - { id: high, name: Doing it, from: 1/2, means: It is there. }",
    },
    words: ({ id, first, other }) => ({
      says:
        other === undefined
          ? `"${id}" is used twice (first on line ${first.line}). The two could not be told apart.`
          : `"${id}" is also the id of the rubric in ${other}. The two could not be told apart.`,
      fix: "Give one of them another name.",
    }),
  },
  "question/same-as": {
    severity: "error",
    about: {
      what: "A question that shares its answer (`same-as`) with one that cannot give it: one that takes its own from elsewhere, one without levels, or one whose level would mean two things here.",
      why: "Nobody could say which answer counts.",
      host: "criterion",
      bad: "same-as: «ours/talked-about»",
      good: "same-as: principles/power-talked-about",
    },
    words: ({ criterion, problem }) => ({
      says: `"${criterion}" ${SAME_AS_PROBLEMS[problem].says}`,
      fix: SAME_AS_PROBLEMS[problem].fix,
    }),
  },
  "ref/unknown": {
    severity: "error",
    about: {
      what: "The name of a scale, a level, a barrier, a source, a band or a page that does not exist.",
      why: "What it points to would never be found.",
      host: "criterion",
      bad: "from: { «tlak»: [First evening] }",
      good: "from: { talk: [First evening] }",
    },
    meant: ({ near }) => onlyOne(near),
    words: ({ what, name, near, known, isOutside = false }) =>
      isOutside
        ? {
            says: `The ${what} "${quotable(name)}" is outside the folder of this file.`,
            fix: `Put the ${what} beside this file or in a folder below, or work in a folder that holds both.`,
          }
        : {
            says: `"${quotable(name)}" is not ${article(what)} ${what} here.`,
            fix:
              suggestion(near, known) ??
              `Add the ${what} "${quotable(name)}", or use one that exists.`,
          },
  },
} as const satisfies Partial<ParserProblems>;

function article(noun: string): string {
  return /^[aeiou]/u.test(noun) ? "an" : "a";
}
