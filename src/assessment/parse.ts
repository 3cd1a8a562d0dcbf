import { ASSESSMENT_FORMAT } from "../util/formats.ts";
import { isFields } from "../util/values.ts";
import type { Diagnostic, Path } from "../yaml/diagnostic.ts";
import { formatProblem } from "../yaml/format.ts";
import { Lines } from "../yaml/lines.ts";
import { readSource, type SourceFile } from "../yaml/source-file.ts";
import { type Validated, validate } from "../yaml/validate.ts";
import { isCutOff } from "./end-mark.ts";
import {
  type AnswersFile,
  type AssessmentFile,
  answersSchema,
  assessmentSchema,
} from "./schema.ts";

interface AssessmentResult {
  /** Present only if the shape is right; whether it fits its rubrics is for `checkAssessment` to say. */
  readonly file: AssessmentFile | undefined;
  readonly source: SourceFile | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads an assessment's shape from text. Its rubrics are named inside, so they can only be loaded after this. */
export function parseAssessment(path: string, text: string): AssessmentResult {
  const { source, diagnostics } = readSource(path, text);
  return source === undefined ? { file: undefined, source, diagnostics } : assessmentFrom(source);
}

/** As `parseAssessment`, for text that is already read as YAML. */
export function assessmentFrom(source: SourceFile): AssessmentResult {
  const wrong = formatProblem(source, ASSESSMENT_FORMAT) ?? cutProblem(source);
  if (wrong !== undefined) return { file: undefined, source, diagnostics: [wrong] };
  const { value, diagnostics } = withoutEmptied(source, (each) => validate(assessmentSchema, each));
  return { file: value, source, diagnostics };
}

/**
 * Who takes a text out by hand often leaves the field's name: that is told, and the rest is read as without the field.
 * One that has to be there, and an empty place in a list, stay faults.
 */
function withoutEmptied<Value>(
  source: SourceFile,
  check: (source: SourceFile) => Validated<Value>,
): Validated<Value> {
  const first = check(source);
  const empty = first.diagnostics.filter(
    ({ rule, path }) => rule === "shape/empty" && isField(path),
  );
  if (empty.length === 0) return first;
  const paths = new Set(empty.map(({ path }) => JSON.stringify(path)));
  const second = check({ ...source, value: without(source.value, paths) });
  const needed = new Set(second.diagnostics.map(({ path }) => JSON.stringify(path)));
  const told = empty.map((each) =>
    needed.has(JSON.stringify(each.path)) ? each : { ...each, severity: "warning" as const },
  );
  const others = second.diagnostics.filter(({ path }) => !paths.has(JSON.stringify(path)));
  return { value: second.value, diagnostics: [...others, ...told] };
}

function isField(path: Path | undefined): boolean {
  return typeof path?.at(-1) === "string";
}

/** The value without the fields at these paths. */
function without(value: unknown, paths: ReadonlySet<string>, at: Path = []): unknown {
  if (Array.isArray(value)) return value.map((each, index) => without(each, paths, [...at, index]));
  if (!isFields(value)) return value;
  const kept = Object.entries(value).filter(([key]) => !paths.has(JSON.stringify([...at, key])));
  return Object.fromEntries(kept.map(([key, each]) => [key, without(each, paths, [...at, key])]));
}

/** Sound YAML can still have lost its end: then it must not be taken for all that was answered. */
function cutProblem({ file, text }: SourceFile): Diagnostic | undefined {
  if (!isCutOff(text)) return undefined;
  const end = text.trimEnd().length;
  const place = new Lines(text).placeOf([Math.max(0, end - 1), end]);
  return {
    rule: "yaml/syntax",
    severity: "error",
    file,
    place,
    facts: { reason: "CUT_OFF", detail: "" },
  };
}

interface AnswersResult {
  /** Present only if the shape is right. */
  readonly given: AnswersFile | undefined;
  readonly source: SourceFile | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads a filled-in assessment, or a file with only the parts it fills in. */
export function parseAnswers(path: string, text: string): AnswersResult {
  const { source, diagnostics } = readSource(path, text);
  if (source === undefined) return { given: undefined, source, diagnostics };
  const saysKind = !isFields(source.value) || "coprod" in source.value;
  const wrongFormat = saysKind ? formatProblem(source, ASSESSMENT_FORMAT) : undefined;
  if (wrongFormat !== undefined) return { given: undefined, source, diagnostics: [wrongFormat] };
  const check = (each: SourceFile) => validate(answersSchema, each);
  const { value, diagnostics: shape } = withoutEmptied(source, check);
  return { given: value, source, diagnostics: shape };
}
