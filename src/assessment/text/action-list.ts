import { type Block, heading, type ListItem, list, paragraph } from "../../terminal/blocks.ts";
import { dateText } from "../../util/dates.ts";
import { counted, listOf } from "../../util/words.ts";
import {
  type ActionFilter,
  chosenActions,
  helpedWords,
  isEnded,
  isOverdue,
  numberOf,
} from "../actions.ts";
import type { Action } from "../schema.ts";

interface Listed {
  readonly title: string;
  readonly actions: readonly Action[];
  /** The day on which it is read, such as `2026-11-21`. */
  readonly today: string;
}

/** Who does what by when: late ones first, then by date, then what is finished. */
export function actionList({ title, actions, today }: Listed, filter: ActionFilter): Block[] {
  const chosen = chosenActions(actions, filter, today);
  const late = chosen.filter((action) => isOverdue(action, today));
  const open = chosen.filter((action) => !isEnded(action) && !late.includes(action));
  const items = (group: readonly Action[]) => group.toSorted(byDate).map(toItem);
  return [
    heading(1, `Actions: ${title}`),
    ...(chosen.length === 0 ? [paragraph(noneText(actions))] : []),
    ...list("Late:", items(late)),
    ...list("To do:", items(open)),
    ...list("Finished or dropped:", chosen.filter(isEnded).map(toItem)),
    ...(actions.length === 0 ? [] : [paragraph(countText(actions, today))]),
  ];
}

/** A month ends with its last day; what has no date comes last. */
function byDate(a: Action, b: Action): number {
  const [first, second] = [a, b].map(({ by }) => (by === undefined ? "9999-99-99" : `${by}-99`));
  return (first ?? "") < (second ?? "") ? -1 : first === second ? 0 : 1;
}

const STATUS = {
  planned: "Planned",
  doing: "Under way",
  done: "Done",
  dropped: "Dropped",
} as const;

function toItem(action: Action): ListItem {
  const { id, do: title, who, by, status = "planned", why, note, helped, since } = action;
  const isOver = isEnded({ status });
  const facts = [
    who ?? "No one is leading this yet",
    by === undefined ? "No date yet" : `By ${by.length === 7 ? "the end of " : ""}${dateText(by)}`,
    STATUS[status],
  ];
  return {
    name: numberOf(id),
    text: title,
    details: [
      isOver ? `${STATUS[status]}.` : `${facts.join(". ")}.`,
      ...(why === undefined ? [] : [`Why: ${why}`]),
      ...helpedWords({ helped: helped ?? null }),
      ...(action["helped-by"] === undefined
        ? []
        : ["The groups do not say the same of whether it helped."]),
      ...(since === undefined ? [] : [`First agreed in the assessment of ${dateText(since)}.`]),
      ...(note === undefined ? [] : [`Note: ${note}`]),
    ],
  };
}

interface ListedStep {
  readonly letter: string;
  readonly key: string;
  readonly do: string;
  readonly reason: string;
}

/** What the answers suggest and nobody has agreed, by letters: an action has a number, and these have none yet. */
export function stepList(steps: readonly ListedStep[]): Block[] {
  const items = steps.map(({ letter, key, do: words, reason }) => ({
    name: letter,
    text: words,
    details: [reason, `To agree it: --take ${key}`],
  }));
  return list("Suggested by our answers, and not agreed yet:", items);
}

function noneText(actions: readonly Action[]): string {
  return actions.length === 0
    ? "There are no actions yet."
    : "None of the actions is one of these.";
}

function countText(actions: readonly Action[], today: string): string {
  const open = actions.filter((action) => !isEnded(action));
  const parts = [
    { count: open.filter((action) => isOverdue(action, today)).length, words: "late" },
    { count: open.filter(({ who }) => who === undefined).length, words: "with no one leading" },
    { count: open.filter(({ by }) => by === undefined).length, words: "with no date" },
    { count: actions.length - open.length, words: "finished or dropped" },
  ].filter(({ count }) => count > 0);
  const all = counted(actions.length, "action");
  if (parts.length === 0) return `${all}.`;
  return `${all}: ${listOf(parts.map(({ count, words }) => `${count} ${words}`))}.`;
}
