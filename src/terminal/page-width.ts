interface Sheet {
  readonly color: boolean;
  readonly columns: number;
}

/** Longer lines are hard to read, however wide the terminal is. */
const WIDEST = 76;

/** The sheet to write on: as wide as the terminal, within what can be read. */
export function readable({ color, columns }: Sheet): Sheet {
  return { color, columns: Math.min(WIDEST, columns) };
}
