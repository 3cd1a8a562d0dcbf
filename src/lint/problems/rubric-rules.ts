import type { ParserRule } from "./parser-rule.ts";

/** About the sense of a rubric. */
export const RUBRIC_RULES: readonly ParserRule[] = [
  {
    name: "scale/levels",
    severity: "error",
    about: {
      what: "A scale with fewer than two or more than seven levels, whose values do not rise from 0 to 1, with two levels of one name, or with a level called like an answer that already means something else.",
      why: "An answer could mean two things.",
      host: "rubric",
      bad: 'scales:\n  check:\n    «- { id: "no", name: "Same", means: Nothing to show. }\n    - { id: "yes", name: "Same", means: Something to show. }»',
      good: 'scales:\n  check:\n    - { id: "no", name: "No", means: Nothing to show. }\n    - { id: "yes", name: "Yes", means: Something to show. }',
    },
  },
  {
    name: "scale/anchors-missing",
    severity: "error",
    about: {
      what: "A level without words, neither in the question nor in the scale.",
      why: "People could not tell what they say with it.",
      host: "rubric",
      bad: 'scales:\n  check:\n    - { id: "no", name: "No", means: Nothing to show. }\n    - { id: "yes", name: "Yes" }',
      good: 'scales:\n  check:\n    - { id: "no", name: "No", means: Nothing to show. }\n    - { id: "yes", name: "Yes", means: Something to show. }',
    },
  },
  {
    name: "weight/range",
    severity: "error",
    about: {
      what: "A weight that is not a number above 0.",
      why: "A question that counts nothing need not be asked.",
      host: "criterion",
      bad: "weight: «0»",
      good: "weight: 2",
    },
  },
  {
    name: "bands/gaps",
    severity: "error",
    about: {
      what: "Bands that do not start at 0, do not rise, or start above 1.",
      why: "Some results would have no name.",
      host: "rubric",
      bad: "bands:\n  - { id: low, name: Just starting, from: «1/4», means: It is early. }",
      good: "bands:\n  - { id: low, name: Just starting, from: 0, means: It is early. }",
    },
  },
  {
    name: "must/impossible",
    severity: "error",
    about: {
      what: "A must-have at the lowest level.",
      why: "Everybody meets it, so it protects nobody.",
      host: "criterion",
      bad: 'must: «"no"»',
      good: 'must: "yes"',
    },
  },
  {
    name: "must/can-skip",
    severity: "error",
    about: {
      what: "A must-have that a group may leave out as not applicable.",
      why: "What has to be there to keep people from harm cannot be optional.",
      host: "criterion",
      bad: 'must: "yes"\nallow-not-applicable: «true»',
      good: 'must: "yes"',
    },
  },
  {
    name: "next/missing",
    severity: "error",
    about: {
      what: "A question without a next step towards a level above the first.",
      why: "A group that sees where it stands needs to see where to go.",
      host: "criterion",
      bad: "next: «{}»",
      good: 'next: { "yes": { do: Talk about power first., first: Put it on the agenda., effort: small, who: Chair, sign: The notes say so. } }',
    },
  },
  {
    name: "id/renamed",
    severity: "error",
    about: {
      what: "A question that is gone since an earlier version (`--against`), and that no other lists under `formerly`. Also a `formerly` that names a question which still exists.",
      why: "Answers that people gave would be lost.",
      host: "criterion",
      bad: "id: «money-talked-about»",
      good: "id: money-talked-about\nformerly: [talked-about]",
    },
  },
  {
    name: "version/changed-meaning",
    severity: "error",
    about: {
      what: "The wording of a question, a level or a weight has changed since an earlier version (`--against`), and the version number has not.",
      why: "Old and new answers would be compared as if they meant the same.",
      host: "criterion",
      bad: "asks: «Do we talk about money before the work starts?»",
      good: "asks: Do we talk openly about who holds power?",
    },
  },
];
