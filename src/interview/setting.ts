import type { AssessmentFile } from "../assessment/schema.ts";
import type { Rubric } from "../rubric/rubric.ts";
import type { LocalTime } from "./when.ts";

/** What a walk starts from. */
export interface Setting {
  readonly rubrics: readonly Rubric[];
  readonly file: AssessmentFile;
  readonly fileName: string;
  readonly quick: boolean;
  /** Whether the file was made just now. */
  readonly fresh: boolean;
  /** When the last session ended, on the clock of the people. */
  readonly stopped: LocalTime | undefined;
  /** Key of the question to start at. */
  readonly question: string | undefined;
}
