import { listOf } from "../../../util/words.ts";

/** What is said where something confirmed is replaced or taken back. */
export const change = {
  nothingToUndo: "There is nothing to take back.",
  takenBack: (what: readonly string[]) =>
    `Taken back: ${what.length === 0 ? "the last thing" : listOf(what)}.`,
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
