import type { Assessment } from "../assessment/assessment.ts";

/** The day the plan speaks from: given, else the meeting's, else the last thing recorded, else the start. */
export function planDate(assessment: Assessment, given: string | undefined): string | undefined {
  return given ?? assessment.plan.meeting?.date ?? lastRecorded(assessment) ?? assessment.started;
}

function lastRecorded({ answers, sessions }: Assessment): string | undefined {
  const instants = [
    ...[...answers.values()].map(({ at }) => at),
    ...sessions.map(({ ended }) => ended),
  ];
  const days = instants.flatMap((instant) => (instant === undefined ? [] : [instant.slice(0, 10)]));
  return days.sort().at(-1);
}
