import { levelName } from "../rubric/rubric.ts";
import { isWeakestSure } from "../scoring/weakest.ts";
import { capitalised, listOf, quoted, rangeWords } from "../util/words.ts";
import { groupLevels } from "./groups.ts";
import { type Item, isNotAsked, isUnsure, type Material, needsTalk } from "./input.ts";
import type { Step } from "./order-actions.ts";

/** Why this action is in the plan, in one sentence. */
export function reasonFor(material: Material, step: Step): string {
  const { item } = step;
  if (step.kind === "fix") return `This is a must-have: ${needed(item)}, and ${weSaid(item)}.`;
  if (item.must === "unknown") return `This is a must-have, and ${whyUnknown(item)}.`;
  if (step.kind === "talk") return talkReason(material, item);
  if (step.kind === "find-out") return findOutReason(material, item);
  return improveReason(material, step);
}

/** Why an action is here that people agreed on and the answers did not call for. */
export function agreedReason(item: Item | undefined): string {
  const isSaid = item?.answer.kind === "level" || item?.answer.kind === "votes-only";
  if (item === undefined || !isSaid) return "We agreed this together.";
  return `${capitalised(weSaid(item))}, and we agreed to do this about it.`;
}

/** What we answered, as the second half of a sentence: `we said “Not yet”`. */
function weSaid(item: Item): string {
  const { criterion, answer, interval } = item;
  const [from, to] = interval ?? [0, 0];
  const low = quoted(levelName(criterion, from));
  const high = quoted(levelName(criterion, to));
  if (answer.kind === "differ") return `our answers run from ${low} to ${high}`;
  if (answer.kind === "votes-only") return `our votes say ${rangeWords([low, high])}`;
  return `we said ${low}`;
}

function needed({ criterion }: Item): string {
  return `it needs at least ${quoted(levelName(criterion, criterion.must ?? 0))}`;
}

function whyUnknown(item: Item): string {
  if (isNotAsked(item)) return "we have not asked about it yet";
  if (needsTalk(item)) return "we do not agree whether we do it";
  if (item.answer.kind === "votes-only") return "our votes leave it open";
  return "we do not know whether we do it";
}

function talkReason(material: Material, item: Item): string {
  if (item.answer.kind === "differ") return `We do not agree: ${weSaid(item)}.`;
  if (item.votes?.class === "split")
    return "Our votes are split: many of us chose a low level, and many a high one.";
  const groups = groupLevels(material, item).map(
    ({ name, level }) =>
      `the middle vote of ${name} was ${quoted(levelName(item.criterion, level))}`,
  );
  if (groups.length < 2) return "Groups see this differently.";
  return `Groups see this differently: ${listOf(groups)}.`;
}

function findOutReason({ items }: Material, { section, answer }: Item): string {
  if (answer.kind === "votes-only") return "We voted on this, and our votes leave the answer open.";
  const open = items.filter((each) => each.section.key === section.key && isUnsure(each)).length;
  const which = open === 1 ? "the only one" : `one of ${open}`;
  return `We asked this and do not know. It is ${which} about ${quoted(section.title)} that we could not answer.`;
}

function improveReason(material: Material, { item, easesActFirst }: Step): string {
  const { section } = item;
  const isWeakest = material.scorecard.headline?.weakest.includes(section.key) === true;
  const weakest = isWeakestSure(material.scorecard) ? "are weakest" : "seem weakest";
  const part = `on a question about ${quoted(section.title)}, where we ${weakest}`;
  const where = isWeakest ? ` ${part}` : "";
  if (!isWeakest && !easesActFirst)
    return `${capitalised(weSaid(item))}, and there is a clear next step.`;
  const helps = easesActFirst ? `, and this helps with ${barriersEased(material, item)}` : "";
  return `${capitalised(weSaid(item))}${where}${helps}.`;
}

function barriersEased(material: Material, { section, criterion }: Item): string {
  const titles = [section.key, ...criterion.eases].flatMap((key) => {
    const isActFirst = material.barrierScores.get(key)?.class === "act-first";
    const title = material.sections.get(key)?.title;
    return isActFirst && title !== undefined ? [quoted(title)] : [];
  });
  const barriers = titles.length === 1 ? "a barrier" : "barriers";
  return `${listOf([...new Set(titles)])}, ${barriers} to act on first`;
}
