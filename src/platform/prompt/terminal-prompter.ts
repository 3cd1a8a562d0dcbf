import type { EventEmitter } from "node:events";
import { PassThrough, type Readable } from "node:stream";
import { ExitPromptError } from "@inquirer/core";
import type { Asking, Prompter, Reply, StopSignal } from "../ports.ts";
import { askLine, type Drawing, promptLines } from "./line-prompt.ts";

export interface Keyboard extends Readable {
  setRawMode?(on: boolean): unknown;
}

/** What the prompter is wired to. */
export interface Terminal {
  readonly input: Keyboard;
  /** A fresh one is asked for each line where it does not belong to the process. */
  readonly output: () => NodeJS.WritableStream;
  readonly columns: () => number;
  readonly rows: () => number;
  /** Calls back when the window gets another size, until the function it gives is called. */
  readonly onResize?: (changed: () => void) => () => void;
  readonly signals: Pick<EventEmitter, "on" | "off">;
  /** Sends this process a signal. */
  readonly raise: (signal: StopSignal) => void;
}

const SIGNALS: readonly StopSignal[] = ["SIGINT", "SIGTERM", "SIGHUP"];
const SIGNAL_WAIT_MS = 100;

/** The terminal then says where a paste begins and ends. */
const PASTES_ON = "\u001b[?2004h";
const PASTES_OFF = "\u001b[?2004l";

/** Asks on this process's own terminal. */
export function openTerminalPrompter(): Prompter {
  return new TerminalPrompter({
    input: process.stdin,
    output: () => process.stdout,
    columns: () => process.stdout.columns || 80,
    rows: () => process.stdout.rows || 24,
    onResize(changed) {
      process.stdout.on("resize", changed);
      return () => process.stdout.off("resize", changed);
    },
    signals: process,
    raise: (signal) => process.kill(process.pid, signal),
  });
}

/**
 * One line that is edited in its place, below text that is printed once. The keyboard is read all the time: what is
 * typed while nobody asks must neither be echoed over the text nor answer a question that nobody has seen.
 */
export class TerminalPrompter implements Prompter {
  readonly masks = true;
  private readonly terminal: Terminal;
  /** The keys of the line that is asked for now. */
  private keys: PassThrough | undefined;
  private early: Buffer[] = [];
  private wasNote = false;
  private last: Reply | undefined;
  private abort = new AbortController();

  constructor(terminal: Terminal) {
    this.terminal = terminal;
    const { input, output, signals } = terminal;
    input.on("data", this.hear).on("end", this.inputEnded).on("error", this.windowGone);
    // Whoever asked before has paused it.
    input.resume();
    for (const signal of SIGNALS) signals.on(signal, this.stop);
    rawMode(input, true);
    output().write(PASTES_ON);
  }

  /** Each page is kept once, in order and without empty rows, by every terminal that was tried; a cleared screen is not. */
  turnPage(text: string, standing: number): void {
    const { output, rows } = this.terminal;
    const up = "\n".repeat(Math.min(standing, rows()));
    output().write(`\u001b[${rows()};1H${up}\u001b[H${text}\n`);
  }

  rowsOf(prompt: string): number {
    return promptLines(prompt, this.terminal.columns()).length;
  }

  async line(prompt: string, { typing, hint, redraw }: Asking = {}): Promise<Reply> {
    await keysRead();
    const early = Buffer.concat(this.early);
    this.early = [];
    if (this.last !== undefined) return this.last;
    // The rest of a long paste may come while the next line of the same note is not asked for yet.
    const carriesOn = typing === "note" && this.wasNote;
    this.wasNote = typing === "note";
    this.keys = new PassThrough();
    const asked = this.ask(prompt, {
      typing,
      ...(hint === undefined ? {} : { hint }),
      ...(redraw === undefined ? {} : { redraw }),
    });
    if (carriesOn && early.length > 0) this.keys.write(early);
    try {
      return await asked;
    } finally {
      this.keys = undefined;
    }
  }

  close(): void {
    const { input, output, signals, raise } = this.terminal;
    for (const signal of SIGNALS) signals.off(signal, this.stop);
    input.off("data", this.hear).off("end", this.inputEnded).off("error", this.windowGone);
    input.on("error", () => undefined);
    output().write(PASTES_OFF);
    rawMode(input, false);
    input.pause();
    // Without its terminal Node would abort at its end; the signal ends it as any closed window ends a program.
    if (this.last?.kind === "signal" && this.last.signal === "SIGHUP") raise("SIGHUP");
  }

  private async ask(prompt: string, { redraw, ...asking }: Asking): Promise<Reply> {
    const { output, columns, onResize = () => () => undefined } = this.terminal;
    const streams = { input: this.keys as PassThrough, output: output() };
    const drawing: Drawing = {};
    const settle = onResize(() => {
      if (redraw === undefined) return;
      output().write(`\u001b[H\u001b[J${redraw()}\n`);
      drawing.again?.();
    });
    try {
      return await askLine(
        { prompt, ...asking, columns, drawing },
        { ...streams, signal: this.abort.signal },
      );
    } catch (error) {
      if (this.last !== undefined) return this.last;
      if (!(error instanceof ExitPromptError)) throw error;
      // Ctrl-C; its key never becomes a signal of its own while the keyboard is read raw.
      this.last = { kind: "signal", signal: "SIGINT" };
      return this.last;
    } finally {
      settle();
    }
  }

  private readonly hear = (chunk: Buffer): void => {
    if (this.keys !== undefined) {
      this.keys.write(chunk);
      return;
    }
    if (chunk.includes(CTRL_C)) this.finish({ kind: "signal", signal: "SIGINT" });
    else if (chunk.includes(CTRL_D)) this.finish({ kind: "end" });
    else this.early.push(chunk);
  };

  private readonly stop = (signal: StopSignal): void => this.finish({ kind: "signal", signal });

  private readonly windowGone = (): void => this.finish({ kind: "signal", signal: "SIGHUP" });

  // When a terminal goes away its end and the signal come at once; the signal says more, so it gets a moment.
  private readonly inputEnded = (): void => {
    setTimeout(() => this.finish({ kind: "end" }), SIGNAL_WAIT_MS);
  };

  private finish(reply: Reply): void {
    this.last ??= reply;
    this.abort.abort();
  }
}

const CTRL_C = 3;
const CTRL_D = 4;

/** After a whole turn of the event loop, what the terminal had waiting has been read. */
async function keysRead(): Promise<void> {
  for (let turn = 0; turn < 2; turn++) await new Promise((resolve) => setImmediate(resolve));
}

function rawMode(input: Keyboard, on: boolean): void {
  try {
    input.setRawMode?.(on);
  } catch {
    // The window has gone, and its mode with it.
  }
}
