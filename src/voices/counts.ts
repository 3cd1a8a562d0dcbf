import type { Voice, VoiceSource } from "../assessment/schema.ts";
import { rowMark, rowMarks, type VoiceBatch } from "../assessment/voices.ts";
import type { Criterion } from "../rubric/rubric.ts";
import { contentHash } from "../util/content-hash.ts";
import { counted, listOf } from "../util/words.ts";
import type { QuestionSheet, Slip, SlipAnswer } from "./slip.ts";

// What many people answered becomes counts by group and question as soon as it is read; nobody's line is kept.

/** A slip and what it answers. */
export interface SheetSlip {
  readonly sheet: QuestionSheet;
  readonly slip: Slip;
}

/** Counts of votes and of people. */
export type VoiceCounts = Pick<VoiceBatch, "people" | "votes">;

/** Counts slips one by one. */
export class VoiceCounter {
  private readonly people: Record<string, number> = {};
  private readonly votes = new Map<string, Record<string, Record<string, number>>>();

  add({ sheet, slip: { group, answers } }: SheetSlip): void {
    this.people[group] = (this.people[group] ?? 0) + 1;
    for (const [at, question] of sheet.questions.entries()) {
      const choice = choiceOf(question, answers[at]);
      if (choice !== undefined) this.count(question.key, group, { choice, by: 1 });
    }
  }

  /** So many votes of a group for one choice. */
  count(key: string, group: string, { choice, by }: { choice: string; by: number }): void {
    const round = this.votes.get(key) ?? {};
    const counts = round[group] ?? {};
    counts[choice] = (counts[choice] ?? 0) + by;
    round[group] = counts;
    this.votes.set(key, round);
  }

  /** At least so many people of a group answered. */
  atLeast(group: string, people: number): void {
    this.people[group] = Math.max(this.people[group] ?? 0, people);
  }

  counts(): VoiceCounts {
    return { people: { ...this.people }, votes: structuredClone(this.votes) };
  }
}

/** How a choice is written in an assessment; nothing for a blank. */
function choiceOf({ levels }: Criterion, answer: SlipAnswer = "blank"): string | undefined {
  if (answer === "blank") return undefined;
  return answer === "unsure" ? "unsure" : levels[answer]?.id;
}

export interface Counting {
  readonly from: VoiceSource;
  /** What came in this way before. */
  readonly known: Voice | undefined;
  readonly salt: string;
  /** Tells rows of one survey from those of another that count their rows alike. */
  readonly source: string;
}

export interface CountedBatch {
  readonly batch: VoiceBatch;
  readonly added: number;
  /** How many were added before, and are left out. */
  readonly before: number;
}

/**
 * The counts of all slips that were not added before. Those with an id of their own are known by its mark. A file without
 * ids is known by the counts of its first rows: saved again with more rows below, only those are new.
 */
export function countSlips(slips: readonly SheetSlip[], counting: Counting): CountedBatch {
  const withId = slips.filter(({ slip }) => slip.id !== undefined);
  const without = slips.filter(({ slip }) => slip.id === undefined);
  const fresh = freshRows(withId, counting);
  const file = freshTail(without, counting);
  const counter = new VoiceCounter();
  for (const each of [...fresh.slips, ...file.slips]) counter.add(each);
  const added = fresh.slips.length + file.slips.length;
  const batch = { from: counting.from, ...counter.counts(), rows: fresh.marks, file: file.file };
  return { batch, added, before: slips.length - added };
}

function freshRows(
  slips: readonly SheetSlip[],
  { known, salt, source }: Counting,
): { readonly slips: readonly SheetSlip[]; readonly marks: readonly string[] } {
  const marks = new Set(rowMarks(known));
  const found = new Map<string, SheetSlip>();
  for (const each of slips) {
    const mark = rowMark(known?.salt ?? salt, `${source} ${each.slip.id}`);
    if (!marks.has(mark)) found.set(mark, each);
  }
  return { slips: [...found.values()], marks: [...found.keys()] };
}

function freshTail(
  slips: readonly SheetSlip[],
  counting: Counting,
): { readonly slips: readonly SheetSlip[]; readonly file: VoiceBatch["file"] } {
  if (slips.length === 0) return { slips, file: undefined };
  const marks = prefixMarks(slips, counting);
  const known = (counting.known?.files ?? []).filter((mark) => marks.has(mark));
  const [longest] = known.toSorted((a, b) => rowsOf(b) - rowsOf(a));
  const rest = slips.slice(longest === undefined ? 0 : rowsOf(longest));
  if (rest.length === 0) return { slips: rest, file: undefined };
  const whole = [...marks].find((mark) => rowsOf(mark) === slips.length);
  const file = whole === undefined ? undefined : { mark: whole, replaces: longest };
  return { slips: rest, file };
}

/** The marks of the whole and of each beginning that is as long as a file that was added before. */
function prefixMarks(slips: readonly SheetSlip[], counting: Counting): ReadonlySet<string> {
  const lengths = new Set([slips.length, ...(counting.known?.files ?? []).map(rowsOf)]);
  const counter = new VoiceCounter();
  const marks = new Set<string>();
  for (const [at, each] of slips.entries()) {
    counter.add(each);
    if (lengths.has(at + 1)) marks.add(fileMark(at + 1, counter.counts(), counting));
  }
  return marks;
}

function rowsOf(mark: string): number {
  return Number(mark.split(":")[0]);
}

/** Of the counts alone, which stand in the file anyway: nothing in it belongs to one person. */
function fileMark(rows: number, { people, votes }: VoiceCounts, counting: Counting): string {
  const hash = contentHash([counting.source, people, Object.fromEntries(votes)]);
  return `${rows}:${rowMark(counting.known?.salt ?? counting.salt, hash)}`;
}

/** A tally that was added before adds nothing. */
export function countTally(counts: VoiceCounts, counting: Counting): CountedBatch {
  const people = Object.values(counts.people).reduce((sum, count) => sum + count, 0);
  const mark = fileMark(people, counts, counting);
  const isKnown = counting.known?.files?.includes(mark) === true;
  const { from } = counting;
  return isKnown
    ? { batch: { from, people: {}, votes: new Map(), rows: [] }, added: 0, before: people }
    : {
        batch: { from, ...counts, rows: [], file: { mark, replaces: undefined } },
        added: people,
        before: 0,
      };
}

export type ReadTally =
  | { readonly counts: VoiceCounts }
  | { readonly problems: readonly LineProblem[] };

export interface LineProblem {
  readonly line: number;
  readonly problem: string;
}

/**
 * A tally of another group's talk, a line for each question and group, as on the tally sheet: the question's number, the
 * group, how many chose each answer, how many were not sure and, if anybody, how many would rather not say: `5 le 0 3 2 1 1`.
 */
export function readTally(sheet: QuestionSheet, lines: readonly string[]): ReadTally {
  const counter = new VoiceCounter();
  const problems: LineProblem[] = [];
  const seen = new Map<string, number>();
  for (const [at, text] of lines.entries()) {
    if (isNoLine(text)) continue;
    const line = at + 1;
    const found = readTallyLine(sheet, text);
    if ("problem" in found) {
      problems.push({ line, problem: found.problem });
      continue;
    }
    const name = `${found.question.key} ${found.group}`;
    const first = seen.get(name);
    seen.set(name, first ?? line);
    if (first === undefined) countLine(counter, found);
    else problems.push({ line, problem: `This question and group stand on line ${first} too.` });
  }
  return problems.length > 0 ? { problems } : { counts: counter.counts() };
}

/** A blank line, or a remark. */
export function isNoLine(text: string): boolean {
  return /^\s*(?:#|$)/u.test(text);
}

interface TallyLine {
  readonly question: Criterion;
  readonly group: string;
  readonly counts: readonly number[];
}

function countLine(counter: VoiceCounter, { question, group, counts }: TallyLine): void {
  const choices = [...question.levels.map(({ id }) => id), "unsure"];
  for (const [at, choice] of choices.entries()) {
    const by = counts[at] ?? 0;
    if (by > 0) counter.count(question.key, group, { choice, by });
  }
  counter.atLeast(
    group,
    counts.reduce((sum, count) => sum + count, 0),
  );
}

function readTallyLine(
  { questions, groups }: QuestionSheet,
  text: string,
): TallyLine | { readonly problem: string } {
  const [number = "", name = "", ...rest] = text
    .trim()
    .toLowerCase()
    .split(/[\s,;:]+/u);
  const question = questions[Number(number) - 1];
  if (question === undefined)
    return {
      problem: `“${number}” is no question of the sheet. They go from 1 to ${questions.length}.`,
    };
  const group = groups.find(({ id, short }) => name === id || name === short);
  if (group === undefined)
    return {
      problem: `“${name}” is no group. It is one of: ${listOf(groups.map((each) => each.short))}.`,
    };
  const counts = rest.map((each) => (each === "." ? 0 : Number(each)));
  if (!counts.every((count) => Number.isInteger(count) && count >= 0 && count <= 10_000))
    return { problem: "After the question and the group stand whole numbers only." };
  const least = question.levels.length + 1;
  if (counts.length === least || counts.length === least + 1)
    return { question, group: group.id, counts };
  return {
    problem: `This line has ${counted(counts.length, "number")}. It needs ${least}: one for each answer and one for not sure. One more, for rather not say, may follow.`,
  };
}
