import type { Block } from "./blocks.ts";
import { ROWS_TO_ASK } from "./scroll-reminder.ts";
import { type Spacing, type Wall, wallText } from "./to-text.ts";

const SPACINGS: readonly Spacing[] = ["roomy", "tight", "running"];

interface Room extends Wall {
  /** How many rows of the window the page may take. */
  readonly rows: number;
}

/**
 * The blocks as one page for a window: first the empty lines go, then the line breaks within choices, then what a page can
 * do without, one after the other, then the line breaks between levels, and last what can be said in brief. What is still too long stays whole.
 */
export function page(blocks: readonly Block[], { rows, ...wall }: Room): string {
  const ranks = [...new Set(blocks.flatMap(({ spare }) => spare ?? []))].toSorted((a, b) => b - a);
  const inBrief = blocks.map(briefly);
  const least = (all: readonly Block[]) => all.filter(({ spare }) => spare === undefined);
  const limits = [Number.POSITIVE_INFINITY, ...ranks];
  const tried = (all: readonly Block[]) =>
    limits.flatMap((limit) => {
      const kept = all.filter(({ spare = 0 }) => spare < limit);
      return SPACINGS.map((spacing) => ({ kept, spacing }));
    });
  const flowing = { kept: least(blocks), spacing: "flowing" as const };
  const tries = [...tried(blocks), flowing, ...tried(inBrief)];
  for (const { kept, spacing } of tries) {
    const text = wallText(kept, { ...wall, spacing });
    if (rowsOf(text) <= rows) return text;
  }
  return wallText(least(inBrief), { ...wall, spacing: "running" });
}

function briefly(block: Block): Block {
  const { brief, spare } = block;
  if (brief === undefined) return block;
  return spare === undefined ? brief : { ...brief, spare };
}

function rowsOf(text: string): number {
  return text === "" ? 0 : text.split("\n").length;
}

/** A long page as several of at most so many rows, cut where a new thing begins. */
function parts(text: string, rows: number): readonly string[] {
  const all = text.split("\n");
  const found: string[] = [];
  for (let from = 0; from < all.length; ) {
    const end = all.length - from <= rows ? all.length : cutBefore(all, from, from + rows);
    found.push(all.slice(from, end).join("\n"));
    from = end;
    while (all[from] === "") from += 1;
  }
  return found;
}

/** The last row up to here that begins something; where none does, here. */
function cutBefore(all: readonly string[], from: number, to: number): number {
  for (let at = to; at > from + 1; at--) if (begins(all, at)) return at;
  return to;
}

/** A row that is set in begins something, but not where it carries on below a mark of one sign, such as `4 Do we`. */
function begins(all: readonly string[], at: number): boolean {
  const row = all[at] ?? "";
  if (!/^ {0,2}\S/u.test(row)) return false;
  const above = all.slice(0, at).findLast((each) => !each.startsWith("  ")) ?? "";
  return !(row.startsWith("  ") && /^\S \S/u.test(above));
}

interface Said {
  /** What is shown of the place as a whole, at any size. */
  readonly page?: (() => readonly Block[]) | undefined;
  /** Whether a new page begins, rather than words below what stands there. */
  readonly turns: boolean;
  /** What is in sight with the prompt even where a long page has several parts. */
  readonly reminder?: readonly Block[] | undefined;
}

type Size = (rowsForPage: (rows: number) => number) => Room;

/** What is to be written: below what stands there, or on clean pages of which all but the last only wait for Enter. */
type Shown =
  | { readonly how: "below"; readonly text: string }
  | { readonly how: "clean"; readonly texts: readonly string[] };

/** What stands on the screen, and how the next words get there: below it while there is room, else on a clean page. */
export class Pages {
  private readonly size: Size;
  private place: () => readonly Block[] = () => [];
  private reminder: readonly Block[] = [];
  private waiting: readonly Block[] = [];
  private above: readonly Block[] = [];
  private below: readonly Block[] = [];
  private turns = true;
  private rowsToAsk = ROWS_TO_ASK;
  /** Rows that are written on; more than any window has where nobody knows what stands there. */
  private standing = Number.POSITIVE_INFINITY;

  constructor(size: Size) {
    this.size = size;
  }

  say(blocks: readonly Block[], { page: place, turns, reminder = [] }: Said): void {
    this.waiting = [...this.waiting, ...blocks];
    this.turns ||= turns;
    if (place === undefined) return;
    this.place = place;
    this.reminder = reminder;
  }

  /** What is written before a line is asked for with a prompt of so many rows. */
  show(promptRows = 1): Shown {
    const { waiting, turns } = this;
    this.waiting = [];
    this.turns = false;
    this.rowsToAsk = ROWS_TO_ASK - 1 + promptRows;
    const room = this.size((rows) => rows - this.rowsToAsk);
    const text = wallText(waiting, { ...room, spacing: "tight" });
    if (!turns && this.standing + rowsOf(text) <= room.rows) {
      this.below = [...this.below, ...waiting];
      this.standing += rowsOf(text);
      return { how: "below", text };
    }
    this.below = [];
    this.above = waiting;
    return this.clean(room);
  }

  private clean(room: Room): Shown {
    const whole = page(this.blocks(), room);
    const texts =
      rowsOf(whole) <= room.rows ? [whole] : this.reminded(parts(whole, room.rows), room);
    return { how: "clean", texts };
  }

  /** Nothing stands twice: what is said may be what the place shows all the same. */
  private blocks(): readonly Block[] {
    const place = this.place();
    const known = new Set(place.map((block) => JSON.stringify(block)));
    return [...this.above.filter((block) => !known.has(JSON.stringify(block))), ...place];
  }

  /** The last part with what should be in sight with the prompt; on a page of its own where there is no room. */
  private reminded(texts: readonly string[], room: Room): readonly string[] {
    const reminder = wallText(this.reminder, { ...room, spacing: "tight" });
    const last = texts.at(-1) ?? "";
    if (reminder === "" || last.includes(reminder)) return texts;
    const joined = `${last}\n${reminder}`;
    return rowsOf(joined) <= room.rows ? [...texts.slice(0, -1), joined] : [...texts, reminder];
  }

  /** This is what stands on the screen from now on; how many rows stood there before. */
  begin(text: string): number {
    const { standing } = this;
    this.standing = rowsOf(text);
    return standing;
  }

  /** The page for the size that the window has now, with what was said below it. */
  again(): string {
    const room = this.size((rows) => rows - this.rowsToAsk);
    const whole = page([...this.blocks(), ...this.below], room);
    const [last = ""] = parts(whole, room.rows).slice(-1);
    this.begin(last);
    return last;
  }

  /** What is said after the last line, if anything. */
  last(): string | undefined {
    if (this.waiting.length === 0) return undefined;
    const room = this.size((rows) => rows - 1);
    return page([...this.waiting, ...this.place()], room);
  }

  /** A line of so many rows was typed. */
  typed(rows: number): void {
    this.standing += rows;
  }
}
