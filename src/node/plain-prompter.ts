import type { EventEmitter } from "node:events";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import type { Output, Prompter, Reply, StopSignal } from "../context.ts";

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

/** Asks on this process's own streams, one line at a time, with nothing redrawn. */
export function openPlainPrompter(): Prompter {
  const { stdin, stdout } = process;
  const output: Output = {
    write(text) {
      if (stdout.writable) stdout.write(text);
    },
  };
  return plainPrompter({
    input: stdin,
    output,
    signals: process,
    echoes: stdin.isTTY === true,
    raise: (signal) => process.kill(process.pid, signal),
  });
}

/** Lines that arrive before they are asked for wait in order; a signal goes before them. */
export function plainPrompter({ input, output, signals, echoes, raise }: Wires): Prompter {
  const inbox = new Inbox();
  const lines = createInterface({ input, terminal: false, crlfDelay: Number.POSITIVE_INFINITY });
  lines.on("line", (text) => inbox.add({ kind: "line", text }));
  const finish = () => inbox.finish({ kind: "end" });
  // When a terminal goes away its end and the signal come at once; the signal says more, so it gets a moment.
  const inputEnded = () => (echoes ? setTimeout(finish, SIGNAL_WAIT_MS) : finish());
  lines.on("close", inputEnded);
  // A terminal window that has gone shows as a read error.
  const windowGone = () => inbox.finish({ kind: "signal", signal: "SIGHUP" });
  input.on("error", windowGone);
  // Readline passes the input's errors on, and throws them where nobody listens.
  lines.on("error", windowGone);
  const stop = (signal: StopSignal) => inbox.interrupt({ kind: "signal", signal });
  for (const signal of SIGNALS) signals.on(signal, stop);
  let isWindowGone = false;
  return {
    async line(prompt) {
      output.write(prompt);
      const reply = await inbox.next();
      isWindowGone ||= echoes && reply.kind === "signal" && reply.signal === "SIGHUP";
      // Whoever reads along needs the line break that nobody typed.
      if (!echoes || reply.kind !== "line") output.write("\n");
      return reply;
    },
    close() {
      for (const signal of SIGNALS) signals.off(signal, stop);
      lines.off("close", inputEnded);
      lines.close();
      input.off("error", windowGone);
      input.on("error", () => undefined);
      // Without its terminal Node would abort at its end; the signal ends it as any closed window ends a program.
      if (isWindowGone) raise("SIGHUP");
    },
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
