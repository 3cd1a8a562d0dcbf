/** What is said on many screens. */
export const common = {
  yesOrNo: "y or n: ",
  neitherYesNorNo: (typed: string) => `${typed} is neither y nor n. Type y or n.`,
  keepOrEmpty: "Press Enter to keep it, or type x to take it out.",
  nothingTyped: "Nothing is typed yet. Type y or n.",
} as const;
