import { compact } from "./compact.ts";
import type { Format } from "./format.ts";
import type { FormatName } from "./format-names.ts";
import { github } from "./github.ts";
import { gitlab } from "./gitlab.ts";
import { json } from "./json.ts";
import { junit } from "./junit.ts";
import { markdown } from "./markdown.ts";
import { pretty } from "./pretty.ts";
import { sarif } from "./sarif.ts";
import { stylish } from "./stylish.ts";

export const FORMATS: Readonly<Record<FormatName, Format>> = {
  pretty,
  stylish,
  compact,
  json,
  sarif,
  junit,
  github,
  gitlab,
  markdown,
};
