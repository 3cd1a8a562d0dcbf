import { levelName } from "../../rubric/rubric.ts";
import { listOf, quoted } from "../../util/words.ts";
import { describeAnswer, isNotAsked, type PlanInput, type PlanItem } from "../input.ts";
import { planWords } from "../messages/messages.ts";
import type { PlanView } from "../schema/index.ts";

type MustHaves = PlanView["mustHaves"];

/** What no charity should do without: what is not met, and what we cannot say yet. */
export function describeMustHaves({ items }: PlanInput): MustHaves {
  const all = items.filter(({ must }) => must !== "none");
  const failed = all.filter(({ must }) => must === "fail");
  const unknown = all.filter(({ must }) => must === "unknown");
  // What nobody was asked is counted, and listed where we say what we do not know.
  const asked = unknown.filter((item) => !isNotAsked(item));
  const toRight = items.filter(({ must, putRight }) => putRight === "fail" && must !== "fail");
  return {
    summary: `${summaryOf(all.length, failed.length, unknown.length)}${rightText(toRight.length)}`,
    failed: failed.map((item) => describe(item)),
    toRight: toRight.map((item) => describe(item, item.criterion.putRight)),
    listed: failed.length + toRight.length + asked.length > 0,
    unknown: asked.map((item) => describe(item)),
    more: null,
  };
}

function rightText(count: number): string {
  if (count === 0) return "";
  return planWords.mustHaves.putRight(count);
}

function summaryOf(all: number, failed: number, unknown: number): string {
  if (all === 0) return planWords.mustHaves.none;
  if (failed + unknown === 0) return planWords.mustHaves.allMet(all);
  const parts = [
    { count: all - failed - unknown, words: "met" },
    { count: failed, words: planWords.mustHaves.notMet },
    { count: unknown, words: planWords.mustHaves.cannotSay },
  ].filter(({ count }) => count > 0);
  const counts = listOf(parts.map(({ count, words }) => `${count} ${words}`));
  return planWords.mustHaves.counts(all, counts);
}

function describe(item: PlanItem, least = item.criterion.must): MustHaves["failed"][number] {
  const { criterion, section } = item;
  const must = least ?? 0;
  const { text = "" } = (criterion.ownAnchors && criterion.levels[must]) || {};
  const name = quoted(levelName(criterion, must));
  return {
    question: criterion.asks,
    section: section.title,
    needed:
      text === ""
        ? planWords.mustHaves.atLeast(name)
        : planWords.mustHaves.atLeastMeaning(name, text),
    now: describeAnswer(item),
  };
}
