import type { Criterion, Rubric } from "../rubric/rubric.ts";
import { type Block, paragraph, spare } from "../terminal/blocks.ts";
import { criteriaOfItem, type Item, itemsOf } from "./items.ts";
import { atItem, itemIndex } from "./progress.ts";
import { screenOf } from "./screens/screens.ts";
import type { At, Interview, Outcome } from "./state.ts";

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

export interface StepPage {
  /** Said above the place, or below what stands there. */
  readonly remarks: readonly Block[];
  /** All that is shown of the place. */
  readonly place: () => readonly Block[];
  /** Whether it is a page of its own. */
  readonly turns: boolean;
}

/** The step as a page: what is said stands above the place, or is a page with its reminder. */
export function pageOf(before: Interview, outcome: Outcome, state: Interview): StepPage {
  const { show = "full", say = [], isPage = false, inLog = false } = outcome;
  const { at } = state;
  const screen = screenOf(at);
  if (isPage && !inLog) {
    const below = () =>
      screen.reminder?.(state, at) ?? (screen.page ?? screen.show)(state, at, "short");
    return { remarks: [], place: () => once([...say, ...below()]), turns: true };
  }
  const place = () => [...about(state), ...(screen.page ?? screen.show)(state, at, "full")];
  const continues =
    show === "prompt" ||
    (screen.isForm === true && [before.at, outcome.at].every(({ kind }) => kind === at.kind));
  if (!continues)
    return { remarks: inLog ? [] : say.map((each) => spare(2, each)), place, turns: true };
  const field = show === "prompt" ? [] : screen.show(state, at, show);
  return { remarks: [...say, ...field], place, turns: false };
}

/** What the page says already does not stand below it again. */
function once(blocks: readonly Block[]): readonly Block[] {
  return [...new Map(blocks.map((block) => [JSON.stringify(block), block])).values()];
}

/** These are no part of a question, or show it themselves. */
const OF_THE_ROOM: readonly At["kind"][] = [
  "people",
  "more-people",
  "join-small-groups",
  "voting-method",
  "go-to-question",
  "votes",
];

/** The question that a note, an action or a yes belongs to. */
function about(state: Interview): readonly Block[] {
  const { at } = state;
  if (!("returnTo" in at) || OF_THE_ROOM.includes(at.kind)) return [];
  const item = state.items[itemIndex(at) ?? -1];
  const asked = item?.kind === "question" ? item.criterion : lineOf(item, at);
  return asked === undefined ? [] : [spare(3, paragraph(asked.asks))];
}

/** The line of a checklist that is spoken of. */
function lineOf(item: Item | undefined, at: At): Criterion | undefined {
  const key = "key" in at ? at.key : undefined;
  return item && criteriaOfItem(item).find((each) => each.key === key);
}
