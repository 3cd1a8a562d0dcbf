import type { Action as RecordedAction } from "../assessment/schema.ts";
import type { Criterion } from "../rubric/rubric.ts";
import type { Item, Material } from "./input.ts";
import { orderSteps, type Step } from "./order-actions.ts";

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
export function placeActions(material: Material): PlacedActions {
  const { actions } = material.assessment;
  const waiting = actions.filter((action) => !isFinished(action));
  const steps = orderSteps(material);
  const inOrder = steps.flatMap((step) => placeStep(step, waiting));
  const placed = new Set(inOrder.map(({ recorded }) => recorded));
  const others = waiting
    .filter((action) => !placed.has(action))
    .map((recorded) => ({
      step: undefined,
      item: material.items.find(({ criterion }) => isFor(recorded, criterion)),
      recorded,
    }));
  return { open: [...inOrder, ...others], finished: actions.filter(isFinished) };
}

function placeStep(step: Step, waiting: readonly RecordedAction[]): PlacedAction[] {
  const { item } = step;
  const own = waiting.filter((action) => isFor(action, item.criterion));
  if (own.length === 0) return [{ step, item, recorded: undefined }];
  return own.map((recorded) => ({ step, item, recorded }));
}

/** An action written under a question's former id still belongs to it. */
function isFor(action: RecordedAction, { key, formerly }: Criterion): boolean {
  const [rubric] = key.split("/");
  return action.for === key || formerly.some((id) => action.for === `${rubric}/${id}`);
}

function isFinished({ status }: RecordedAction): boolean {
  return status === "done" || status === "dropped";
}
