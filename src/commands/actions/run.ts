import type { Action } from "../../assessment/schema.ts";
import { actionList } from "../../assessment/text/action-list.ts";
import { displayPath } from "../../files/display-path.ts";
import { requireAssessment } from "../../files/find-assessment.ts";
import { type LoadedAssessment, loadGiven } from "../../files/load-assessment.ts";
import { diagnosticsText } from "../../lint/reporters/diagnostics.ts";
import { EXIT, type ExitCode, UserError } from "../../platform/errors.ts";
import type { Context } from "../../platform/ports.ts";
import { outlineText } from "../../terminal/outline-text.ts";
import { readable } from "../../terminal/page-width.ts";
import type { ActionsOptions } from "./options.ts";
import { progressOf, withProgress } from "./progress.ts";
import { saveAction } from "./save-action.ts";

export async function runActions(
  context: Context,
  file: string | undefined,
  options: ActionsOptions,
): Promise<ExitCode> {
  const progress = progressOf(options);
  if (file === "-" && progress !== undefined) {
    throw new UserError("Progress can't be written into standard input.", {
      hint: "Give the path of the assessment.",
      exitCode: EXIT.wrongUse,
    });
  }
  const path = file === "-" ? file : await requireAssessment(context, file);
  const loaded = await loadGiven(context, path);
  context.stderr.write(diagnosticsText(loaded.warnings, loaded.texts, { color: context.color }));
  if (progress === undefined) {
    context.stdout.write(listText(context, loaded, options));
    return EXIT.done;
  }
  const action = withProgress(loaded.assessment.actions, progress);
  await record(context, loaded, action);
  return EXIT.done;
}

function listText(
  context: Context,
  { assessment: { title, actions } }: LoadedAssessment,
  { late = false, who, owner }: ActionsOptions,
): string {
  const today = context.now().toISOString().slice(0, 10);
  const blocks = actionList({ title, actions, today }, { late, who, noOwner: !owner });
  return outlineText(blocks, readable(context));
}

const SAID = {
  planned: "planned",
  doing: "under way",
  done: "done",
  dropped: "dropped",
} as const;

async function record(context: Context, loaded: LoadedAssessment, action: Action): Promise<void> {
  const saved = await saveAction(context, loaded, action);
  const name = displayPath(context, saved.path);
  const { id, do: title, status = "planned" } = action;
  if (saved.keptBoth) {
    context.stdout.write(
      `Something else changed the file meanwhile. We have kept both: this change is in ${name}.\n`,
    );
  }
  context.stdout.write(`Action ${id} is ${SAID[status]}: ${title}\nSaved in ${name}\n`);
}
