import type { ParserProblems } from "./problem.ts";

declare module "../../yaml/diagnostic.ts" {
  interface DiagnosticFacts {
    "id/renamed": {
      readonly id: string;
      readonly problem: "gone" | "still-there";
      readonly version: string;
    };
    "version/changed-meaning": { readonly what: string; readonly version: string };
  }
}

/** About what changed since an earlier version. */
export const HISTORY_PROBLEMS = {
  "id/renamed": {
    severity: "error",
    about: {
      what: "A question that is gone since an earlier version (`--against`), and that no other lists under `formerly`. Also a `formerly` that names a question which still exists.",
      why: "Answers that people gave would be lost.",
      host: "criterion",
      bad: "id: «money-talked-about»",
      good: "id: money-talked-about\nformerly: [talked-about]",
    },
    words: ({ id, problem, version }) => ({
      says:
        problem === "gone"
          ? `"${id}" was here in ${version}, and is gone. Old answers to it would be lost.`
          : `"${id}" is listed as a former name, but a question of that name still exists.`,
      fix:
        problem === "gone"
          ? `If you renamed it, add  formerly: [${id}]  to the question that took its place. If it is dropped, raise the first number of the version.`
          : "Take it out of  formerly,  or rename the other question.",
    }),
  },
  "version/changed-meaning": {
    severity: "error",
    about: {
      what: "The wording of a question, a level or a weight has changed since an earlier version (`--against`), and the version number has not.",
      why: "Old and new answers would be compared as if they meant the same.",
      host: "criterion",
      bad: "asks: «Do we talk about money before the work starts?»",
      good: "asks: Do we talk openly about who holds power?",
    },
    words: ({ what, version }) => ({
      says: `The ${what} changed since ${version}, but the version did not. Old and new answers would be compared as if they meant the same.`,
      fix: "Raise the version at the top of the file.",
    }),
  },
} as const satisfies Partial<ParserProblems>;
