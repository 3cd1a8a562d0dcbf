import type { RubricFile } from "../../../src/rubric/schema.ts";
import { questionsIn } from "./bundled.ts";

/** What a rubric holds, counted: nothing gets lost by a slip of the hand. */
export interface Holdings {
  readonly questions: number;
  readonly ownLevels: number;
  readonly steps: number;
  readonly headingsCited: number;
}

export function holdingsOf(rubric: RubricFile): Holdings {
  const criteria = questionsIn(rubric).map(({ criterion }) => criterion);
  return {
    questions: criteria.length,
    ownLevels: criteria.flatMap(({ levels = {} }) => Object.keys(levels)).length,
    steps: criteria.flatMap(({ next = {} }) => Object.keys(next)).length,
    headingsCited: criteria.flatMap(({ from = {} }) => Object.values(from).flat()).length,
  };
}

/** Change a number here only together with the change of content that it stands for. */
export const HOLDINGS: Readonly<Record<string, Holdings>> = {
  barriers: { questions: 63, ownLevels: 24, steps: 55, headingsCited: 301 },
  "before-you-start": { questions: 14, ownLevels: 0, steps: 14, headingsCited: 84 },
  foundations: { questions: 29, ownLevels: 116, steps: 87, headingsCited: 203 },
  funders: { questions: 18, ownLevels: 72, steps: 54, headingsCited: 56 },
  lifecycle: { questions: 22, ownLevels: 110, steps: 84, headingsCited: 147 },
  principles: { questions: 23, ownLevels: 92, steps: 69, headingsCited: 240 },
};
