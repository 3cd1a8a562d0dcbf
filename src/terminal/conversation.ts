import { EXIT, type ExitCode } from "../platform/errors.ts";
import type { Asking, Context, Prompter, Reply } from "../platform/ports.ts";
import { visible } from "../util/visible-text.ts";
import { type Block, paragraph } from "./blocks.ts";
import { page } from "./page.ts";
import { ROWS_TO_ASK, ScrollReminder } from "./scroll-reminder.ts";
import { wallText } from "./to-text.ts";
import { fold, readAnywhere, tidy } from "./typed-line.ts";

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
  /** Whether what is typed to a secret stays hidden. */
  readonly masks: boolean;
  /** When the file was last saved, such as `10:42`. */
  saved: string | undefined;

  private constructor(context: Context, prompter: Prompter, tone: Tone) {
    this.context = context;
    this.prompter = prompter;
    this.tone = tone;
    this.masks = prompter.masks === true;
  }

  static async open(
    context: Context,
    { plain, ...tone }: Tone & { readonly plain: boolean },
  ): Promise<Conversation> {
    const color = context.color && !plain;
    return new Conversation(context, await context.openPrompter({ plain, color }), tone);
  }

  /** A remark stands right below the line it answers; anything longer, or what is new, starts apart. */
  say(
    blocks: readonly Block[],
    { apart = false, reminder = [], inFull = false }: Saying = {},
  ): void {
    const [first] = blocks;
    if (first === undefined) return;
    const { stdout, window, color } = this.context;
    const { columns, rows } = window();
    const wall = { columns, saved: this.saved, tables: this.masks, bold: this.masks && color };
    const isPage = this.masks && inFull;
    const shown = {
      text: isPage ? page(blocks, { ...wall, rows: rows - ROWS_TO_ASK }) : wallText(blocks, wall),
      reminder: wallText(reminder, wall),
      inFull,
    };
    const words = this.scrolled.show(shown, rows);
    const isRemark = blocks.length === 1 && first.kind === "paragraph" && !apart;
    stdout.write(isRemark ? `${words}\n` : `\n${words}\n`);
  }

  line(prompt: string, typing?: Asking["typing"]): Promise<Reply> {
    this.scrolled.asked();
    // Names of groups come from a file, which could carry codes that a terminal obeys.
    const shown = visible(prompt).replaceAll("\n", " ");
    return this.prompter.line(shown, { typing, hint: this.tone.hint });
  }

  /** Asks until a line fits or the person stops. */
  async ask<Value>(question: Question<Value>): Promise<{ readonly value: Value } | Stopped> {
    this.say(question.blocks, { apart: true });
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
    this.say([paragraph(`${how} ${this.tone.nothingDone}`)]);
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

  close(): void {
    this.prompter.close();
  }
}

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
