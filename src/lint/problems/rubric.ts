import type { DiagnosticFacts, Words } from "../../yaml/diagnostic.ts";
import { type ParserProblems, quotable } from "./problem.ts";

declare module "../../yaml/diagnostic.ts" {
  interface DiagnosticFacts {
    "scale/levels": {
      readonly scale: string;
      readonly problem: "values" | "points" | "names" | "reserved" | "count" | "clash";
    };
    "scale/anchors-missing": { readonly criterion: string; readonly level: string };
    "question/words": { readonly criterion: string; readonly given: boolean };
    "question/kind": {
      readonly criterion: string;
      readonly problem:
        | "no-scale"
        | "no-choices"
        | "choices-elsewhere"
        | "of-levels"
        | "some-points";
    };
    "rubric/lacks": { readonly lacks: readonly ("steps" | "bands" | "citations")[] };
    "weight/range": { readonly found: string };
    "bands/gaps": {
      readonly problem: "start" | "order" | "range" | "mixed" | "start-points" | "range-points";
    };
    "result/unclear": {
      readonly problem: "words" | "sum-points" | "twice" | "empty";
      readonly part: string;
    };
    /** `stop`: where `level` is the second of two, and not above the first. */
    "must/impossible": { readonly level: string; readonly stop?: string };
    "must/can-skip": { readonly criterion: string };
    "next/missing": { readonly criterion: string; readonly level: string };
  }
}

const SCALE_PROBLEMS = {
  values: {
    says: "has values that do not rise from 0 to 1.",
    fix: "Give every level a value, the first 0 and the last 1, each above the one before. Or give none.",
  },
  points: {
    says: "has points that do not rise, or stand at some levels only, or beside values.",
    fix: "Give every level its points, each more than the one before, and no value. Or give none.",
  },
  names: { says: "has two levels with the same name.", fix: "Give each level a name of its own." },
  count: {
    says: "does not have two to seven levels.",
    fix: "With one level there is nothing to choose. With more than seven people cannot keep them apart.",
  },
  clash: {
    says: "has a level whose name, typed in a workshop, means something else.",
    fix: "Name all its levels by one figure each, such as 0 to 4. Or give this one a name that is no number, no single letter and no word such as skip.",
  },
  reserved: {
    says: "has a level whose id already means something else.",
    fix: "Choose another id. These are taken: unsure, not-applicable, skipped, differ, votes, none.",
  },
} as const;

const BAND_PROBLEMS: Readonly<Record<DiagnosticFacts["bands/gaps"]["problem"], Words>> = {
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
  mixed: {
    says: "Some of these bands begin at a share, and some at points, or one at neither or both.",
    fix: "Give every band  from:  with a share, or every band  points:  with the points of the total.",
  },
  "start-points": {
    says: "The lowest band does not begin at the least total there is.",
    fix: "Write the total that all the lowest levels come to.",
  },
  "range-points": {
    says: "This band begins above the highest total there is, so nobody can reach it.",
    fix: "Write points that the answers can come to.",
  },
};

const RESULT_PROBLEMS: Readonly<
  Record<DiagnosticFacts["result/unclear"]["problem"], (part: string) => Words>
> = {
  words: () => ({
    says: "Results are said in words here, and there are no bands to name them.",
    fix: "Add  bands:  or say  show: percent.",
  }),
  "sum-points": () => ({
    says: "Bands that begin at points name a total, and nothing is added up here.",
    fix: "Say  headline: sum,  or let the bands begin at shares with  from:",
  }),
  twice: (part) => ({
    says: `The section "${part}" stands in two parts.`,
    fix: "Leave it in one of them, so that it counts once.",
  }),
  empty: (part) => ({
    says: `The part "${part}" has neither sections nor smaller parts, or has both.`,
    fix: "List its  sections:  or its  parts:",
  }),
};

const KIND_PROBLEMS: Readonly<Record<DiagnosticFacts["question/kind"]["problem"], Words>> = {
  "no-scale": {
    says: "is answered by a level, and has no scale.",
    fix: "Give it or its section a  scale:  or say how it is answered with  kind:",
  },
  "no-choices": { says: "is answered by choices, and has none.", fix: "List them under  choices:" },
  "choices-elsewhere": {
    says: "has choices, and is not answered by them.",
    fix: "Say  kind: choices,  or take the choices out.",
  },
  "of-levels": {
    says: "has no levels, and this belongs to questions with levels.",
    fix: "Take it out, or take  kind:  out.",
  },
  "some-points": {
    says: "has points at some of its choices only.",
    fix: "Give each of them points, 0 where one adds nothing. Or give none.",
  },
};

const LACKS = {
  steps: "next steps, so the plan says what the next level is in the rubric's own words",
  bands: "bands, so a result is a number without a name",
  citations: "sources under its questions, so the plan cannot say where they come from",
} as const;

/** About the sense of a rubric. */
export const RUBRIC_PROBLEMS = {
  "scale/levels": {
    severity: "error",
    about: {
      what: "A scale with fewer than two or more than seven levels, whose values do not rise from 0 to 1, with two levels of one name, or with a level called like an answer that already means something else.",
      why: "An answer could mean two things.",
      host: "rubric",
      bad: 'scales:\n  check:\n    «- { id: "no", name: "Same", means: Nothing to show. }\n    - { id: "yes", name: "Same", means: Something to show. }»',
      good: 'scales:\n  check:\n    - { id: "no", name: "No", means: Nothing to show. }\n    - { id: "yes", name: "Yes", means: Something to show. }',
    },
    words: ({ scale, problem }) => ({
      says: `The scale "${scale}" ${SCALE_PROBLEMS[problem].says}`,
      fix: SCALE_PROBLEMS[problem].fix,
    }),
  },
  "scale/anchors-missing": {
    severity: "error",
    about: {
      what: "A level without words, neither in the question nor in the scale.",
      why: "People could not tell what they say with it.",
      host: "rubric",
      bad: 'scales:\n  check:\n    - { id: "no", name: "No", means: Nothing to show. }\n    - { id: "yes", name: "Yes" }',
      good: 'scales:\n  check:\n    - { id: "no", name: "No", means: Nothing to show. }\n    - { id: "yes", name: "Yes", means: Something to show. }',
    },
    words: ({ criterion, level }) => ({
      says: `"${criterion}" has no words for the level "${level}".`,
      fix: "Say what people would see at that level.",
    }),
  },
  "question/words": {
    severity: "error",
    about: {
      what: "A question with neither `asks` nor `says`, or with both.",
      why: "People have to know whether they answer a question or place a statement.",
      host: "criterion",
      bad: "id: «both»\nasks: Do we listen?\nsays: We listen.",
      good: "asks: Do we listen?",
    },
    words: ({ criterion, given }) => ({
      says: given
        ? `"${criterion}" asks a question and says a statement.`
        : `"${criterion}" has no words.`,
      fix: "Give it  asks:  with a question, or  says:  with a statement.",
    }),
  },
  "question/kind": {
    severity: "error",
    about: {
      what: "A question that has not what its `kind` needs, or has what belongs to another kind: choices without `kind: choices`, a scale or a must-have where the answer is free text, points at some choices only.",
      why: "Nobody could say how it is answered, or what the answer counts.",
      host: "criterion",
      bad: "kind: «choices»",
      good: "asks: Do we talk openly about who holds power?",
    },
    words: ({ criterion, problem }) => ({
      says: `"${criterion}" ${KIND_PROBLEMS[problem].says}`,
      fix: KIND_PROBLEMS[problem].fix,
    }),
  },
  "rubric/lacks": {
    severity: "warning",
    about: {
      what: "A rubric without next steps, without bands, or without sources under its questions.",
      why: "An instrument of somebody else's often has none, and works all the same. The plan has less to say then.",
      host: "rubric",
      bad: 'coprod: «rubric/1»\nsections:\n  - id: equality\n    kind: principle\n    title: Equality\n    why: People with lived experience speak last.\n    scale: check\n    criteria:\n      - { id: paid, asks: "Do we pay people?" }',
      good: 'sections:\n  - id: equality\n    kind: principle\n    title: Equality\n    why: People with lived experience speak last.\n    scale: check\n    criteria:\n      - { id: paid, asks: "Do we pay people?", from: { talk: [Money] }, next: { "yes": { do: Talk about it first., first: Put it on the list., effort: small, who: Chair, sign: The notes say so. } } }',
    },
    words: ({ lacks }) => ({
      says: `This rubric has no ${lacks.map((each) => LACKS[each]).join("; it has no ")}.`,
      fix: "That is fine for an instrument that has none. Otherwise add them.",
    }),
  },
  "weight/range": {
    severity: "error",
    about: {
      what: "A weight that is not a number above 0.",
      why: "A question that counts nothing need not be asked.",
      host: "criterion",
      bad: "weight: «0»",
      good: "weight: 2",
    },
    words: ({ found }) => ({
      says: `A weight of ${quotable(found)} does not work. A weight is a number above 0.`,
      fix: "Write a number above 0, or take the weight out: it is then 1.",
    }),
  },
  "bands/gaps": {
    severity: "error",
    about: {
      what: "Bands that do not start at 0, do not rise, or start above 1.",
      why: "Some results would have no name.",
      host: "rubric",
      bad: "bands:\n  - { id: low, name: Just starting, from: «1/4», means: It is early. }",
      good: "bands:\n  - { id: low, name: Just starting, from: 0, means: It is early. }",
    },
    words: ({ problem }) => BAND_PROBLEMS[problem],
  },
  "result/unclear": {
    severity: "error",
    about: {
      what: "Results that are to be said in words without bands that name them, bands at points where nothing is added up, a part without sections, or a section in two parts.",
      why: "The same answers could be said to come to two results, or to none.",
      host: "rubric",
      bad: "parts:\n  - { id: «whole», title: All of it }",
      good: "show: percent",
    },
    words: ({ problem, part }) => RESULT_PROBLEMS[problem](part),
  },
  "must/impossible": {
    severity: "error",
    about: {
      what: "A must-have at the lowest level, or of two levels the second not above the first.",
      why: "Everybody meets it, so it protects nobody.",
      host: "criterion",
      bad: 'must: «"no"»',
      good: 'must: "yes"',
    },
    words: ({ level, stop }) =>
      stop === undefined
        ? {
            says: `A must-have at "${level}" is met by everybody: it is the lowest level.`,
            fix: "Name a higher level, or take the must-have out.",
          }
        : {
            says: `What has to be put right below "${level}" has stopped before: that level is not above "${stop}".`,
            fix: "Name a level above the one below which everything stops.",
          },
  },
  "must/can-skip": {
    severity: "error",
    about: {
      what: "A must-have that a group may leave out as not applicable.",
      why: "What has to be there to keep people from harm cannot be optional.",
      host: "criterion",
      bad: 'must: "yes"\nallow-not-applicable: «true»',
      good: 'must: "yes"',
    },
    words: ({ criterion }) => ({
      says: `"${criterion}" is a must-have, so it cannot be left out as "not applicable".`,
      fix: "Take out  allow-not-applicable  or  must.",
    }),
  },
  "next/missing": {
    severity: "warning",
    about: {
      what: "A question with next steps that end below its highest level.",
      why: "A group that sees where it stands needs to see where to go.",
      host: "criterion",
      bad: "next: «{}»",
      good: 'next: { "yes": { do: Talk about power first., first: Put it on the agenda., effort: small, who: Chair, sign: The notes say so. } }',
    },
    words: ({ criterion, level }) => ({
      says: `"${criterion}" has no next step towards the level "${level}".`,
      fix: `Under  next:  add  ${level}:  with do, first, effort, who and sign.`,
    }),
  },
} as const satisfies Partial<ParserProblems>;
