import { releaseLock } from "../../files/assessment-lock.ts";
import { EXIT, type ExitCode, UserError } from "../../platform/errors.ts";
import type { Context } from "../../platform/ports.ts";
import { hold } from "../../workshop/session/acquire-lock.ts";
import { isPlain } from "../../workshop/session/is-plain.ts";
import {
  findOpening,
  type NewOpening,
  type Opened,
  openingPath,
} from "../../workshop/session/opening.ts";
import type { AssessOptions } from "../../workshop/session/options.ts";
import { startNew } from "../../workshop/session/start-new.ts";
import { Talk } from "../../workshop/session/talk.ts";

/** Asks the questions of an assessment, or takes or shows its answers without asking. */
export async function runAssess(context: Context, options: AssessOptions): Promise<ExitCode> {
  if (options.answers !== undefined) {
    const { takeAnswers } = await import("../../workshop/session/import-answers.ts");
    return takeAnswers(context, options, options.answers);
  }
  if (options.review)
    return (await import("../../workshop/session/review.ts")).reviewAnswers(context, options.file);
  if (options.noInput)
    return (await import("../../workshop/session/without-asking.ts")).withoutAsking(
      context,
      options,
    );
  if (!context.interactive && options.plain !== true) {
    throw new UserError("This needs a keyboard and a screen.", {
      hint: "To answer from a file, use --answers FILE. To be asked one line at a time, use --plain.",
      exitCode: EXIT.wrongUse,
    });
  }
  const talk = await Talk.open(context, { plain: await isPlain(context, options) });
  try {
    return await ask(talk, options);
  } finally {
    talk.close();
  }
}

async function ask(talk: Talk, options: AssessOptions): Promise<ExitCode> {
  const opening = await soundOpening(talk, options);
  if (typeof opening === "number") return opening;
  const opened = opening.kind === "new" ? await startNew(talk, opening) : opening;
  if (opened.kind === "stopped") return opened.exitCode;
  const held = await hold(talk, opened.path);
  if (held.kind === "stopped") return held.exitCode;
  try {
    // What somebody else saved while we waited for the lock is what we start from.
    const fresh = opened.fresh ? opened : await findOpening(talk.context, options);
    // Loaded only now: the first question of a new assessment comes sooner.
    const { converse } = await import("../../workshop/session/converse.ts");
    return await converse(talk, fresh.kind === "new" ? opened : fresh);
  } finally {
    await releaseLock(talk.context, held.lock);
  }
}

/** What is to be asked; where its file is damaged, from the last good copy if the people say so. */
async function soundOpening(
  talk: Talk,
  options: AssessOptions,
): Promise<Opened | NewOpening | ExitCode> {
  try {
    return await findOpening(talk.context, options);
  } catch (problem) {
    const path = await openingPath(talk.context, options.file);
    const { recover } = await import("../../workshop/session/recover.ts");
    const exitCode = await recover(talk, path, problem);
    return exitCode ?? findOpening(talk.context, options);
  }
}
