import * as z from "zod/mini";
import { ASSESSMENT_FORMAT, VOICE_SOURCES } from "../util/formats.ts";
import {
  colour,
  date,
  described,
  id,
  instant,
  key,
  lineOfText,
  linesOfText,
  monthOrDate,
  optional,
  shareId,
  version,
} from "../yaml/fields.ts";

const count = z.int().check(z.gte(0));

const rubricReference = z.strictObject({
  id: described(id, "The rubric's id, such as principles"),
  version: optional(version, "Its version when the questions were asked"),
  hash: optional(lineOfText, "Its fingerprint then; coprod writes it"),
  file: optional(lineOfText, "For a rubric that is not bundled: its path, relative to this file"),
});

const group = z.strictObject({
  group: described(id, "Short name for files, such as staff"),
  name: described(lineOfText, "Name of the group that people see"),
  present: described(count, "How many were there; never who"),
  "shown-with": optional(id, "A larger group to show it with, so that nobody can be picked out"),
  alone: optional(
    z.boolean(),
    "Whether a small group said that it is happy to be shown on its own",
  ),
});

const voteRound = described(
  z.record(id, z.record(id, count)),
  "One round: for each group, how many chose each level or unsure",
);

const voiceSource = z.enum(VOICE_SOURCES);

const outsideVotes = z.strictObject({
  from: described(voiceSource, "How they came in"),
  on: described(date, "The day on which the last of them were added"),
  votes: voteRound,
});

const voice = z.strictObject({
  from: described(voiceSource, "How their answers came in"),
  on: described(date, "The day on which the last of them were added"),
  people: described(z.record(id, count), "How many people of each group answered; never who"),
  salt: optional(lineOfText, "Keeps the marks below from being compared with those of other files"),
  rows: optional(
    lineOfText,
    "Marks of the rows that were added, so that none counts twice; coprod writes it",
  ),
  files: optional(
    z.array(lineOfText),
    "Of files whose rows have no id: how many rows were added, and a mark of their counts",
  ),
});

/** Votes that nobody may read over a shoulder: hidden from a glance, not from somebody who wants to know. */
export function hiddenVotes(round: VoteRound): string {
  return Buffer.from(JSON.stringify(round)).toString("base64url");
}

/** The votes again, also as 0.1 wrote them, in the open; undefined where the text is none of ours. */
export function unhiddenVotes(hidden: string | VoteRound = ""): VoteRound | undefined {
  if (typeof hidden !== "string") return hidden;
  try {
    const found = voteRound.safeParse(JSON.parse(Buffer.from(hidden, "base64url").toString()));
    return found.success ? found.data : undefined;
  } catch {
    return undefined;
  }
}

const response = z.strictObject({
  // Not an id here: a level's name, which people may well write, gets a better answer when the levels are known.
  answer: optional(
    lineOfText,
    "The level agreed, or unsure, skipped, not-applicable (with reason), differ (with from and to), or given (with text, number or chosen)",
  ),
  from: optional(lineOfText, "With differ: the lowest level that someone chose"),
  to: optional(lineOfText, "With differ: the highest level that someone chose"),
  text: optional(linesOfText, "With given: the answer in our own words; no names"),
  number: optional(z.number(), "With given: the number that was asked for"),
  chosen: optional(z.array(lineOfText), "With given: the ids of what was chosen; empty for none"),
  reason: optional(linesOfText, "Why it does not apply"),
  note: optional(linesOfText, "What was said; no names"),
  evidence: optional(z.array(lineOfText), "What you could point to"),
  views: optional(z.record(id, linesOfText), "With differ: what each group says"),
  votes: optional(z.array(voteRound), "Votes, one entry a round"),
  outside: optional(
    z.array(outsideVotes).check(z.minLength(1)),
    "Votes of people who were not in the room, one entry for each way they came in; coprod writes it",
  ),
  unrevealed: optional(
    z.union([
      lineOfText.check(
        z.refine((written) => unhiddenVotes(written) !== undefined, "what coprod wrote"),
      ),
      voteRound,
    ]),
    "Votes that are typed and not shown yet; coprod writes it, and no score counts it",
  ),
  asked: optional(
    z.strictObject({
      wording: described(linesOfText, "The question as it was asked"),
      hash: described(lineOfText, "Its fingerprint; coprod writes it"),
      level: optional(linesOfText, "The words of the level that was chosen"),
    }),
    "The question as it stood; coprod writes it",
  ),
  voted: optional(instant, "When the last votes were shown; coprod writes it"),
  at: optional(instant, "When it was answered; coprod writes it"),
});

/** Whether an action helped, as people say. */
export const helped = z.enum(["yes", "partly", "no", "too-early"]);

const action = z.strictObject({
  id: described(id, "Short name for files, such as a1"),
  for: optional(key, "The question it answers, such as principles/honest-name"),
  do: described(lineOfText, "What to do, in one sentence that starts with a verb"),
  first: optional(lineOfText, "A first move that takes under an hour"),
  who: optional(lineOfText, "The role that leads it, such as Chair; never a name"),
  with: optional(lineOfText, "Who does it with them"),
  by: optional(monthOrDate, "A month or a day, such as 2027-03"),
  cost: optional(z.number().check(z.gte(0)), "What it costs, in pounds"),
  funded: optional(z.boolean(), "Whether the money is there"),
  hours: optional(z.number().check(z.gte(0)), "How many hours it takes"),
  sign: optional(lineOfText, "How we will know that it worked"),
  effort: optional(z.enum(["small", "medium", "large"]), "How much work it is"),
  status: optional(
    z.enum(["planned", "doing", "done", "dropped"]),
    "How far it is. Left out: planned",
  ),
  why: optional(linesOfText, "Why it was dropped"),
  note: optional(linesOfText, "What happened"),
  helped: optional(helped, "Whether it helped, as people say; it never changes an answer"),
  "helped-by": optional(
    z.record(id, helped),
    "What each group says of that, where they do not say the same; coprod writes it",
  ),
  since: optional(
    date,
    "When the assessment began in which it was first agreed, if not in this one",
  ),
  "still-on": optional(
    z.boolean(),
    "Whether we have said in this assessment that an action of an earlier one is still on; coprod writes it",
  ),
  revised: optional(
    count,
    "How often its words, its date or whether it is finished were changed; coprod writes it, and calendars go by it",
  ),
});

const previous = z.strictObject({
  title: described(lineOfText, "Its title"),
  started: optional(date, "The day it began"),
  file: optional(lineOfText, "Its path, relative to this file"),
  actions: optional(count, "The highest number of an action then: no number is given twice"),
});

const suggestion = z.strictObject({
  for: described(key, "The question whose answer suggests it"),
  do: described(lineOfText, "The step, in the words in which it was suggested"),
  said: described(z.enum(["later", "no"]), "Whether we put it off or said no"),
  why: optional(linesOfText, "Why not"),
});

const risk = z.strictObject({
  risk: described(lineOfText, "What could go wrong"),
  response: optional(linesOfText, "What we do about it"),
  who: optional(lineOfText, "The role that watches it"),
});

const planFacts = z.strictObject({
  charity: optional(lineOfText, "Name of the charity"),
  for: optional(
    z.enum(["decision", "discussion", "information"]),
    "What the trustees are asked to do with the plan",
  ),
  meeting: optional(
    z.strictObject({
      name: optional(lineOfText, "Which meeting, such as Trustees"),
      date: optional(date, "Its day, such as 2026-12-12"),
    }),
    "The meeting it goes to",
  ),
  decisions: optional(z.array(lineOfText), "What the trustees are asked to decide"),
  "if-nothing": optional(linesOfText, "What happens if nothing is decided"),
  risks: optional(z.array(risk), "What could go wrong, and what we do about it"),
  "could-not": optional(
    z.array(
      z.strictObject({
        what: described(lineOfText, "What people asked for"),
        why: described(linesOfText, "Why we cannot do it"),
      }),
    ),
    "What people asked for and we cannot do",
  ),
  "feedback-by": optional(date, "When everybody hears what was decided"),
  forgotten: optional(
    z.array(lineOfText),
    "Questions that the people in the room missed, in their words",
  ),
  review: optional(date, "When we look at the plan again"),
  support: optional(linesOfText, "Support and payment that people who took part were offered"),
  interests: optional(linesOfText, "Conflicts of interest, and what we did about them; no names"),
  contact: optional(linesOfText, "Whom to ask: a role, a telephone number or an address"),
  logo: optional(
    lineOfText,
    "A picture for the top of the plan, PNG or JPEG: its path, relative to this file",
  ),
  colour: optional(colour, 'The colour of the charity, for lines and headings, such as "#7a1f5c"'),
});

const session = z.strictObject({
  began: described(instant, "When the session began"),
  ended: optional(instant, "When it ended"),
  how: optional(
    z.enum(["finished", "stopped", "input-ended", "interrupted", "closed", "terminated"]),
    "How it ended",
  ),
  people: optional(
    z.array(group),
    "Who was there on that day, where they were counted; otherwise as at the time before",
  ),
});

/** An assessment file as coprod writes it and people edit it (`coprod: assessment/1`, DESIGN §2.2). */
export const assessmentSchema = described(
  z.strictObject({
    coprod: described(z.literal(ASSESSMENT_FORMAT), "What this file is"),
    id: optional(
      shareId,
      "Stands for the charity in what it shares, and says nothing about it; coprod share makes it once",
    ),
    title: described(lineOfText, "Title that people see, such as River House, November 2026"),
    covers: optional(lineOfText, "The whole organisation, or one project"),
    look: optional(
      z.enum(["quick"]),
      "quick: only the core questions were meant to be asked, so no other is missing. It ends with the first other answer",
    ),
    picked: optional(
      key,
      "The question that the people chose for their quick look, beside the core ones",
    ),
    started: optional(date, "The day it began"),
    previous: optional(previous, "The assessment before this one"),
    rubrics: described(z.array(rubricReference).check(z.minLength(1)), "What was asked"),
    people: optional(z.array(group), "Who took part: counts, never names"),
    voices: optional(
      z.array(voice),
      "Who answered without being in the room, one entry for each way they came in; coprod writes it",
    ),
    answers: optional(
      z.record(key, response),
      "Answers by question, such as principles/honest-name",
    ),
    actions: optional(z.array(action), "Who does what, by when"),
    suggestions: optional(
      z.array(suggestion),
      "Steps that the answers suggest, and that we talked about and did not agree",
    ),
    plan: optional(planFacts, "What the paper for trustees says"),
    sessions: optional(z.array(session), "When people met; coprod writes it"),
  }),
  "A coprod assessment: what people answered, and what they agreed to do",
);

/** Answers to take over: an assessment of which any part may be left out. */
export const answersSchema = z.partial(assessmentSchema);

export type AnswersFile = z.infer<typeof answersSchema>;
export type AssessmentFile = z.infer<typeof assessmentSchema>;
export type Group = z.infer<typeof group>;
export type Response = z.infer<typeof response>;
export type VoteRound = z.infer<typeof voteRound>;
export type Voice = z.infer<typeof voice>;
export type VoiceSource = Voice["from"];
export type Action = z.infer<typeof action>;
export type SuggestionReply = z.infer<typeof suggestion>;
export type PlanFacts = z.infer<typeof planFacts>;
export type Session = z.infer<typeof session>;
export type RubricReference = z.infer<typeof rubricReference>;
