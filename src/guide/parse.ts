import { GUIDE_FORMAT } from "../util/formats.ts";
import { type Diagnostic, hasErrors } from "../yaml/diagnostic.ts";
import { Collector } from "../yaml/diagnostic-collector.ts";
import { formatProblem } from "../yaml/format.ts";
import { readSource, type SourceFile } from "../yaml/source-file.ts";
import { validate } from "../yaml/validate.ts";
import { type Guide, guideSchema } from "./schema.ts";

export interface GuideResult {
  /** Present only if there is no error. */
  readonly guide: Guide | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads the guide's pages from text. */
export function parseGuide(file: string, text: string): GuideResult {
  const { source, diagnostics } = readSource(file, text);
  return source === undefined ? { guide: undefined, diagnostics } : guideFrom(source);
}

/** As `parseGuide`, for text that is already read as YAML. */
export function guideFrom(source: SourceFile): GuideResult {
  const wrongFormat = formatProblem(source, GUIDE_FORMAT);
  if (wrongFormat !== undefined) return { guide: undefined, diagnostics: [wrongFormat] };
  const { value, diagnostics: shape } = validate(guideSchema, source);
  if (value === undefined) return { guide: undefined, diagnostics: shape };
  const collector = new Collector(source);
  checkGuide(value, collector);
  const sound = !hasErrors(collector.diagnostics);
  return { guide: sound ? value : undefined, diagnostics: collector.diagnostics };
}

function checkGuide({ pages, figures = [], sources }: Guide, collector: Collector): void {
  const known = Object.keys(sources);
  for (const [list, items] of Object.entries({ pages, figures })) {
    collector.uniqueIds(items.map(({ id }, index) => ({ id, path: [list, index, "id"] })));
    for (const [index, { from }] of items.entries()) {
      for (const name of Object.keys(from)) {
        collector.keyReference({ what: "source", name, known }, [list, index, "from", name]);
      }
    }
  }
}
