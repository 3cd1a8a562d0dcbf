import { type Block, paragraph } from "../terminal/blocks.ts";
import { isOfChecklist, leftText } from "./progress.ts";
import type { At, Interview, Moment } from "./state.ts";
import { afterItem, itemIndex } from "./walk.ts";

interface MovedOn {
  readonly at: At;
  readonly say: readonly Block[];
}

/** On to the next item after an answer, with a word at the end of a part. */
export function moveOn(state: Interview, item: number, moment: Moment): MovedOn {
  const at = afterItem(state, item);
  return { at, say: breakAfter(state, { item, next: at, moment }) };
}

interface Moved {
  readonly item: number;
  readonly next: At;
  readonly moment: Moment;
}

/** At the end of each part that is no checklist: how much is left, and that a break is fine. */
function breakAfter(state: Interview, { item: index, next, moment }: Moved): readonly Block[] {
  const item = state.items[index];
  const reached = itemIndex(next);
  if (item === undefined || isOfChecklist(item) || reached === undefined) return [];
  if (state.items[reached]?.section === item.section) return [];
  const others = { ...state, items: state.items.filter((each) => each !== item) };
  return [
    paragraph(
      `That was the last question of this part. ${leftText(others, moment)} Good place for a break.`,
    ),
  ];
}
