import { type AssessmentEdit, editAssessment } from "../assessment/edit.ts";
import type { Response } from "../assessment/schema.ts";
import type { Criterion } from "../rubric/rubric.ts";
import { type Block, type Choice, paragraph, titled } from "../terminal/blocks.ts";
import type { Clock } from "./dates.ts";
import {
  checklists,
  criteriaOfItem,
  type Item,
  isOfChecklist,
  isWorthBreak,
  usualMinutes,
} from "./items.ts";
import { messages } from "./messages/messages.ts";
import {
  answerWords,
  askedLists,
  isFeltOpen,
  isOpen,
  isPassedOver,
  keysAbout,
  responseTo,
  type Status,
  statusOf,
  statusOfItem,
  waitingLists,
} from "./responses.ts";
import type { At, Interview, Walk } from "./state.ts";

/** The place of an item; after the last one comes the check of all answers. */
export function atItem({ items }: Pick<Interview, "items">, index: number): At {
  const item = items[index];
  return item === undefined ? { kind: "finish" } : { kind: item.kind, item: index };
}

/**
 * After a confirmed answer: the next one of a walk that people asked for, and at its end the place it began at;
 * otherwise the next open item, or simply the next one where none after it is open.
 */
export function afterItem(state: Interview, index: number): At {
  const { walk } = state;
  if (walk !== undefined) {
    const next = walk.items.find((item) => item > index);
    return next === undefined ? walk.returnTo : atItem(state, next);
  }
  const wanted = state.items.findIndex((item) => isFirst(state, item) && isOpen(state, item));
  if (wanted >= 0) return atItem(state, wanted);
  const from = isFirst(state, state.items[index]) ? -1 : index;
  const open = state.items.findIndex((item, at) => at > from && isOpen(state, item));
  const isAsked = (item: Item, at: number) =>
    at > index && !isPassedOver(statusOfItem(state, item));
  const next = state.items.findIndex(isAsked);
  return atItem(state, open >= 0 ? open : next >= 0 ? next : state.items.length);
}

/** One back in the list, or in a walk that people asked for the one before in it. */
export function itemBefore(state: Interview, index: number): At {
  const { walk } = state;
  if (walk === undefined) return atItem(state, index - 1);
  const before = walk.items.findLast((item) => item < index);
  return before === undefined ? walk.returnTo : atItem(state, before);
}

/** Where a walk through these items begins; undefined where there are none. */
export function walkThrough(
  state: Interview,
  asked: (item: Item) => boolean,
  returnTo: At,
): { readonly at: At; readonly walk: Walk } | undefined {
  const items = state.items.flatMap((item, index) => (asked(item) ? [index] : []));
  const [first] = items;
  return first === undefined ? undefined : { at: atItem(state, first), walk: { items, returnTo } };
}

/** Where to carry on: what is asked first, the first open item, or the check of all answers. */
export function firstOpen(
  state: Pick<Interview, "items" | "file"> & Partial<Pick<Interview, "keepsOld" | "first">>,
): At {
  const open = (item: Item) => isOpen(state, item);
  const found = state.items.find((item) => isFirst(state, item) && open(item));
  return atItem(state, placeOrEnd(state.items, found ?? state.items.find(open)));
}

function placeOrEnd(items: readonly Item[], item: Item | undefined): number {
  return item === undefined ? items.length : items.indexOf(item);
}

/** Whether something was done about it last time, so that it is asked before the others. */
function isFirst({ first }: Partial<Pick<Interview, "first">>, item: Item | undefined): boolean {
  if (first === undefined || item === undefined) return false;
  return criteriaOfItem(item).some((criterion) =>
    keysAbout(criterion).some((key) => first.has(key)),
  );
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

type Seen = Pick<Interview, "items" | "file">;

/** `6 answered, 1 not sure, 1 skipped, 10 to do.` and the checklists beside it. */
export function progressLines(state: Seen): readonly string[] {
  const questions = state.items.filter((item) => !isOfChecklist(item));
  const lists = askedLists(state);
  const waiting = isFeltOpen(state) ? 0 : waitingLists(state).length;
  const said: string[] = [];
  if (questions.length > 0) said.push(questionCounts(state, questions));
  if (lists.length > 0)
    said.push(`Checklists: ${doneLists(state).length} of ${lists.length} done.`);
  if (waiting > 0) said.push(messages.barriers.waiting(waiting));
  return said;
}

export function doneLists(state: Seen): readonly (readonly Item[])[] {
  const isDone = (item: Item) =>
    ["answered", "unsure", "left-out"].includes(statusOfItem(state, item));
  return askedLists(state).filter((list) => list.every(isDone));
}

/** About how long the rest takes, at the pace so far or else at the usual one. */
export function leftText(state: Interview, now: Clock): string {
  const left = openUnits(state);
  if (left === 0) return "Every question has been asked.";
  const measured = state.confirmed >= ENOUGH_FOR_PACE;
  const usual = usualMinutes(state.rubrics, openItems(state));
  const pace = minutesSoFar(state, now) / Math.max(1, state.confirmed);
  const minutes = Math.max(1, Math.round(measured ? pace * left : usual));
  const time = `About ${minutes} ${minutes === 1 ? "minute" : "minutes"} to go`;
  return `${time}${measured ? " at the speed so far" : ""}.`;
}

/** How many questions and whole checklists have not been asked. */
export function openUnits(state: Seen): number {
  return new Set(openItems(state).map(({ number }) => number)).size;
}

function openItems(state: Seen): readonly Item[] {
  return state.items.filter((item) => statusOfItem(state, item) === "open");
}

/** What is not settled yet: the questions section by section, then the checklists. */
export function openBlocks(state: Seen): readonly Block[] {
  const settled: readonly Status[] = ["answered", "left-out"];
  const open = state.items.filter((item) => !settled.includes(statusOfItem(state, item)));
  if (open.length === 0) return [paragraph("Nothing is left to do. Everything has an answer.")];
  const questions = bySection(
    open.filter((item) => !isOfChecklist(item)),
    (item) => [
      { mark: item.number, name: STATUS_WORDS[statusOfItem(state, item)], text: asksOf(item) },
    ],
  );
  const lists = checklists(open).flatMap(([item]) =>
    item === undefined ? [] : [listRow(state, item)],
  );
  return [...questions, ...(lists.length > 0 ? [titled("Checklists", lists)] : [])];
}

/** Every question with its answer. */
export function allBlocks(state: Seen): readonly Block[] {
  return bySection(state.items, (item) => answerRows(state, item));
}

const ENOUGH_FOR_PACE = 3;

const STATUS_WORDS: Readonly<Record<Status, string>> = {
  answered: "answered",
  unsure: "not sure",
  skipped: "skipped",
  open: "to do",
  "look-again": "look again",
  "left-out": "not asked, because of an earlier answer",
  waits: "waits, others come first",
};

function questionCounts(state: Seen, items: readonly Item[]): string {
  const found = items.map((item) => statusOfItem(state, item));
  const order: readonly Status[] = ["answered", "unsure", "skipped", "look-again", "open"];
  const counts = order.map((status) => ({
    status,
    count: found.filter((each) => each === status).length,
  }));
  const said = counts
    .filter(({ status, count }) => count > 0 || status === "answered" || status === "open")
    .map(({ status, count }) => `${count} ${STATUS_WORDS[status]}`);
  return `${said.join(", ")}.`;
}

function minutesSoFar({ began }: Interview, { instant }: Clock): number {
  return Math.max(0, Date.parse(instant) - Date.parse(began)) / 60_000;
}

function bySection(
  items: readonly Item[],
  rowsOf: (item: Item) => readonly Choice[],
): readonly Block[] {
  const sections = [...new Set(items.map(({ section }) => section))];
  return sections.map((section) => {
    const own = items.filter((item) => item.section === section);
    return titled(section.title, own.flatMap(rowsOf));
  });
}

function listRow(state: Seen, { number, section }: Item): Choice {
  const own = state.items.filter((item) => item.number === number);
  const found = own.map((item) => statusOfItem(state, item));
  const order: readonly Status[] = ["waits", "open", "look-again", "skipped", "unsure"];
  const status = order.find((each) => found.includes(each)) ?? "answered";
  return { mark: number, name: STATUS_WORDS[status], text: section.title };
}

function answerRows(state: Seen, item: Item): readonly Choice[] {
  return criteriaOfItem(item).map((criterion, index) => {
    const again = statusOf(state, criterion) === "look-again" ? ", look again" : "";
    const mark = markOf(item, index);
    const answer = `${answerTo(item, criterion, responseTo(state, criterion))}${again}`;
    return { mark, name: criterion.asks, text: answer };
  });
}

/** The answer in words. The levels of a checklist go by their names; nobody typed a number. */
export function answerTo(item: Item, criterion: Criterion, response: Response | undefined): string {
  const check = item.kind === "checklist" ? levelName(criterion, response?.answer) : undefined;
  return check ?? answerWords(criterion, response);
}

/** What a question is called in lists: `4`, or `c2 line 3` for the third check of a checklist. */
export function markOf(item: Item, index: number): string {
  return item.kind === "question" ? item.number : `${item.number} line ${index + 1}`;
}

function levelName({ levels }: Criterion, answer: string | undefined): string | undefined {
  return levels.find(({ id }) => id === answer)?.name;
}

function asksOf(item: Item): string {
  return criteriaOfItem(item)[0]?.asks ?? "";
}

interface MovedOn {
  readonly at: At;
  readonly say: readonly Block[];
}

/** On to the next item after an answer, with a word at the end of a part. */
export function moveOn(
  state: Interview,
  {
    item,
    now,
    edits,
  }: { readonly item: number; readonly now: Clock; readonly edits: readonly AssessmentEdit[] },
): MovedOn {
  // With the answer, on which later questions may depend.
  const answered = withEdits(state, edits);
  const at = afterItem(answered, item);
  return { at, say: breakAfter(answered, { item, next: at, now }) };
}

interface Moved {
  readonly item: number;
  readonly next: At;
  readonly now: Clock;
}

/** At the end of a part that is no checklist: how much is left, and that a break is fine. */
function breakAfter(state: Interview, { item: index, next: place, now }: Moved): readonly Block[] {
  const item = state.items[index];
  const reached = itemIndex(place);
  if (
    state.walk !== undefined ||
    item === undefined ||
    isFirst(state, item) ||
    isOfChecklist(item) ||
    reached === undefined
  )
    return [];
  const next = state.items[reached];
  if (next === undefined || next.section === item.section) return [];
  if (!isOfChecklist(next) && !isWorthBreak(state.items, item)) return [];
  const others = { ...state, items: state.items.filter((each) => each !== item) };
  return [
    paragraph(
      `That was the last question of this part. ${leftText(others, now)} Good place for a break.`,
    ),
  ];
}
