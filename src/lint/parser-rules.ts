import { ANSWER_RULES } from "./parser-rules/answer-rules.ts";
import { FILE_RULES } from "./parser-rules/file-rules.ts";
import type { ParserRule } from "./parser-rules/parser-rule.ts";
import { RUBRIC_RULES } from "./parser-rules/rubric-rules.ts";
import { TEMPLATE_RULES } from "./parser-rules/template-rules.ts";

/** Every rule that is always on. */
export const PARSER_RULES: readonly ParserRule[] = [
  ...FILE_RULES,
  ...RUBRIC_RULES,
  ...ANSWER_RULES,
  ...TEMPLATE_RULES,
];
