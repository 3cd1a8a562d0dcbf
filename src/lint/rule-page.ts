import type { Severity } from "../yaml/diagnostic.ts";
import { PARSER_RULES } from "./problems/parser-rules.ts";
import type { OptionSpec, RuleAbout } from "./rule.ts";
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
  ...PARSER_RULES.map(({ canFix = false, ...rule }) => ({
    ...rule,
    canFix,
    canChange: false,
    options: {},
  })),
  ...LINT_RULES.map(({ name, severity, canFix, about, options }) => ({
    name,
    severity,
    canFix,
    canChange: true,
    about,
    options,
  })),
].sort((a, b) => (a.name < b.name ? -1 : 1));
