import { asSentence, counted, listOf, quoted } from "../../../util/words.ts";

/** What is said at the end: what we did together, and the steps that come of it. */
export const ending = {
  agreedTitle: "What we agreed",
  differTitle: "Where we see it differently",
  unknownTitle: "What we do not know yet",
  stepsTitle: "The steps that matter most",
  counts: (agreed: number, all: number) =>
    `We agreed on ${agreed} of ${counted(all, "question")}.${agreed === 0 ? "" : " Thank you for staying with it."}`,
  strong: "What we do best:",
  differ: "We do not agree on these, and the plan says so. That is a finding, not a failure.",
  unknown: "We asked, and nobody could say:",
  left: (count: number) => `${counted(count, "question")} not asked yet, or left for later.`,
  more: (count: number) => `And ${count} more.`,
  from: (from: string, to: string) => `From ${quoted(from)} to ${quoted(to)}.`,
  agreedBefore: (count: number) => `We agreed ${counted(count, "action")} on the way:`,
  readAloud: "Somebody reads this aloud.",
  next: "Enter to go on: ",
  nextHelp: "Press Enter for the next page, type b for the page before, or f to finish.",
  choices: ["Enter go on", "b the page before", "f finish", "q stop for now"],
  toSteps: "Enter for the steps, one by one: ",
  toStepsHelp: "Press Enter to go through the steps one by one, or type f to finish without them.",
  lastTime: (answer: string) => `Last time: ${answer}.`,
} as const;

/** What is said where an action of last time is accounted for. */
export const accounts = {
  title: (number: string, at: number, of: number) =>
    `Action ${number} of last time . ${at} of ${of}`,
  ask: "What became of it?",
  choices: [
    "1 done",
    "2 still on",
    "3 stopped",
    "b back",
    "f leave the rest for now",
    "q stop for now",
  ],
  later: "Press Enter alone to leave it for now. Until it is said, the plan is not ready.",
  helped: (groups: number) =>
    `Did it help? ${groups > 1 ? "Each group says: " : ""}y yes, p partly, n no, e too early to say. Enter leaves it out.`,
  evidence: "What shows it? One line, and no names. Press Enter to leave it out.",
  why: "Why was it stopped? One line for whoever asks later.",
  needsWhy: "Trustees will ask. Type why in one line, or b to go back.",
  prompts: {
    how: "Our choice: ",
    helped: "y, p, n, e or Enter: ",
    evidence: "What shows it: ",
    why: "Because: ",
  },
  helpedOf: (group: string) => `${group}: `,
  wrong: (typed: string) => `${typed} is not one of the choices.`,
  isDone: (number: string) => `Action ${number} is done.`,
  isOn: (number: string) => `Action ${number} is still on.`,
  isStopped: (number: string) => `Action ${number} is stopped.`,
  unsaid: (numbers: readonly string[]) =>
    `We have not said yet what became of ${numbers.length === 1 ? "action" : "actions"} ${listOf(numbers)} of last time.`,
} as const;

/** What is said where a suggested step is agreed, put off or turned down. */
export const steps = {
  title: (letter: string, at: number, of: number) => `Step ${letter} . ${at} of ${of}`,
  why: (reason: string) => `Why: ${reason}`,
  first: (words: string) => `First: ${words}`,
  sign: (words: string) => `How we will know: ${words}`,
  effort: {
    small: "A small piece of work.",
    medium: "A medium piece of work.",
    large: "A large piece of work.",
  },
  ask: "Shall we do this?",
  choices: [
    "1 yes",
    "2 later",
    "3 no",
    "w in our own words",
    "b back",
    "f no more steps",
    "q stop for now",
  ],
  prompt: "Our choice: ",
  help: "Type 1 to do it, 2 to put it off, 3 to say no, w to say it in your own words, b for the step before, or f to leave the other steps.",
  wrong: (typed: string) => `${typed} is not one of the choices. Type 1, 2 or 3.`,
  nothing: "Nothing is chosen yet. Type 1, 2 or 3.",
  agreed: (number: string, words: string) => `Action ${number}: ${asSentence(words)}`,
  isAgreed: (number: string) => `We agreed this. It is action ${number}. Press Enter to go on.`,
  putOff: "Put off. We will offer it again.",
  whyNot: "Why not? One line for whoever asks later. Press Enter to leave it out.",
  because: "Because: ",
  turnedDown: "We said no, and the plan says so.",
  idea: (role: string) => `One idea: ${role}. Type y for that.`,
  askedFirst: (number: string, words: string) =>
    `We ask this first, because action ${number} of last time is done: ${asSentence(words)}`,
} as const;

/** The last words of a talk, however it ended. */
export const closing = {
  votesNotKept: "The votes of the group you were typing are not kept.",
  listNotKept: "The answers to this list were not confirmed, so they are not kept.",
  changeNotKept: "The change of an answer was not confirmed, so the answer stays as it was.",
  notConfirmed: (typed: string) => `"${typed}" was not confirmed, so it is not kept.`,
  thanks: (rest: string) => `Thank you. ${rest}`,
  allChosen: "That is everything you chose for today. You can answer the rest at any time.",
  whole: "That is the whole assessment.",
  open: (count: number) =>
    `${count === 1 ? "1 question or checklist is" : `${count} questions or checklists are`} still to do. You can go on at any time.`,
  saved: (file: string) => `Everything is saved in ${file}`,
  confirmedSaved: (file: string) => `Everything confirmed is saved in ${file}`,
  youConfirmed: (file: string) => `Everything you confirmed is saved in ${file}`,
  stopped: "Stopped.",
  beforeFirst: "Stopped before the first question.",
  atEnd: "Stopped at the end.",
  at: (label: string) => `Stopped at ${label}.`,
  inputEnded: "The input ended.",
  windowClosed: "The window was closed.",
  askedToStop: "We were asked to stop.",
  toMakePlan: "To make the plan:    ",
  toSeeScores: "To see the scores:   ",
  toSeeActions: "To see the actions:  ",
  toCarryOn: "To carry on:         ",
  toReadBack: "To read it back:     ",
  willDo: "What we will do:",
} as const;

/** What is asked of whoever writes the trustees' paper, and how each answer will read on it. */
export const paper = {
  title: "For the trustees' paper",
  offer: (count: number) =>
    `${counted(count, "short question")} help the paper, such as when the trustees meet. They are for whoever writes it, not for the room. Type y to answer them now, or press Enter to finish.`,
  /** Where the rest can be done later. */
  later: (command: string) => `To answer them another time: ${command}`,
  overview: (missing: number) =>
    missing === 0
      ? "Everything is there. Type a number to change one, or press Enter to finish."
      : "Press Enter for those that are missing, or type a number to change one.",
  overviewPrompt: "Enter or a number: ",
  offerPrompt: "y or Enter: ",
  notSaid: "not said yet",
  leaveOut: "Press Enter to leave it out.",
  soFar: (known: string, isList: boolean) =>
    `So far: ${known.replace(/\.$/u, "")}. ${isList ? "What you type is added to it. " : ""}Press Enter to keep it, or type x to take it out.`,
  onPaper: (sentence: string) => `On the paper: ${sentence}`,
  takenOut: "Taken out.",
  dayGone: "That day has gone by already. Type b to change it.",
  helpOffer: "Type y to answer the questions, or press Enter to finish without them.",
  helpFact: "Type your answer, or press Enter to leave it out. Type b for the one before.",
  helpOverview:
    "Press Enter for the questions that are not answered, type the number of one to change it, or q to stop.",
  wrongOffer: (typed: string) =>
    `${typed} is not one of the choices. Type y, or press Enter to finish.`,
  wrongOverview: (typed: string) =>
    `${typed} is not one of the choices. Type a number from the list, or press Enter.`,
  wrongDay: (typed: string, isDay: boolean) =>
    `${isDay ? `There is no such day as ${typed}.` : `We need a day here, and ${typed} is not one.`} Try 12 December 2026 or 12/12/26. Press Enter to leave it out.`,
  wrongPurpose: (typed: string) =>
    `${typed} is not one of the choices. Type 1 for a decision, 2 for discussion or 3 for information.`,
  facts: {
    charity: {
      name: "Charity",
      asks: "What is your charity called?",
      prompt: "Charity: ",
      printed: (value: string) => `Co-production action plan. ${value}.`,
    },
    for: {
      name: "For",
      asks: "What is the paper for? Type 1 for a decision, 2 for discussion or 3 for information.",
      prompt: "1, 2 or 3: ",
      printed: (value: string) => `For: ${value}.`,
    },
    meeting: {
      name: "Meeting",
      asks: "On which day do the trustees meet? For example 12 December 2026.",
      prompt: "Meeting: ",
      printed: (value: string) => `Meeting: ${value}.`,
    },
    decisions: {
      name: "Decide",
      asks: "What do you ask the trustees to decide? Finish the sentence: We ask trustees to ...",
      prompt: "We ask trustees to: ",
      printed: (value: string) => `We ask trustees to: ${value}`,
    },
    "if-nothing": {
      name: "If nothing is done",
      asks: "What happens if nothing is done? One sentence.",
      prompt: "If nothing is done: ",
      printed: (value: string) => `If we do nothing: ${value}`,
    },
    review: {
      name: "Look again",
      asks: "On which day will you look at this plan again? For example 13 May 2027.",
      prompt: "Look again: ",
      printed: (value: string) => `We look at this again on: ${value}.`,
    },
    "feedback-by": {
      name: "Hear back",
      asks: "By which day will everybody who took part hear what came of it?",
      prompt: "Hear back by: ",
      printed: (value: string) => `People who took part hear from us by: ${value}.`,
    },
    support: {
      name: "Support and payment",
      asks: "What support and payment were people who took part offered? One sentence.",
      prompt: "Support: ",
      printed: (value: string) => `Support and payment: ${value}`,
    },
    interests: {
      name: "Conflicts of interest",
      asks: "Did anyone have a conflict of interest, and what did you do about it? One sentence, no names.",
      prompt: "Conflicts: ",
      printed: (value: string) => `Conflicts of interest: ${value}`,
    },
    risks: {
      name: "Risk",
      asks: "What could go wrong? One sentence.",
      prompt: "Risk: ",
      printed: (value: string) => `Risks: ${value}`,
    },
    contact: {
      name: "Contact",
      asks: "Whom can people ask, also for the plan in another form? A role, or the charity's own number or address.",
      prompt: "Contact: ",
      printed: (value: string) => `Need this another way? Ask: ${value}`,
    },
  },
} as const;
