import { allOf, capitalised, counted, listOf, quoted, rangeWords } from "../../../util/words.ts";

const words = {
  actions: (numbers: readonly string[]) =>
    `${numbers.length === 1 ? "action" : "actions"} ${listOf(numbers)}`,
  hours: (hours: number) => `${hours} ${hours === 1 ? "hour" : "hours"}`,
  kept: "There is a note about it, which we keep to ourselves.",
};

const answers = {
  notAsked: "Not asked, because of an earlier answer.",
  waits: "Waits, because other barriers come first.",
  disagree: (range: string) => `We do not agree: ${range}.`,
  fromVotes: (range: string) => `${capitalised(range)}, from our votes. We did not agree a level.`,
  notKnown: "We do not know.",
  doesNotApply: "This does not apply to us.",
  later: "Left for later.",
  open: "Not asked yet.",
  wordsThen: (words: string) => ` The words of our answer then: ${quoted(words)}`,
  lookAgain: (then: string) => `Look again: the question has other levels now.${then}`,
};

const groups = {
  livedExperience: "People with lived experience",
  anotherView: "Another view",
  middleVote: (asked: string, middleVote: string) => `${asked}The middle vote was ${middleVote}.`,
  asked: (own: string) => `Asked: ${quoted(own)} `,
  tooSmall: "Some groups are too small for us to show how they voted.",
};

const appendix = {
  inOwnWords: "We answered in our own words.",
  notScored: "Not scored.",
  leftOut: "Left out of every sum.",
  range: (low: string, high: string) => `${low} to ${high}`,
  countsAs: (share: string) => `Counts as ${share}.`,
  countsWithWeight: (share: string, weight: string) =>
    `Counts as ${share}, with a weight of ${weight}.`,
  mustHave: (levelName: string) => `Must-have: at least ${quoted(levelName)}.`,
  isMet: "It is met.",
  isNotMet: "It is not met.",
  cannotSay: "We cannot say yet.",
  putRight: " It has to be put right.",
};

const barriers = {
  doesNotApply: "Does not apply to us",
  tooMany: "Too many of these questions do not apply to us, so we cannot place these.",
  waits:
    "We looked at what is in place where a barrier gets most in our way. We can ask about these too.",
  open: "We cannot place these before we have answered them.",
  notAgreed: "not agreed",
  notKnown: "not known",
  lookAgain: "to look at again",
  notAnswered: "not answered yet",
};

const differences = {
  none: "We recorded no question on which people see it differently.",
  some: (count: number) =>
    `People see ${counted(count, "question")} differently. That is a finding, not a failure.`,
  disagree: (ends: readonly [string, string]) => `We do not agree: ${rangeWords(ends)}.`,
  split: "Our votes are split between low and high levels.",
  spread: "Our votes are spread over several levels.",
  ownWords: "Groups put it in their own words.",
  stepsApart: (steps: number | null) =>
    steps === 1 ? "Groups see this one step apart." : "Groups see this two or more steps apart.",
};

const mustHaves = {
  putRight: (count: number) =>
    ` ${count === 1 ? "One answer has" : `${count} answers have`} to be put right.`,
  none: "These questions have no must-haves.",
  allMet: (all: number) =>
    all === 1 ? "The one must-have is met." : `${capitalised(allOf(all, "must-have"))} are met.`,
  notMet: "not met",
  cannotSay: "we cannot say yet",
  counts: (all: number, counts: string) => `Of ${counted(all, "must-have")}: ${counts}.`,
  atLeast: (name: string) => `At least ${name}.`,
  atLeastMeaning: (name: string, meaning: string) => `At least ${name}: ${meaning}`,
};

const standings = {
  wholeOf: (title: string) => `${title}: all of it`,
  isNew: "New this time.",
  fromOtherQuestions: ", from other questions",
  lastTime: (standing: string, other: string) => `Last time: ${standing}${other}.`,
  notKnown: "we do not know",
  notAgreed: "we do not agree on",
  later: "we left for later",
  lookAgain: "to look at again",
  notAsked: "we have not asked yet",
  noneApplies: "None of its questions applies to us.",
  noneAsked: (count: number, all: string) =>
    count === 1
      ? "We have not asked its one question yet."
      : `We have not asked any of its ${all} yet.`,
  allAnswered: (count: number) =>
    count === 1 ? "We answered its one question." : `We answered ${allOf(count, "question")}.`,
  ofAll: (all: string, parts: readonly string[]) => `Of ${all}: ${listOf(parts)}.`,
};

const summary = {
  inWhose: (ready: string, whose: string) => `${ready}, in ${quoted(whose)}`,
  place: (first: string, all: number) => `${first} of ${all}`,
  placeBetween: (first: string, last: string, all: number) => `${first} to ${last} of ${all}`,
  andMustHaves: (open: number) =>
    open === 0
      ? ""
      : `, and every must-have met (${open} of them ${open === 1 ? "is" : "are"} not, or not surely)`,
  inEveryPrinciple: " in every principle",
  nextName: (name: string, least: string, where: string, haves: string) =>
    `The next name, ${quoted(name)}, needs at least ${least}${where}${haves}.`,
  points: (count: number) => `${count} points`,
  noneFeltKnown: (all: number) => `We cannot say yet which of ${counted(all, "barrier")} we feel.`,
  littleAgainst: (felt: number, acute: number) =>
    felt === 0 ? "" : ` Too little is in place against ${acute === 0 ? "none" : acute} of them.`,
  openOnes: (open: number) => (open === 0 ? "" : ` About ${open} more we cannot say yet.`),
  feltOf: (placed: number, felt: number) =>
    `Of ${counted(placed, "barrier")}, we feel ${felt === 0 ? "none" : felt} strongly.`,
  againstOne: (acute: number) =>
    acute === 1 ? " Too little is in place against it." : " Much is in place against it.",
  withoutLead: (leaderless: number) => (leaderless > 0 ? `${leaderless} with no one leading` : ""),
  withoutDate: (undated: number) => (undated > 0 ? `${undated} with no date` : ""),
  lateOnes: (late: number) => (late > 0 ? `${late} late` : ""),
  gapsAmong: (parts: readonly string[]) => `Among the agreed actions: ${listOf(parts)}.`,
  gapsOfOne: (gaps: number) =>
    gaps === 2
      ? "It has no lead and no date yet."
      : gaps === 1
        ? "Its lead or its date is missing."
        : "",
  isLate: (late: number) => (late === 0 ? "" : "It is late."),
  isDone: "is done",
  areDone: "are done",
  wasDropped: "was dropped",
  wereDropped: "were dropped",
  besides: (parts: readonly string[]) => `Beside these, ${listOf(parts)}.`,
};

const unknowns = {
  noneApplies: "None of the questions applies to us.",
  none: "We have an answer to every question.",
  unsure: (unsure: number) => (unsure === 0 ? "" : `we do not know the answer to ${unsure}`),
  later: (left: number) => (left === 0 ? "" : `we left ${left} for later`),
  lookAgain: (again: number) => (again === 0 ? "" : `we have to look at ${again} again`),
  notAsked: (notAsked: number) => (notAsked === 0 ? "" : `we have not asked ${notAsked} yet`),
  counts: (all: number, parts: readonly string[]) =>
    `Of ${counted(all, "question")}, ${listOf(parts)}.`,
};

export const planAnswerWords = {
  words,
  answers,
  groups,
  appendix,
  barriers,
  differences,
  mustHaves,
  standings,
  summary,
  unknowns,
};
