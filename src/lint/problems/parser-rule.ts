import type { Severity } from "../../yaml/diagnostic.ts";
import type { RuleAbout } from "../rule.ts";

/** A rule of the parsers, for its page: it finds what makes a file unusable, so it is always on. */
export interface ParserRule {
  readonly name: string;
  readonly severity: Severity;
  readonly about: RuleAbout;
  readonly canFix?: boolean;
}
