import type { FormatName } from "./format-names.ts";
import { compact } from "./formats/compact.ts";
import type { Format } from "./formats/format.ts";
import { github } from "./formats/github.ts";
import { gitlab } from "./formats/gitlab.ts";
import { json } from "./formats/json.ts";
import { junit } from "./formats/junit.ts";
import { markdown } from "./formats/markdown.ts";
import { pretty } from "./formats/pretty.ts";
import { sarif } from "./formats/sarif.ts";
import { stylish } from "./formats/stylish.ts";

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
