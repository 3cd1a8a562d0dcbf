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
