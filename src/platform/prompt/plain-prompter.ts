import type { EventEmitter } from "node:events";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { setTimeout as pause } from "node:timers/promises";
import type { Output, Prompter, Reply, StopSignal } from "../ports.ts";
import { standardInput } from "../processes.ts";

/** What the prompter is wired to; `echoes` says whether the far end shows what is typed, as a terminal does. */
export interface Wires {
  readonly input: Readable;
  readonly output: Output;
  readonly signals: Pick<EventEmitter, "on" | "off">;
  readonly echoes: boolean;
  /** Sends this process a signal. */
  readonly raise: (signal: StopSignal) => void;
}

const SIGNALS: readonly StopSignal[] = ["SIGINT", "SIGTERM", "SIGHUP"];

const SIGNAL_WAIT_MS = 100;
/** The two signs of a Windows line end come together from a keyboard. */
const LINE_END_MS = 100;
/** People do not type the next line this soon; a paste does. */
const PASTE_MS = 30;

/** Asks one line at a time, with nothing redrawn. All that is written has to go one way, or it would lose its order. */
export function openPlainPrompter(output: Output): Prompter {
  const stdin = standardInput();
  return plainPrompter({
    input: stdin,
    output,
    signals: process,
    echoes: stdin.isTTY === true,
    raise: (signal) => process.kill(process.pid, signal),
  });
}

/** Lines that arrive from a pipe before they are asked for wait in order; a signal goes before them. */
export function plainPrompter(wires: Wires): Prompter {
  const { output, echoes, raise } = wires;
  const inbox = new Inbox();
  const stopListening = fillInbox(inbox, wires);
  let isWindowGone = false;
  let wasNote = false;
  const listen = async (isNote: boolean): Promise<Reply> => {
    const reply = await inbox.next();
    if (!echoes || !isNote || reply.kind !== "line") return reply;
    await pause(PASTE_MS);
    return { kind: "line", text: [reply.text, ...inbox.takeLines()].join("\n") };
  };
  return {
    async line(prompt, { typing } = {}) {
      const isNote = typing === "note";
      // From a pipe every line is used in its turn; in a terminal it would answer a question that nobody has seen.
      if (echoes && !(isNote && wasNote)) await inbox.forgetLines();
      wasNote = isNote;
      output.write(prompt);
      const reply = await listen(isNote);
      isWindowGone ||= echoes && reply.kind === "signal" && reply.signal === "SIGHUP";
      // Whoever reads along needs the line break that nobody typed.
      if (!echoes || reply.kind !== "line") output.write("\n");
      return reply;
    },
    close() {
      stopListening();
      // Without its terminal Node would abort at its end; the signal ends it as any closed window ends a program.
      if (isWindowGone) raise("SIGHUP");
    },
  };
}

/** Puts every line, signal and the end of the input into the inbox, until the function it gives back is called. */
function fillInbox(
  inbox: Inbox,
  { input, signals, echoes }: Pick<Wires, "input" | "signals" | "echoes">,
): () => void {
  // Just after a shell's `fg` a terminal may send an Enter as it is; the next one is no second half of it.
  const crlfDelay = echoes ? LINE_END_MS : Number.POSITIVE_INFINITY;
  const lines = createInterface({ input, terminal: false, crlfDelay });
  lines.on("line", (text) => inbox.add({ kind: "line", text }));
  const finish = () => inbox.finish({ kind: "end" });
  // Whatever ends the input often ends this program too; its signal says more than the end, so it gets a moment.
  let waits: NodeJS.Timeout | undefined;
  const inputEnded = () => {
    waits = setTimeout(finish, SIGNAL_WAIT_MS);
  };
  lines.on("close", inputEnded);
  // A terminal window that has gone shows as a read error.
  const windowGone = () => inbox.finish({ kind: "signal", signal: "SIGHUP" });
  input.on("error", windowGone);
  // Readline passes the input's errors on, and throws them where nobody listens.
  lines.on("error", windowGone);
  const stop = (signal: StopSignal) => inbox.interrupt({ kind: "signal", signal });
  for (const signal of SIGNALS) signals.on(signal, stop);
  return () => {
    for (const signal of SIGNALS) signals.off(signal, stop);
    lines.off("close", inputEnded);
    clearTimeout(waits);
    lines.close();
    input.off("error", windowGone);
    input.on("error", () => undefined);
  };
}

/** Replies in the order they came, and whoever waits for the next one. */
class Inbox {
  private readonly waiting: Reply[] = [];
  private last: Reply | undefined;
  private wake: ((reply: Reply) => void) | undefined;

  add(reply: Reply): void {
    if (this.wake === undefined) this.waiting.push(reply);
    else this.deliver(reply);
  }

  interrupt(reply: Reply): void {
    if (this.wake === undefined) this.waiting.unshift(reply);
    else this.deliver(reply);
  }

  /** What every call gets once the waiting replies are used up. */
  finish(reply: Reply): void {
    this.last ??= reply;
    if (this.wake !== undefined) this.deliver(this.last);
  }

  /** The lines that wait now; a signal waits on. */
  takeLines(): readonly string[] {
    const waiting = this.waiting.splice(0);
    this.waiting.push(...waiting.filter(({ kind }) => kind !== "line"));
    return waiting.flatMap((reply) => (reply.kind === "line" ? [reply.text] : []));
  }

  /** A terminal gives one line in each turn of the event loop, so what had been typed is read once a whole turn gives none. */
  async forgetLines(): Promise<void> {
    for (let quiet = 0; quiet < 2; ) {
      await new Promise((resolve) => setImmediate(resolve));
      quiet = this.takeLines().length > 0 ? 0 : quiet + 1;
    }
  }

  next(): Promise<Reply> {
    const first = this.waiting.shift() ?? this.last;
    if (first !== undefined) return Promise.resolve(first);
    return new Promise((resolve) => {
      this.wake = resolve;
    });
  }

  private deliver(reply: Reply): void {
    const wake = this.wake;
    this.wake = undefined;
    wake?.(reply);
  }
}
