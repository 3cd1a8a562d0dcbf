import * as z from "zod/mini";
import { described, optional } from "../../yaml/fields.ts";

const LINT_FORMAT = "lint/1";

const count = z.int().check(z.gte(0));
const position = z.strictObject({
  line: described(z.int().check(z.gte(1)), "Counts from 1."),
  column: described(z.int().check(z.gte(1)), "Counts from 1, in UTF-16 units."),
});
const place = { start: position, end: described(position, "Just after the last character.") };

const problem = z.strictObject({
  rule: described(z.string(), "The rule's name, such as shape/missing."),
  severity: z.enum(["error", "warning", "info"]),
  message: described(z.string(), "What is wrong, why it matters and what to do, on one line."),
  file: described(z.string(), "As named or found, with forward slashes."),
  ...place,
  path: described(
    z.array(z.union([z.string(), z.int().check(z.gte(0))])),
    "Keys and list positions from the top of the file. Empty where it could not be read.",
  ),
  idPath: described(z.string(), "The path with ids in place of positions. May be empty."),
  help: described(z.string(), "The command that shows the rule's page."),
  fix: optional(
    z.strictObject({
      edits: z.array(
        z.strictObject({ ...place, text: described(z.string(), "What to put there.") }),
      ),
    }),
    "Where the correction is sure.",
  ),
  more: optional(
    count,
    "How many more of the rule in this file are only counted: beyond a thousand.",
  ),
  related: described(
    z.array(z.strictObject({ ...place, message: z.string() })),
    "Other places in the same file that belong to it.",
  ),
});

/** What `coprod lint --format json` prints. */
export const lintSchema = z.strictObject({
  coprod: z.literal(LINT_FORMAT),
  version: described(z.string(), "Of coprod."),
  summary: z.strictObject({
    files: described(count, "Files checked."),
    skipped: described(count, "YAML files in the folders that are not coprod's."),
    cached: described(count, "Files whose result was known from before."),
    errors: count,
    warnings: count,
    infos: count,
    silenced: described(count, "Problems switched off by a comment; not in the other counts."),
  }),
  files: z.array(
    z.strictObject({
      file: z.string(),
      kind: described(z.nullable(z.string()), "rubric, assessment and so on; null where unknown."),
    }),
  ),
  problems: z.array(problem),
  silenced: described(
    z.array(z.extend(problem, { reason: optional(z.string(), "As the comment gives it.") })),
    "Problems that a comment in the file switched off.",
  ),
});

export type LintJson = z.infer<typeof lintSchema>;
