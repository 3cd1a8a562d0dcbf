import { EXIT, type ExitCode } from "../platform/errors.ts";
import type { Asking, Context, Prompter, Reply } from "../platform/ports.ts";
import { visible } from "../util/visible-text.ts";
import { type Block, paragraph } from "./blocks.ts";
import { Pages } from "./page.ts";
import { ScrollReminder } from "./scroll-reminder.ts";
import { wallText } from "./to-text.ts";
import { fold, readAnywhere, tidy } from "./typed-line.ts";
import { displayWidth } from "./wrap.ts";

/** Nobody types any more: the input has ended, or somebody asks the program to stop. */
export type NoLine = Exclude<Reply, { kind: "line" }>;

export interface Stopped {
  readonly kind: "stopped";
  readonly exitCode: ExitCode;
}

export interface Question<Value> {
  readonly blocks: readonly Block[];
  readonly prompt: string;
  /** Said where somebody asks for help. */
  readonly help: readonly Block[];
  /** What a line means, or in a sentence why it does not fit. */
  readonly read: (typed: string) => { readonly value: Value } | { readonly problem: string };
}

interface Choosing<Choice extends string> {
  readonly prompt: string;
  /** What can be typed for each choice, in small letters. */
  readonly words: Readonly<Record<Choice, readonly string[]>>;
  /** Said where something else is typed. */
  readonly otherwise: string;
}

interface Saying {
  readonly apart?: boolean;
  /** What should be in sight together with the next prompt. */
  readonly reminder?: readonly Block[];
  /** Whether the blocks show in full what the reminder says. */
  readonly inFull?: boolean;
  /** Where pages are turned: what a page shows of the place, and what is said above or below it in place of the blocks. */
  readonly page?: {
    readonly remarks: readonly Block[];
    readonly place: () => readonly Block[];
    readonly turns: boolean;
  };
}

/** Words that depend on what is talked about. */
interface Tone {
  /** Stands below each line that is asked for. */
  readonly hint: string;
  /** What is said to somebody who stops at a question of `ask`. */
  readonly nothingDone: string;
}

/** The conversation with whoever sits at the keyboard: blocks are printed, lines come back. */
export class Conversation {
  readonly context: Context;
  private readonly prompter: Prompter;
  private readonly tone: Tone;
  private readonly scrolled = new ScrollReminder();
  /** Where a line can be edited in its place, each step is a page of its own. */
  private readonly pages: Pages | undefined;
  /** Whether what is typed to a secret stays hidden. */
  readonly masks: boolean;
  /** When the file was last saved, such as `10:42`. */
  saved: string | undefined;

  private constructor(context: Context, prompter: Prompter, tone: Tone) {
    this.context = context;
    this.prompter = prompter;
    this.tone = tone;
    this.masks = prompter.masks === true;
    if (prompter.turnPage !== undefined) this.pages = new Pages((room) => this.room(room));
  }

  private room(rowsForPage: (rows: number) => number) {
    const { window, color } = this.context;
    const { columns, rows } = window();
    const bold = this.masks && color;
    const wall = { columns, saved: this.saved, tables: this.masks, bold, wide: true };
    return { ...wall, rows: rowsForPage(rows) };
  }

  static async open(
    context: Context,
    { plain, ...tone }: Tone & { readonly plain: boolean },
  ): Promise<Conversation> {
    const color = context.color && !plain;
    return new Conversation(context, await context.openPrompter({ plain, color }), tone);
  }

  /** A remark stands right below the line it answers; anything longer, or what is new, starts apart. */
  say(blocks: readonly Block[], saying: Saying = {}): void {
    const { page, apart = false } = saying;
    if (this.pages === undefined) this.write(blocks, saying);
    else if (page === undefined)
      this.pages.say(blocks, apart ? { page: NOTHING, turns: true } : { turns: false });
    else
      this.pages.say(page.remarks, {
        page: page.place,
        turns: page.turns,
        reminder: saying.reminder,
      });
  }

  private write(
    blocks: readonly Block[],
    { apart = false, reminder = [], inFull = false }: Saying,
  ): void {
    const [first] = blocks;
    if (first === undefined) return;
    const { stdout, window } = this.context;
    const { wide: _, ...wall } = this.room((rows) => rows);
    const shown = { text: wallText(blocks, wall), reminder: wallText(reminder, wall), inFull };
    const words = this.scrolled.show(shown, window().rows);
    const isRemark = blocks.length === 1 && first.kind === "paragraph" && !apart;
    stdout.write(isRemark ? `${words}\n` : `\n${words}\n`);
  }

  /** Something to read that asks nothing: page by page where pages are turned, with this below the last one. */
  async read(blocks: readonly Block[], prompt: string): Promise<Reply | undefined> {
    const page = { remarks: [], place: () => blocks, turns: true };
    this.say(blocks, { apart: true, page });
    return this.pages === undefined ? undefined : this.line(prompt);
  }

  async line(prompt: string, typing?: Asking["typing"]): Promise<Reply> {
    this.scrolled.asked();
    // Names of groups come from a file, which could carry codes that a terminal obeys.
    const shown = visible(prompt).replaceAll("\n", " ");
    const { pages } = this;
    const asking = { typing, hint: this.tone.hint };
    if (pages === undefined) return this.prompter.line(shown, asking);
    const early = await this.turn(pages, this.prompter.rowsOf?.(shown));
    if (early !== undefined) return early;
    const reply = await this.prompter.line(shown, { ...asking, redraw: () => pages.again() });
    pages.typed(this.rowsTyped(shown, reply));
    return reply;
  }

  /** Writes what is said; a page in several parts waits for Enter at each, and anything else typed there answers the last. */
  private async turn(pages: Pages, promptRows?: number): Promise<Reply | undefined> {
    const shown = pages.show(promptRows);
    if (shown.how === "below") {
      if (shown.text !== "") this.context.stdout.write(`${shown.text}\n`);
      return undefined;
    }
    for (const [index, text] of shown.texts.entries()) {
      this.prompter.turnPage?.(text, pages.begin(text));
      const left = shown.texts.length - index - 1;
      const early = left === 0 ? undefined : await this.askForMore(pages, left);
      if (early !== undefined) return early;
    }
    return undefined;
  }

  private async askForMore(pages: Pages, left: number): Promise<Reply | undefined> {
    const prompt = `Enter for more (${left} ${left === 1 ? "page" : "pages"}): `;
    const reply = await this.prompter.line(prompt, { hint: this.tone.hint });
    pages.typed(this.rowsTyped(prompt, reply));
    return reply.kind === "line" && fold(reply.text) === "" ? undefined : reply;
  }

  private rowsTyped(prompt: string, reply: Reply): number {
    if (reply.kind !== "line") return 1;
    const { columns } = this.context.window();
    const rows = reply.text.split("\n").map((line) => Math.floor(displayWidth(line) / columns) + 1);
    const more = Math.floor((displayWidth(prompt) + displayWidth(reply.text)) / columns);
    return rows.length > 1 ? rows.reduce((sum, each) => sum + each, 0) : 1 + more;
  }

  /** Asks until a line fits or the person stops. */
  async ask<Value>(question: Question<Value>): Promise<{ readonly value: Value } | Stopped> {
    const page = { remarks: [], place: () => question.blocks, turns: true };
    this.say(question.blocks, { apart: true, page });
    for (;;) {
      const reply = await this.line(question.prompt);
      if (reply.kind !== "line") return this.stopped(reply);
      const heard = understood(question, tidy(reply.text).trim());
      if (heard === "quit") return this.stopped(undefined);
      if ("value" in heard) return heard;
      this.say(heard.say);
    }
  }

  private stopped(reply: NoLine | undefined): Stopped {
    const how = reply?.kind === "end" ? "The input ended." : "Stopped.";
    const remarks = [paragraph(`${how} ${this.tone.nothingDone}`)];
    // The question that was left does not stand below it.
    this.say(remarks, { page: { remarks, place: NOTHING, turns: true } });
    const exitCode = reply === undefined ? EXIT.done : endingOf(reply).exitCode;
    return { kind: "stopped", exitCode };
  }

  /** Asks until one of the choices is typed, or nobody can type any more. */
  async choose<Choice extends string>({
    prompt,
    words,
    otherwise,
  }: Choosing<Choice>): Promise<Choice | NoLine> {
    for (;;) {
      const reply = await this.line(prompt);
      if (reply.kind !== "line") return reply;
      const typed = fold(reply.text);
      const choices = Object.keys(words) as Choice[];
      const chosen = choices.find((choice) => words[choice].includes(typed));
      if (chosen !== undefined) return chosen;
      this.say([paragraph(otherwise)]);
    }
  }

  /** The last words are not followed by a question. */
  close(): void {
    const shown = this.pages?.last();
    if (shown !== undefined) this.prompter.turnPage?.(shown, this.pages?.begin(shown) ?? 0);
    this.prompter.close();
  }
}

const NOTHING = () => [];

function understood<Value>(
  { read, help }: Question<Value>,
  typed: string,
): "quit" | { readonly value: Value } | { readonly say: readonly Block[] } {
  // Nobody's charity or file is called "help", and whoever types it needs some.
  const anywhere = readAnywhere(typed, fold(typed) !== "help");
  if (anywhere === "quit") return "quit";
  if (anywhere === "help") return { say: help };
  const found = read(typed);
  return "value" in found ? found : { say: [paragraph(found.problem)] };
}

const LONGEST_LINE = 200;

/** One line of text, empty where it is left out. */
export function readShortText(
  typed: string,
): { readonly value: string } | { readonly problem: string } {
  return typed.length <= LONGEST_LINE
    ? { value: typed }
    : { problem: "That is too long. Use at most 200 characters." };
}

/** What is heard where somebody wants the question before. */
export const BACK = Symbol("back");

/** Reads one of several questions in a row, where b goes to the one before. */
export function orBack<Value>(
  read: Question<Value>["read"],
  { isFirst = false } = {},
): Question<Value | typeof BACK>["read"] {
  return (typed) => {
    if (!["b", "back"].includes(fold(typed))) return read(typed);
    return isFirst ? { problem: "This is the first question." } : { value: BACK };
  };
}

/** How a conversation ends when the reply is no line. */
export function endingOf(reply: NoLine): {
  readonly how: "input-ended" | "interrupted" | "terminated" | "closed";
  readonly exitCode: ExitCode;
} {
  if (reply.kind === "end") return { how: "input-ended", exitCode: EXIT.done };
  switch (reply.signal) {
    case "SIGINT":
      return { how: "interrupted", exitCode: EXIT.interrupted };
    case "SIGTERM":
      return { how: "terminated", exitCode: EXIT.terminated };
    case "SIGHUP":
      return { how: "closed", exitCode: EXIT.windowClosed };
    default:
      return reply.signal satisfies never;
  }
}
