/** The prompt and the hint below it. */
export const ROWS_TO_ASK = 2;

/** The word that it is saved may stand above what is no page. */
const SAVED_ROW = 1;

interface Shown {
  readonly text: string;
  /** What should be in sight together with the next prompt; empty where nothing has to be. */
  readonly reminder: string;
  /** Whether the text shows the question in full, from its first line on. */
  readonly inFull: boolean;
}

/** Knows how far up the question stands on the screen, and says it again before it is out of sight. */
export class ScrollReminder {
  private reminder = "";
  /** Rows from the top of the question, as it was shown last, to where we write. */
  private rows = Number.POSITIVE_INFINITY;

  /** The text as it is to be written: with the reminder where the window would no longer show it. */
  show({ text, reminder, inFull }: Shown, windowRows: number): string {
    if (reminder === "") {
      this.rows += rowsOf(text);
      return text;
    }
    const before = reminder === this.reminder ? this.rows : Number.POSITIVE_INFINITY;
    this.reminder = reminder;
    this.rows = seenIn({ text, reminder, inFull }) ?? before + rowsOf(text);
    if (this.rows + (inFull ? 0 : SAVED_ROW) + ROWS_TO_ASK <= windowRows) return text;
    this.rows = rowsOf(reminder);
    return `${text}\n\n${reminder}`;
  }

  /** A line was asked for and typed. */
  asked(): void {
    this.rows += 1;
  }
}

/** Rows from the place in the text where the question can be read to its end; undefined where it is not in it. */
function seenIn({ text, reminder, inFull }: Shown): number | undefined {
  const at = text.lastIndexOf(reminder);
  if (at >= 0) return inFull ? text.slice(at).split("\n").length : rowsOf(text.slice(at));
  // A page begins with its question, and no empty line has to be seen above it.
  return inFull ? text.split("\n").length : undefined;
}

// With the empty line that stands above it.
function rowsOf(text: string): number {
  return text.split("\n").length + 1;
}
