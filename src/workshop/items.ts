import type { AssessmentFile } from "../assessment/schema.ts";
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
}

/** One question with its levels. */
export interface QuestionItem extends Numbered {
  readonly kind: "question";
  readonly criterion: Criterion;
}

/** A barrier's short checks, answered together in one line. */
export interface ChecklistItem extends Numbered {
  readonly kind: "checklist";
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
  const asked = sections.map((section) => askedIn(section, quick, isAskedElsewhere));
  const all = asked.filter(({ questions, checks }) => questions.length + checks.length > 0);
  const questions = count(all.flatMap((each) => (isChecklist(each) ? [] : each.questions)));
  const checklists = count(all.filter(isChecklist));
  return all.flatMap((each) => {
    if (!isChecklist(each)) {
      return each.questions.map((criterion) =>
        questionItem(each.section, questions.next(), criterion),
      );
    }
    const place = checklists.next();
    const felt = each.questions.map((criterion) =>
      checklistQuestion(each.section, place, criterion),
    );
    return [...felt, checklistItem(each, place)];
  });
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
    const all = itemsOf([rubric], { quick: false });
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
