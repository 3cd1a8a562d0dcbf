import type { AssessmentEdit } from "../assessment/edit.ts";
import { editAssessment } from "../assessment/edit.ts";
import { isOpen } from "./responses.ts";
import type { At, Interview } from "./state.ts";

/** The place of an item; after the last one comes the check of all answers. */
export function atItem({ items }: Pick<Interview, "items">, index: number): At {
  const item = items[index];
  return item === undefined ? { kind: "finish" } : { kind: item.kind, item: index };
}

/** After a confirmed answer: the next open item, or simply the next one where none after it is open. */
export function afterItem(state: Interview, index: number): At {
  const open = state.items.findIndex((item, at) => at > index && isOpen(state, item));
  return atItem(state, open < 0 ? index + 1 : open);
}

/** Where to carry on: the first open item, or the check of all answers. */
export function firstOpen(
  state: Pick<Interview, "items" | "file"> & Partial<Pick<Interview, "keepsOld">>,
): At {
  const open = state.items.findIndex((item) => isOpen(state, item));
  return atItem(state, open < 0 ? state.items.length : open);
}

/** The item a place belongs to, through any note, action or vote that returns to it. */
export function itemIndex(at: At): number | undefined {
  if ("item" in at) return at.item;
  return "returnTo" in at ? itemIndex(at.returnTo) : undefined;
}

/** The state with the edits made, as the places after them see it. */
export function withEdits(state: Interview, edits: readonly AssessmentEdit[]): Interview {
  return { ...state, file: editAssessment(state.file, edits) };
}
