import type { Rubric } from "../rubric/rubric.ts";
import type { Block } from "../terminal/blocks.ts";
import { type Item, itemsOf } from "./items.ts";
import { atItem } from "./progress.ts";
import { screenOf } from "./screens/screens.ts";
import type { Interview } from "./state.ts";

/** One item as it stands on the wall. */
export interface WallPage {
  readonly item: Item;
  /** Whether it is the first of its part, so that its introduction stands above it. */
  readonly opensPart: boolean;
  readonly blocks: readonly Block[];
}

/** Every question and checklist of a rubric as a room with cards sees it, with nothing answered. */
export function wallPages(rubric: Rubric): readonly WallPage[] {
  const items = itemsOf([rubric], { quick: false });
  return items.map((item, index) => {
    const state = untouched(rubric, items, index);
    const blocks = screenOf(state.at).show(state, state.at, "full");
    return { item, opensPart: state.section !== item.section.key, blocks };
  });
}

/** Past the first screens, which come with a list of every command; the cards are the way that is offered first. */
const SHOWN = 3;

/** A walk that has come to this item. */
function untouched(rubric: Rubric, items: readonly Item[], index: number): Interview {
  return {
    rubrics: [rubric],
    items,
    file: { coprod: "assessment/1", title: rubric.title, rubrics: [{ id: rubric.id }] },
    fileName: "",
    at: atItem({ items }, index),
    began: "",
    instant: "",
    confirmed: 0,
    shown: SHOWN,
    section: items[index - 1]?.section.key,
    votingMethod: "talk",
    withoutVotes: undefined,
    selected: false,
    keepsOld: false,
    masked: false,
    walk: undefined,
    task: "talk",
    recorded: false,
    undoable: [],
  };
}
