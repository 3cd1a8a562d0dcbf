import type { AssessmentFile } from "../assessment/schema.ts";
import type { Guide } from "../guide/schema.ts";
import type { RubricFile } from "../rubric/schema.ts";
import type { Diagnostic } from "../yaml/diagnostic.ts";
import type { SourceFile } from "../yaml/source-file.ts";

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
