import fastStringWidth from "fast-string-width";

/**
 * What the text so far has left on a terminal of this size: wide signs take two columns, long lines break, the top
 * scrolls off into what can be scrolled back to.
 */
export class Screen {
  private readonly columns: number;
  private readonly rows: number;
  private readonly scrolledOff: string[][] = [];
  private lines: string[][];
  private row = 0;
  private column = 0;
  /** Lines that ran into the right edge, so that the terminal broke them or nearly did. */
  readonly tooWide: string[] = [];

  constructor(columns: number, rows: number) {
    this.columns = columns;
    this.rows = rows;
    this.lines = Array.from({ length: rows }, () => []);
  }

  /** Takes text as `drive` gives it: a line break also goes back to the first column. */
  feed(text: string): void {
    for (const { 0: sign, groups } of text.matchAll(SIGN)) {
      const act = groups?.["act"];
      if (act === undefined) this.write(sign);
      else this.act(act, (groups?.["counts"] ?? "").split(";").map(Number));
    }
  }

  /** The rows in sight, from the top. */
  get inSight(): readonly string[] {
    return this.lines.map(shown);
  }

  /** Everything since the beginning, also what has scrolled off. */
  get all(): readonly string[] {
    return [...this.scrolledOff, ...this.lines].map(shown);
  }

  private write(sign: string): void {
    if (sign === "\n") {
      this.column = 0;
      if (this.row < this.rows - 1) this.row += 1;
      else this.scroll();
    } else if (sign === "\r") this.column = 0;
    else if (sign === "\b") this.column = Math.max(0, this.column - 1);
    else if (sign >= " ") this.print(sign);
  }

  private scroll(): void {
    this.scrolledOff.push(...this.lines.splice(0, 1));
    this.lines.push([]);
  }

  private print(sign: string): void {
    const width = fastStringWidth(sign);
    const line = this.lines[this.row] ?? [];
    if (width === 0) {
      const last = Math.max(0, line.length - 1);
      line[last] = `${line[last] ?? ""}${sign}`;
      return;
    }
    // A terminal would go on in the next row; here the line stays whole, so that it can be reported.
    if (this.column + width >= this.columns && !this.tooWide.includes(line.join(""))) {
      this.tooWide.push([...line, sign].join(""));
    }
    line[this.column] = sign;
    if (width === 2) line[this.column + 1] = "";
    this.column += width;
  }

  private act(act: string, [first = 0, second = 0]: readonly number[]): void {
    const many = Math.max(1, first);
    if (act === "A") this.row = Math.max(0, this.row - many);
    else if (act === "B") this.row = Math.min(this.rows - 1, this.row + many);
    else if (act === "C") this.column += many;
    else if (act === "D") this.column = Math.max(0, this.column - many);
    else if (act === "G") this.column = many - 1;
    else if (act === "H") this.goTo(many, Math.max(1, second));
    else if (act === "K") this.lines[this.row]?.splice(first === 0 ? this.column : 0);
    else if (act === "J") this.clearBelow();
  }

  private goTo(row: number, column: number): void {
    this.row = Math.min(this.rows, row) - 1;
    this.column = column - 1;
  }

  private clearBelow(): void {
    this.lines[this.row]?.splice(this.column);
    for (let row = this.row + 1; row < this.rows; row++) this.lines[row] = [];
  }
}

function shown(line: readonly string[]): string {
  return Array.from(line, (sign) => sign ?? " ")
    .join("")
    .trimEnd();
}

/** One line of all, with every space the same: where lines break depends on the window. */
export function flat(lines: readonly string[]): string {
  return lines.join(" ").replace(/\s+/gu, " ");
}

// Grapheme by grapheme would be what the eye sees; terminals go sign by sign.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the codes of a terminal.
const SIGN = /\u001b\[\??(?<counts>[0-9;]*)(?<act>[A-Za-z])|[\s\S]/gu;
