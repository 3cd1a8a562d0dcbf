import { inSentence, rangeWords } from "../util/words.ts";
import type { GroupHere } from "./groups.ts";

/** How often each level was chosen, lowest first, and how many were not sure. */
export interface Count {
  readonly levels: readonly number[];
  readonly unsure: number;
}

export interface GroupCount extends Count {
  readonly shown: GroupHere;
}

export function totalOf(counts: readonly Count[]): Count {
  const width = Math.max(0, ...counts.map(({ levels }) => levels.length));
  return {
    levels: Array.from({ length: width }, (_, level) =>
      sum(counts.map(({ levels }) => levels[level] ?? 0)),
    ),
    unsure: sum(counts.map(({ unsure }) => unsure)),
  };
}

/** What the votes look like, in sentences that people can check by eye. Nothing about averages or scores. */
export function spreadSentences(
  counts: readonly GroupCount[],
  marks: readonly string[] = [],
): readonly string[] {
  const name = (level: number) => marks[level - 1] ?? String(level);
  const all = totalOf(counts);
  const votes = votesOf(all);
  const said = [
    ...spreadOf(votes, name),
    ...(hasOneApart(votes) ? ["One person sees this very differently."] : []),
    ...(all.unsure > 0 && all.unsure * 2 >= votes.length + all.unsure
      ? ["A lot of people are not sure."]
      : []),
  ];
  return [...said, ...groupsApart(counts, name)];
}

/** Every level vote as its level, from 1, in rising order. */
function votesOf({ levels }: Count): readonly number[] {
  return levels.flatMap((count, level) => Array.from({ length: count }, () => level + 1));
}

/** What a level, from 1, is called where it is typed. */
type Naming = (level: number) => string;

function spreadOf(votes: readonly number[], name: Naming): readonly string[] {
  const [low, high] = [votes[0], votes.at(-1)];
  if (low === undefined || high === undefined) return [];
  if (votes.length === 1) return ["There is one vote for a level."];
  const range = `Votes go from ${name(low)} to ${name(high)}.`;
  if (high === low) return ["Everyone chose the same level."];
  if (high - low === 1) return [`Close together. ${range}`];
  return [high - low === 2 ? `Some spread. ${range}` : `Far apart. ${range}`];
}

/** Exactly one vote is two or more away from every other vote. */
function hasOneApart(votes: readonly number[]): boolean {
  const far = votes.filter((vote, index) => {
    const before = votes[index - 1] ?? Number.NEGATIVE_INFINITY;
    const after = votes[index + 1] ?? Number.POSITIVE_INFINITY;
    return vote - before >= 2 && after - vote >= 2;
  });
  return votes.length > 1 && far.length === 1;
}

function groupsApart(counts: readonly GroupCount[], name: Naming): readonly string[] {
  const middles = counts.flatMap((count) => {
    const middle = middleOf(votesOf(count));
    return middle === undefined ? [] : [{ name: count.shown.name, middle }];
  });
  const ordered = middles.toSorted((a, b) => total(a.middle) - total(b.middle));
  const [low, high] = [ordered[0], ordered.at(-1)];
  if (low === undefined || high === undefined) return [];
  if (total(high.middle) - total(low.middle) < 3) return [];
  return [
    "Different groups see this differently.",
    `The middle vote is ${levelWords(low.middle, name)} for ${inSentence(low.name)} and ${levelWords(high.middle, name)} for ${inSentence(high.name)}.`,
  ];
}

/** The two votes in the middle, which are one where their number is odd. */
type Middle = readonly [lower: number, upper: number];

function middleOf(votes: readonly number[]): Middle | undefined {
  const half = Math.floor(votes.length / 2);
  const upper = votes[half];
  const lower = votes.length % 2 === 0 ? votes[half - 1] : upper;
  return upper === undefined || lower === undefined ? undefined : [lower, upper];
}

function total([lower, upper]: Middle): number {
  return lower + upper;
}

function levelWords([lower, upper]: Middle, name: Naming): string {
  return rangeWords([name(lower), name(upper)]);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
