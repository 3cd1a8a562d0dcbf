import type { AssessmentWriter } from "../../files/assessment-file.ts";
import { EXIT, type ExitCode } from "../../platform/errors.ts";
import type { Reply } from "../../platform/ports.ts";
import { paragraph, spare } from "../../terminal/blocks.ts";
import { type Conversation, endingOf } from "../../terminal/conversation.ts";
import type { Clock } from "../dates.ts";
import { clockAt, type LocalTime, localTime } from "../dates.ts";
import { beginInterview, endInterview, hearLine, type Step } from "../machine.ts";
import { commandArgument } from "../screens/closing.ts";
import type { Interview } from "../state.ts";
import type { Opened } from "./open-assessment.ts";
import { type SaveOutcome, SaveSession } from "./save-session.ts";

/** Walks through the questions until the end, a stop or a signal. Each step is saved before it is shown. */
export async function converse(
  talk: Conversation,
  file: AssessmentWriter,
  opened: Opened,
): Promise<ExitCode> {
  const { context, masks: masked } = talk;
  const session = new SaveSession(talk, file, opened);
  const { lastTimeOf } = await import("./next-assessment.ts");
  const before = await lastTimeOf(context, opened);
  const start = { ...opened, fileName: session.name, stopped: lastStop(opened), masked, ...before };
  const step = beginInterview(start, clockAt(context.now()));
  const { began } = step.state;
  await session.keepCopy(began);
  const exitCode = await walk(talk, session, step);
  await session.keepCopy(began);
  return exitCode;
}

async function walk(talk: Conversation, session: SaveSession, first: Step): Promise<ExitCode> {
  let exitCode: ExitCode = EXIT.done;
  for (let stepIn = (_: string) => first; ; ) {
    const name = session.name;
    const step = stepIn(name);
    const outcome = await session.save(step.state.file);
    if (outcome.kind === "given-up") return await giveUp(talk, session, outcome.reply);
    if (outcome.reply !== undefined) exitCode = codeOf(outcome.reply, exitCode);
    const { prompt } = step;
    // The save itself can lead to another file, and then the last words name that one.
    show(talk, session.name === name ? step : stepIn(session.name), outcome);
    if (prompt === undefined) return exitCode;
    const reply = outcome.reply ?? (await talk.line(prompt, step.typing));
    exitCode = codeOf(reply, exitCode);
    const now = clockAt(talk.context.now());
    stepIn = (fileName) => after({ ...step.state, fileName }, reply, now);
  }
}

function codeOf(reply: Reply, before: ExitCode): ExitCode {
  return reply.kind === "line" ? before : endingOf(reply).exitCode;
}

function after(state: Interview, reply: Reply, now: Clock): Step {
  return reply.kind === "line"
    ? hearLine(state, reply.text, now)
    : endInterview(state, endingOf(reply).how, now);
}

function lastStop({ file }: Opened): LocalTime | undefined {
  const ended = file.sessions?.at(-1)?.ended;
  return ended === undefined ? undefined : localTime(new Date(ended));
}

function show(
  talk: Conversation,
  { saved, blocks, reminder = [], inFull = false, prompt, page }: Step,
  { kind }: SaveOutcome,
): void {
  // Nobody waits for the next question where the people have said that they stop.
  if (kind === "stop" && prompt !== undefined) return;
  const words = saved === undefined ? [] : [paragraph(`Saved ${talk.saved}. ${saved}`.trim())];
  talk.say(page?.turns === true ? words.map((each) => spare(2, each)) : words);
  talk.say(blocks, page === undefined ? { apart: true } : { reminder, inFull, page });
}

async function giveUp(talk: Conversation, session: SaveSession, reply: Reply): Promise<ExitCode> {
  const where = (await session.isThere())
    ? `What was saved before is in ${session.name}`
    : `${session.name} is not there any more. If a copy is beside it, this brings it back: coprod restore ${commandArgument(session.name)}`;
  talk.say([paragraph(`Stopped. The last answer is NOT SAVED. ${where}`)]);
  return reply.kind === "signal" ? endingOf(reply).exitCode : EXIT.file;
}
