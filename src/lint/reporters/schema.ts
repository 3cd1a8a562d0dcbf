import * as z from "zod";

const LINT_FORMAT = "lint/1";

const count = z.int().min(0);
const position = z.strictObject({
  line: z.int().min(1).describe("Counts from 1."),
  column: z.int().min(1).describe("Counts from 1, in UTF-16 units."),
});
const place = { start: position, end: position.describe("Just after the last character.") };

const problem = z.strictObject({
  rule: z.string().describe("The rule's name, such as shape/missing."),
  severity: z.enum(["error", "warning", "info"]),
  message: z.string().describe("What is wrong, why it matters and what to do, on one line."),
  file: z.string().describe("As named or found, with forward slashes."),
  ...place,
  path: z
    .array(z.union([z.string(), z.int().min(0)]))
    .describe(
      "Keys and list positions from the top of the file. Empty where it could not be read.",
    ),
  idPath: z.string().describe("The path with ids in place of positions. May be empty."),
  help: z.string().describe("The command that shows the rule's page."),
  fix: z
    .strictObject({
      edits: z.array(z.strictObject({ ...place, text: z.string().describe("What to put there.") })),
    })
    .exactOptional()
    .describe("Where the correction is sure."),
  related: z
    .array(z.strictObject({ ...place, message: z.string() }))
    .describe("Other places in the same file that belong to it."),
});

/** What `coprod lint --format json` prints. */
export const lintSchema = z.strictObject({
  coprod: z.literal(LINT_FORMAT),
  version: z.string().describe("Of coprod."),
  summary: z.strictObject({
    files: count.describe("Files checked."),
    skipped: count.describe("YAML files in the folders that are not coprod's."),
    cached: count.describe("Files whose result was known from before."),
    errors: count,
    warnings: count,
    infos: count,
    silenced: count.describe("Problems switched off by a comment; not in the other counts."),
  }),
  files: z.array(
    z.strictObject({
      file: z.string(),
      kind: z.string().nullable().describe("rubric, assessment and so on; null where unknown."),
    }),
  ),
  problems: z.array(problem),
  silenced: z
    .array(
      problem.extend({ reason: z.string().exactOptional().describe("As the comment gives it.") }),
    )
    .describe("Problems that a comment in the file switched off."),
});

export type LintJson = z.infer<typeof lintSchema>;
