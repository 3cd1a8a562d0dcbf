import { numberOf } from "../../../assessment/actions.ts";
import { waitingWords } from "../../../assessment/felt-most.ts";
import type { Action } from "../../../assessment/schema.ts";
import { dateText } from "../../../util/dates.ts";
import { asSentence, counted } from "../../../util/words.ts";

/** What is said about single questions and checklists. */
export const atQuestions = {
  /** `levels`: what can be written, such as `1, 2, 3, 4 or "not sure"`. */
  onFoldedSlips: (levels: string) =>
    `This one is on folded slips, with no show of cards. Write ${levels}, and fold it.`,
  onFoldedSlipsInShort: "On folded slips, no cards.",
  orWithoutVotes: "Type v to count the slips, or agree on a level without votes.",
  /** `there`: the other question, and what was answered to it. */
  answeredElsewhere: (there: string) => `It comes from another question: ${there}.`,
  askedElsewhere: "Asked in another part, and counted here too:",
  nobodyOwnsASlip: "Nobody has to say what they wrote. Those who wish to speak can say:",
};

/** What is said where the votes of a round are typed. */
export const votes = {
  prompt: (group: string, here: string) => `${group} (${here}): `,
  here: (size: number) => `${size} here`,
  typedEnterKeeps: (size: number, typed: number) =>
    `${size} here, ${typed} typed, Enter keeps them`,
  typed: (size: number, typed: number) => `${size} here, ${typed} typed`,
  choices: {
    none: "Enter no votes",
    nobody: (mark: string) => `${mark} nobody of this group votes`,
    unsure: "u not sure",
    help: "? all choices",
  },
  /** What a line can be before the first vote. */
  commands: {
    levels: "a vote for a level",
    unsure: "a vote for not sure",
    none: "go on without votes",
    nobody: "nobody of this group votes",
  },
  help: (nobody: string) =>
    `Press Enter where some of a group did not vote. Type ${nobody} where nobody of a group votes, b for the group before, x to start again.`,
  tooMany: (typed: number, size: number) =>
    `You typed ${typed} votes. You said ${size} ${size === 1 ? "person is" : "people are"} here. If ${typed} are here now, type y and we will change the number. Type n to type the votes again.`,
  severalInALine: "To type the votes of all groups in one line, put / between them.",
  tooManyHelp: "Type y if more people are here than we counted, or n to type the votes again.",
  sharedAnswer: "No votes here. What is our shared answer?",
  none: "No votes here.",
  nothingTyped: (nobody: string) =>
    `No votes typed. Type the votes of this group, or b for the group before. If nobody of this group votes, type ${nobody}.`,
  kept: "The votes typed so far are kept. Type v to go on with them.",
  takenOut: "The votes of this round are taken out. Type them again.",
  that: "That",
  missing: (group: string, count: number, size: number) => {
    const missing = size - count;
    const one = missing === 1;
    return `${group}: ${count} of ${size}. Type the missing ${one ? "vote" : "votes"}, or press Enter if ${one ? "one person" : `${missing} people`} did not vote.`;
  },
  counted: "The votes are kept as counts. Type z to type them again.",
  nobody: "Nobody voted, so nothing was saved.",
} as const;

/** What is said where we do not agree, and where a question does not apply. */
export const disagreement = {
  between: "Between which levels do our views lie?",
  example: "Type the lowest and the highest, for example 1 3.",
  prompt: "From and to: ",
  wrong: (typed: string) => `${typed} does not say two levels.`,
  help: (range: string) => `Type two numbers from ${range}. Press Enter alone to go back.`,
  askSides:
    "In a few words, how does each side see it? One line for each side. Press Enter alone to leave one out. Please, no names.",
  soFar: (words: string) => `So far: ${words}`,
  saved: "We do not agree, and the plan will say so.",
  sidesHelp:
    "Type how this group sees it, in its own words. Press Enter alone to leave it out, or b for the group before.",
  sides: ["One side", "The other side"],
  anotherSide: "Another side",
  whyNot: "Why does this not apply to us? In a few words:",
  because: "Because: ",
  noReason: "Without a reason the question stays as it was.",
  doesNotApply: "This does not apply to us.",
  whyNotHelp: "Press Enter alone to go back to the question.",
} as const;

/** What is said where the answers to a checklist are read back. */
export const checklist = {
  keep: (again: string) =>
    `Press Enter to keep these, type one line again, such as ${again}, or type all of them again.`,
  forOneLine: "v, w, e, a and t take the number of a line, for example w 3.",
  prompt: "Keep: ",
  wrong: (typed: string) =>
    `${typed} does not fit. Press Enter to keep the answers above, type the line again, or type b to go back.`,
  help: [
    "Press Enter to save these answers.",
    "Type the whole line again to change them.",
    "Type b to go back without saving.",
  ],
  line: (line: number, asks: string) => `Line ${line}: ${asks}`,
  whyNot: "Why does it not apply to us? In a few words:",
  noReason: "Without a reason nothing is saved yet. Type the line again.",
  whyNotHelp:
    "Say in a few words why this line does not apply. Press Enter alone to go back to the list.",
  saved: "This list has its answers.",
} as const;

/** What is said where an answer is taken out. */
export const clear = {
  ask: (answers: number) =>
    answers === 1
      ? "This takes out our answer with its note, its votes and all else we said about it. Actions stay. Take it out?"
      : "This takes out our answers on this list, with their notes, votes and all else we said about them. Actions stay. Take them out?",
  isOut: "The answer is cleared.",
  stays: "Nothing was cleared.",
  help: "Type y to take the answer out, or n to keep it.",
} as const;

/** What is said where somebody goes to another question. */
export const goTo = {
  prompt: "Go to: ",
  /** `barriers`: how to go to the page of all of them, where there is one. */
  help: (barriers: string) =>
    `Type the number of a question, such as 4, or of a checklist, such as c2.${barriers} Type people to count again who is here, or end for the check at the end. Press Enter to stay here.`,
  none: (typed: string) => `There is no question ${typed}.`,
} as const;

/** What is said about several barriers, of which the checklists of those felt most are asked. */
export const barriers = {
  heading: "How much does each of these get in our way?",
  onOnePage: (count: number) => `${count} barriers on one page`,
  prompt: "How much: ",
  mayPass: "You need not speak about your own life. Anyone may pass.",
  howToShow: {
    cards: "Read each line. Everyone shows a number, all at the same time.",
    slips: "Read each line. Everyone writes a number for it, and folds the slip.",
    talk: "Read each line. Talk, and agree on a number.",
  },
  /** For a line of the page. */
  readOne: (line: number) => `Type r ${line} for what the numbers mean at line ${line}.`,
  readInShort: (line: number) => `r ${line} what they mean`,
  readMeaning: (line: number) => `what the numbers mean at line ${line}`,
  voteOne: "Type v to count the votes of the next line.",
  /** `titles`: of those felt most. */
  first: (titles: string) => `Then come the checklists of what we feel most: ${titles}.`,
  /** `alike`: how many are felt as much as the last of those. */
  alike: (alike: number, all: boolean) =>
    all
      ? "We feel all of them the same, so we start with those that stand first."
      : `We feel ${alike} of them the same, so we start with those that stand first.`,
  waiting: waitingWords,
  notCounted: (count: number) =>
    `The checklists of the barriers that are felt most are asked, and ${count} wait: this is the time without those.`,
  waitingToo: (count: number) =>
    count === 1 ? "ask the one that waits too" : "ask those that wait too",
  howToGo: (number: string) => `Type ${number} for the page of all barriers.`,
} as const;

/** What is said where a note or a list of proof is typed, and where a line could point at somebody. */
export const note = {
  help: "Type as many lines as you like. Each one is saved as you press Enter. Press Enter on an empty line to finish.",
  soFar: "The note so far:",
  isAdded: "What you type now is added to it. To take the whole note out, type x.",
  ask: [
    "Type a note: an example, a story, or proof. Paste is fine.",
    "Press Enter on an empty line to finish. Please, no names or health details.",
  ],
  forExample: "For example:",
  listedSoFar: "Listed so far:",
  takeListOut: "To take the whole list out, type x.",
  askEvidence: [
    "What could we show? One thing on each line.",
    "Press Enter on an empty line to finish. Please, no names.",
  ],
  /** `what`: such as `a phone number`. */
  looksLike: (what: string) =>
    `This looks like ${what}. The file is shared and kept, and somebody could be found by it.`,
  orTakeOut: "To take that line out again, type x. Or go on.",
  keepAsIs: "Keep the line as it is?",
  keepAsIsHelp: "Type y to keep the line as it is, or n to type it again.",
  notKept: "It is not kept. Type the line again without it, or press Enter.",
  lineOut: "That line is taken out.",
  nothingToTakeOut: "There is nothing to take out.",
  noteOut: "The note is taken out.",
  listOut: "The list is taken out.",
  nothingAdded: "Nothing was added.",
  noteKept: "The note is kept.",
  listKept: "The list of what we could show is kept.",
  tooLong: (characters: string, isBegun: boolean) => {
    const kept = isBegun ? "The lines before are saved. This one is not" : "This is not saved";
    return `A note can hold ${characters} characters, and this is more. ${kept}, nor is anything up to the next empty line. Press Enter on an empty line to go on.`;
  },
} as const;

/** What is said at a single question. */
export const questionPage = {
  prompt: "Our answer: ",
  chooseOne: (levels: string) => `Type ${levels}, or s to skip.`,
  orSkip: (how: string) => `${how} Or type s to skip.`,
  nothingChosen: (how: string) => `Nothing is chosen yet, and Enter alone does not choose. ${how}`,
  kept: "Your answer is kept for the new wording.",
  answered: (answer: string) => `Our answer: ${answer}`,
  noLevels: (how: string) =>
    `This question has no levels to vote on. ${how} What else was said can go in a note: type w.`,
  toAdd: " To add a note or an action to it, type b.",
  whichOfTwo: (low: string, high: string) =>
    `Which of the two can you all live with? Type ${low} or ${high}. Or type d: we do not agree (${low} to ${high}).`,
  wrong: (typed: string, levels: string) =>
    `${typed} is not one of the choices. Type ${levels}. Type ? for all choices.`,
} as const;

/** What is said at a list of checks, all of which are answered in one line. */
export const listPage = {
  inPlace: "In place: ",
  answers: "Our answers: ",
  kept: "Kept for the new wording.",
  someOpen: "Some lines have no answer yet, and Enter alone does not choose.",
  unknown: (typed: string, noun: string) => `${typed} is not one of the ${noun}s.`,
  count: (typed: number, all: number, noun: string) => `You typed ${typed} of ${all} ${noun}s.`,
  forEverybody: (line: number) =>
    `Line ${line} is for everybody, so it cannot be left out. Type u for not sure.`,
  answered: (line: number, name: string) => `Line ${line}: ${name}.`,
  toTalk: "To talk about:",
  whichLine: (letter: string) =>
    `Which line is it about? Type the letter and the number of the line, for example ${letter} 3.`,
} as const;

/** What is said where an action is written down. */
export const action = {
  prompts: {
    do: "> ",
    who: "Who will make sure it happens? ",
    name: "Enter, or a role: ",
    by: "By when? ",
    "keep-date": "y or n: ",
  },
  help: {
    do: "Type what we will do, in one line. Type the number of an action, such as 1, to change it. Press Enter alone to leave this as it is.",
    who: "Type a role, such as Chair or Volunteer lead. Press Enter to decide later, or type b to change what we will do.",
    name: "Press Enter to keep what you typed, or type a role instead.",
    by: "Type a month or a day, such as March 2027, next month or 31/1/27. Press Enter to decide later, or type b to change who.",
    "keep-date": "Type y to keep this date, or n to type another one.",
  },
  /** Who makes sure that an action happens, and by when: `Chair. By March 2027.` */
  whoAndWhen({ who, by }: Pick<Action, "who" | "by">): string {
    const owner = who === undefined ? "No one to make sure it happens yet." : `${who}.`;
    const date = by === undefined ? "No date yet." : `By ${dateText(by)}.`;
    return `${owner} ${date}`;
  },
  /** `1: Write it down. Chair. By March 2027.` */
  line(each: Action): string {
    return `${numberOf(each.id)}: ${asSentence(each.do)} ${action.whoAndWhen(each)}`;
  },
  roleOrName: (typed: string) =>
    `If "${typed}" is somebody's name, a role is better, such as Chair. Press Enter to keep it, or type a role.`,
  dateExamples: (known: string) => `For example March 2027, next month or 31/1/27. ${known}`,
  keepDate: (date: string) => `${dateRead(date)} Keep it?`,
  ask: "What will we do? One line, or Enter for none.",
  askAbout: "Is there something we will do about this? One line, or Enter for none.",
  changeOne: (id: string) => `To change one of these, type its number, such as ${numberOf(id)}.`,
  known: ({ id, do: what }: { readonly id?: string; readonly do?: string }) => [
    numbered(id, what),
    "Press Enter to keep these words, type others, or type x to take the action out.",
  ],
  filling: ({ id, do: what }: { readonly id?: string; readonly do?: string }) => numbered(id, what),
  soFar: (known: string | undefined) =>
    known === undefined
      ? "Press Enter to decide later."
      : `So far: ${known}. Press Enter to keep it, or type x to take it out.`,
  roles: (group: string | undefined) =>
    group === undefined
      ? "A role, not a name, such as Chair."
      : `A role, not a name, such as Chair, or a group, such as ${group}.`,
  noneAdded: "No action added.",
  dayGone: "That day has gone by already.",
  dateComesNext: (typed: string, next: string) =>
    `${typed} looks like a date. The date comes next. ${next}`,
  keepRole: (role: string) => `Press Enter to keep "${role}", or type a role.`,
  noSuchDay: (typed: string) => `There is no such day as ${typed}. ${TRY_DATE}`,
  notRead: (typed: string) => `We could not read ${typed} as a date. ${TRY_DATE}`,
  takenOut: "The action is taken out.",
  noDate: "No date yet.",
  byDate: (date: string) => `By ${dateText(date)}.`,
  countedHere: (here: number, all: number) =>
    `${counted(here, "action")} for this question, ${all} in all.`,
  counted: (all: number) => `${counted(all, "action")} in all.`,
  toChange: (id: string) => `To change it: a, then ${numberOf(id)}.`,
} as const;

function numbered(id: string | undefined, what: string | undefined): string {
  return id === undefined ? `${what}` : `Action ${numberOf(id)}: ${what}`;
}

const TRY_DATE = "Try March 2027, next month or 31/1/27. Press Enter to decide later.";

function dateRead(date: string): string {
  const isMonth = date.length === "2027-03".length;
  return isMonth ? `That could be any day in ${dateText(date)}.` : `That is ${dateText(date)}.`;
}
