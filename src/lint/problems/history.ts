import type { Words } from "../../yaml/diagnostic.ts";
import type { ParserProblems } from "./problem.ts";

declare module "../../yaml/diagnostic.ts" {
  interface DiagnosticFacts {
    "id/renamed": {
      readonly id: string;
      readonly problem: "gone" | "still-there" | "rubric-gone" | "rubric-renamed";
      readonly version: string;
    };
    "version/changed-meaning": {
      /** What is another now; where the version went down, the one it is now. */
      readonly what: string;
      readonly version: string;
      readonly isLower?: true;
    };
  }
}

const RENAMED = {
  gone: (id: string, version: string): Words => ({
    says: `"${id}" was here in ${version}, and is gone. Old answers to it would be lost.`,
    fix: `If you renamed it, add  formerly: [${id}]  to the question that took its place. If it is dropped, raise the first number of the version.`,
  }),
  "still-there": (id: string): Words => ({
    says: `"${id}" is listed as a former name, but a question of that name still exists.`,
    fix: "Take it out of  formerly,  or rename the other question.",
  }),
  "rubric-gone": (id: string, version: string): Words => ({
    says: `The rubric "${id}" (${version}) was here, and is gone.`,
    why: "Answers to it could not be opened any more.",
    fix: "Bring it back. It can stand in any folder, under the same id.",
  }),
  "rubric-renamed": (id: string, version: string): Words => ({
    says: `This rubric was called "${id}" (${version}).`,
    why: "Answers are filed under that id, and would be lost.",
    fix: `Write  id: ${id}  again. If it is another rubric now, keep the old one too.`,
  }),
} as const;

/** About what changed since an earlier version. */
export const HISTORY_PROBLEMS = {
  "id/renamed": {
    severity: "error",
    about: {
      what: "A question or a whole rubric that is gone or has another id since an earlier version (`--against`), and that no `formerly` names. Also a `formerly` that names a question which still exists. Rubrics are found by their id wherever they were moved, else as git sees that they were renamed.",
      why: "Answers that people gave would be lost.",
      host: "criterion",
      bad: "id: «money-talked-about»",
      good: "id: money-talked-about\nformerly: [talked-about]",
    },
    words: ({ id, problem, version }) => RENAMED[problem](id, version),
  },
  "version/changed-meaning": {
    severity: "error",
    about: {
      what: "The wording of a question or a level, what kind of answer is asked for, the choices and their points, when a question is asked and whether it may not apply, a weight, a must-have, the bands, the cap, or the kind, scale or scoring of a section has changed since an earlier version (`--against`), and the version number has not. Also a version number that went down.",
      why: "Old and new answers would be compared as if they meant the same.",
      host: "criterion",
      bad: "asks: «Do we talk about money before the work starts?»",
      good: "asks: Do we talk openly about who holds power?",
    },
    words: ({ what, version, isLower }) =>
      isLower
        ? {
            says: `The version went down from ${version} to ${what}.`,
            why: `The answers that people gave to ${version} would be to a version that is still to come.`,
            fix: `Write a version above ${version}.`,
          }
        : {
            says: `The ${what} changed since ${version}, but the version did not. Old and new answers would be compared as if they meant the same.`,
            fix: "Raise the version at the top of the file.",
          },
  },
} as const satisfies Partial<ParserProblems>;
