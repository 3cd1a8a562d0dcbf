/** The formats of `coprod lint`; apart from the formats themselves, so that help can list them without loading any. */
export const FORMAT_NAMES = [
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

export type FormatName = (typeof FORMAT_NAMES)[number];
