import * as z from "zod/mini";
import { ALL_PLAN_LENGTHS, PLAN_FORMAT } from "../../util/formats.ts";
import { described } from "../../yaml/fields.ts";
import { dueAction, finishedAction, laterAction, listedAction, money, since } from "./actions.ts";
import {
  barrierClass,
  datedFact,
  day,
  difference,
  fact,
  foundation,
  highlight,
  mustHave,
  namedFact,
  openQuestions,
  question,
  scaleName,
  standing,
  words,
  wordsList,
  working,
} from "./parts.ts";

/** Everything a plan's page can show (`coprod: plan/1`): plain values, in words, ready to be placed. */
export const planSchema = z.strictObject({
  coprod: described(z.literal(PLAN_FORMAT), "What this is"),
  language: described(words, "The language of what coprod says, such as en-GB"),
  title: described(words, "Names the page and the printed file"),
  length: described(
    z.enum(ALL_PLAN_LENGTHS),
    "How much it shows: full, summary, poster or message",
  ),
  full: described(z.boolean(), "False in anything shorter"),
  poster: described(z.boolean(), "True on the poster"),
  audience: described(z.enum(["trustees", "public"]), "Who reads it: trustees or public"),
  forPublic: described(z.boolean(), "True for the public: it asks nothing, and nobody signs it"),
  date: described(z.nullable(day), "The day the plan speaks from"),
  paper: described(
    z.strictObject({
      charity: described(words, "Name of the charity"),
      name: described(words, "What kind of paper it is"),
      assessment: described(words, "Title of the assessment"),
      covers: described(z.nullable(words), "The whole organisation, or one project"),
      readers: described(words, "Who may read it, and what it leaves out or shows"),
      purpose: described(fact, "Decision, discussion or information"),
      meeting: described(fact, "Which meeting, and its day"),
      ownDay: described(
        z.nullable(day),
        "The day of the plan; missing where it is the meeting's day",
      ),
      contact: described(
        z.nullable(
          z.strictObject({
            text: described(words, "A role, a telephone number or an address"),
            href: described(z.nullable(words), "A link that is safe to follow"),
          }),
        ),
        "Whom to ask for another format",
      ),
      unnamed: described(
        z.nullable(words),
        "That nobody's name was asked for; missing where something looks like one",
      ),
    }),
    "The head of the paper",
  ),
  notices: described(wordsList, "What a reader must know before anything else"),
  contents: described(
    z.array(
      z.strictObject({
        id: described(words, "Where it is on the page"),
        title: described(words, "What it is called there"),
      }),
    ),
    "The sections after the first page; empty where the plan is short",
  ),
  people: described(
    z.strictObject({
      answered: described(
        z.array(
          z.strictObject({
            name: described(words, "The group"),
            count: described(words, "How many were there; never who"),
          }),
        ),
        "Who answered",
      ),
      missing: described(words, "Who was missing"),
    }),
    "Who was in the room",
  ),
  decide: described(
    z.strictObject({
      asks: described(
        z.array(
          z.strictObject({
            number: described(words, "Its number"),
            text: described(words, "What trustees are asked to decide"),
          }),
        ),
        "The decisions asked for",
      ),
      more: described(z.nullable(words), "How many more there are, where a short plan shows some"),
      none: described(z.nullable(words), "That no decision is asked for, and why"),
      cost: described(
        z.nullable(words),
        "What the agreed actions cost, and how much of it is there; missing for the public",
      ),
      ifNothing: described(fact, "What happens if nothing is decided"),
    }),
    "What we ask trustees to decide",
  ),
  short: described(
    z.strictObject({
      ready: described(words, "How ready we are, in the rubric's own words"),
      place: described(z.nullable(words), "Its place among the names, such as 2nd of 4"),
      scale: described(z.array(scaleName), "All names there are, the lowest first"),
      next: described(z.nullable(words), "What the next name needs"),
      why: described(wordsList, "Why, a sentence each"),
      results: described(
        wordsList,
        "The results of questions that are added up or whose mean is taken, a sentence each, where they are not the result as a whole",
      ),
      counts: described(wordsList, "The page in numbers, a sentence each"),
      strengths: described(
        z.array(highlight),
        "What we do well; at most three, or two in a summary",
      ),
      gaps: described(
        z.array(highlight),
        "The gaps, largest first; at most three, or two in a summary",
      ),
    }),
    "The page in a few sentences",
  ),
  since: described(since, "What came of the last plan"),
  principles: described(z.array(standing), "Where we are now"),
  foundations: described(
    z.array(foundation),
    "What it rests on, by set of questions; does not count towards the result",
  ),
  barriers: described(z.array(barrierClass), "What gets in the way, most pressing first"),
  mustHaves: described(
    z.strictObject({
      summary: described(words, "How many are met"),
      listed: described(z.boolean(), "Whether there is any to list below"),
      failed: described(z.array(mustHave), "Those not met"),
      toRight: described(z.array(mustHave), "Answers that stop nothing, and have to be put right"),
      unknown: described(z.array(mustHave), "Those we cannot say yet"),
      more: described(z.nullable(words), "How many more there are, where a short plan shows some"),
    }),
    "What no charity should do without",
  ),
  differences: described(
    z.strictObject({
      summary: described(words, "How many there are"),
      findings: described(z.array(difference), "Each question that people see differently"),
    }),
    "Where people see it differently",
  ),
  unknowns: described(
    z.strictObject({
      summary: described(words, "How much we do not know"),
      unsure: described(z.array(openQuestions), "What we asked and do not know"),
      notAsked: described(
        z.array(openQuestions),
        "What we have not answered yet: not asked, or left for later",
      ),
      again: described(
        z.array(openQuestions),
        "What we answered at levels that the questions no longer have",
      ),
      forgotten: described(wordsList, "What people in the room said these questions leave out"),
    }),
    "What we do not know",
  ),
  actions: described(
    z.strictObject({
      summary: described(words, "How many were agreed and how many are suggested"),
      late: described(z.nullable(words), "Which are late"),
      agreed: described(z.array(listedAction), "What people agreed, by number"),
      more: described(
        z.nullable(words),
        "How many more are agreed, where a short plan shows some of them",
      ),
      ideas: described(
        z.array(listedAction),
        "What our answers suggest and nobody has agreed, most pressing first",
      ),
      waiting: described(z.nullable(words), "How many more steps can wait, and where they are"),
      later: described(z.array(laterAction), "What can wait"),
      finished: described(z.array(finishedAction), "Actions that are done or dropped"),
      timeline: described(
        z.array(
          z.strictObject({
            when: described(words, "Late, within 90 days, by the end of a quarter, or no date"),
            actions: described(z.array(dueAction), "The agreed actions due then"),
          }),
        ),
        "Which agreed action is due by when",
      ),
    }),
    "What we will do",
  ),
  money: described(z.nullable(money), "Money and time; missing where nobody gave any"),
  risks: described(
    z.strictObject({
      none: described(z.nullable(words), "That no risks are written down"),
      list: described(
        z.array(
          z.strictObject({
            risk: described(words, "What could go wrong"),
            response: described(fact, "What we will do about it"),
            who: described(fact, "The role that watches it"),
          }),
        ),
        "Each risk",
      ),
      more: described(z.nullable(words), "How many more there are, where a short plan shows some"),
    }),
    "What could go wrong",
  ),
  couldNot: described(
    z.array(
      z.strictObject({
        what: described(words, "What people asked for"),
        why: described(words, "Why we cannot do it"),
      }),
    ),
    "What we could not do",
  ),
  made: described(z.array(namedFact), "How we made this plan"),
  next: described(
    z.strictObject({
      review: described(datedFact, "When we look at this again"),
      feedback: described(datedFact, "When people who took part hear from us"),
    }),
    "What happens next",
  ),
  method: described(
    z.strictObject({
      rules: described(wordsList, "How answers become results"),
      limits: described(wordsList, "What this plan does not claim"),
      workings: described(z.array(working), "The sum behind each result"),
      rubrics: described(
        z.array(
          z.strictObject({
            title: described(words, "Its title"),
            id: described(words, "Its id"),
            version: described(words, "Its version"),
            hash: described(words, "Its fingerprint"),
          }),
        ),
        "The questions we used",
      ),
    }),
    "How each number was reached",
  ),
  glossary: described(
    z.array(
      z.strictObject({
        term: described(words, "A word"),
        meaning: described(words, "What it means"),
      }),
    ),
    "Words on the page that may need explaining",
  ),
  appendix: described(
    z.array(
      z.strictObject({
        title: described(words, "Title of a part"),
        questions: described(z.array(question), "Its questions, in the order they were asked"),
      }),
    ),
    "Every question and answer; empty in the summary",
  ),
});

export type PlanView = z.infer<typeof planSchema>;
export type ActionView = PlanView["actions"]["agreed"][number];
