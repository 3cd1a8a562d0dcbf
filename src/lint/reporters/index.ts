import { compact } from "./compact.ts";
import type { Format } from "./format.ts";
import type { ReporterName } from "./format-names.ts";
import { github } from "./github.ts";
import { gitlab } from "./gitlab.ts";
import { jsonReport } from "./json.ts";
import { junit } from "./junit.ts";
import { markdownReport } from "./markdown.ts";
import { pretty } from "./pretty.ts";
import { sarif } from "./sarif.ts";
import { stylish } from "./stylish.ts";

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
