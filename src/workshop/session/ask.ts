import { EXIT, type ExitCode } from "../../platform/errors.ts";
import type { Reply } from "../../platform/ports.ts";
import { text } from "../../terminal/blocks.ts";
import { fold, readAnywhere, tidy } from "../parse-input.ts";
import { endingOf, type Talk } from "./talk.ts";

export interface Stopped {
  readonly kind: "stopped";
  readonly exitCode: ExitCode;
}

const LONGEST_LINE = 200;

export interface Asked {
  readonly words: string;
  readonly prompt: string;
  /** Said where somebody asks for help; the question again where there is none. */
  readonly help?: string;
}

/** One line of text, empty where it is left out; or how the conversation ended. */
export async function ask(
  talk: Talk,
  { words, prompt, help = `${words} Type q to stop.` }: Asked,
): Promise<string | Stopped> {
  talk.say([text(words)], { apart: true });
  for (;;) {
    const reply = await talk.ask(prompt);
    if (reply.kind !== "line") return stopped(talk, reply);
    const typed = tidy(reply.text).trim();
    // Nobody's charity or file is called "help", and whoever types it needs some.
    const anywhere = readAnywhere(typed, fold(typed) !== "help");
    if (anywhere === "quit") return stopped(talk, undefined);
    const fits = typed.length <= LONGEST_LINE;
    if (anywhere === undefined && fits) return typed;
    talk.say([text(fits ? help : "That is too long. Use at most 200 signs.")]);
  }
}

function stopped(talk: Talk, reply: Exclude<Reply, { kind: "line" }> | undefined): Stopped {
  const nothing = "Nothing has been saved yet.";
  if (reply === undefined) {
    talk.say([text(`Stopped. ${nothing}`)]);
    return { kind: "stopped", exitCode: EXIT.done };
  }
  const { exitCode } = endingOf(reply);
  talk.say([text(`${reply.kind === "end" ? "The input ended." : "Stopped."} ${nothing}`)]);
  return { kind: "stopped", exitCode };
}
