import { levelName, type NextStep } from "../rubric/rubric.ts";
import { quoted } from "../util/words.ts";
import { type Item, isNotAsked, needsTalk } from "./input.ts";
import type { Step } from "./order-actions.ts";

/** What the answers and the rubric suggest doing, before anybody has agreed to it. */
export interface Suggestion {
  readonly do: string;
  readonly first: string | undefined;
  readonly sign: string | undefined;
  /** A role, never an owner. */
  readonly who: string | undefined;
  readonly effort: NextStep["effort"] | undefined;
}

export function suggestAction({ kind, item }: Step): Suggestion {
  if (kind === "talk") return talkAgain(item);
  if (kind === "find-out") return settleUnknown(item);
  return takeNextStep(item);
}

function settleUnknown(item: Item): Suggestion {
  if (isNotAsked(item)) return askIt(item);
  return needsTalk(item) ? talkAgain(item) : findOut(item);
}

function askIt({ criterion }: Item): Suggestion {
  return {
    do: `Answer together: ${quoted(criterion.asks)}`,
    first: "Put this question to the group at the next meeting.",
    sign: "We have an answer that everyone in the room can live with.",
    who: undefined,
    effort: "small",
  };
}

function findOut({ criterion }: Item): Suggestion {
  const [lookFor] = criterion.lookFor;
  return {
    do: `Find out: ${quoted(criterion.asks)}`,
    first:
      lookFor === undefined
        ? "Ask the people who would know best, starting with people with lived experience."
        : `Look for this: ${quoted(lookFor)}`,
    sign: "We can answer the question and say how we know.",
    who: undefined,
    effort: "small",
  };
}

function talkAgain({ criterion }: Item): Suggestion {
  const [opening] = criterion.talk;
  return {
    do: `Talk again about: ${quoted(criterion.asks)}`,
    first:
      opening === undefined
        ? "Hear from each side in turn, starting with people with lived experience."
        : `Start with this: ${quoted(opening)}`,
    sign: "Each side can say how the other sees it, and we have agreed what to try.",
    who: undefined,
    effort: "small",
  };
}

/** The step to the next level; where a rubric gives none, its own words for that level say what to make true. */
function takeNextStep(item: Item): Suggestion {
  const { criterion } = item;
  const target = nextLevelOf(item);
  const next = nextStepOf(item);
  if (next !== undefined) return next;
  const { text = "" } = criterion.levels[target] ?? {};
  return {
    do: `Get to ${quoted(levelName(criterion, target))}: ${criterion.asks}`,
    first: undefined,
    sign: text === "" ? undefined : text,
    who: undefined,
    effort: undefined,
  };
}

/** The rubric's step from the lowest level it could be to the one above. */
export function nextStepOf(item: Item): NextStep | undefined {
  return item.criterion.next[nextLevelOf(item)];
}

function nextLevelOf({ interval }: Item): number {
  return (interval?.[0] ?? 0) + 1;
}
