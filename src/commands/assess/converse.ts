import type { Reply } from "../../context.ts";
import { EXIT, type ExitCode } from "../../errors.ts";
import { text } from "../../interview/block.ts";
import { beginInterview, endInterview, hearLine, type Step } from "../../interview/interview.ts";
import type { LocalTime } from "../../interview/when.ts";
import { Keeper } from "./keeper.ts";
import { localTime, momentOf } from "./moment.ts";
import type { Opened } from "./opening.ts";
import { endingOf, type Talk } from "./talk.ts";

/** Walks through the questions until the end, a stop or a signal. Each step is saved before it is shown. */
export async function converse(talk: Talk, opened: Opened): Promise<ExitCode> {
  const { context } = talk;
  const keeper = new Keeper(talk, opened);
  const start = { ...opened, fileName: keeper.name, stopped: lastStop(opened) };
  let exitCode: ExitCode = EXIT.done;
  let step = beginInterview(start, momentOf(context.now()));
  for (;;) {
    const kept = await keeper.keep(step.edits);
    if (kept.kind === "given-up") return giveUp(talk, keeper, kept.reply);
    show(talk, step);
    if (step.prompt === undefined) return exitCode;
    const state = { ...step.state, fileName: keeper.name };
    const reply = await talk.ask(step.prompt);
    const moment = momentOf(context.now());
    if (reply.kind === "line") {
      step = hearLine(state, reply.text, moment);
    } else {
      const ending = endingOf(reply);
      exitCode = ending.exitCode;
      step = endInterview(state, ending.how, moment);
    }
  }
}

function lastStop({ file }: Opened): LocalTime | undefined {
  const ended = file.sessions?.at(-1)?.ended;
  return ended === undefined ? undefined : localTime(new Date(ended));
}

function show(talk: Talk, { saved, blocks }: Step): void {
  if (saved !== undefined) talk.say([text(`Saved ${talk.saved}. ${saved}`.trim())]);
  talk.say(blocks);
}

function giveUp(talk: Talk, keeper: Keeper, reply: Reply): ExitCode {
  const words = `Stopped. The last answer is NOT SAVED. What was saved before is in ${keeper.name}`;
  talk.say([text(words)]);
  return reply.kind === "signal" ? endingOf(reply).exitCode : EXIT.file;
}
