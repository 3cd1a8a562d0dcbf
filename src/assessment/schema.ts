import * as z from "zod";
import { date, id, instant, key, monthOrDate, text, version } from "../yaml/fields.ts";
import { ASSESSMENT_FORMAT } from "./format.ts";

const count = z.int().min(0);

const rubricReference = z.strictObject({
  id: id.describe("The rubric's id, such as principles"),
  version: version.exactOptional().describe("Its version when the questions were asked"),
  hash: text.exactOptional().describe("Its fingerprint then; coprod writes it"),
  file: text
    .exactOptional()
    .describe("For a rubric that is not bundled: its path, relative to this file"),
});

const group = z.strictObject({
  group: id.describe("Short name for files, such as staff"),
  name: text.describe("Name of the group that people see"),
  present: count.describe("How many were there; never who"),
  "shown-with": id
    .exactOptional()
    .describe("A larger group to show it with, so that nobody can be picked out"),
  alone: z
    .boolean()
    .exactOptional()
    .describe("Whether a small group said that it is happy to be shown on its own"),
});

const voteRound = z
  .record(id, z.record(id, count))
  .describe("One round: for each group, how many chose each level or unsure");

const response = z.strictObject({
  // Not an id here: a level's name, which people may well write, gets a better answer when the levels are known.
  answer: text
    .exactOptional()
    .describe(
      "The level agreed, or unsure, skipped, not-applicable (with reason) or differ (with from and to)",
    ),
  from: text.exactOptional().describe("With differ: the lowest level that someone chose"),
  to: text.exactOptional().describe("With differ: the highest level that someone chose"),
  reason: text.exactOptional().describe("Why it does not apply"),
  note: text.exactOptional().describe("What was said; no names"),
  evidence: z.array(text).exactOptional().describe("What you could point to"),
  views: z.record(id, text).exactOptional().describe("With differ: what each group says"),
  votes: z.array(voteRound).exactOptional().describe("Votes, one entry a round"),
  unrevealed: voteRound
    .exactOptional()
    .describe("Votes that are typed and not shown yet; coprod writes it, and no score counts it"),
  asked: z
    .strictObject({
      wording: text.describe("The question as it was asked"),
      hash: text.describe("Its fingerprint; coprod writes it"),
      level: text.exactOptional().describe("The words of the level that was chosen"),
    })
    .exactOptional()
    .describe("The question as it stood; coprod writes it"),
  at: instant.exactOptional().describe("When it was answered; coprod writes it"),
});

const action = z.strictObject({
  id: id.describe("Short name for files, such as a1"),
  for: key.exactOptional().describe("The question it answers, such as principles/honest-name"),
  do: text.describe("What to do, in one sentence that starts with a verb"),
  first: text.exactOptional().describe("A first move that takes under an hour"),
  who: text.exactOptional().describe("The role that leads it, such as Chair; never a name"),
  with: text.exactOptional().describe("Who does it with them"),
  by: monthOrDate.exactOptional().describe("A month or a day, such as 2027-03"),
  cost: z.number().min(0).exactOptional().describe("What it costs, in pounds"),
  funded: z.boolean().exactOptional().describe("Whether the money is there"),
  hours: z.number().min(0).exactOptional().describe("How many hours it takes"),
  sign: text.exactOptional().describe("How we will know that it worked"),
  status: z
    .enum(["planned", "doing", "done", "dropped"])
    .exactOptional()
    .describe("How far it is. Left out: planned"),
  why: text.exactOptional().describe("Why it was dropped"),
  note: text.exactOptional().describe("What happened"),
});

const risk = z.strictObject({
  risk: text.describe("What could go wrong"),
  response: text.exactOptional().describe("What we do about it"),
  who: text.exactOptional().describe("The role that watches it"),
});

const planFacts = z.strictObject({
  charity: text.exactOptional().describe("Name of the charity"),
  for: z
    .enum(["decision", "discussion", "information"])
    .exactOptional()
    .describe("What the trustees are asked to do with the plan"),
  meeting: z
    .strictObject({
      name: text.exactOptional().describe("Which meeting, such as Trustees"),
      date: date.exactOptional().describe("Its day, such as 2026-12-12"),
    })
    .exactOptional()
    .describe("The meeting it goes to"),
  decisions: z.array(text).exactOptional().describe("What the trustees are asked to decide"),
  "if-nothing": text.exactOptional().describe("What happens if nothing is decided"),
  risks: z.array(risk).exactOptional().describe("What could go wrong, and what we do about it"),
  "could-not": z
    .array(
      z.strictObject({
        what: text.describe("What people asked for"),
        why: text.describe("Why we cannot do it"),
      }),
    )
    .exactOptional()
    .describe("What people asked for and we cannot do"),
  "feedback-by": date.exactOptional().describe("When everybody hears what was decided"),
  forgotten: z
    .array(text)
    .exactOptional()
    .describe("Questions that the people in the room missed, in their words"),
  review: date.exactOptional().describe("When we look at the plan again"),
  support: text
    .exactOptional()
    .describe("Support and payment that people who took part were offered"),
  interests: text
    .exactOptional()
    .describe("Conflicts of interest, and what we did about them; no names"),
  contact: text.exactOptional().describe("Whom to ask: a role, a telephone number or an address"),
});

const session = z.strictObject({
  began: instant.describe("When the session began"),
  ended: instant.exactOptional().describe("When it ended"),
  how: z
    .enum(["finished", "stopped", "input-ended", "interrupted", "closed", "terminated"])
    .exactOptional()
    .describe("How it ended"),
});

/** An assessment file as coprod writes it and people edit it (`coprod: assessment/1`, DESIGN §2.2). */
export const assessmentSchema = z
  .strictObject({
    coprod: z.literal(ASSESSMENT_FORMAT).describe("What this file is"),
    title: text.describe("Title that people see, such as River House, November 2026"),
    covers: text.exactOptional().describe("The whole organisation, or one project"),
    started: date.exactOptional().describe("The day it began"),
    rubrics: z.array(rubricReference).min(1).describe("What was asked"),
    people: z.array(group).exactOptional().describe("Who took part: counts, never names"),
    answers: z
      .record(key, response)
      .exactOptional()
      .describe("Answers by question, such as principles/honest-name"),
    actions: z.array(action).exactOptional().describe("Who does what, by when"),
    plan: planFacts.exactOptional().describe("What the paper for trustees says"),
    sessions: z.array(session).exactOptional().describe("When people met; coprod writes it"),
  })
  .describe("A coprod assessment: what people answered, and what they agreed to do");

/** Answers to take over: an assessment of which any part may be left out. */
export const answersSchema = assessmentSchema.partial();

export type AnswersFile = z.infer<typeof answersSchema>;
export type AssessmentFile = z.infer<typeof assessmentSchema>;
export type Group = z.infer<typeof group>;
export type Response = z.infer<typeof response>;
export type VoteRound = z.infer<typeof voteRound>;
export type Action = z.infer<typeof action>;
export type PlanFacts = z.infer<typeof planFacts>;
export type Session = z.infer<typeof session>;
export type RubricReference = z.infer<typeof rubricReference>;
