import { wantsPlain } from "../../files/wants-plain.ts";
import { EXIT, type ExitCode } from "../../platform/errors.ts";
import type { Context, Prompter, Reply, StopSignal } from "../../platform/ports.ts";
import { type Block, text } from "../../terminal/blocks.ts";
import { interviewText } from "../../terminal/interview-text.ts";
import { readAnywhere, tidy } from "../../workshop/parse-input.ts";

/** A few questions to whoever sits at the keyboard, in the same look as a workshop's. */
export interface Conversation {
  readonly context: Context;
  readonly prompter: Prompter;
}

export interface Stopped {
  readonly kind: "stopped";
  readonly exitCode: ExitCode;
}

export interface Question<Value> {
  readonly blocks: readonly Block[];
  readonly prompt: string;
  /** What a line means, or in a sentence why it does not fit. */
  readonly read: (typed: string) => { readonly value: Value } | { readonly problem: string };
}

export async function openConversation(
  context: Context,
  flag: boolean | undefined,
): Promise<Conversation> {
  const plain = await wantsPlain(context, flag);
  return {
    context,
    prompter: await context.openPrompter({ plain, color: context.color && !plain }),
  };
}

const HINT = "Type q to stop.";

/** Asks until a line fits or the person stops. */
export async function ask<Value>(
  conversation: Conversation,
  question: Question<Value>,
): Promise<{ readonly value: Value } | Stopped> {
  say(conversation, question.blocks, { apart: true });
  for (;;) {
    const reply = await conversation.prompter.line(question.prompt, { hint: HINT });
    const typed = typedLine(reply);
    if (typed === undefined) return stopped(conversation, reply);
    const heard = hear(question, typed);
    if ("value" in heard) return heard;
    say(conversation, heard.say);
  }
}

/** Undefined where the person stops or is gone. */
function typedLine(reply: Reply): string | undefined {
  if (reply.kind !== "line") return undefined;
  const typed = tidy(reply.text).trim();
  return readAnywhere(typed, true) === "quit" ? undefined : typed;
}

function hear<Value>(
  { blocks, read }: Question<Value>,
  typed: string,
): { readonly value: Value } | { readonly say: readonly Block[] } {
  if (readAnywhere(typed, true) === "help") return { say: [...blocks, text(HINT)] };
  const understood = read(typed);
  return "value" in understood ? understood : { say: [text(understood.problem)] };
}

export function say(
  { context, prompter }: Conversation,
  blocks: readonly Block[],
  { apart = false }: { readonly apart?: boolean } = {},
): void {
  const bold = prompter.masks === true && context.color;
  const { columns } = context.window();
  const words = interviewText(blocks, { columns, saved: undefined, bold });
  context.stdout.write(`${apart ? "\n" : ""}${words}\n`);
}

const SIGNAL_EXITS: Readonly<Record<StopSignal, ExitCode>> = {
  SIGINT: EXIT.interrupted,
  SIGTERM: EXIT.terminated,
  SIGHUP: EXIT.windowClosed,
};

function stopped(conversation: Conversation, reply: Reply): Stopped {
  const how = reply.kind === "end" ? "The input ended." : "Stopped.";
  say(conversation, [text(`${how} Nothing has been written.`)]);
  const exitCode = reply.kind === "signal" ? SIGNAL_EXITS[reply.signal] : EXIT.done;
  return { kind: "stopped", exitCode };
}
