/** Apart from the schemas themselves, so that completion can list them without loading any. */
export const SCHEMA_NAMES = [
  "rubric",
  "assessment",
  "guide",
  "scorecard",
  "comparison",
  "plan",
  "lint",
] as const;

export type SchemaName = (typeof SCHEMA_NAMES)[number];
