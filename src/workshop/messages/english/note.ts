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
