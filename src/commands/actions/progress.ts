import type { Action } from "../../assessment/schema.ts";
import { EXIT, UserError } from "../../platform/errors.ts";
import { nearest } from "../../util/suggest.ts";
import type { ActionsOptions } from "./options.ts";

/** How far one action is now. */
export interface Progress {
  readonly id: string;
  readonly status: "doing" | "done" | "dropped";
  readonly why: string | undefined;
  readonly note: string | undefined;
}

/** What is to be written down; undefined where the actions are only to be listed. */
export function progressOf(options: ActionsOptions): Progress | undefined {
  const { doing, done, drop, why, note } = options;
  const given = [
    { status: "doing", id: doing },
    { status: "done", id: done },
    { status: "dropped", id: drop },
  ] as const;
  const [first, ...others] = given.filter(({ id }) => id !== undefined);
  if (first?.id === undefined) {
    if (why !== undefined || note !== undefined)
      throw wrongUse("Which action is this about?", "Add --doing, --done or --drop with its id.");
    return undefined;
  }
  if (others.length > 0)
    throw wrongUse(
      "Only one action can be written down at a time.",
      "Type the command once for each.",
    );
  if (first.status === "dropped" && isBlank(why))
    throw wrongUse("Why is it dropped?", 'Trustees will ask. Add --why "…".');
  if (first.status !== "dropped" && why !== undefined)
    throw wrongUse("--why goes with --drop.", 'To say what happened, use --note "…".');
  return { id: first.id, status: first.status, why, note };
}

/** The action as it stands after this. A reason for dropping it goes when it is taken up again. */
export function withProgress(actions: readonly Action[], progress: Progress): Action {
  const action = actions.find(({ id }) => id === progress.id);
  if (action === undefined) throw unknownAction(actions, progress.id);
  const { why: _, note: before, ...rest } = action;
  const note = isBlank(progress.note) ? before : progress.note;
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
  return wrongUse(`There is no action "${id}".`, `${guess}${there}`);
}

function isBlank(text: string | undefined): boolean {
  return text === undefined || text.trim() === "";
}

function wrongUse(message: string, hint: string): UserError {
  return new UserError(message, { hint, exitCode: EXIT.wrongUse });
}
