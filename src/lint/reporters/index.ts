import type { Format, ReporterName } from "./format.ts";
import { github } from "./github.ts";
import { gitlab } from "./gitlab.ts";
import { jsonReport } from "./json.ts";
import { junit } from "./junit.ts";
import { markdownReport } from "./markdown.ts";
import { compact, pretty, stylish } from "./plain-text.ts";
import { sarif } from "./sarif.ts";

export const REPORTERS: Readonly<Record<ReporterName, Format>> = {
  pretty,
  stylish,
  compact,
  json: jsonReport,
  sarif,
  junit,
  github,
  gitlab,
  markdown: markdownReport,
};
