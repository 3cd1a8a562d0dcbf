import {
  answerOf,
  askingOf,
  givenWords,
  hasAnyVotes,
  keptWords,
} from "../assessment/assessment.ts";
import type { AssessmentEdit } from "../assessment/edit.ts";
import type { Response } from "../assessment/schema.ts";
import {
  sharedResponse,
  storedIn,
  takenOver,
  takenOverWords,
} from "../assessment/shared-answers.ts";
import { type Criterion, criteriaOf, levelMarks, levelName } from "../rubric/rubric.ts";
import type { Clock } from "./dates.ts";
import { checklists, criteriaOfItem, type Item, isWaiting } from "./items.ts";
import type { Interview } from "./state.ts";

/** The criterion with this key; keys come from the items and are always known. */
export function criterionOf({ rubrics }: Interview, key: string): Criterion {
  const found = rubrics.flatMap(criteriaOf).find((criterion) => criterion.key === key);
  if (found === undefined) throw new Error(`no criterion ${key}`);
  return found;
}

export function responseTo(
  state: Pick<Interview, "file">,
  criterion: Criterion,
): Response | undefined {
  return sharedResponse(criterion, ownResponse(state, criterion), storedIn(state.file.answers));
}

/** What is in the file under the question itself. */
function ownResponse(state: Pick<Interview, "file">, criterion: Criterion): Response | undefined {
  const stored = state.file.answers?.[storedKey(state, criterion)];
  if (stored === undefined || !isPlaceholder(stored)) return stored;
  const { answer: _, ...said } = stored;
  return said;
}

/** From which question its answer is, in words; undefined where it has its own. */
export function answeredElsewhere(
  state: Pick<Interview, "file">,
  criterion: Criterion,
): string | undefined {
  if (criterion.sharedWith.length === 0) return undefined;
  const stored = storedIn(state.file.answers);
  const taken = takenOver(criterion, ownResponse(state, criterion), stored);
  return taken && takenOverWords(taken, stored(taken.from.keys));
}

// "Skipped" without a time is what a list of things to show put there by itself: nobody has skipped anything.
function isPlaceholder({ answer, at, asked, evidence }: Response): boolean {
  return answer === "skipped" && at === undefined && asked === undefined && evidence !== undefined;
}

/** The key the response has in the file: an answer given under a former id stays where it is. */
export function storedKey({ file }: Pick<Interview, "file">, criterion: Criterion): string {
  const answers = file.answers ?? {};
  return keysOfCriterion(criterion).find((key) => Object.hasOwn(answers, key)) ?? criterion.key;
}

/** Every key under which an action can be about it: its own, and those of the questions that share its answer. */
export function keysAbout(criterion: Criterion): readonly string[] {
  return [...keysOfCriterion(criterion), ...criterion.sharedWith.flatMap(({ keys }) => keys)];
}

/** The key it has, and those that it had. */
function keysOfCriterion({ key, formerly }: Criterion): readonly string[] {
  const rubric = key.slice(0, key.indexOf("/"));
  return [key, ...formerly.map((id) => `${rubric}/${id}`)];
}

type Changed<Fields> = { readonly [Field in keyof Fields]?: Fields[Field] | undefined };

/** Puts fields into the response and leaves the others; undefined takes a field out. */
export function respond(
  state: Interview,
  criterion: Criterion,
  change: Changed<Response>,
): AssessmentEdit {
  const response = { ...ownResponse(state, criterion), ...change } as Response;
  return { kind: "respond", key: storedKey(state, criterion), response: whole(response) };
}

// What we could show, alone, is no answer in a file; until there is one the question stands there as skipped.
function whole(response: Response): Response {
  const { answer, votes, outside, note, unrevealed, evidence } = response;
  const says = [answer, votes, outside, note, unrevealed].some((each) => each !== undefined);
  return says || evidence === undefined ? response : { ...response, answer: "skipped" };
}

/** An answer with the question as it stood and when; what belonged to another kind of answer goes. */
export function answered(
  state: Interview,
  criterion: Criterion,
  {
    answer,
    ...more
  }: Changed<Omit<Response, "answer" | "asked" | "at">> & { readonly answer: string },
  { instant }: Clock,
): AssessmentEdit {
  const level = keptWords(criterion, { ...more, answer } as Response);
  const asked = { wording: criterion.asks, hash: criterion.hash };
  return respond(state, criterion, {
    from: undefined,
    to: undefined,
    text: undefined,
    number: undefined,
    chosen: undefined,
    reason: undefined,
    ...more,
    answer,
    asked: level === undefined || level === "" ? asked : { ...asked, level },
    at: instant,
  });
}

/** The same answer under the new wording, where the question reads differently now and its answer is kept. */
export function keptAnswer(
  state: Interview,
  criterion: Criterion,
  now: Clock,
): readonly AssessmentEdit[] {
  const response = responseTo(state, criterion);
  if (response?.answer === undefined || !asksOtherwise(criterion, response)) return [];
  return [answered(state, criterion, { ...response, answer: response.answer }, now)];
}

/** `left-out`: an earlier answer leaves it out. `waits`: other barriers are felt more. */
export type Status =
  | "answered"
  | "unsure"
  | "skipped"
  | "open"
  | "look-again"
  | "left-out"
  | "waits";

export function statusOf(state: Pick<Interview, "file">, criterion: Criterion): Status {
  if (askingOf(criterion, (each) => responseTo(state, each)) === "left-out") return "left-out";
  const response = responseTo(state, criterion);
  if (response?.answer === undefined) return "open";
  if (response.answer === "skipped") return "skipped";
  if (asksOtherwise(criterion, response) || isGone(criterion, response)) return "look-again";
  return response.answer === "unsure" ? "unsure" : "answered";
}

/** Whether the answer is one that the question no longer has. */
function isGone(criterion: Criterion, response: Response): boolean {
  return answerOf(criterion, response).kind === "look-again";
}

/** Whether the question reads differently now from when it was answered. */
export function asksOtherwise(criterion: Criterion, { asked }: Response): boolean {
  return asked !== undefined && asked.hash !== criterion.hash;
}

/** The status of a list is the least settled one among its lines. */
export function statusOfItem(state: Pick<Interview, "file">, item: Item): Status {
  if (isWaiting(item, (each) => responseTo(state, each))) return "waits";
  const found = criteriaOfItem(item).map((criterion) => statusOf(state, criterion));
  if (found.every((status) => status === "left-out")) return "left-out";
  const order: readonly Status[] = ["open", "look-again", "skipped", "unsure"];
  return order.find((status) => found.includes(status)) ?? "answered";
}

/** The checklists without those that wait, and without the page of all barriers. */
export function askedLists(state: Pick<Interview, "file" | "items">): readonly (readonly Item[])[] {
  const waiting = waitingLists(state);
  return checklists(state.items).filter(
    ([item]) => item?.number.startsWith("c") && !waiting.includes(item),
  );
}

/** The first item of each checklist that waits until somebody asks for it. */
export function waitingLists(state: Pick<Interview, "file" | "items">): readonly Item[] {
  return checklists(state.items).flatMap(([item]) =>
    item !== undefined && statusOfItem(state, item) === "waits" ? [item] : [],
  );
}

/** Whether nobody has said yet how much each barrier is felt: then nobody knows which of them come first. */
export function isFeltOpen(state: Pick<Interview, "file" | "items">): boolean {
  return state.items.some(
    (item) =>
      item.kind === "checklist" &&
      item.titles !== undefined &&
      item.criteria.every((each) => responseTo(state, each)?.answer === undefined),
  );
}

/** Whether a walk through all that is asked goes past it. */
export function isPassedOver(status: Status): boolean {
  return status === "left-out" || status === "waits";
}

export function isOpen(state: WordingState, item: Item): boolean {
  const status = statusOfItem(state, item);
  return status === "open" || (status === "look-again" && state.keepsOld !== true);
}

type WordingState = Pick<Interview, "file"> & Partial<Pick<Interview, "keepsOld">>;

/** An answer in words: the level's name, or what was said instead of a level. */
export function answerWords(criterion: Criterion, response: Response | undefined): string {
  const level = (id: string | undefined) => {
    const index = criterion.levels.findIndex((each) => each.id === id);
    if (index < 0) return String(id);
    const name = levelName(criterion, index);
    const mark = levelMarks(criterion.levels)[index];
    return mark === name ? name : `${mark}, ${name}`;
  };
  if (response?.answer === undefined) {
    return response !== undefined && hasAnyVotes(response) ? "votes, no answer yet" : "to do";
  }
  switch (response.answer) {
    case "unsure":
      return "we are not sure";
    case "skipped":
      return "skipped for now";
    case "not-applicable":
      return "does not apply to us";
    case "differ":
      return `we do not agree (from ${level(response.from)} to ${level(response.to)})`;
    case "given":
      return givenWords(criterion, response) ?? level(response.answer);
    default:
      return level(response.answer);
  }
}
