import { inSentence, listOf } from "../../../util/words.ts";

/** What is said on many screens. */
export const common = {
  yesOrNo: "y or n: ",
  neitherYesNorNo: (typed: string) => `${typed} is neither y nor n. Type y or n.`,
  keepOrEmpty: "Press Enter to keep it, or type x to take it out.",
  /** For a wall: how large the window must be to show a page, in letters. */
  canAllRead: (keys: string, { columns, rows }: { columns: number; rows: number }) =>
    columns < 60 || rows < 16
      ? `This window shows ${columns} letters by ${rows} lines. Make it larger, or the letters smaller: a page needs 60 by 16.`
      : `Can everybody read this? ${keys} makes the letters larger. A page needs a window of 60 letters by 16 lines; this one has ${columns} by ${rows}.`,
  /** `label`: a group, a side or a part. */
  says: (label: string, words: string | number) => `${label}: ${words}`,
  nothingTyped: "Nothing is typed yet. Type y or n.",
  nothingChosen: "Nothing is chosen yet. Type y or n.",
  /** `typed`: empty where only Enter was pressed. */
  notAChoice: (typed: string) =>
    typed === "" ? "Nothing is chosen yet." : `${typed} is not one of the choices.`,
  quickLook: {
    pick: {
      which:
        "A quick look has the questions that matter most, and one that you choose. Which one? Press Enter for number 1.",
      prompt: (last: number) => `1 to ${last}: `,
      help: (last: number) =>
        `Type a number from 1 to ${last} for the question that you want to ask too, b to go back, or q to stop.`,
      wrong: (typed: string, last: number) =>
        `${typed} is not one of the choices. Type a number from 1 to ${last}.`,
    },
    said: "This is a quick look: only the core questions are asked.",
    letter: "ask every question, not only the core ones",
    everything: "From here on every question is asked. What we said in the quick look stays.",
  },
} as const;

/** What is said where something confirmed is replaced or taken back. */
export const change = {
  nothingToUndo: "There is nothing to take back.",
  takenBack: (what: readonly string[]) =>
    `Taken back: ${what.length === 0 ? "the last thing" : listOf(what)}.`,
  stillAt: (label: string) => `We are still at ${label.toLowerCase()}.`,
  answer: (mark: string, answer: string) => `at ${mark}, "${answer}"`,
  said: (mark: string, what: "votes" | "typedVotes" | "note" | "evidence" | "views" | "answer") =>
    `at ${mark}, ${SAID[what]}`,
  people: "the number of people",
  actions: "what we wrote about an action",
  plan: "what we wrote for the plan",
  replaceOne: (before: string, after: string) => `Change ${before} to ${after}?`,
  replaceLine: (line: number, before: string, after: string) =>
    `Line ${line}: ${before} becomes ${after}.`,
  replaceLines: "Change what we said before?",
  stays: "Nothing was changed.",
  help: "Type y to change the answer, or n to leave it as it was.",
} as const;

const SAID = {
  votes: "the votes",
  typedVotes: "votes that were typed",
  note: "the note",
  evidence: "what we could show",
  views: "how a side sees it",
  answer: "the answer",
} as const;

/** What is said when people come back, and while it is asked how they will vote. */
export const welcome = {
  nobodyCounted: "Last time nobody was counted.",
  whoWasHere: (people: string) => `Who was here last time? ${people}`,
  samePeople: "Are the same people here today?",
  samePeopleHelp: "Type y if the same groups are here in the same numbers, or n to count again.",
  prompt: "Carry on: ",
  methods: {
    cards: "Cards or fingers, all at the same time (everyone sees)",
    slips: "Paper slips, folded (nobody sees who wrote what)",
    talk: "No votes. We will just talk",
  },
  howToVote: "How will people show what they think?",
  votesAnywhere: "You can type votes in at any question with v.",
  votePrompt: "1, 2 or 3: ",
  voteWrong: (typed: string) => `${common.notAChoice(typed)} Type 1, 2 or 3.`,
  voteHelp: "Type 1 for cards or fingers, 2 for paper slips, or 3 to talk without votes.",
  keepsOld:
    "The answers with an earlier wording stay as they are. Questions still to do come in their new wording: the file holds the old words of answered questions only.",
  toCheck: "to check your answers",
  at: (label: string) => `at ${label}`,
  carryOn: (where: string) => `Press Enter to carry on ${where}, or type:`,
  offers: {
    go: "go to a question",
    list: "list",
    old: "keep the answers under their old wording",
    skipped: "answer the skipped ones first",
    stop: "stop",
  },
  wrong: (typed: string, letters: string) =>
    `${common.notAChoice(typed)} Press Enter to carry on, or type ${letters} or q.`,
  beside: (file: string) =>
    `Beside our file there is ${file}. It may hold answers that somebody saved on another computer. We leave it alone.`,
  takes: (length: string, asked: readonly string[]) => `This takes ${length} for ${listOf(asked)}.`,
  twoMeetings: " Two meetings are easier than one.",
  first: "Welcome.",
  back: "Welcome back.",
  closedSuddenly: "Welcome back. Last time the program closed suddenly.",
  stoppedOn: (how: "finished" | "stopped", when: string) => `Welcome back. You ${how} on ${when}.`,
  allIsHere: "Everything that was confirmed is here. A line you were typing may be missing.",
  haveChanged: "The questions have changed since then.",
  newWording: (count: number) =>
    `${count} ${count === 1 ? "has" : "have"} new wording. Your answers are kept, marked "look again".`,
  takenOut: (count: number) =>
    count === 1
      ? "1 was taken out. Its answer is kept in the file."
      : `${count} were taken out. Their answers are kept in the file.`,
} as const;

/** What is said before the end, where all that is left stands in a few lines. */
export const finish = {
  title: "Before you finish",
  forgot: "What question did we forget? Type it here, and it is kept. Or type a number:",
  prompt: "Our choice: ",
  help: "You can also type g to go to a question, l to list what is left, b for the last question, or a to add an action.",
  choices: {
    finish: "finish",
    open: "do the ones that are left",
    "look-again": "look again at those with new wording",
    skipped: "do the skipped ones",
    actions: "fill in the actions",
    stop: "q stop for now",
  },
  questionKept: "The question is kept.",
  lists: (done: number, all: number) => `Checklists: ${done} of ${all}`,
  alsoToAsk: (question: string) => `Also to ask: ${question}`,
  answered: (answered: number, all: number) => `${answered} of ${all}`,
  unsure: (count: number) => `, ${count} not sure`,
  skipped: (count: number) => `, ${count} skipped`,
  lookAgain: (count: number) => `, ${count} to look at again`,
  open: (count: number) => `, ${count} to do`,
  differ: (numbers: readonly string[]) =>
    `You do not agree on ${numbers.length} ${numbers.length === 1 ? "question: number" : "questions: numbers"} ${numbers.join(", ")}.`,
  noOne: (actions: readonly string[]) =>
    `${actionsHave(actions)} no one to make sure it happens: ${actions.join(", ")}.`,
  noDate: (actions: readonly string[]) => `${actionsHave(actions)} no date: ${actions.join(", ")}.`,
} as const;

function actionsHave({ length }: readonly string[]): string {
  return length === 1 ? "1 action has" : `${length} actions have`;
}

/** What is said where everything is read back. */
export const review = {
  about: (covers: string) => `About: ${covers}`,
  nobodyNoted: "Nobody noted who was here.",
  whoWasHere: (people: string) => `Who was here: ${people}`,
  actions: "Actions",
  ownWords: "In our words",
  end: "Enter to end: ",
  hint: "Press Enter to go on, or type q to stop.",
  nothingDone: "Nothing was changed.",
} as const;

/** What is said where it is counted who is here, and where small groups are put together. */
export const people = {
  title: "Who is in the room?",
  ask: [
    "How many people are here from each group? Type 0 for none.",
    "Type s to leave this out. We never ask for names.",
  ],
  isThatMany: (many: number) => `That is ${many} people in one group. Is that right?`,
  enterKeeps: (group: string, before: number) => `${group} (Enter keeps ${before}): `,
  help: "Type a number, such as 3. Type 0 where nobody is here, b for the group before, or s to leave this out.",
  another: "Is anybody else here? Type the name of their group, or press Enter to go on.",
  anotherPrompt: "Another group: ",
  anotherHelp: "Type a group's name, such as Carers. Press Enter alone to go on.",
  isFirst: "This is the first group.",
  howMany: "Type how many are here.",
  notANumber: (typed: string, canLeaveOut: boolean) => {
    const start = typed === "" ? "" : `${typed} is not a number we can use. `;
    return canLeaveOut
      ? `${start}Type how many are here, or press Enter to leave this group out.`
      : `${start}Type how many are here, 0 for none, or s to leave this out.`;
  },
  nameTooLong: (most: number) => `That name is too long. Use at most ${most} characters.`,
  notAName: (typed: string) =>
    `${typed} is not a name for a group. Type a name such as Carers, or press Enter to go on.`,
  namedAlready: (typed: string) => `${typed} is on the list already.`,
  small: (count: number, group: string) =>
    `There ${count === 1 ? "is only 1 person" : `are only ${count} people`} in one group: ${inSentence(group)}. If we show these votes on their own, people may guess who said what.`,
  smallChoices: (other: string) => [
    `Put the votes in with ${inSentence(other)} (recommended)`,
    "Show them on their own. We asked, and they are happy with that",
  ],
  smallPrompt: "1 or 2: ",
  smallHelp:
    "Type 1 to put the votes of the two groups together, 2 to show them on their own, or b to count again.",
  smallWrong: (typed: string) =>
    `${typed === "" ? "Nothing is chosen yet." : `${typed} is not one of the choices.`} Type 1 or 2.`,
  here: (total: number) => `${total} ${total === 1 ? "person is" : "people are"} here.`,
  /** Why the file says more people than were counted today. */
  keeps: (group: string, count: number) =>
    `For ${inSentence(group)} the file keeps ${count}, because their votes of an earlier day are in it.`,
  leftOut: "Left out. The plan will say that nobody noted who was here.",
  stay: "The numbers stay as they were.",
} as const;
