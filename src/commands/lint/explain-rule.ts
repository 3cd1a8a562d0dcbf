import { ruleListText, rulePageText } from "../../lint/reporters/rule-page.ts";
import { RULE_NAMES, RULE_PAGES } from "../../lint/rule-page.ts";
import { EXIT, type ExitCode, UserError } from "../../platform/errors.ts";
import type { Context } from "../../platform/ports.ts";
import { nearest } from "../../util/suggest.ts";

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
  const { explainReading } = await import("./explain-reading.ts");
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
