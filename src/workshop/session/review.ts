import { requireAssessment } from "../../files/assessment-file.ts";
import { loadAssessment } from "../../files/load-assessment.ts";
import { diagnosticsText } from "../../lint/reporters/diagnostics.ts";
import { EXIT, type ExitCode } from "../../platform/errors.ts";
import type { Context } from "../../platform/ports.ts";
import { wallText } from "../../terminal/to-text.ts";
import { itemsOf } from "../item.ts";
import { reviewBlocks } from "../screens/review.ts";

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
