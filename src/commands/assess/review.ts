import type { Context } from "../../context.ts";
import { EXIT, type ExitCode } from "../../errors.ts";
import { itemsOf } from "../../interview/item.ts";
import { reviewBlocks } from "../../interview/review.ts";
import { diagnosticsText } from "../../report/diagnostics.ts";
import { interviewText } from "../../report/interview-text.ts";
import { requireAssessment } from "../../workspace/find-assessment.ts";
import { loadAssessment } from "../../workspace/load-assessment.ts";

/** Reads the answers back and changes nothing. */
export async function reviewAnswers(context: Context, file: string | undefined): Promise<ExitCode> {
  const path = await requireAssessment(context, file);
  const loaded = await loadAssessment(context, path);
  const { rubrics } = loaded.assessment;
  const items = itemsOf(rubrics, { quick: false });
  const blocks = reviewBlocks({ rubrics, items, file: loaded.file });
  context.stderr.write(diagnosticsText(loaded.warnings, loaded.texts, { color: context.color }));
  const { columns } = context;
  context.stdout.write(`${interviewText(blocks, { columns, saved: undefined })}\n`);
  return EXIT.done;
}
