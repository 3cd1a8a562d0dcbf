import type { Action as RecordedAction } from "../assessment/schema.ts";
import type { Criterion } from "../rubric/rubric.ts";
import type { Item, Material } from "./input.ts";
import type { Step } from "./order-actions.ts";

/** An action in its place: what the answers call for, what people recorded, or both. */
export interface PlacedAction {
  readonly step: Step | undefined;
  readonly item: Item | undefined;
  readonly recorded: RecordedAction | undefined;
}

export interface PlacedActions {
  readonly open: readonly PlacedAction[];
  readonly finished: readonly RecordedAction[];
}

/** One list: a recorded action takes the place of its question's step; the other recorded ones come after. */
export function placeActions(
  { assessment, items }: Material,
  steps: readonly Step[],
): PlacedActions {
  const { actions } = assessment;
  const asked = itemsByKey(items);
  const waiting = actions
    .filter((action) => !isFinished(action))
    .map((recorded) => ({ recorded, item: asked.get(recorded.for ?? "") }));
  const ofItem = new Map(steps.map(({ item }) => [item, [] as RecordedAction[]]));
  for (const { recorded, item } of waiting) {
    if (item !== undefined) ofItem.get(item)?.push(recorded);
  }
  const inOrder = steps.flatMap((step) => placeStep(step, ofItem.get(step.item) ?? []));
  const others = waiting
    .filter(({ item }) => item === undefined || !ofItem.has(item))
    .map((each) => ({ step: undefined, ...each }));
  return { open: [...inOrder, ...others], finished: actions.filter(isFinished) };
}

function placeStep(step: Step, own: readonly RecordedAction[]): PlacedAction[] {
  const { item } = step;
  if (own.length === 0) return [{ step, item, recorded: undefined }];
  return own.map((recorded) => ({ step, item, recorded }));
}

/** An action written under a question's former id still belongs to it, unless another has that id now. */
function itemsByKey(items: readonly Item[]): ReadonlyMap<string, Item> {
  const former = items
    .toReversed()
    .flatMap((item) => formerKeys(item.criterion).map((key) => [key, item] as const));
  return new Map([...former, ...items.map((item) => [item.criterion.key, item] as const)]);
}

function formerKeys({ key, formerly }: Criterion): string[] {
  const [rubric] = key.split("/");
  return formerly.map((id) => `${rubric}/${id}`);
}

function isFinished({ status }: RecordedAction): boolean {
  return status === "done" || status === "dropped";
}
