import { editAssessment } from "../../src/assessment/edit.ts";
import type { AssessmentFile } from "../../src/assessment/schema.ts";
import { wallText } from "../../src/terminal/to-text.ts";
import type { Clock } from "../../src/workshop/dates.ts";
import { beginInterview, endInterview, hearLine, type Step } from "../../src/workshop/machine.ts";
import type { HowEnded, InterviewOptions } from "../../src/workshop/state.ts";
import { emptyFile, smallRubrics } from "./small-rubrics.ts";

export const PEOPLE = [
  { group: "lived-experience", name: "People with lived experience", present: 3 },
  { group: "staff", name: "Staff", present: 4 },
];

export interface Walked {
  /** Everything shown, with what was typed behind its prompt. */
  readonly transcript: string;
  /** What the last line was answered with. */
  readonly last: string;
  readonly step: Step;
  /** The assessment as the edits have made it. */
  readonly file: AssessmentFile;
}

export interface Walk extends Partial<InterviewOptions> {
  /** Ends the walk from outside after the last line. */
  readonly end?: HowEnded;
}

/** Types lines at the small rubrics, one a minute from 10:00 on 21 November 2026, starting at the first question. */
export function walk(lines: readonly string[], { end, ...setting }: Walk = {}): Walked {
  const file = setting.file ?? emptyFile(smallRubrics(), { people: PEOPLE });
  const whole: InterviewOptions = {
    rubrics: smallRubrics(),
    file,
    fileName: "our.yaml",
    quick: false,
    fresh: false,
    stopped: undefined,
    question: "principles/power",
    ...setting,
  };
  let step = beginInterview(whole, momentAt(0));
  let saved = editAssessment(file, step.edits);
  let last = textOf(step);
  let transcript = last;
  for (const [index, line] of lines.entries()) {
    if (step.prompt === undefined) throw new Error(`nobody asks for "${line}"`);
    transcript += `\n${step.prompt}${line}`;
    step = hearLine(step.state, line, momentAt(index + 1));
    saved = editAssessment(saved, step.edits);
    last = textOf(step);
    transcript += `\n${last}`;
  }
  if (end !== undefined) {
    step = endInterview(step.state, end, momentAt(lines.length + 1));
    saved = editAssessment(saved, step.edits);
    last = textOf(step);
  }
  return { transcript, last, step, file: saved };
}

export function momentAt(minutes: number): Clock {
  const instant = new Date(Date.UTC(2026, 10, 21, 10, minutes)).toISOString();
  return { instant: instant.replace(".000Z", "Z"), today: { year: 2026, month: 11, day: 21 } };
}

/** Words only: where lines break is for the tests of `wallText`. */
function textOf({ saved, blocks }: Step): string {
  const shown = wallText(blocks, { columns: 80, saved: undefined });
  const all = [...(saved === undefined ? [] : [`Saved. ${saved}`]), shown];
  return all.join(" ").replace(/\s+/gu, " ").trim();
}
