import { isCopy } from "../../rubric/same-as.ts";
import { isNotAsked, isToLookAt, isUnsure, type PlanInput, type PlanItem } from "../input.ts";
import { planWords } from "../messages/messages.ts";
import type { PlanView } from "../schema/index.ts";

type OpenQuestions = PlanView["unknowns"]["unsure"][number];

/** What we do not know, told apart from what nobody has asked yet. */
export function describeUnknowns({ items, assessment, options }: PlanInput): PlanView["unknowns"] {
  const applicable = items.filter(
    ({ interval, criterion }) => interval !== undefined && !isCopy(criterion),
  );
  const unsure = applicable.filter(isUnsure);
  const again = applicable.filter(isToLookAt);
  const notAsked = applicable.filter((item) => isNotAsked(item) && !isToLookAt(item));
  const left = notAsked.filter(({ answer }) => answer.kind === "skipped").length;
  return {
    summary: summaryOf(applicable.length, {
      unsure: unsure.length,
      left,
      again: again.length,
      notAsked: notAsked.length - left,
    }),
    unsure: bySection(unsure),
    notAsked: bySection(notAsked),
    again: bySection(again),
    // Their own words, which a public page leaves out.
    forgotten: options.audience === "public" ? [] : (assessment.plan.forgotten ?? []),
  };
}

interface Open {
  readonly unsure: number;
  /** Seen and left for later, which is not the same as never asked. */
  readonly left: number;
  /** Answered, at levels that are gone. */
  readonly again: number;
  readonly notAsked: number;
}

function summaryOf(all: number, { unsure, left, again, notAsked }: Open): string {
  if (all === 0) return planWords.unknowns.noneApplies;
  if (unsure + left + again + notAsked === 0) return planWords.unknowns.none;
  const parts = [
    planWords.unknowns.unsure(unsure),
    planWords.unknowns.later(left),
    planWords.unknowns.lookAgain(again),
    planWords.unknowns.notAsked(notAsked),
  ].filter((part) => part !== "");
  return planWords.unknowns.counts(all, parts);
}

function bySection(items: readonly PlanItem[]): OpenQuestions[] {
  const titles = [...new Set(items.map(({ section }) => section.title))];
  return titles.map((title) => ({
    section: title,
    questions: items
      .filter(({ section }) => section.title === title)
      .map(({ criterion }) => criterion.asks),
  }));
}
