import { isEnded } from "../assessment/actions.ts";
import type { Action as RecordedAction } from "../assessment/schema.ts";
import { type Criterion, countsInScore } from "../rubric/rubric.ts";
import { isCopy } from "../rubric/same-as.ts";
import { type Exact, exact, sum, ZERO } from "../util/exact.ts";
import { levelOfLivedExperience } from "./groups.ts";
import {
  isNotAsked,
  isUnsettled,
  isUnsure,
  needsTalk,
  type PlanInput,
  type PlanItem,
} from "./input.ts";

type StepKind = "fix" | "find-out" | "talk" | "improve";

/** One thing to do about one question, with what its place in the order comes from (SCORING §9). */
export interface PlanStep {
  readonly kind: StepKind;
  readonly item: PlanItem;
  /** Further unknowns that are found out in the same go. */
  readonly others: readonly PlanItem[];
  /** Whether it is one talk too many for now. */
  readonly waits: boolean;
  /** 0 fix, 0.5 put right, 1 find out (must-have), 2 talk, 3 find out, 4 improve, 5 go on to the top. */
  readonly rank: number;
  /** Among improvements: place of the section, weakest principle first. */
  readonly sectionRank: number;
  readonly easesActFirst: boolean;
  readonly size: Exact;
  /** How people with lived experience see it, where that may be shown, and else how low the answer could be. */
  readonly rated: Exact;
}

/**
 * Every step the answers call for, most pressing first. Unknowns are one step, and few talks come before improvements,
 * so that what the rubric says to do next can be seen.
 */
export function orderSteps(input: PlanInput): PlanStep[] {
  const sectionRanks = rankSections(input);
  const steps = input.items.flatMap((item) => {
    const kind = kindOf(item);
    return kind === undefined ? [] : [toStep(input, item, { ...kind, sectionRanks })];
  });
  const pressing = enoughWritten(steps.sort(comparePressing));
  return fewTalksFirst(joinUnknowns(input, pressing));
}

const FEWEST_WRITTEN = 3;

/** Where little is left to do, the rubric's steps to the top levels still say how to go on; else nobody chases the top. */
function enoughWritten(steps: readonly PlanStep[]): PlanStep[] {
  const written = steps.filter(({ kind, rank }) => WRITTEN.includes(kind) && rank !== GO_ON);
  const missing = Math.max(0, FEWEST_WRITTEN - written.length);
  const further = steps.filter(({ rank }) => rank === GO_ON).slice(0, missing);
  return [...steps.filter(({ rank }) => rank !== GO_ON), ...further];
}

/** The order of the rubrics tells two apart only where nothing else does. */
function comparePressing(a: PlanStep, b: PlanStep): number {
  return (
    a.rank - b.rank ||
    a.sectionRank - b.sectionRank ||
    (a.kind === "improve" ? compareEasing(a, b) : 0) ||
    b.size.compare(a.size) ||
    compareEasing(a, b) ||
    a.rated.compare(b.rated) ||
    effortOf(a.item) - effortOf(b.item)
  );
}

function compareEasing(a: PlanStep, b: PlanStep): number {
  return Number(b.easesActFirst) - Number(a.easesActFirst);
}

/** Must-haves that are not known are one step, and so is all else; what people recorded an action for stays alone. */
function joinUnknowns({ assessment }: PlanInput, steps: readonly PlanStep[]): PlanStep[] {
  const agreed = new Set(assessment.actions.map((action) => action.for));
  const isJoined = ({ kind, item }: PlanStep) =>
    kind === "find-out" && !needsTalk(item) && !agreed.has(item.criterion.key);
  return steps.flatMap((step) => {
    if (!isJoined(step)) return [step];
    const alike = steps.filter((each) => isJoined(each) && each.rank === step.rank);
    if (alike[0] !== step) return [];
    return [{ ...step, others: alike.slice(1).map(({ item }) => item) }];
  });
}

const MOST_TALKS = 2;

/** Further talks wait behind the improvements; a must-have never waits. */
function fewTalksFirst(steps: readonly PlanStep[]): PlanStep[] {
  const talks = steps.filter(({ kind, item }) => kind !== "fix" && needsTalk(item));
  const waiting = talks.slice(MOST_TALKS).filter(({ rank }) => rank === TALK);
  const others = steps.filter((step) => !waiting.includes(step));
  return [...others, ...waiting.map((step) => ({ ...step, waits: true }))];
}

/**
 * The level the next steps lead to: the must-have, else one below the top, so that nobody chases the top; never the lowest,
 * which of two levels would be one below the top.
 */
export function targetOf({ criterion }: PlanItem): number {
  const { must = 0, putRight = 0, levels } = criterion;
  return Math.max(1, must, putRight, levels.length - 2);
}

/** After what stops everything, and before all else. */
const PUT_RIGHT = 0.5;
const TALK = 2;
const GO_ON = 5;
const WRITTEN: readonly StepKind[] = ["fix", "improve"];

interface Kind {
  readonly kind: StepKind;
  readonly rank: number;
}

function kindOf(item: PlanItem): Kind | undefined {
  // What two questions share is one thing to do, at the question where it is asked.
  if (item.interval === undefined || isCopy(item.criterion)) return undefined;
  const counts = item.section.scored && countsInScore(item.criterion);
  return counts ? kindOfScored(item) : kindOfWords(item);
}

function kindOfScored(item: PlanItem): Kind | undefined {
  if (item.must === "fail") return { kind: "fix", rank: 0 };
  if (item.putRight === "fail") return { kind: "fix", rank: PUT_RIGHT };
  if (item.must === "unknown") return { kind: "find-out", rank: 1 };
  if (isNotAsked(item)) return undefined;
  if (needsTalk(item)) return { kind: "talk", rank: TALK };
  if (isUnsure(item)) return { kind: "find-out", rank: 3 };
  return canImprove(item)
    ? { kind: "improve", rank: lowOf(item) < targetOf(item) ? 4 : GO_ON }
    : undefined;
}

/** Of answers that are words there is nothing to climb: only what could harm, or is not known or not agreed. */
function kindOfWords(item: PlanItem): Kind | undefined {
  if (item.must === "fail") return { kind: "fix", rank: 0 };
  if (item.must === "unknown") return { kind: "find-out", rank: 1 };
  if (isNotAsked(item)) return undefined;
  if (needsTalk(item)) return { kind: "talk", rank: TALK };
  return isUnsure(item) ? { kind: "find-out", rank: 3 } : undefined;
}

function canImprove(item: PlanItem): boolean {
  const { measures, levels } = item.criterion;
  return measures === "practice" && !isUnsettled(item) && lowOf(item) < levels.length - 1;
}

function toStep(
  input: PlanInput,
  item: PlanItem,
  { kind, rank, sectionRanks }: Kind & { sectionRanks: ReadonlyMap<string, number> },
): PlanStep {
  const improving = kind === "improve";
  return {
    kind,
    item,
    others: [],
    waits: false,
    rank,
    sectionRank: improving ? (sectionRanks.get(item.section.key) ?? 0) : 0,
    easesActFirst: eases(input, item),
    rated: ratedBy(input, item),
    size: improving ? gain(item) : rank === 3 ? closes(input, item) : ZERO,
  };
}

function eases({ barrierScores }: PlanInput, { criterion, section }: PlanItem): boolean {
  return [section.key, ...criterion.eases].some(
    (key) => barrierScores.get(key)?.class === "act-first",
  );
}

const EFFORT = { small: 1, medium: 2, large: 4 } as const;

function gain(item: PlanItem): Exact {
  return item.criterion.weight.mul(Math.max(1, targetOf(item) - lowOf(item))).div(effortOf(item));
}

function effortOf(item: PlanItem): number {
  return EFFORT[item.criterion.next[lowOf(item) + 1]?.effort ?? "small"];
}

function ratedBy(input: PlanInput, item: PlanItem): Exact {
  const level = levelOfLivedExperience(input, item) ?? lowOf(item);
  return item.criterion.levels[level]?.value ?? ZERO;
}

/** How much of its section's range a settled answer would close. */
function closes({ items }: PlanInput, { criterion, section, interval }: PlanItem): Exact {
  const counted = items.filter(
    (each) =>
      each.section.key === section.key &&
      each.criterion.measures === criterion.measures &&
      each.interval !== undefined,
  );
  const value = (level: number) => criterion.levels[level]?.value ?? ZERO;
  const [low, high] = interval ?? [0, 0];
  const total = sum(counted.map((each) => each.criterion.weight));
  return criterion.weight.mul(value(high).sub(value(low))).div(total);
}

/** Principles from the weakest up, then barriers to act on first, foundations, and the other barriers. */
function rankSections(input: PlanInput): ReadonlyMap<string, number> {
  const keys = [...input.sections.keys()].map((key) => ({
    key,
    group: groupOf(input, key),
    low: exact(lowEnd(input, key) ?? 1),
  }));
  keys.sort((a, b) => a.group - b.group || a.low.compare(b.low));
  return new Map(keys.map(({ key }, rank) => [key, rank]));
}

function groupOf({ sections, barrierScores }: PlanInput, key: string): number {
  const kind = sections.get(key)?.kind;
  if (kind === "principle") return 0;
  if (kind === "foundation") return 2;
  return barrierScores.get(key)?.class === "act-first" ? 1 : 3;
}

function lowEnd({ sectionScores, barrierScores }: PlanInput, key: string): string | undefined {
  return sectionScores.get(key)?.low ?? barrierScores.get(key)?.cover?.[0];
}

function lowOf({ interval }: PlanItem): number {
  return interval?.[0] ?? 0;
}

/** An action in its place: what the answers call for, what people recorded, or both. */
export interface PlacedAction {
  readonly step: PlanStep | undefined;
  readonly item: PlanItem | undefined;
  readonly recorded: RecordedAction | undefined;
}

interface PlacedActions {
  readonly open: readonly PlacedAction[];
  readonly finished: readonly RecordedAction[];
}

/** One list: a recorded action takes the place of its question's step; the other recorded ones come after. */
export function placeActions(
  { assessment, items }: PlanInput,
  steps: readonly PlanStep[],
): PlacedActions {
  const { actions } = assessment;
  const asked = itemsByKey(items);
  const waiting = actions
    .filter((action) => !isEnded(action))
    .map((recorded) => ({ recorded, item: asked.get(recorded.for ?? "") }));
  const ofItem = new Map(steps.map(({ item }) => [item, [] as RecordedAction[]]));
  for (const { recorded, item } of waiting) {
    if (item !== undefined) ofItem.get(item)?.push(recorded);
  }
  const inOrder = steps.flatMap((step) => placeStep(step, ofItem.get(step.item) ?? []));
  const others = waiting
    .filter(({ item }) => item === undefined || !ofItem.has(item))
    .map((each) => ({ step: undefined, ...each }));
  return { open: [...inOrder, ...others], finished: actions.filter(isEnded) };
}

function placeStep(step: PlanStep, own: readonly RecordedAction[]): PlacedAction[] {
  const { item } = step;
  if (own.length === 0) return [{ step, item, recorded: undefined }];
  return own.map((recorded) => ({ step, item, recorded }));
}

/** An action written under a question's former id still belongs to it, unless another has that id now. */
function itemsByKey(items: readonly PlanItem[]): ReadonlyMap<string, PlanItem> {
  const former = items
    .toReversed()
    .flatMap((item) => formerKeys(item.criterion).map((key) => [key, item] as const));
  return new Map([...former, ...items.map((item) => [item.criterion.key, item] as const)]);
}

function formerKeys({ key, formerly }: Criterion): string[] {
  const [rubric] = key.split("/");
  return formerly.map((id) => `${rubric}/${id}`);
}
