import { type Criterion, countsInScore, criteriaOf, type Rubric } from "../rubric/rubric.ts";
import { isCopy, withSharedAnswers } from "../rubric/same-as.ts";
import { sum, ZERO } from "../util/exact.ts";
import { listOf } from "../util/words.ts";
import type {
  Action,
  AssessmentFile,
  Group,
  PlanFacts,
  Response,
  Session,
  SuggestionReply,
  Voice,
} from "./schema.ts";
import { sharedResponse, storedIn } from "./shared-answers.ts";

/** The one group id the program knows: answers given without this group are called a staff view. */
export const LIVED_EXPERIENCE = "lived-experience";

/** The groups asked about where nobody has named others yet. */
export const USUAL_GROUPS: readonly Group[] = [
  { group: LIVED_EXPERIENCE, name: "People with lived experience", present: 0 },
  { group: "staff", name: "Staff", present: 0 },
  { group: "volunteers", name: "Volunteers", present: 0 },
  { group: "trustees", name: "Trustees", present: 0 },
];

/** Those that a list of people names, or else the usual ones. */
export function groupsOf(people: readonly Group[]): readonly Group[] {
  return people.length > 0 ? people : USUAL_GROUPS;
}

/** An assessment that fits its rubrics: every answer is to a known question and at a known level. */
export interface Assessment {
  readonly title: string;
  readonly covers: string | undefined;
  readonly started: string | undefined;
  /** Whether only the core questions were meant to be asked, and no other has been answered. */
  readonly quick: boolean;
  /** In the order of the file: the order in which they are asked and shown. */
  readonly rubrics: readonly Rubric[];
  readonly people: readonly Group[];
  /** Who answered without being in the room. */
  readonly voices: readonly Voice[];
  /** By today's criterion key; an answer under a former id is found under the new one. */
  readonly answers: ReadonlyMap<string, Response>;
  readonly actions: readonly Action[];
  /** Steps that were suggested, talked about and not agreed. */
  readonly suggestions: readonly SuggestionReply[];
  readonly plan: PlanFacts;
  readonly sessions: readonly Session[];
}

/** What the answer to one criterion says, with levels as indexes (0 = lowest). */
export type Answer =
  | { readonly kind: "level"; readonly level: number }
  | { readonly kind: "differ"; readonly from: number; readonly to: number }
  /** In own words, figures or choices; where the choices count, at the level they add up to. */
  | { readonly kind: "given"; readonly words: string; readonly level: number | undefined }
  /** Not asked, because an earlier answer leaves it out. */
  | { readonly kind: "left-out" }
  /** A check that was not asked, because other barriers come first. */
  | { readonly kind: "waits" }
  | { readonly kind: "unsure" }
  | { readonly kind: "not-applicable" }
  /** At a level that the question no longer has: kept, and no answer until people look again. */
  | { readonly kind: "look-again" }
  | { readonly kind: "skipped" }
  | { readonly kind: "votes-only" }
  | { readonly kind: "none" };

/** Reads a response against its criterion. */
export function answerOf(criterion: Criterion, response: Response | undefined): Answer {
  if (response === undefined) return { kind: "none" };
  const { answer } = response;
  if (answer === undefined) return { kind: hasAnyVotes(response) ? "votes-only" : "none" };
  if (answer === "unsure" || answer === "not-applicable" || answer === "skipped") {
    return { kind: answer };
  }
  if (criterion.kind !== "level") return givenAnswer(criterion, response);
  if (answer === "differ") return differAnswer(criterion, response);
  const level = levelIndex(criterion, answer);
  return level < 0 ? { kind: "look-again" } : { kind: "level", level };
}

/** Whether anybody voted on it, in the room or outside. */
export function hasAnyVotes({ votes, outside }: Pick<Response, "votes" | "outside">): boolean {
  return votes !== undefined || outside !== undefined;
}

/** How many people of each group answered without being in the room. */
export function answeredOutside(voices: readonly Voice[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { people } of voices) {
    for (const [group, count] of Object.entries(people)) {
      if (count > 0) counts.set(group, (counts.get(group) ?? 0) + count);
    }
  }
  return counts;
}

/** Whether anybody of a group answered, in the room or outside. */
export function tookPart(
  { people, voices }: Pick<Assessment, "people" | "voices">,
  id: string,
): boolean {
  return (
    people.some(({ group, present }) => group === id && present > 0) ||
    answeredOutside(voices).has(id)
  );
}

function givenAnswer(criterion: Criterion, response: Response): Answer {
  const words = response.answer === "given" ? givenWords(criterion, response) : undefined;
  if (words === undefined) return { kind: "look-again" };
  const level = countsInScore(criterion) ? chosenLevel(criterion, response.chosen) : undefined;
  return { kind: "given", words, level };
}

/** What was given as an answer, in words; undefined where it is not what the question asks for. */
export function givenWords(
  { kind, choices }: Criterion,
  { text, number, chosen }: Response,
): string | undefined {
  switch (kind) {
    case "level":
      return undefined;
    case "text":
      return text;
    case "number":
      return number === undefined ? undefined : String(number);
    case "choices": {
      const names = chosen?.map((id) => choices.find((each) => each.id === id)?.name);
      if (!names?.every((name) => name !== undefined)) return undefined;
      return names.length === 0 ? "None of these" : listOf(names);
    }
    default:
      return kind satisfies never;
  }
}

function chosenLevel({ choices, levels }: Criterion, chosen: readonly string[] = []): number {
  const points = choices.filter(({ id }) => chosen.includes(id)).map((each) => each.points ?? ZERO);
  const total = sum(points).toFraction();
  return levels.findIndex(({ id }) => id === total);
}

type Asking = "asked" | "unknown" | "left-out";

/** Whether a question that depends on earlier answers is asked; while nobody can say, it is. */
export function askingOf(
  { when }: Criterion,
  responseTo: (criterion: Criterion) => Response | undefined,
): Asking {
  if (when.length === 0) return "asked";
  const held = when.map(({ asked, oneOf }) =>
    askingOf(asked, responseTo) === "left-out" ? false : holds(asked, responseTo(asked), oneOf),
  );
  if (held.includes(false)) return "left-out";
  return held.includes(undefined) ? "unknown" : "asked";
}

/** Whether the answer is one of these; undefined while nobody can say. */
function holds(
  criterion: Criterion,
  response: Response | undefined,
  oneOf: readonly string[],
): boolean | undefined {
  const answer = answerOf(criterion, response);
  const isOne = (level: number) => oneOf.includes(criterion.levels[level]?.id ?? "");
  switch (answer.kind) {
    case "level":
      return isOne(answer.level);
    case "given":
      return oneOf.some((id) => response?.chosen?.includes(id) === true);
    case "not-applicable":
    case "left-out":
    case "waits":
      return false;
    case "differ": {
      const levels = criterion.levels.map((_, level) => level).slice(answer.from, answer.to + 1);
      if (levels.every(isOne)) return true;
      return levels.some(isOne) ? undefined : false;
    }
    case "unsure":
    case "look-again":
    case "skipped":
    case "votes-only":
    case "none":
      return undefined;
  }
}

/** The words that are kept with an answer, so that they can be read when the question has changed. */
export function keptWords(criterion: Criterion, response: Response): string | undefined {
  if (response.answer === "given" && criterion.kind === "choices")
    return givenWords(criterion, response);
  return criterion.levels.find(({ id }) => id === response.answer)?.text;
}

function differAnswer(criterion: Criterion, response: Response): Answer {
  const from = levelIndex(criterion, response.from);
  const to = levelIndex(criterion, response.to);
  return from < 0 || to < from ? { kind: "look-again" } : { kind: "differ", from, to };
}

/** Index of the level with this id, or -1. */
export function levelIndex(criterion: Criterion, id: string | undefined): number {
  return criterion.levels.findIndex((level) => level.id === id);
}

/**
 * The groups as they were on the day of these votes, with those that joined each other then; who came on another day is
 * not among them. Files that do not say it know one list of people.
 */
export function peopleAt(
  { people, sessions }: Pick<Assessment, "people" | "sessions">,
  response: Pick<Response, "voted" | "at"> | undefined,
): readonly Group[] {
  const instant = response?.voted ?? response?.at;
  const counted = sessions.filter((session) => session.people !== undefined);
  if (instant === undefined || counted.length === 0) return people;
  const day = counted.findLast(({ began }) => began <= instant) ?? counted[0];
  return day?.people ?? people;
}

/** Puts a checked file and its rubrics together. `rubrics` in the order of the file's references. */
export function resolveAssessment(file: AssessmentFile, asked: readonly Rubric[]): Assessment {
  const rubrics = withSharedAnswers(asked);
  const answers = answersByCriterion(file, rubrics);
  return {
    title: file.title,
    covers: file.covers,
    started: file.started,
    quick: file.look === "quick" && isOnlyCore(answers, rubrics),
    rubrics: toldApart(rubrics),
    people: file.people ?? [],
    voices: file.voices ?? [],
    answers,
    actions: file.actions ?? [],
    suggestions: file.suggestions ?? [],
    plan: file.plan ?? {},
    sessions: file.sessions ?? [],
  };
}

/** The first answer to another question makes it a whole look: then the others are open, and not left out. */
function isOnlyCore(answers: ReadonlyMap<string, Response>, rubrics: readonly Rubric[]): boolean {
  const others = rubrics.flatMap(criteriaOf).filter(({ core }) => !core);
  return others.every((each) => isCopy(each) || answers.get(each.key)?.answer === undefined);
}

/**
 * Parts and questions of the same words get what tells them apart: their rubric's title, or their part's. Of two that share
 * an answer only the one that is not asked gets it.
 */
function toldApart(rubrics: readonly Rubric[]): readonly Rubric[] {
  const sections = rubrics.flatMap((rubric) => rubric.sections);
  const titles = repeated(sections.map(({ title }) => title));
  const all = sections.flatMap(({ criteria }) => criteria);
  const questions = repeated(all.map(({ asks }) => asks));
  const asked = repeated(all.filter((each) => !isCopy(each)).map(({ asks }) => asks));
  if (titles.size + questions.size === 0) return rubrics;
  return rubrics.map((rubric) => ({
    ...rubric,
    sections: rubric.sections.map((section) => {
      const { title } = section;
      const own = titles.has(title) ? `${title} (${rubric.title.replace(/\.$/u, "")})` : title;
      const criteria = section.criteria.map((each) =>
        (isCopy(each) ? questions : asked).has(each.asks)
          ? { ...each, asks: `${each.asks} (${own})` }
          : each,
      );
      return { ...section, title: own, criteria };
    }),
  }));
}

function repeated(texts: readonly string[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const again = new Set<string>();
  for (const text of texts) (seen.has(text) ? again : seen).add(text);
  return again;
}

function answersByCriterion(
  { answers = {} }: AssessmentFile,
  rubrics: readonly Rubric[],
): Map<string, Response> {
  const stored = storedIn(answers);
  const found = new Map<string, Response>();
  for (const rubric of rubrics) {
    for (const criterion of criteriaOf(rubric)) {
      const keys = [criterion.id, ...criterion.formerly].map((id) => `${rubric.id}/${id}`);
      const response = sharedResponse(criterion, stored(keys), stored);
      if (response !== undefined) found.set(criterion.key, response);
    }
  }
  return found;
}
