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
