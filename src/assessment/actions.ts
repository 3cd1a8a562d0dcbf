import { EXIT, UserError } from "../platform/errors.ts";
import { isLate } from "../util/dates.ts";
import { nearest } from "../util/suggest.ts";
import type { Action, AssessmentFile } from "./schema.ts";

/** What people call an action: `1` for `a1`. An id that somebody chose by hand is its own name. */
export function numberOf(id: string): string {
  return /^a([1-9]\d*)$/u.exec(id)?.[1] ?? id;
}

/** The id that people mean by a number or a name, such as `1`, `a1` or `A1`; undefined where there is none. */
export function idNamed(actions: readonly Pick<Action, "id">[], name: string): string | undefined {
  const wanted = name.trim().toLowerCase();
  const ids = actions.map(({ id }) => id);
  return ids.find((id) => id === wanted) ?? ids.find((id) => numberOf(id) === wanted);
}

/** An id that no action has had: a number is never given twice, also not the one of an action of last year. */
export function nextActionId({
  actions = [],
  previous,
}: Pick<AssessmentFile, "actions" | "previous">): string {
  return `a${highestNumber(actions, previous?.actions) + 1}`;
}

/** The highest number that an action has or had. */
export function highestNumber(actions: readonly Pick<Action, "id">[], before = 0): number {
  const numbers = actions.map(({ id }) => Number(/^a(\d+)$/u.exec(id)?.[1] ?? 0));
  return Math.max(before, ...numbers);
}

/** What people say about whether it helped. */
const HELPED_WORDS: Readonly<Record<NonNullable<Action["helped"]>, string>> = {
  yes: "It helped.",
  partly: "It helped in part.",
  no: "It did not help.",
  "too-early": "It is too early to say whether it helped.",
};

/** Whether it helped: what everybody says, or what each group does. */
export function helpedWords({
  helped,
  helpedBy = [],
}: {
  readonly helped: Helped | null;
  readonly helpedBy?: readonly { readonly group: string; readonly helped: Helped }[] | undefined;
}): readonly string[] {
  return [
    ...(helped === null ? [] : [HELPED_WORDS[helped]]),
    ...helpedBy.map((each) => `${each.group}: ${HELPED_WORDS[each.helped]}`),
  ];
}

type Helped = NonNullable<Action["helped"]>;

/** Whether nothing is left to do about it. */
export function isEnded({ status }: { readonly status?: Action["status"] }): boolean {
  return status === "done" || status === "dropped";
}

/** Whether it comes from an earlier assessment and nobody has said in this one what became of it. */
export function isUnaccounted(action: Action): boolean {
  return action.since !== undefined && action["still-on"] !== true && !isEnded(action);
}

export interface ActionFilter {
  readonly late: boolean;
  readonly noOwner: boolean;
  /** Part of the role that leads, in any case. */
  readonly who: string | undefined;
}

/** Those that are asked for. */
export function chosenActions(
  actions: readonly Action[],
  filter: ActionFilter,
  today: string,
): readonly Action[] {
  return actions.filter((action) => fits(action, filter, today));
}

function fits(action: Action, { late, noOwner, who }: ActionFilter, today: string): boolean {
  if (late && !isOverdue(action, today)) return false;
  if (noOwner && (action.who !== undefined || isEnded(action))) return false;
  return who === undefined || (action.who ?? "").toLowerCase().includes(who.toLowerCase());
}

/** Whether it should have been finished before today and is not. */
export function isOverdue(action: Action, today: string): boolean {
  return !isEnded(action) && isLate(action.by, today);
}

/** An action in numbers and in the short words of its file, for programs. */
export function actionData({ cost, funded, hours, effort, status = "planned", helped }: Action) {
  return {
    amount: cost ?? null,
    funded: funded ?? null,
    hours: hours ?? null,
    effort: effort ?? null,
    status,
    helped: helped ?? null,
  };
}

/** How far one action is now. */
export interface ActionProgress {
  readonly id: string;
  readonly status: "doing" | "done" | "dropped";
  readonly why: string | undefined;
  readonly note: string | undefined;
  readonly helped?: Action["helped"] | undefined;
}

/**
 * The action as it stands after this. A reason for dropping it goes when it is taken up again, and what each group said
 * of whether it helped when one word is said for all.
 */
export function withProgress(actions: readonly Action[], progress: ActionProgress): Action {
  const { why: _, note: before, ...action } = actionNamed(actions, progress.id);
  const { "helped-by": __, ...forAll } = action;
  const { helped } = progress;
  const note = progress.note?.trim() ? progress.note : before;
  return {
    ...(helped === undefined ? action : { ...forAll, helped }),
    status: progress.status,
    ...(progress.why === undefined ? {} : { why: progress.why }),
    ...(note === undefined ? {} : { note }),
  };
}

/** The action that people mean by a number or an id; an error that lists them where there is none. */
export function actionNamed(actions: readonly Action[], name: string): Action {
  const id = idNamed(actions, name);
  const action = actions.find((each) => each.id === id);
  if (action === undefined) throw unknownAction(actions, name);
  return action;
}

function unknownAction(actions: readonly Action[], id: string): UserError {
  const ids = actions.map((action) => numberOf(action.id));
  const [closest] = nearest(id, ids);
  const guess = closest === undefined ? "" : `Did you mean "${closest}"? `;
  const there = ids.length === 0 ? "There are no actions yet." : `There are: ${ids.join(", ")}.`;
  return new UserError(`There is no action "${id}".`, {
    hint: `${guess}${there}`,
    exitCode: EXIT.wrongUse,
  });
}

/**
 * Whether an action of last time is this one: it was carried over, has the same words, or the same id about the same
 * question. Ids alone begin again in a file that follows none.
 */
export function isSameAction(before: Action, now: Action): boolean {
  if (now.since !== undefined && before.id === now.id) return true;
  if (folded(before.do) === folded(now.do)) return true;
  return before.id === now.id && before.for !== undefined && before.for === now.for;
}

function folded(text: string): string {
  return text
    .toLowerCase()
    .replace(/[\s\p{P}]+/gu, " ")
    .trim();
}
