import { EXIT, type ExitCode, UserError } from "../../platform/errors.ts";
import type { Context } from "../../platform/ports.ts";
import { nearest } from "../../util/suggest.ts";
import { lintText } from "../lint-text.ts";
import { type MeasuredPart, readingText } from "../reporters/reading-text.ts";
import { ruleListText, rulePageText } from "../reporters/rule-page.ts";
import { RULE_NAMES, RULE_PAGES } from "../rule-page.ts";
import { isEnglish, subjectOf } from "../subject.ts";
import { measureProse } from "../text/readability.ts";
import { poolsOf } from "../text/reading-units.ts";
import { lintTargets } from "./targets.ts";

/** Prints a rule's page, or the list of all rules; with files, the figures of the one rule that has some. */
export async function explainRule(
  context: Context,
  name: string | boolean,
  paths: readonly string[],
): Promise<ExitCode> {
  if (typeof name !== "string") {
    context.stdout.write(ruleListText(RULE_PAGES));
    return EXIT.done;
  }
  const page = RULE_PAGES.find((each) => each.name === name);
  if (page === undefined) throw unknownRule(name);
  context.stdout.write(rulePageText(page, context.columns));
  if (paths.length === 0) return EXIT.done;
  if (page.name !== "plain/reading-age") {
    throw new UserError(`${page.name} has no figures to show for a file.`, {
      hint: "Only plain/reading-age has. Leave the file out to read about the rule.",
      exitCode: EXIT.wrongUse,
    });
  }
  return explainReading(context, paths);
}

function unknownRule(name: string): UserError {
  const near = nearest(name, RULE_NAMES);
  return new UserError(`There is no rule called "${name}".`, {
    hint:
      near.length > 0
        ? `Did you mean "${near.join('" or "')}"?`
        : 'See them all with "coprod lint --explain".',
    exitCode: EXIT.wrongUse,
  });
}

/** Prints how each section of some files reads, by the usual formulas. */
async function explainReading(context: Context, paths: readonly string[]): Promise<ExitCode> {
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
