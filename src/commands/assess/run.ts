import type { Context } from "../../context.ts";
import { EXIT, type ExitCode, UserError } from "../../errors.ts";
import { converse } from "./converse.ts";
import { findOpening } from "./opening.ts";
import type { AssessOptions } from "./options.ts";
import { reviewAnswers } from "./review.ts";
import { startNew } from "./start-new.ts";
import { takeAnswers } from "./take-answers.ts";
import { Talk } from "./talk.ts";
import { withoutAsking } from "./without-asking.ts";

/** Asks the questions of an assessment, or takes or shows its answers without asking. */
export async function runAssess(context: Context, options: AssessOptions): Promise<ExitCode> {
  if (options.answers !== undefined) return takeAnswers(context, options, options.answers);
  if (options.review) return reviewAnswers(context, options.file);
  if (options.noInput) return withoutAsking(context, options);
  if (!context.interactive && !options.plain) {
    throw new UserError("This needs a keyboard and a screen.", {
      hint: "To answer from a file, use --answers FILE. To be asked one line at a time, use --plain.",
      exitCode: EXIT.wrongUse,
    });
  }
  const opening = await findOpening(context, options);
  const talk = new Talk(context);
  try {
    const opened = opening.kind === "new" ? await startNew(talk, opening) : opening;
    return opened.kind === "stopped" ? opened.exitCode : await converse(talk, opened);
  } finally {
    talk.close();
  }
}
