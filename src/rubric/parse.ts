import { RUBRIC_FORMAT } from "../util/formats.ts";
import { type Diagnostic, hasErrors } from "../yaml/diagnostic.ts";
import { Collector } from "../yaml/diagnostic-collector.ts";
import { formatProblem } from "../yaml/format.ts";
import { readSource, type SourceFile } from "../yaml/source-file.ts";
import { validate } from "../yaml/validate.ts";
import { checkRubric } from "./check.ts";
import { resolveRubric } from "./resolve.ts";
import type { Rubric } from "./rubric.ts";
import { type RubricFile, rubricSchema } from "./schema.ts";

export interface RubricResult {
  /** Present only if there is no error. */
  readonly rubric: Rubric | undefined;
  /** The file as written, where at least its shape is right. */
  readonly file: RubricFile | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads a rubric from text: shape, then sense, then the resolved value. */
export function parseRubric(file: string, text: string): RubricResult {
  const { source, diagnostics } = readSource(file, text);
  return source === undefined ? failed(diagnostics) : rubricFrom(source);
}

function rubricFrom(source: SourceFile): RubricResult {
  const { file, diagnostics } = rubricFileFrom(source);
  const sound = file !== undefined && !hasErrors(diagnostics);
  return { rubric: sound ? resolveRubric(file) : undefined, file, diagnostics };
}

/** The file as written and what is wrong with it, for text that is already read as YAML. */
export function rubricFileFrom(source: SourceFile): Omit<RubricResult, "rubric"> {
  const wrongFormat = formatProblem(source, RUBRIC_FORMAT);
  if (wrongFormat !== undefined) return failed([wrongFormat]);
  const { value, diagnostics: shape } = validate(rubricSchema, source);
  return value === undefined ? failed(shape) : checked(value, source);
}

function checked(file: RubricFile, source: SourceFile): Omit<RubricResult, "rubric"> {
  const collector = new Collector(source);
  checkRubric(file, collector);
  return { file, diagnostics: collector.diagnostics };
}

function failed(diagnostics: readonly Diagnostic[]): RubricResult {
  return { rubric: undefined, file: undefined, diagnostics };
}
