import { dateText } from "../../../util/dates.ts";
import {
  asSentence,
  capitalised,
  counted,
  listOf,
  quoted,
  rangeWords,
} from "../../../util/words.ts";

const money = {
  notSaid: "Not said",
  isUnfunded: "has no funding yet",
  mayBeFunded: "may or may not be funded",
  costsKnown: (money: string) => `The costs we know come to ${money}`,
  allFunded: (total: string) => `${total}, all of it funded.`,
  ofWhich: (total: string, rest: string) => `${total}, of which ${rest}.`,
  agreedActions: (count: number) =>
    count === 1 ? "The agreed action" : `The ${count} agreed actions`,
  noCosts: "We have not said yet what the agreed actions cost.",
  cost: (these: string, count: number, money: string) =>
    `${these} cost${count === 1 ? "s" : ""} ${money}`,
  allThere: "all of it is there",
  isThere: "is there",
  noneThere: "none of it is there yet",
  isNotThere: "is not there yet",
  isThereUnsaid: "we have not said if it is there",
  mayBeThere: "may be there or not",
  unsaidFor: (actionNumbers: string, cost: string) =>
    `We have not said what ${actionNumbers} ${cost}.`,
  funded: "Funded",
  unfunded: "No funding yet",
  fundingUnsaid: "Funding not said",
  total: "Total",
};

const actions = {
  noLead: "No one is leading this yet.",
  noDate: "No date yet.",
  noFirst: "We have not chosen a first step yet.",
  noSign: "We have not said how we will know yet.",
  noCompany: "We have not said who will work on it with them yet.",
  finished: {
    done: { outcome: "Done", missing: "We have not written down what came of it." },
    dropped: { outcome: "Dropped", missing: "We have not said why." },
  } as const,
  effort: {
    small: "A small piece of work",
    medium: "A medium piece of work",
    large: "A large piece of work",
  } as const,
  saidLater: [
    ["who", "who leads it"],
    ["with", "who does it with them"],
    ["by", "by when"],
    ["first", "the first step"],
    ["sign", "how we will know"],
  ] as const,
  none: "There are no actions yet.",
  onlyAgreed: (agreed: number) => `We agreed ${counted(agreed, "action")}.`,
  onlySuggested: (suggested: number) =>
    `Our answers suggest ${counted(suggested, "action")}. Nobody has agreed to any of them yet.`,
  agreedAndSuggested: (agreed: number, suggested: number) =>
    `We agreed ${counted(agreed, "action")}. Our answers suggest ${suggested} more, which nobody has agreed to yet.`,
  moreSteps: (count: number) => (count === 1 ? "1 more step" : `${count} more steps`),
  waiting: (steps: string) =>
    `Our answers point to ${steps}, under “What can wait” in the appendix.`,
  lateOnes: (actionNumbers: string) => `Late: ${actionNumbers}.`,
  putOff: " We put this off.",
  saidNo: " We talked about this and said no.",
  saidNoBecause: (why: string) => ` We talked about this and said no: ${asSentence(why)}`,
  oneIdea: (missing: string, idea: string) => `${missing} One idea: ${idea}`,
  fromAnswers: "Suggested by our answers",
  fromWorkshop: "Agreed in the workshop",
  wasDue: (by: string) => `Late: it was due by ${dateText(by)}.`,
  unsaid: (missing: string) => `We have not said yet: ${missing}.`,
  noLeadYet: "no lead yet",
  noDateYet: "no date yet",
  by: (by: string) => `by ${dateText(by)}`,
  notAgreed: "Not agreed yet",
  underWay: "Under way",
  planned: "Planned",
  fundingUnsaid: "we have not said if it is funded",
  unfunded: "no funding yet",
};

const since = {
  notEnough: "Not enough answers to say",
  titles: [
    ["better", "Better"],
    ["worse", "Worse"],
    ["learning", "Known now, and not known before"],
  ] as const,
  outcomes: {
    done: { outcome: "Done", missing: "We have not written down what came of it." },
    dropped: { outcome: "Dropped", missing: "We have not said why." },
    doing: { outcome: "Under way", missing: "It is in this plan too." },
    planned: { outcome: "Not started", missing: "It is in this plan too." },
    gone: { outcome: "Not in this plan", missing: "We have not written down what happened." },
  } as const,
  counted: [
    ["done", "is done", "are done"],
    ["doing", "is under way", "are under way"],
    ["planned", "has not started", "have not started"],
    ["dropped", "was dropped", "were dropped"],
    [
      "gone",
      "is not in this plan, and we have not written down what happened",
      "are not in this plan, and we have not written down what happened",
    ],
  ] as const,
  firstPlan: "This is our first plan, so there is nothing to compare.",
  startedOn: (started: string) => `, started on ${dateText(started)}`,
  comparedWith: (title: string, began: string, summary: string) =>
    `We compare with “${title}”${began}. ${summary}`,
  /** `whose`: the title of the questions, where others have a result of another kind. */
  howReady: (whose: string | null) =>
    whose === null ? "How ready we are" : `How ready we are, in ${quoted(whose)}`,
  standingMoved: (title: string, was: string, now: string, change: string) =>
    `${title}. Was: ${was}. Now: ${now}. ${asSentence(change)}`,
  needsMore: "It needs more",
  needsLess: "It needs less",
  notCompared: "Not compared",
  newlyKnown: "known now that were not known before",
  theSame: "the same",
  tooOpen: "too open to tell",
  noLongerAsked: "no longer asked",
  askedOtherwise: "asked in another way now",
  askedTheSame: (count: number, worded: string) =>
    count === 0
      ? "No question was asked the same way both times."
      : `Of ${counted(count, "question")} asked the same way both times: ${worded}.`,
  leftOut: (worded: string) => `Not compared: ${worded}.`,
  notKnown: "We did not know",
  levelsGone: "Given to levels that are no longer there",
  notAsked: "Not asked",
  didNotApply: "Did not apply",
  nothingBetter: "No change for the better is seen.",
  questionMoved: (asks: string, was: string, now: string) =>
    `${quoted(asks)} Was: ${was}. Now: ${now}.`,
  notReady: (numbers: string) =>
    `This plan is not ready yet. We have not said what became of ${numbers} of last time.`,
  noActions: "We agreed no actions then.",
  agreedThen: (count: number, parts: readonly string[]) =>
    `We agreed ${counted(count, "action")} then: ${listOf(parts)}.`,
};

const suggestions = {
  findOutSeveral: (count: number) => `Find out ${counted(count, "thing")} that we do not know yet`,
  shareQuestions:
    "Share the questions out, so that two people look into each. One has lived experience.",
  canAnswerAll: "We can answer each question and say how we know.",
  answerTogether: (asks: string) => `Answer together: ${quoted(asks)}`,
  putToGroup: "Put this question to the group at the next meeting.",
  canLiveWith: "We have an answer that everyone in the room can live with.",
  findOut: (asks: string) => `Find out: ${quoted(asks)}`,
  askWhoKnows: "Ask the people who would know best, starting with people with lived experience.",
  lookFor: (lookFor: string) => `Look for this: ${quoted(lookFor)}`,
  canAnswer: "We can answer the question and say how we know.",
  talkAgain: (asks: string) => `Talk again about: ${quoted(asks)}`,
  hearEachSide: "Hear from each side in turn, starting with people with lived experience.",
  sidesUnderstand: "Each side can say how the other sees it, and we have agreed what to try.",
  getTo: (levelName: string, asks: string) => `Get to ${quoted(levelName)}: ${asks}`,
  makeSo: (names: readonly string[]) => `Make one more of these so: ${listOf(names)}`,
  canChoose: (asks: string) => `We can choose it when we are asked again: ${asks}`,
  mustNotMet: (needed: string, weSaid: string) => `This is a must-have: ${needed}, and ${weSaid}.`,
  mustUnknown: (whyUnknown: string) => `This is a must-have, and ${whyUnknown}.`,
  putRight: (level: string, weSaid: string) =>
    `This has to be put right: it needs at least ${level}, and ${weSaid}.`,
  severalMusts: (count: number) =>
    `These are ${count} must-haves, and we do not know yet whether they are met.`,
  severalUnknown: (count: number) =>
    `We asked these ${count} questions and do not know the answers.`,
  agreedTogether: "We agreed this together.",
  agreedAboutIt: (weSaid: string) => `${capitalised(weSaid)}, and we agreed to do this about it.`,
  saidWords: (words: string) => `we said ${quoted(words)}`,
  answersRun: (low: string, high: string) => `our answers run from ${low} to ${high}`,
  votesSay: (ends: readonly [string, string]) => `our votes say ${rangeWords(ends)}`,
  saidLevel: (low: string) => `we said ${low}`,
  needsLeast: (levelName: string) => `it needs at least ${quoted(levelName)}`,
  otherLevels: "its levels are others since we answered it",
  notAnswered: "we have not answered it yet",
  notAgreed: "we do not agree whether we do it",
  votesOpen: "our votes leave it open",
  notKnown: "we do not know whether we do it",
  disagree: (weSaid: string) => `We do not agree: ${weSaid}.`,
  votesSplit: "Our votes are split: many of us chose a low level, and many a high one.",
  middleVote: (name: string, middleVote: string) => `the middle vote of ${name} was ${middleVote}`,
  groupsDiffer: "Groups see this differently.",
  groupsDifferSo: (groups: readonly string[]) => `Groups see this differently: ${listOf(groups)}.`,
  votedAndOpen: "We voted on this, and our votes leave the answer open.",
  whichOf: (open: number) => (open === 1 ? "the only one" : `one of ${open}`),
  askedAndUnknown: (which: string, title: string) =>
    `We asked this and do not know. It is ${which} about ${quoted(title)} that we could not answer.`,
  areWeakest: "are weakest",
  seemWeakest: "seem weakest",
  whereWeakest: (title: string, weakest: string) =>
    `on a question about ${quoted(title)}, where we ${weakest}`,
  clearStep: (weSaid: string) => `${capitalised(weSaid)}, and there is a clear next step.`,
  helpsWith: (barriersEased: string) => `, and this helps with ${barriersEased}`,
  toActOn: (titles: readonly string[], barriers: string) =>
    `${listOf(titles)}, ${barriers} to act on first`,
};

const timeline = {
  noDate: "No date yet",
  late: "Late",
  soon: (soon: string) => `In the next 90 days, by ${dateText(soon)}`,
  by: (end: string) => `By ${dateText(end)}`,
};

export const actionWords = { money, actions, since, suggestions, timeline };
