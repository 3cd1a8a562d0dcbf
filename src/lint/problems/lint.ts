import type { DiagnosticFacts, Words } from "../../yaml/diagnostic.ts";
import { type ParserProblems, suggestion } from "./problem.ts";

declare module "../../yaml/diagnostic.ts" {
  interface DiagnosticFacts {
    "lint/config": { readonly name: string };
    "lint/unknown-rule": {
      readonly what: "rule" | "comment";
      readonly name: string;
      readonly near: readonly string[];
    };
    "lint/unused-disable": {
      readonly problem: "unused" | "rule-unused" | "never-off";
      readonly name: string;
    };
    "lint/needs-reason": Record<string, never>;
  }
}

const HIDES = "It could hide a fault that comes later.";

const UNUSED: Readonly<
  Record<DiagnosticFacts["lint/unused-disable"]["problem"], (name: string) => Words>
> = {
  unused: () => ({
    says: "This comment switches off something that is not found here.",
    why: HIDES,
    fix: "Take the comment out.",
  }),
  "rule-unused": (name) => ({
    says: `"${name}" is not found here.`,
    why: HIDES,
    fix: "Take the name out.",
  }),
  "never-off": () => ({
    says: "This comment switches on again what was never switched off.",
    why: "It looks as if something were off before it.",
    fix: "Take the comment out.",
  }),
};

/** About the settings and the comments of lint itself. */
export const LINT_PROBLEMS = {
  "lint/config": {
    severity: "error",
    about: {
      what: "A rule in coprod.yaml that cannot be changed, because it finds what makes a file unusable.",
      why: "A rubric that lint lets pass has to work in the room.",
      host: "config",
      bad: "rules:\n  «yaml/syntax»: off",
      good: "rules:\n  plain/latin: off",
    },
    words: ({ name }) => ({
      says: `"${name}" cannot be changed: it finds what makes a file unusable.`,
      fix: "Take it out of the settings.",
    }),
  },
  "lint/unknown-rule": {
    severity: "error",
    about: {
      what: "A comment that would switch off a rule that does not exist.",
      why: "It does nothing, and looks as if it did.",
      host: "criterion",
      bad: "asks: Do we talk openly about who holds power? «# coprod-disable-line plain/long-questoin»",
      good: "asks: Do we talk openly about who holds power?",
    },
    alwaysTold: true,
    words: ({ what, name, near }) => ({
      says: what === "rule" ? `"${name}" is not a rule.` : `"${name}" means nothing to coprod.`,
      why: "So this comment does nothing.",
      fix:
        suggestion(near, []) ??
        (what === "rule" ? "Look at the names with  coprod lint --explain." : "Take it out."),
    }),
  },
  "lint/unused-disable": {
    severity: "warning",
    about: {
      what: "A comment that switches off something which is not found there.",
      why: "It could hide a fault that comes later.",
      host: "criterion",
      bad: "asks: Do we talk openly about who holds power? «# coprod-disable-line plain/long-question»",
      good: "asks: Do we talk openly about who holds power?",
    },
    alwaysTold: true,
    words: ({ problem, name }) => UNUSED[problem](name),
  },
  "lint/needs-reason": {
    severity: "error",
    about: {
      what: "A comment that would switch off an error, without a reason after two hyphens. The error stays.",
      why: "The next person cannot tell whether the comment may go.",
      host: "criterion",
      bad: "weight: 0 «# coprod-disable-line weight/range»",
      good: "weight: 1",
    },
    alwaysTold: true,
    words: () => ({
      says: "This comment would switch off an error, and gives no reason.",
      why: "The next person cannot tell whether it may go.",
      fix: "Write why after two hyphens, such as  -- quoted from the Act",
    }),
  },
} as const satisfies Partial<ParserProblems>;
