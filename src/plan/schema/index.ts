import * as z from "zod";
import { PLAN_FORMAT } from "../format.ts";
import { action, finishedAction, laterAction, money, since } from "./actions.ts";
import {
  barrierClass,
  datedFact,
  day,
  difference,
  fact,
  highlight,
  list,
  mustHave,
  namedFact,
  openQuestions,
  question,
  standing,
  words,
  working,
} from "./parts.ts";

/** Everything a plan's page can show (`coprod: plan/1`): plain values, in words, ready to be placed. */
export const planSchema = z.strictObject({
  coprod: z.literal(PLAN_FORMAT).describe("What this is"),
  language: words.describe("The language of the rubric, such as en-GB"),
  title: words.describe("Names the page and the printed file"),
  full: z.boolean().describe("False in the summary"),
  audience: z.enum(["trustees", "public"]).describe("Who reads it: trustees or public"),
  date: day.nullable().describe("The day the plan speaks from"),
  paper: z
    .strictObject({
      charity: words.describe("Name of the charity"),
      name: words.describe("What kind of paper it is"),
      assessment: words.describe("Title of the assessment"),
      covers: words.nullable().describe("The whole organisation, or one project"),
      purpose: fact.describe("Decision, discussion or information"),
      meeting: fact.describe("Which meeting, and its day"),
      ownDay: day.nullable().describe("The day of the plan; missing where it is the meeting's day"),
      contact: z
        .strictObject({
          text: words.describe("A role, a telephone number or an address"),
          href: words.nullable().describe("A link that is safe to follow"),
        })
        .nullable()
        .describe("Whom to ask for another format"),
    })
    .describe("The head of the paper"),
  notices: list.describe("What a reader must know before anything else"),
  people: z
    .strictObject({
      answered: z
        .array(
          z.strictObject({
            name: words.describe("The group"),
            count: words.describe("How many were there; never who"),
          }),
        )
        .describe("Who answered"),
      missing: words.describe("Who was missing"),
    })
    .describe("Who was in the room"),
  decide: z
    .strictObject({
      asks: z
        .array(
          z.strictObject({
            number: words.describe("Its number"),
            text: words.describe("What trustees are asked to decide"),
          }),
        )
        .describe("The decisions asked for"),
      none: words.nullable().describe("That no decision is asked for, and why"),
      ifNothing: fact.describe("What happens if nothing is decided"),
    })
    .describe("What we ask trustees to decide"),
  short: z
    .strictObject({
      ready: words.describe("How ready we are, in the rubric's own words"),
      why: list.describe("Why, a sentence each"),
      counts: list.describe("The page in numbers, a sentence each"),
      strengths: z.array(highlight).describe("What we do well; at most three, or two in a summary"),
      gaps: z
        .array(highlight)
        .describe("The gaps, largest first; at most three, or two in a summary"),
    })
    .describe("The page in a few sentences"),
  since: since.describe("What came of the last plan"),
  principles: z.array(standing).describe("Where we are now"),
  foundations: z.array(standing).describe("What it rests on; does not count towards the result"),
  barriers: z.array(barrierClass).describe("What gets in the way, most pressing first"),
  mustHaves: z
    .strictObject({
      summary: words.describe("How many are met"),
      failed: z.array(mustHave).describe("Those not met"),
      unknown: z.array(mustHave).describe("Those we cannot say yet"),
    })
    .describe("What no charity should do without"),
  differences: z
    .strictObject({
      summary: words.describe("How many there are"),
      findings: z.array(difference).describe("Each question that people see differently"),
    })
    .describe("Where people see it differently"),
  unknowns: z
    .strictObject({
      summary: words.describe("How much we do not know"),
      unsure: z.array(openQuestions).describe("What we asked and do not know"),
      notAsked: z.array(openQuestions).describe("What we have not asked yet"),
      forgotten: list.describe("What people in the room said these questions leave out"),
    })
    .describe("What we do not know"),
  actions: z
    .strictObject({
      summary: words.describe("How many were agreed and how many are suggested"),
      late: words.nullable().describe("Which are late"),
      list: z.array(action).describe("The actions in their order, must-haves first"),
      waiting: words.nullable().describe("How many more steps can wait, and where they are"),
      later: z.array(laterAction).describe("What can wait"),
      finished: z.array(finishedAction).describe("Actions that are done or dropped"),
      timeline: z
        .array(
          z.strictObject({
            when: words.describe("Late, within 90 days, by the end of a quarter, or no date"),
            actions: words.describe("Numbers of the actions due then"),
          }),
        )
        .describe("What is due by when"),
    })
    .describe("What we will do"),
  money: money.nullable().describe("Money and time; missing where nobody gave any"),
  risks: z
    .strictObject({
      none: words.nullable().describe("That no risks are written down"),
      list: z
        .array(
          z.strictObject({
            risk: words.describe("What could go wrong"),
            response: fact.describe("What we will do about it"),
            who: fact.describe("The role that watches it"),
          }),
        )
        .describe("Each risk"),
    })
    .describe("What could go wrong"),
  couldNot: z
    .array(
      z.strictObject({
        what: words.describe("What people asked for"),
        why: words.describe("Why we cannot do it"),
      }),
    )
    .describe("What we could not do"),
  made: z.array(namedFact).describe("How we made this plan"),
  next: z
    .strictObject({
      review: datedFact.describe("When we look at this again"),
      feedback: datedFact.describe("When people who took part hear from us"),
    })
    .describe("What happens next"),
  method: z
    .strictObject({
      rules: list.describe("How answers become results"),
      limits: list.describe("What this plan does not claim"),
      workings: z.array(working).describe("The sum behind each result"),
      rubrics: z
        .array(
          z.strictObject({
            title: words.describe("Its title"),
            id: words.describe("Its id"),
            version: words.describe("Its version"),
            hash: words.describe("Its fingerprint"),
          }),
        )
        .describe("The questions we used"),
    })
    .describe("How each number was reached"),
  glossary: z
    .array(
      z.strictObject({
        term: words.describe("A word"),
        meaning: words.describe("What it means"),
      }),
    )
    .describe("Words on the page that may need explaining"),
  appendix: z
    .array(
      z.strictObject({
        title: words.describe("Title of a part"),
        questions: z.array(question).describe("Its questions, in the order they were asked"),
      }),
    )
    .describe("Every question and answer; empty in the summary"),
});

export type PlanView = z.infer<typeof planSchema>;
export type Action = PlanView["actions"]["list"][number];
