import type { Reply } from "../../platform/ports.ts";
import { text } from "../../terminal/blocks.ts";
import { fold } from "../parse-input.ts";
import type { Talk } from "./talk.ts";

export type NoLine = Exclude<Reply, { kind: "line" }>;

interface Choosing<Choice extends string> {
  readonly prompt: string;
  /** What can be typed for each choice, in small letters. */
  readonly words: Readonly<Record<Choice, readonly string[]>>;
  /** Said where something else is typed. */
  readonly otherwise: string;
}

/** Asks until one of the choices is typed, or nobody can type any more. */
export async function choose<Choice extends string>(
  talk: Talk,
  { prompt, words, otherwise }: Choosing<Choice>,
): Promise<Choice | NoLine> {
  for (;;) {
    const reply = await talk.ask(prompt);
    if (reply.kind !== "line") return reply;
    const typed = fold(reply.text);
    const choices = Object.keys(words) as Choice[];
    const chosen = choices.find((choice) => words[choice].includes(typed));
    if (chosen !== undefined) return chosen;
    talk.say([text(otherwise)]);
  }
}

export const QUIT: readonly string[] = ["q", "quit", "stop", "exit"];
