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
} as const;
