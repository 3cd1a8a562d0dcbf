import { parseAssessment } from "../assessment/parse.ts";
import type { AssessmentFile } from "../assessment/schema.ts";
import { ASSESSMENT_FORMAT } from "../assessment/schema.ts";
import type { Diagnostic } from "../diagnostic.ts";
import { parseGuide } from "../guide/parse.ts";
import { GUIDE_FORMAT, type Guide } from "../guide/schema.ts";
import { parseRubric } from "../rubric/parse.ts";
import { RUBRIC_FORMAT, type RubricFile } from "../rubric/schema.ts";
import { declaredKind } from "../source/format.ts";
import { readSource, type SourceFile } from "../source/source-file.ts";
import { adviseOnCitations } from "./citation-rules.ts";

const FORMATS = [RUBRIC_FORMAT, ASSESSMENT_FORMAT, GUIDE_FORMAT];

/** What linting one text found, and what it held where its shape was right: other files may refer to it. */
export interface LintedText {
  /** Undefined for a file that is not coprod's. */
  readonly kind: string | undefined;
  readonly diagnostics: readonly Diagnostic[];
  /** The file, where it could be read as YAML. */
  readonly source?: SourceFile | undefined;
  readonly rubric?: RubricFile | undefined;
  readonly guide?: Guide | undefined;
  /** Its rubrics still have to be held against it. */
  readonly assessment?: AssessmentFile | undefined;
}

/** Checks one text by what its first key says it is. */
export function lintText(file: string, text: string): LintedText {
  const { source, diagnostics } = readSource(file, text);
  if (source === undefined) return { kind: "unreadable", diagnostics };
  const kind = declaredKind(source);
  switch (kind) {
    case "rubric": {
      const result = parseRubric(file, text);
      const advice = adviseOnCitations({ rubric: result.file }, source);
      return { kind, source, rubric: result.file, diagnostics: [...result.diagnostics, ...advice] };
    }
    case "guide": {
      const { guide, diagnostics: problems } = parseGuide(file, text);
      const advice = adviseOnCitations({ guide }, source);
      return { kind, source, guide, diagnostics: [...problems, ...advice] };
    }
    case "assessment": {
      const result = parseAssessment(file, text);
      return { kind, source, assessment: result.file, diagnostics: result.diagnostics };
    }
    default:
      return { kind: undefined, source, diagnostics: [unknownKind(source, kind)] };
  }
}

function unknownKind(source: SourceFile, found: string | undefined): Diagnostic {
  return {
    rule: "shape/kind",
    severity: "error",
    file: source.file,
    place: source.place(["coprod"], { key: true }),
    facts: { found, expected: FORMATS },
  };
}
