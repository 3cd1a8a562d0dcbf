import { assessmentFrom } from "../assessment/parse.ts";
import { guideFrom } from "../guide/parse.ts";
import { rubricFileFrom } from "../rubric/parse.ts";
import { translationFrom } from "../rubric/translation/parse.ts";
import {
  ASSESSMENT_FORMAT,
  CONFIG_FORMAT,
  GUIDE_FORMAT,
  RUBRIC_FORMAT,
  TRANSLATION_FORMAT,
} from "../util/formats.ts";
import type { Diagnostic } from "../yaml/diagnostic.ts";
import { declaredKind } from "../yaml/format.ts";
import { readSource, type SourceFile } from "../yaml/source-file.ts";
import { parseConfig } from "./config/parse.ts";
import type { LintedText } from "./subject.ts";

const FORMATS = [RUBRIC_FORMAT, ASSESSMENT_FORMAT, GUIDE_FORMAT, CONFIG_FORMAT, TRANSLATION_FORMAT];

/** Checks one text by what its first key says it is. */
export function lintText(file: string, text: string): LintedText {
  const { source, diagnostics } = readSource(file, text);
  if (source === undefined) return { kind: "unreadable", diagnostics };
  const kind = declaredKind(source);
  switch (kind) {
    case "rubric": {
      const result = rubricFileFrom(source);
      return { kind, source, rubric: result.file, diagnostics: result.diagnostics };
    }
    case "guide": {
      const { guide, diagnostics: problems } = guideFrom(source);
      return { kind, source, guide, diagnostics: problems };
    }
    case "assessment": {
      const result = assessmentFrom(source);
      return { kind, source, assessment: result.file, diagnostics: result.diagnostics };
    }
    case "translation":
      return { kind, source, ...translationFrom(source) };
    case "config":
      return { kind, source, diagnostics: parseConfig(file, text).diagnostics };
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
