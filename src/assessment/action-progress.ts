import { EXIT, UserError } from "../platform/errors.ts";
import { nearest } from "../util/suggest.ts";
import type { Action } from "./schema.ts";

/** How far one action is now. */
export interface ActionProgress {
  readonly id: string;
  readonly status: "doing" | "done" | "dropped";
  readonly why: string | undefined;
  readonly note: string | undefined;
}

/** The action as it stands after this. A reason for dropping it goes when it is taken up again. */
export function withProgress(actions: readonly Action[], progress: ActionProgress): Action {
  const action = actions.find(({ id }) => id === progress.id);
  if (action === undefined) throw unknownAction(actions, progress.id);
  const { why: _, note: before, ...rest } = action;
  const note = progress.note?.trim() ? progress.note : before;
  return {
    ...rest,
    status: progress.status,
    ...(progress.why === undefined ? {} : { why: progress.why }),
    ...(note === undefined ? {} : { note }),
  };
}

function unknownAction(actions: readonly Action[], id: string): UserError {
  const ids = actions.map((action) => action.id);
  const [closest] = nearest(id, ids);
  const guess = closest === undefined ? "" : `Did you mean "${closest}"? `;
  const there = ids.length === 0 ? "There are no actions yet." : `There are: ${ids.join(", ")}.`;
  return new UserError(`There is no action "${id}".`, {
    hint: `${guess}${there}`,
    exitCode: EXIT.wrongUse,
  });
}
