import { feltMost, type RivalBarrier, rivalBarriers } from "../assessment/felt-most.ts";
import type { AssessmentFile, Response } from "../assessment/schema.ts";
import { hasAnswer } from "../assessment/shared-answers.ts";
import { askedParts, type Criterion, type Rubric, type Section } from "../rubric/rubric.ts";
import { withSharedAnswers } from "../rubric/same-as.ts";
import { type Asked, talkMinutes } from "../rubric/session-time.ts";

interface Numbered {
  /** What it is called when you go to it: `4`, or `c2` for the second checklist. */
  readonly number: string;
  /** For instance `Question 4 of 18`. */
  readonly label: string;
  readonly section: Section;
  /** The barriers, of which only those felt most are asked what is in place; where it is of one of them. */
  readonly rivals?: readonly RivalBarrier[] | undefined;
}

/** One question with its levels. */
export interface QuestionItem extends Numbered {
  readonly kind: "question";
  readonly criterion: Criterion;
}

/** A barrier's short checks, or how much each of the barriers is felt, answered together in one line. */
export interface ChecklistItem extends Numbered {
  readonly kind: "checklist";
  /** Where it asks how much each barrier is felt: their names, which say less than the questions in fewer letters. */
  readonly titles?: readonly string[];
  /** At least one, all with the same levels. */
  readonly criteria: readonly [Criterion, ...Criterion[]];
  /** Checks that have the answer of a question in another part, at which they are asked. */
  readonly shared: readonly Criterion[];
}

export type Item = QuestionItem | ChecklistItem;

export interface Selection {
  /** Whether only the core questions are asked. */
  readonly quick: boolean;
  /** Keys of the sections that are asked; all where it is left out. */
  readonly sections?: readonly string[] | undefined;
  /** Key of the question that the people chose for their quick look, which is core by then. */
  readonly picked?: string | undefined;
  /** Whether a question of another part has its answer, so that nobody is asked the same again. */
  readonly isAnswered?: (key: string) => boolean;
}

/** What is asked, in order. */
export function itemsOf(
  rubrics: readonly Rubric[],
  { quick, sections: wanted, isAnswered = () => false }: Selection,
): readonly Item[] {
  const sections = withSharedAnswers(rubrics)
    .flatMap((rubric) => rubric.sections)
    .filter(({ key }) => wanted === undefined || wanted.includes(key));
  const here = new Set(sections.flatMap(({ criteria }) => criteria.map(({ key }) => key)));
  const isAskedElsewhere = ({ sharedWith }: Criterion) =>
    sharedWith.some(
      ({ isAskedThere, keys }) => isAskedThere && (here.has(keys[0]) || keys.some(isAnswered)),
    );
  const rivals = quick || wanted !== undefined ? new Map<string, Rivals>() : rivalsIn(rubrics);
  const asked = sections.map((section) =>
    askedIn(withoutFelt(section, rivals.get(section.key)), quick, isAskedElsewhere),
  );
  const all = asked.filter(({ questions, checks }) => questions.length + checks.length > 0);
  const questions = count(all.flatMap((each) => (isChecklist(each) ? [] : each.questions)));
  const checklists = count(all.filter(isChecklist));
  const pages = new Set<Rivals>();
  return all.flatMap((each) => {
    const own = rivals.get(each.section.key);
    const page = own === undefined || pages.has(own) ? [] : [feltPage(own, pages.size)];
    if (own !== undefined) pages.add(own);
    const place = isChecklist(each) ? checklists.next() : undefined;
    const items =
      place === undefined || !isChecklist(each)
        ? each.questions.map((asks) => questionItem(each.section, questions.next(), asks))
        : [
            ...each.questions.map((asks) => checklistQuestion(each.section, place, asks)),
            checklistItem(each, place),
          ];
    return [...page, ...items.map((item) => ({ ...item, rivals: own?.barriers }))];
  });
}

interface Rivals {
  readonly rubric: Rubric;
  readonly barriers: readonly RivalBarrier[];
}

/** By the key of the section. */
function rivalsIn(rubrics: readonly Rubric[]): ReadonlyMap<string, Rivals> {
  return new Map(
    withSharedAnswers(rubrics).flatMap((rubric) => {
      const rivals = { rubric, barriers: rivalBarriers(rubric) };
      return rivals.barriers.map(({ key }) => [key, rivals] as const);
    }),
  );
}

/** How much it is felt is asked on the page of all of them. */
function withoutFelt(section: Section, rivals: Rivals | undefined): Section {
  if (rivals === undefined) return section;
  return {
    ...section,
    criteria: section.criteria.filter(({ measures }) => measures !== "pressure"),
  };
}

function feltPage({ rubric, barriers }: Rivals, before: number): ChecklistItem {
  const [first, ...others] = barriers.map(({ felt }) => felt);
  const [section] = rubric.sections.filter(({ key }) => key === barriers[0]?.key);
  if (first === undefined || section === undefined) throw new Error("no barriers");
  return {
    kind: "checklist",
    number: before === 0 ? "f" : `f${before + 1}`,
    label: `The ${barriers.length} barriers`,
    section: { ...section, key: `${rubric.id}/`, title: rubric.title, signs: [] },
    criteria: [first, ...others],
    shared: [],
    titles: barriers.map(({ title }) => title),
    rivals: barriers,
  };
}

/** Whether it is not asked for now, because other barriers come first. */
export function isWaiting(
  { rivals, section }: Item,
  responseTo: (criterion: Criterion) => Response | undefined,
): boolean {
  if (rivals === undefined) return false;
  return feltMost(rivals, responseTo).waiting.some(({ key }) => key === section.key);
}

/** What a room that has answered nothing will be asked. */
export function askedAtFirst(items: readonly Item[]): readonly Item[] {
  return items.filter((item) => !isWaiting(item, () => undefined));
}

/** Whether the file has an answer to a question, by its key. */
export function isAnsweredIn({ answers = {} }: AssessmentFile): (key: string) => boolean {
  return (key) => hasAnswer(answers[key] ?? {});
}

/** What changes where a quick look becomes a whole one. */
export function everything({
  rubrics,
  file,
}: {
  rubrics: readonly Rubric[];
  file: AssessmentFile;
}): { items: readonly Item[]; selected: false } {
  const items = itemsOf(rubrics, { quick: false, isAnswered: isAnsweredIn(file) });
  return { items, selected: false };
}

/** Index of the item at which this question is asked, be it under another name; -1 where there is none. */
export function placeOf(items: readonly Item[], question: string | undefined): number {
  const asksIt = ({ key, sharedWith }: Criterion) =>
    key === question ||
    sharedWith.some(({ keys, isAskedThere }) => !isAskedThere && keys[0] === question);
  return items.findIndex((item) => criteriaOfItem(item).some(asksIt));
}

export function criteriaOfItem(item: Item): readonly Criterion[] {
  return item.kind === "question" ? [item.criterion] : item.criteria;
}

/** Whether it is a list of checks or of barriers, or asked with one. */
export function isOfChecklist(item: Item): boolean {
  return /^[cf]/u.test(item.number);
}

/** The items of each checklist: how much it is felt, and the checks. */
export function checklists(items: readonly Item[]): readonly (readonly Item[])[] {
  const numbers = [...new Set(items.filter(isOfChecklist).map(({ number }) => number))];
  return numbers.map((number) => items.filter((item) => item.number === number));
}

/** Nobody needs a rest after fewer questions. */
const ENOUGH_FOR_BREAK = 3;

/** Whether enough questions come between the last good place for a break and the end of this one's part. */
export function isWorthBreak(items: readonly Item[], { section }: Item): boolean {
  let count = 0;
  for (const [index, each] of items.entries()) {
    const before = items[index - 1]?.section;
    if (before === section && each.section !== section) break;
    count = before !== each.section && count >= ENOUGH_FOR_BREAK ? 1 : count + 1;
  }
  return count >= ENOUGH_FOR_BREAK;
}

interface SectionItems {
  readonly section: Section;
  readonly questions: readonly Criterion[];
  readonly checks: readonly Criterion[];
  readonly shared: readonly Criterion[];
}

interface Checklist extends SectionItems {
  readonly checks: readonly [Criterion, ...Criterion[]];
}

function askedIn(
  section: Section,
  quick: boolean,
  isAskedElsewhere: (criterion: Criterion) => boolean,
): SectionItems {
  const wanted = section.criteria.filter(({ core }) => core || !quick);
  const shared = wanted.filter(isAskedElsewhere);
  // Parted before those are left out: what is short stays a line, be it the only one that is left.
  const { alone, listed } = askedParts(section, wanted);
  const isAsked = (each: Criterion) => !shared.includes(each);
  return { section, checks: listed.filter(isAsked), questions: alone.filter(isAsked), shared };
}

function isChecklist(asked: SectionItems): asked is Checklist {
  return asked.checks.length > 0;
}

interface Numbering {
  readonly number: number;
  readonly of: number;
}

function count(all: readonly unknown[]): { next: () => Numbering } {
  let number = 0;
  return {
    next() {
      number += 1;
      return { number, of: all.length };
    },
  };
}

function questionItem(section: Section, { number, of }: Numbering, criterion: Criterion): Item {
  const label = `Question ${number} of ${of}`;
  return { kind: "question", number: String(number), label, section, criterion };
}

function checklistQuestion(
  section: Section,
  { number, of }: Numbering,
  criterion: Criterion,
): Item {
  const label = `Checklist ${number} of ${of}`;
  return { kind: "question", number: `c${number}`, label, section, criterion };
}

function checklistItem(
  { section, checks: criteria, shared }: Checklist,
  { number, of }: Numbering,
): Item {
  return {
    kind: "checklist",
    number: `c${number}`,
    label: `Checklist ${number} of ${of}`,
    section,
    criteria,
    shared,
  };
}

/** How long it usually takes to read and talk through these: each rubric says how long all of its questions take. */
export function usualMinutes(rubrics: readonly Rubric[], items: readonly Item[]): number {
  return rubrics.reduce((sum, rubric) => {
    const own = items.filter(({ section }) => section.key.startsWith(`${rubric.id}/`));
    const all = askedAtFirst(itemsOf([rubric], { quick: false }));
    return sum + (rubric.minutes * weigh(own)) / Math.max(1, weigh(all));
  }, 0);
}

function weigh(items: readonly Item[]): number {
  return talkMinutes(
    items.flatMap((item) => criteriaOfItem(item).map((each) => asked(item, each))),
  );
}

function asked(item: Item, criterion: Criterion): Asked {
  return { kind: item.kind === "checklist" ? "check" : aloneKind(item, criterion), words: 0 };
}

/** A short check that is asked by itself, because it is private, takes as long as how much something is felt. */
export function aloneKind(
  { section }: Pick<Item, "section">,
  { measures, private: isPrivate, ownAnchors }: Criterion,
): Asked["kind"] {
  const isCheck = isPrivate && section.together && !ownAnchors;
  return measures === "pressure" || isCheck ? "felt" : "question";
}
