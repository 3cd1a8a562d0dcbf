/** The formats of `coprod lint`; apart from the formats themselves, so that help can list them without loading any. */
export const REPORTER_NAMES = [
  "pretty",
  "stylish",
  "compact",
  "json",
  "sarif",
  "junit",
  "github",
  "gitlab",
  "markdown",
] as const;

export type ReporterName = (typeof REPORTER_NAMES)[number];
