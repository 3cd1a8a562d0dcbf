import type { ParserRule } from "./parser-rule.ts";

/** About an assessment, and about the comments and settings of lint itself. */
export const ANSWER_RULES: readonly ParserRule[] = [
  {
    name: "answer/unknown-question",
    severity: "error",
    about: {
      what: "An answer or an action for a question that the rubrics do not have.",
      why: "The answer counts nowhere.",
      host: "assessment",
      bad: 'answers:\n  «ours/talked»: { answer: "no" }',
      good: 'answers:\n  ours/talked-about: { answer: "no" }',
    },
  },
  {
    name: "answer/unknown-level",
    severity: "error",
    canFix: true,
    about: {
      what: "An answer or a vote at a level that the question does not have.",
      why: "Nobody can say what it means.",
      host: "assessment",
      bad: "answers:\n  ours/talked-about: { answer: «maybe» }",
      good: "answers:\n  ours/talked-about: { answer: unsure }",
    },
  },
  {
    name: "answer/incomplete",
    severity: "error",
    about: {
      what: "An answer that lacks a part: *differ* without its range, *not-applicable* without a reason, or nothing at all.",
      why: "What the group said cannot be shown.",
      host: "assessment",
      bad: "answers:\n  ours/talked-about: «{ answer: differ }»",
      good: 'answers:\n  ours/talked-about: { answer: differ, from: "no", to: "yes" }',
    },
  },
  {
    name: "answer/vote-count",
    severity: "error",
    about: {
      what: "More votes from a group than people of it were there.",
      why: "Nobody would trust the other numbers.",
      host: "assessment",
      bad: 'people:\n  - { group: lived-experience, name: People with lived experience, present: 2 }\nanswers:\n  ours/talked-about:\n    votes:\n      - { «lived-experience»: { "no": 5 } }',
      good: 'people:\n  - { group: lived-experience, name: People with lived experience, present: 2 }\nanswers:\n  ours/talked-about:\n    votes:\n      - { lived-experience: { "no": 2 } }',
    },
  },
  {
    name: "answer/old-wording",
    severity: "warning",
    about: {
      what: "Answers given to another version of a rubric. Where the file holds the words that were asked, only the answers whose question has other words now.",
      why: "A question may have meant something else when it was answered.",
      host: "assessment",
      bad: "rubrics:\n  - «{ id: ours, file: ours.yaml, version: 0.9.0, hash: sha256-old }»",
      good: "rubrics:\n  - { id: ours, file: ours.yaml }",
    },
  },
  {
    name: "lint/config",
    severity: "error",
    about: {
      what: "A rule in coprod.yaml that cannot be changed, because it finds what makes a file unusable.",
      why: "A rubric that lint lets pass has to work in the room.",
      host: "config",
      bad: "rules:\n  «yaml/syntax»: off",
      good: "rules:\n  plain/latin: off",
    },
  },
  {
    name: "lint/unknown-rule",
    severity: "error",
    about: {
      what: "A comment that would switch off a rule that does not exist.",
      why: "It does nothing, and looks as if it did.",
      host: "criterion",
      bad: "asks: Do we talk openly about who holds power? «# coprod-disable-line plain/long-questoin»",
      good: "asks: Do we talk openly about who holds power?",
    },
  },
  {
    name: "lint/unused-disable",
    severity: "warning",
    about: {
      what: "A comment that switches off something which is not found there.",
      why: "It could hide a fault that comes later.",
      host: "criterion",
      bad: "asks: Do we talk openly about who holds power? «# coprod-disable-line plain/long-question»",
      good: "asks: Do we talk openly about who holds power?",
    },
  },
  {
    name: "lint/needs-reason",
    severity: "error",
    about: {
      what: "A comment that would switch off an error, without a reason after two hyphens. The error stays.",
      why: "The next person cannot tell whether the comment may go.",
      host: "criterion",
      bad: "weight: 0 «# coprod-disable-line weight/range»",
      good: "weight: 1",
    },
  },
];
