import { EXIT, type ExitCode } from "../../platform/errors.ts";
import type { Reply } from "../../platform/ports.ts";
import { text } from "../../terminal/blocks.ts";
import { beginInterview, endInterview, hearLine, type Step } from "../interview.ts";
import type { Interview, Moment } from "../state.ts";
import type { LocalTime } from "../when.ts";
import { localTime, momentOf } from "./clock.ts";
import type { Opened } from "./opening.ts";
import { Keeper, type Kept } from "./save-session.ts";
import { endingOf, type Talk } from "./talk.ts";

/** Walks through the questions until the end, a stop or a signal. Each step is saved before it is shown. */
export async function converse(talk: Talk, opened: Opened): Promise<ExitCode> {
  const { context, masks: masked } = talk;
  const keeper = new Keeper(talk, opened);
  const start = { ...opened, fileName: keeper.name, stopped: lastStop(opened), masked };
  const step = beginInterview(start, momentOf(context.now()));
  const { began } = step.state;
  await keeper.keepCopy(began);
  const exitCode = await walk(talk, keeper, step);
  await keeper.keepCopy(began);
  return exitCode;
}

async function walk(talk: Talk, keeper: Keeper, first: Step): Promise<ExitCode> {
  let exitCode: ExitCode = EXIT.done;
  for (let stepIn = (_: string) => first; ; ) {
    const name = keeper.name;
    const step = stepIn(name);
    const kept = await keeper.keep(step.edits);
    if (kept.kind === "given-up") return giveUp(talk, keeper, kept.reply);
    if (kept.reply !== undefined) exitCode = codeOf(kept.reply, exitCode);
    const { prompt } = step;
    // The save itself can lead to another file, and then the last words name that one.
    show(talk, keeper.name === name ? step : stepIn(keeper.name), kept);
    if (prompt === undefined) return exitCode;
    const reply = kept.reply ?? (await talk.ask(prompt, step.typing));
    exitCode = codeOf(reply, exitCode);
    const moment = momentOf(talk.context.now());
    stepIn = (fileName) => after({ ...step.state, fileName }, reply, moment);
  }
}

function codeOf(reply: Reply, before: ExitCode): ExitCode {
  return reply.kind === "line" ? before : endingOf(reply).exitCode;
}

function after(state: Interview, reply: Reply, moment: Moment): Step {
  return reply.kind === "line"
    ? hearLine(state, reply.text, moment)
    : endInterview(state, endingOf(reply).how, moment);
}

function lastStop({ file }: Opened): LocalTime | undefined {
  const ended = file.sessions?.at(-1)?.ended;
  return ended === undefined ? undefined : localTime(new Date(ended));
}

function show(
  talk: Talk,
  { saved, blocks, reminder = [], inFull = false, prompt }: Step,
  { kind }: Kept,
): void {
  // Nobody waits for the next question where the people have said that they stop.
  if (kind === "stop" && prompt !== undefined) return;
  if (saved !== undefined) talk.say([text(`Saved ${talk.saved}. ${saved}`.trim())]);
  talk.say(blocks, { reminder, inFull });
}

function giveUp(talk: Talk, keeper: Keeper, reply: Reply): ExitCode {
  const words = `Stopped. The last answer is NOT SAVED. What was saved before is in ${keeper.name}`;
  talk.say([text(words)]);
  return reply.kind === "signal" ? endingOf(reply).exitCode : EXIT.file;
}
