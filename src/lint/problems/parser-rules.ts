import { ANSWER_RULES } from "./answer-rules.ts";
import { FILE_RULES } from "./file-rules.ts";
import type { ParserRule } from "./parser-rule.ts";
import { RUBRIC_RULES } from "./rubric-rules.ts";
import { TEMPLATE_RULES } from "./template-rules.ts";

/** Every rule that is always on. */
export const PARSER_RULES: readonly ParserRule[] = [
  ...FILE_RULES,
  ...RUBRIC_RULES,
  ...ANSWER_RULES,
  ...TEMPLATE_RULES,
];
