import { inSentence } from "../../../util/words.ts";

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
