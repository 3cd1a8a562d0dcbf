import { lintTargets } from "../../lint/engine/targets.ts";
import { lintText } from "../../lint/lint-text.ts";
import { type MeasuredPart, readingText } from "../../lint/reporters/reading-text.ts";
import { isEnglish, subjectOf } from "../../lint/subject.ts";
import { measureProse } from "../../lint/text/readability.ts";
import { poolsOf } from "../../lint/text/reading-units.ts";
import { EXIT, type ExitCode } from "../../platform/errors.ts";
import type { Context } from "../../platform/ports.ts";

/** Prints how each section of some files reads, by the usual formulas. */
export async function explainReading(
  context: Context,
  paths: readonly string[],
): Promise<ExitCode> {
  for (const { path, file } of await lintTargets(context, paths)) {
    const parts = partsOf(file, await context.files.read(path));
    context.stdout.write(`\n${readingText(file, parts)}`);
  }
  return EXIT.done;
}

function partsOf(file: string, text: string): readonly MeasuredPart[] {
  // Only the rules need what stands around a file.
  const around = { today: "", agreed: [], sources: [], schemaAddress: undefined };
  const subject = subjectOf(lintText(file, text), { ...around, readability: undefined });
  if (subject === undefined || !isEnglish(subject)) return [];
  const glossary = Object.keys(subject.glossary);
  return poolsOf(subject).map(({ title, prose }) => ({
    title,
    measures: measureProse(prose, glossary),
  }));
}
