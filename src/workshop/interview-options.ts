import type { AssessmentFile } from "../assessment/schema.ts";
import type { Rubric } from "../rubric/rubric.ts";
import type { Selection } from "./item.ts";
import type { LocalTime } from "./when.ts";

/** What a walk starts from. */
export interface Setting extends Selection {
  readonly rubrics: readonly Rubric[];
  readonly file: AssessmentFile;
  readonly fileName: string;
  /** Whether the file was made just now. */
  readonly fresh: boolean;
  /** When the last session ended, on the clock of the people. */
  readonly stopped: LocalTime | undefined;
  /** Names of files beside this one that a sync tool made where two people saved at once. */
  readonly conflicts?: readonly string[];
  /** Whether votes stay hidden while they are typed. */
  readonly masked?: boolean;
  /** Key of the question to start at. */
  readonly question: string | undefined;
}
