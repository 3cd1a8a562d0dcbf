import { withAssessment } from "../../files/assessment-file.ts";
import { isPlain } from "../../files/plain-mode.ts";
import type { ExitCode } from "../../platform/errors.ts";
import type { Context } from "../../platform/ports.ts";
import { Conversation } from "../../terminal/conversation.ts";
import { askWhileHeld } from "./held-elsewhere.ts";
import {
  type AssessOptions,
  findOpening,
  type NewOpening,
  type Opened,
  openingPath,
} from "./open-assessment.ts";

/** A workshop at the keyboard, from the first word to the last save. */
export async function runSession(context: Context, options: AssessOptions): Promise<ExitCode> {
  const talk = await Conversation.open(context, {
    plain: await isPlain(context, options.plain),
    hint: "Type ? for help, or q to stop.",
    nothingDone: "Nothing has been saved yet.",
  });
  try {
    return await ask(talk, options);
  } finally {
    talk.close();
  }
}

async function ask(talk: Conversation, options: AssessOptions): Promise<ExitCode> {
  const found = await soundOpening(talk, options);
  if (typeof found === "number") return found;
  const opening = await orNewOne(talk, options, found);
  if (typeof opening === "number") return opening;
  if (opening.kind === "new") {
    const { startNew } = await import("./start-new.ts");
    return startNew(talk, opening, async (file, opened) => {
      const { converse } = await import("./converse.ts");
      return converse(talk, file, opened);
    });
  }
  return withAssessment<ExitCode>(
    talk.context,
    opening.path,
    async (file) => {
      // What somebody else saved while we waited for the lock is what we start from.
      const fresh = await findOpening(talk.context, options, file);
      const { converse } = await import("./converse.ts");
      return converse(talk, file, fresh.kind === "new" ? opening : fresh);
    },
    (held) => askWhileHeld(talk, held, opening.path),
  );
}

/** What is finished is not opened again without a word: the people may want a new one. */
async function orNewOne(
  talk: Conversation,
  options: AssessOptions,
  opening: Opened | NewOpening,
): Promise<Opened | NewOpening | ExitCode> {
  if (opening.kind === "new") return opening;
  const { askWhetherNew, isFinished } = await import("./next-assessment.ts");
  const { task = "talk", question } = options;
  if (task !== "talk" || question !== undefined || !isFinished(opening.file)) return opening;
  const chosen = await askWhetherNew(talk, opening);
  if (chosen !== "new") return chosen === "change" ? opening : chosen;
  return findOpening(talk.context, { ...options, file: undefined, from: opening.path, rubric: [] });
}

/** What is to be asked; where its file is damaged, from the last good copy if the people say so. */
async function soundOpening(
  talk: Conversation,
  options: AssessOptions,
): Promise<Opened | NewOpening | ExitCode> {
  const { offerFuller, recover } = await import("./recover.ts");
  try {
    const opening = await findOpening(talk.context, options);
    if (opening.kind === "new") return opening;
    const chosen = await offerFuller(talk, opening.path, opening.file);
    if (chosen === "copy") return findOpening(talk.context, options);
    return chosen === "file" ? opening : chosen;
  } catch (problem) {
    const path = await openingPath(talk.context, options.file);
    const exitCode = await recover(talk, path, problem);
    return exitCode ?? findOpening(talk.context, options);
  }
}
