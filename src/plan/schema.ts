import * as z from "zod";
import {
  action,
  barrierClass,
  datedFact,
  day,
  difference,
  fact,
  finishedAction,
  highlight,
  laterAction,
  list,
  money,
  mustHave,
  openQuestions,
  question,
  sinceAction,
  sinceChange,
  sinceQuestions,
  standing,
  words,
  working,
} from "./parts/schema.ts";

export const PLAN_FORMAT = "plan/1";

/** Everything a plan's page can show (`coprod: plan/1`): plain values, in words, ready to be placed. */
export const planSchema = z.strictObject({
  coprod: z.literal(PLAN_FORMAT),
  language: words,
  title: words.describe("Names the page and the printed file"),
  full: z.boolean().describe("False in the summary"),
  audience: z.enum(["trustees", "public"]),
  date: day.nullable(),
  paper: z.strictObject({
    charity: words,
    name: words,
    assessment: words,
    covers: words.nullable(),
    purpose: fact,
    meeting: fact,
    contact: z.strictObject({ text: words, href: words.nullable() }).nullable(),
  }),
  notices: list.describe("What a reader must know before anything else"),
  people: z.strictObject({
    answered: z.array(z.strictObject({ name: words, count: words })),
    missing: words,
  }),
  decide: z.strictObject({
    asks: z.array(z.strictObject({ number: words, text: words })),
    none: words.nullable(),
    ifNothing: fact,
  }),
  short: z.strictObject({
    ready: words,
    why: list,
    counts: list,
    strengths: z.array(highlight),
    gaps: z.array(highlight),
  }),
  since: z.strictObject({
    first: z.boolean().describe("True where there is nothing to compare with"),
    summary: words.describe(
      "What was agreed last time and what came of it, or that this is the first plan",
    ),
    actions: z.array(sinceAction).describe("Each action agreed last time"),
    changes: z
      .array(sinceChange)
      .describe("The result, each part, and barriers that stand elsewhere"),
    counts: list,
    questions: z.array(sinceQuestions).describe("Empty in the summary"),
  }),
  principles: z.array(standing),
  foundations: z.array(standing),
  barriers: z.array(barrierClass),
  mustHaves: z.strictObject({
    summary: words,
    failed: z.array(mustHave),
    unknown: z.array(mustHave),
  }),
  differences: z.strictObject({ summary: words, findings: z.array(difference) }),
  unknowns: z.strictObject({
    summary: words,
    unsure: z.array(openQuestions),
    notAsked: z.array(openQuestions),
  }),
  actions: z.strictObject({
    summary: words,
    late: words.nullable(),
    list: z.array(action),
    waiting: words.nullable().describe("How many more steps can wait, and where they are"),
    later: z.array(laterAction),
    finished: z.array(finishedAction),
    timeline: z.array(z.strictObject({ when: words, actions: words })),
  }),
  money: money.nullable(),
  risks: z.strictObject({
    none: words.nullable(),
    list: z.array(z.strictObject({ risk: words, response: fact, who: fact })),
  }),
  couldNot: z.array(z.strictObject({ what: words, why: words })),
  next: z.strictObject({ review: datedFact, feedback: datedFact }),
  method: z.strictObject({
    rules: list,
    limits: list,
    workings: z.array(working),
    rubrics: z.array(z.strictObject({ title: words, id: words, version: words, hash: words })),
  }),
  glossary: z.array(z.strictObject({ term: words, meaning: words })),
  appendix: z.array(z.strictObject({ title: words, questions: z.array(question) })),
});

export type PlanView = z.infer<typeof planSchema>;
export type Action = PlanView["actions"]["list"][number];
