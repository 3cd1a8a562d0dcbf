import type { Severity } from "../yaml/diagnostic.ts";
import { PARSER_PROBLEMS } from "./problems/index.ts";
import type { ParserProblem, RuleAbout } from "./problems/problem.ts";
import type { OptionSpec } from "./rule.ts";
import { LINT_RULES } from "./rules/index.ts";

/** What a rule's page shows. */
export interface RulePage {
  readonly name: string;
  readonly severity: Severity;
  /** Whether the settings can change it. */
  readonly canChange: boolean;
  readonly canFix: boolean;
  readonly about: RuleAbout;
  readonly options: Readonly<Record<string, OptionSpec>>;
}

/** Every rule's page, by name. */
export const RULE_PAGES: readonly RulePage[] = [
  ...Object.entries<ParserProblem<never>>(PARSER_PROBLEMS).flatMap(
    ([name, { severity, about, meant }]) =>
      about === undefined
        ? []
        : [{ name, severity, about, canFix: meant !== undefined, canChange: false, options: {} }],
  ),
  ...LINT_RULES.map(({ name, severity, canFix, about, options }) => ({
    name,
    severity,
    canFix,
    canChange: true,
    about,
    options,
  })),
].sort((a, b) => (a.name < b.name ? -1 : 1));

/** Every name that a comment or `--explain` can mean. */
export const RULE_NAMES: readonly string[] = RULE_PAGES.map(({ name }) => name);
