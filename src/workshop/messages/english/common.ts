import { listOf } from "../../../util/words.ts";

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
  nothingTyped: "Nothing is typed yet. Type y or n.",
  nothingChosen: "Nothing is chosen yet. Type y or n.",
  quickLook: {
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
