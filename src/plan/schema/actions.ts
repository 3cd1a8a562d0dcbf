import * as z from "zod/mini";
import { ACTIONS_FORMAT } from "../../util/formats.ts";
import { described } from "../../yaml/fields.ts";
import { datedFact, day, fact, words, wordsList } from "./parts.ts";

/** What a program reckons with, beside the words. */
const actionData = {
  amount: described(z.nullable(z.number()), "What it costs, in pounds"),
  funded: described(z.nullable(z.boolean()), "Whether the money is there"),
  hours: described(z.nullable(z.number()), "How many hours it takes"),
  effort: described(z.nullable(z.enum(["small", "medium", "large"])), "How much work it is"),
  status: described(z.enum(["planned", "doing", "done", "dropped"]), "How far it is"),
  helped: described(
    z.nullable(z.enum(["yes", "partly", "no", "too-early"])),
    "Whether it helped, as people say",
  ),
};

const orNull = (about: string) => described(z.nullable(words), about);

/** What `coprod actions --format json` prints. */
export const actionListSchema = z.strictObject({
  coprod: described(z.literal(ACTIONS_FORMAT), "What this is"),
  title: described(words, "Title of the assessment"),
  started: orNull("The day it began"),
  actions: described(
    z.array(
      z.strictObject({
        number: described(words, "Its number, for life"),
        id: described(words, "Its id in the assessment"),
        do: described(words, "What to do"),
        key: orNull("The key of the question it is about"),
        question: orNull("That question"),
        first: orNull("A first move"),
        who: orNull("The role that leads it"),
        with: orNull("Who does it with them"),
        by: described(z.nullable(day), "When it should be done"),
        cost: orNull("What it costs, in words"),
        ...actionData,
        sign: orNull("How we will know that it worked"),
        note: orNull("What happened"),
        why: orNull("Why it was dropped"),
        since: orNull("When it was first agreed, if in an earlier assessment"),
      }),
    ),
    "The actions, in the order of the file",
  ),
});

const section = described(z.nullable(words), "Title of the part its question belongs to");
const reason = described(words, "Why it is in the plan, in one sentence");

export const listedAction = z.strictObject({
  number: described(words, "Its number, the same in every plan; a suggestion has a letter instead"),
  id: described(z.nullable(words), "Its id in the assessment; missing for a suggestion"),
  kind: described(
    z.enum(["fix", "find-out", "talk", "improve", "agreed"]),
    "What called for it: fix, find-out, talk, improve or agreed",
  ),
  title: described(words, "What to do"),
  agreed: described(z.boolean(), "Whether people agreed it; otherwise our answers suggest it"),
  origin: described(words, "The same in words"),
  status: described(words, "How far it is"),
  late: described(z.nullable(words), "That it is late, and since when"),
  reason,
  question: described(
    z.nullable(words),
    "The question it is about; missing where its title has it",
  ),
  section,
  lead: described(fact, "The role that leads it"),
  couldLead: described(z.nullable(words), "A role the rubric suggests; never the owner"),
  alongside: described(fact, "Who does it with the person who leads"),
  finish: described(datedFact, "When it should be done"),
  first: described(fact, "A first move"),
  sign: described(fact, "How we will know that it worked"),
  unsaid: described(z.nullable(words), "What of these is not said yet, in one sentence"),
  brief: described(words, "Who leads it, by when and at what cost, as far as that is said"),
  line: described(words, "Its number, what to do and the same, in one line of a message"),
  effort: described(z.nullable(words), "How much work it is; only for a suggestion"),
  cost: described(z.nullable(words), "What it costs, and whether that is funded"),
  hours: described(z.nullable(words), "How many hours it takes"),
  data: described(
    z.nullable(z.strictObject(actionData)),
    "The same in numbers and short words, for programs; missing for a suggestion",
  ),
  note: described(z.nullable(words), "What happened so far"),
  sources: described(wordsList, "Where it comes from"),
});

export const dueAction = z.strictObject({
  number: described(words, "Its number"),
  title: described(words, "What to do"),
  lead: described(words, "Who leads it, or that nobody does"),
});

export const laterAction = z.strictObject({
  title: described(words, "What to do"),
  reason,
  section,
});

export const finishedAction = z.strictObject({
  title: described(words, "What was to be done"),
  outcome: described(words, "Done or Dropped"),
  what: described(words, "What happened, or the words that this is missing"),
});

export const money = z.strictObject({
  rows: described(
    z.array(
      z.strictObject({
        action: described(words, "The action"),
        cost: described(words, "What it costs, such as £450"),
        funding: described(words, "Whether it is funded; empty where no cost was given"),
        hours: described(words, "How many hours it takes"),
      }),
    ),
    "Each action that costs money or time",
  ),
  totals: described(
    z.array(
      z.strictObject({
        name: described(words, "What is added up, such as Funded or Total"),
        cost: described(words, "The sum of the costs"),
        hours: described(words, "The sum of the hours"),
      }),
    ),
    "The sums, the whole last",
  ),
});

const was = described(words, "Last time");
const now = described(words, "This time");

export const since = z.strictObject({
  first: described(z.boolean(), "True where there is nothing to compare with"),
  summary: described(
    words,
    "What was agreed last time and what came of it, or that this is the first plan",
  ),
  actions: described(
    z.array(
      z.strictObject({
        action: described(words, "What was agreed"),
        outcome: described(words, "How far it is now"),
        what: described(words, "What happened, or the words that this is missing"),
      }),
    ),
    "Each action agreed last time",
  ),
  changes: described(
    z.array(
      z.strictObject({
        title: described(words, "The result, a part, or a barrier"),
        was,
        now,
        change: described(words, "Better, Worse, or why it cannot be said"),
      }),
    ),
    "The result, each part, and barriers that stand elsewhere",
  ),
  moved: described(wordsList, "What is better and what is worse among them, a sentence each"),
  counts: described(wordsList, "How many questions are better, worse, known now and so on"),
  questions: described(
    z.array(
      z.strictObject({
        title: described(words, "Better, Worse, or Known now"),
        list: described(
          z.array(z.strictObject({ question: described(words, "The question"), was, now })),
          "Its questions",
        ),
      }),
    ),
    "Question by question; empty in the summary",
  ),
});
