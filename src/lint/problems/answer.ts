import { dateText } from "../../util/dates.ts";
import { listOf } from "../../util/words.ts";
import type { DiagnosticFacts, Words } from "../../yaml/diagnostic.ts";
import { onlyOne, type ParserProblems, quotable, suggestion } from "./problem.ts";

declare module "../../yaml/diagnostic.ts" {
  interface DiagnosticFacts {
    "answer/unknown-question": { readonly key: string; readonly near: readonly string[] };
    "answer/unknown-level": {
      readonly level: string;
      readonly near: readonly string[];
      readonly known: readonly string[];
    };
    "answer/incomplete": {
      readonly key: string;
      readonly problem:
        | "no-text"
        | "no-number"
        | "no-choices"
        | "no-range"
        | "range-order"
        | "not-applicable"
        | "no-reason"
        | "nothing";
    };
    "answer/twice": {
      readonly key: string;
      readonly counts: string;
      readonly others: readonly string[];
    };
    "answer/vote-count": {
      readonly group: string;
      readonly votes: number;
      readonly present: number;
      /** How votes came in from outside the room; undefined for those of the room. */
      readonly from: "sheets" | "form" | "survey" | "room" | undefined;
    };
    /** A rubric that has changed since; or one answer, where the file says how its question was asked, and perhaps the day. */
    "answer/old-wording":
      | { readonly rubric: string; readonly asked: string; readonly now: string }
      | { readonly question: string; readonly on: string | undefined };
  }
}

/** A word processor puts them in the place of straight ones. */
const CURLY = /^[“”„‘’]|[“”‘’]$/u;

const ANSWER_FAULTS: Readonly<Record<DiagnosticFacts["answer/incomplete"]["problem"], Words>> = {
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
  "no-text": {
    says: "is asked for in your own words.",
    fix: "Write  answer: given  and  text:  with the words. Or write  unsure.",
  },
  "no-number": {
    says: "is asked for as a number.",
    fix: "Write  answer: given  and  number:  with the number. Or write  unsure.",
  },
  "no-choices": {
    says: "is asked for as several choices.",
    fix: "Write  answer: given  and  chosen:  with a list of their ids. Or write  unsure.",
  },
  nothing: {
    says: "holds no answer, votes or note.",
    fix: "Add  answer:  or take the question out.",
  },
};

/** About an assessment. */
export const ANSWER_PROBLEMS = {
  "answer/unknown-question": {
    severity: "error",
    about: {
      what: "An answer or an action for a question that the rubrics do not have.",
      why: "The answer counts nowhere.",
      host: "assessment",
      bad: 'answers:\n  «ours/talked»: { answer: "no" }',
      good: 'answers:\n  ours/talked-about: { answer: "no" }',
    },
    meant: ({ near }) => onlyOne(near),
    words: ({ key, near }) => ({
      says: `"${key}" is not a question of this assessment's rubrics.`,
      fix: suggestion(near, []) ?? "Look its name up with  coprod rubric show",
    }),
  },
  "answer/unknown-level": {
    severity: "error",
    about: {
      what: "An answer or a vote at a level that the question does not have.",
      why: "Nobody can say what it means.",
      host: "assessment",
      bad: "answers:\n  ours/talked-about: { answer: «maybe» }",
      good: "answers:\n  ours/talked-about: { answer: unsure }",
    },
    meant: ({ near }) => onlyOne(near),
    words: ({ level, near, known }) => ({
      says: `"${quotable(level)}" is not a level of this question.`,
      fix: CURLY.test(level)
        ? "The quotation marks are those of a word processor. Use straight ones, or none."
        : (suggestion(near, known) ?? "Use one of its levels."),
    }),
  },
  "answer/incomplete": {
    severity: "error",
    about: {
      what: "An answer that lacks a part: *differ* without its range, *not-applicable* without a reason, or nothing at all.",
      why: "What the group said cannot be shown.",
      host: "assessment",
      bad: "answers:\n  ours/talked-about: «{ answer: differ }»",
      good: 'answers:\n  ours/talked-about: { answer: differ, from: "no", to: "yes" }',
    },
    words: ({ key, problem }) => ({
      says: `The answer to "${key}" ${ANSWER_FAULTS[problem].says}`,
      fix: ANSWER_FAULTS[problem].fix,
    }),
  },
  "answer/twice": {
    severity: "warning",
    about: {
      what: "Two questions that share one answer (`same-as`), answered in two ways.",
      why: "Only one of the answers counts: the one to the question at which it is asked.",
      host: "assessment",
      bad: 'rubrics:\n  - { id: principles }\n  - { id: barriers }\nanswers:\n  principles/hear-back: { answer: shared }\n  «barriers/told-what-changed»: { answer: "no" }',
      good: "rubrics:\n  - { id: principles }\n  - { id: barriers }\nanswers:\n  principles/hear-back: { answer: shared }",
    },
    words: ({ key, counts, others }) => ({
      says: `"${key}" asks the same as "${counts}", and has another answer here.${others.length === 0 ? "" : ` So it is with ${listOf(others)}.`}`,
      fix: `The answer to "${counts}" counts, in both places. Take the ${others.length === 0 ? "other one" : "others"} out.`,
    }),
  },
  "answer/vote-count": {
    severity: "error",
    about: {
      what: "More votes from a group than people of it were there.",
      why: "Nobody would trust the other numbers.",
      host: "assessment",
      bad: 'people:\n  - { group: lived-experience, name: People with lived experience, present: 2 }\nanswers:\n  ours/talked-about:\n    votes:\n      - { «lived-experience»: { "no": 5 } }',
      good: 'people:\n  - { group: lived-experience, name: People with lived experience, present: 2 }\nanswers:\n  ours/talked-about:\n    votes:\n      - { lived-experience: { "no": 2 } }',
    },
    words: ({ group, votes, present, from }) =>
      from === undefined
        ? {
            says: `More votes than people: ${votes} from "${group}", with ${present} in the room.`,
            fix: "Correct the votes here, or the number after  present:  under  people:",
          }
        : {
            says: `More votes than people: ${votes} from "${group}", and ${present} of them answered (from: ${from}).`,
            fix: "Correct the votes here, or the number under  voices:",
          },
  },
  "answer/old-wording": {
    severity: "warning",
    about: {
      what: "Answers given to another version of a rubric. Where the file holds the words that were asked, only the answers whose question has other words now.",
      why: "A question may have meant something else when it was answered.",
      host: "assessment",
      bad: "rubrics:\n  - «{ id: ours, file: ours.yaml, version: 0.9.0, hash: sha256-old }»",
      good: "rubrics:\n  - { id: ours, file: ours.yaml }",
    },
    words: oldWordingWords,
  },
} as const satisfies Partial<ParserProblems>;

/** Of a rubric as a whole, or of one answer. */
function oldWordingWords(facts: DiagnosticFacts["answer/old-wording"]): Words {
  if ("question" in facts) {
    const { question, on } = facts;
    return {
      says: `"${question}" was asked under other words${on === undefined ? "" : ` on ${dateText(on)}`}.`,
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
