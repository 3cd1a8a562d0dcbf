import { requireAssessment } from "../../files/assessment-file.ts";
import { displayPath } from "../../files/display-path.ts";
import { loadAssessment } from "../../files/load-assessment.ts";
import { diagnosticsText } from "../../lint/reporters/diagnostics.ts";
import { EXIT, type ExitCode, UserError } from "../../platform/errors.ts";
import type { Context } from "../../platform/ports.ts";
import { wallText } from "../../terminal/to-text.ts";
import { itemsOf } from "../items.ts";
import { isOpen } from "../responses.ts";
import { reviewBlocks } from "../screens/review.ts";
import { type AssessOptions, findOpening } from "./open-assessment.ts";

const HINT = "To answer from a file, use --answers FILE. To be asked, leave out --no-input.";

/** For scripts: says whether everything has been asked, and never asks. */
export async function withoutAsking(context: Context, options: AssessOptions): Promise<ExitCode> {
  const opening = await findOpening(context, options);
  if (opening.kind === "new") {
    throw new UserError("There is no assessment yet, and --no-input says not to ask.", {
      hint: HINT,
      exitCode: EXIT.wrongUse,
    });
  }
  const { file, rubrics, quick } = opening;
  const open = itemsOf(rubrics, { quick }).filter((item) => isOpen({ file }, item)).length;
  const name = displayPath(context, opening.path);
  if (open === 0) {
    context.stdout.write(`Nothing is left to ask in ${name}\n`);
    return EXIT.done;
  }
  const what = open === 1 ? "1 question or checklist" : `${open} questions or checklists`;
  throw new UserError(`${name} has ${what} to do, and --no-input says not to ask.`, {
    hint: HINT,
    exitCode: EXIT.wrongUse,
  });
}

/** Reads the answers back and changes nothing. */
export async function reviewAnswers(context: Context, file: string | undefined): Promise<ExitCode> {
  const path = await requireAssessment(context, file);
  const loaded = await loadAssessment(context, path);
  const { rubrics } = loaded.assessment;
  const items = itemsOf(rubrics, { quick: false });
  const blocks = reviewBlocks({ rubrics, items, file: loaded.file });
  context.stderr.write(diagnosticsText(loaded.warnings, loaded.texts, { color: context.color }));
  const { columns } = context;
  context.stdout.write(`${wallText(blocks, { columns, saved: undefined })}\n`);
  return EXIT.done;
}
