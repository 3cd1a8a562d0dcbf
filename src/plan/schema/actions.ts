import * as z from "zod";
import { datedFact, fact, list, words } from "./parts.ts";

const section = words.nullable().describe("Title of the part its question belongs to");
const reason = words.describe("Why it is in the plan, in one sentence");

export const action = z.strictObject({
  number: words.describe("Its number in this plan"),
  id: words.nullable().describe("Its id in the assessment; missing for a suggestion"),
  kind: z
    .enum(["fix", "find-out", "talk", "improve", "agreed"])
    .describe("What called for it: fix, find-out, talk, improve or agreed"),
  title: words.describe("What to do"),
  agreed: z.boolean().describe("Whether people agreed it; otherwise our answers suggest it"),
  origin: words.describe("The same in words"),
  status: words.describe("How far it is"),
  late: words.nullable().describe("That it is late, and since when"),
  reason,
  question: words.nullable().describe("The question it is about; missing where its title has it"),
  section,
  lead: fact.describe("The role that leads it"),
  couldLead: words.nullable().describe("A role the rubric suggests; never the owner"),
  alongside: fact.describe("Who does it with the person who leads"),
  finish: datedFact.describe("When it should be done"),
  first: fact.describe("A first move"),
  sign: fact.describe("How we will know that it worked"),
  effort: words.nullable().describe("How much work it is; only for a suggestion"),
  cost: words.nullable().describe("What it costs, and whether that is funded"),
  hours: words.nullable().describe("How many hours it takes"),
  note: words.nullable().describe("What happened so far"),
  sources: list.describe("Where it comes from"),
});

export const laterAction = z.strictObject({
  title: words.describe("What to do"),
  reason,
  section,
});

export const finishedAction = z.strictObject({
  title: words.describe("What was to be done"),
  outcome: words.describe("Done or Dropped"),
  what: words.describe("What happened, or the words that this is missing"),
});

export const money = z.strictObject({
  rows: z
    .array(
      z.strictObject({
        action: words.describe("The action"),
        cost: words.describe("What it costs, such as £450"),
        funding: words.describe("Whether it is funded; empty where no cost was given"),
        hours: words.describe("How many hours it takes"),
      }),
    )
    .describe("Each action that costs money or time"),
  totals: z
    .array(
      z.strictObject({
        name: words.describe("What is added up, such as Funded or Total"),
        cost: words.describe("The sum of the costs"),
        hours: words.describe("The sum of the hours"),
      }),
    )
    .describe("The sums, the whole last"),
});

const was = words.describe("Last time");
const now = words.describe("This time");

export const since = z.strictObject({
  first: z.boolean().describe("True where there is nothing to compare with"),
  summary: words.describe(
    "What was agreed last time and what came of it, or that this is the first plan",
  ),
  actions: z
    .array(
      z.strictObject({
        action: words.describe("What was agreed"),
        outcome: words.describe("How far it is now"),
        what: words.describe("What happened, or the words that this is missing"),
      }),
    )
    .describe("Each action agreed last time"),
  changes: z
    .array(
      z.strictObject({
        title: words.describe("The result, a part, or a barrier"),
        was,
        now,
        change: words.describe("Better, Worse, or why it cannot be said"),
      }),
    )
    .describe("The result, each part, and barriers that stand elsewhere"),
  moved: list.describe("What is better and what is worse among them, a sentence each"),
  counts: list.describe("How many questions are better, worse, known now and so on"),
  questions: z
    .array(
      z.strictObject({
        title: words.describe("Better, Worse, or Known now"),
        list: z
          .array(z.strictObject({ question: words.describe("The question"), was, now }))
          .describe("Its questions"),
      }),
    )
    .describe("Question by question; empty in the summary"),
});
