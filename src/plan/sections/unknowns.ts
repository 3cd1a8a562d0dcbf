import { counted, listOf } from "../../util/words.ts";
import { isNotAsked, isUnsure, type PlanInput, type PlanItem } from "../input.ts";
import type { PlanView } from "../schema/index.ts";

type OpenQuestions = PlanView["unknowns"]["unsure"][number];

/** What we do not know, told apart from what nobody has asked yet. */
export function describeUnknowns({ items, assessment, options }: PlanInput): PlanView["unknowns"] {
  const applicable = items.filter(({ interval }) => interval !== undefined);
  const unsure = applicable.filter(isUnsure);
  const notAsked = applicable.filter(isNotAsked);
  const left = notAsked.filter(({ answer }) => answer.kind === "skipped").length;
  return {
    summary: summaryOf(applicable.length, {
      unsure: unsure.length,
      left,
      notAsked: notAsked.length - left,
    }),
    unsure: bySection(unsure),
    notAsked: bySection(notAsked),
    // Their own words, which a public page leaves out.
    forgotten: options.audience === "public" ? [] : (assessment.plan.forgotten ?? []),
  };
}

interface Open {
  readonly unsure: number;
  /** Seen and left for later, which is not the same as never asked. */
  readonly left: number;
  readonly notAsked: number;
}

function summaryOf(all: number, { unsure, left, notAsked }: Open): string {
  if (all === 0) return "None of the questions applies to us.";
  if (unsure + left + notAsked === 0) return "We have an answer to every question.";
  const parts = [
    unsure === 0 ? "" : `we do not know the answer to ${unsure}`,
    left === 0 ? "" : `we left ${left} for later`,
    notAsked === 0 ? "" : `we have not asked ${notAsked} yet`,
  ].filter((part) => part !== "");
  return `Of ${counted(all, "question")}, ${listOf(parts)}.`;
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
