import { sameValue } from "../util/values.ts";
import type { AssessmentFile, Voice, VoiceSource, VoteRound } from "./schema.ts";
import { addCounts, addRounds, type OutsideVotes, rowMarks } from "./voices.ts";

interface Three {
  readonly base: unknown;
  readonly ours: unknown;
  readonly theirs: unknown;
}

/** The rounds of both; those of the side whose answer counts come last, since the last round is the one that counts. */
export function rounds({ base, ours, theirs }: Three, theirsLast: boolean): unknown {
  if (sameValue(base, theirs)) return ours;
  if (sameValue(base, ours)) return theirs;
  const known = listOf(base) as readonly VoteRound[];
  const mine = listOf(ours) as readonly VoteRound[];
  const other = listOf(theirs) as readonly VoteRound[];
  const start =
    base === undefined
      ? sharedStart(mine, other)
      : Math.min(sharedStart(known, mine), sharedStart(known, other));
  const [first, last] = theirsLast ? [mine, other] : [other, mine];
  const added = joinedRounds(first.slice(start), last.slice(start));
  const all = [...mine.slice(0, start), ...added];
  return all.length > 0 ? all : undefined;
}

/** Where the two asked different groups, the last shows of cards are one: else the votes of one side would not count. */
function joinedRounds(
  first: readonly VoteRound[],
  last: readonly VoteRound[],
): readonly VoteRound[] {
  const before = first.filter((round) => !last.some((each) => sameValue(each, round)));
  const [theirs, ours] = [before.at(-1), last.at(-1)];
  if (theirs === undefined || ours === undefined) return [...before, ...last];
  if (Object.keys(theirs).some((group) => group in ours)) return [...before, ...last];
  return [...before.slice(0, -1), ...last.slice(0, -1), { ...theirs, ...ours }];
}

function sharedStart(a: readonly unknown[], b: readonly unknown[]): number {
  const most = Math.min(a.length, b.length);
  let count = 0;
  while (count < most && sameValue(a[count], b[count])) count += 1;
  return count;
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** Which side's votes of one source count, or both of them. */
type Joining = "both" | "ours" | "theirs";

interface VoiceCopies {
  readonly base?: AssessmentFile | undefined;
  readonly ours: AssessmentFile;
  readonly theirs: AssessmentFile;
}

interface JoinedVoices {
  readonly voices: readonly Voice[];
  /** The votes of one question, joined as their source is. */
  readonly outside: (three: Three) => unknown;
}

/**
 * Votes from outside in two copies of one assessment. What each side added since is added up; where it cannot be told what
 * was added, or both added the same rows, the larger of the two counts, or people choose.
 */
export function joinVoices(
  copies: VoiceCopies,
  choose: (at: string, ours: unknown, theirs: unknown) => "ours" | "theirs",
): JoinedVoices {
  const sources = new Set(
    [copies.ours, copies.theirs].flatMap(({ voices = [] }) => voices.map(({ from }) => from)),
  );
  const joinings = new Map<VoiceSource, Joining>();
  const voices = [...sources].map((from) => {
    const three = threeOf(copies, from);
    const same = (a: WhichFile, b: WhichFile) => sameVotes(copies[a], copies[b], from);
    const settle = (ours: Voice, theirs: Voice) => choose(`voices ${from}`, ours, theirs);
    const joining = joiningOf(three, same, settle);
    joinings.set(from, joining);
    return joinVoice(three, joining);
  });
  return { voices, outside: (three) => joinOutside(three, joinings) };
}

interface ThreeVoices {
  readonly base: Voice | undefined;
  readonly ours: Voice | undefined;
  readonly theirs: Voice | undefined;
}

function threeOf({ base, ours, theirs }: VoiceCopies, from: VoiceSource): ThreeVoices {
  const find = (file: AssessmentFile | undefined) =>
    file?.voices?.find((voice) => voice.from === from);
  return { base: find(base), ours: find(ours), theirs: find(theirs) };
}

type WhichFile = keyof ThreeVoices;

/** Whether two copies hold the same of one source: people and all votes. Two piles of paper may be of one size. */
function sameVotes(
  a: AssessmentFile | undefined,
  b: AssessmentFile | undefined,
  from: VoiceSource,
): boolean {
  const of = (file: AssessmentFile | undefined) => [
    file?.voices?.find((voice) => voice.from === from),
    Object.entries(file?.answers ?? {}).flatMap(([key, { outside = [] }]) =>
      outside.filter((each) => each.from === from).map(({ votes }) => ({ key, votes })),
    ),
  ];
  return sameValue(of(a), of(b));
}

function joiningOf(
  { base, ours, theirs }: ThreeVoices,
  same: (a: WhichFile, b: WhichFile) => boolean,
  choose: (ours: Voice, theirs: Voice) => "ours" | "theirs",
): Joining {
  if (theirs === undefined || same("ours", "theirs") || same("base", "theirs")) return "ours";
  if (ours === undefined || same("base", "ours")) return "theirs";
  if (base !== undefined && !shareNewRows({ base, ours, theirs })) return "both";
  const holds = (more: Voice, less: Voice) =>
    [...marksOf(less)].every((mark) => marksOf(more).has(mark)) &&
    Object.entries(less.people).every(([group, count]) => (more.people[group] ?? 0) >= count);
  if (holds(ours, theirs)) return "ours";
  return holds(theirs, ours) ? "theirs" : choose(ours, theirs);
}

function marksOf(voice: Voice | undefined): ReadonlySet<string> {
  return new Set([...rowMarks(voice), ...(voice?.files ?? [])]);
}

function shareNewRows({ base, ours, theirs }: ThreeVoices): boolean {
  const [old, mine, other] = [marksOf(base), marksOf(ours), marksOf(theirs)];
  return [...mine].some((mark) => other.has(mark) && !old.has(mark));
}

function joinVoice({ base, ours, theirs }: ThreeVoices, joining: Joining): Voice {
  if (joining !== "both") return (joining === "ours" ? ours : theirs) as Voice;
  const [mine, other] = [ours, theirs] as [Voice, Voice];
  const added = addCounts(other.people, base?.people, -1);
  const rows = [...new Set([...rowMarks(mine), ...rowMarks(other)])].toSorted().join("");
  const files = [...new Set([...(mine.files ?? []), ...(other.files ?? [])])];
  return {
    ...mine,
    on: later(mine.on, other.on),
    people: addCounts(mine.people, added),
    ...(rows !== "" && { rows }),
    ...(files.length > 0 && { files }),
  };
}

function joinOutside(
  three: Three,
  joinings: ReadonlyMap<VoiceSource, Joining>,
): readonly OutsideVotes[] | undefined {
  const joined = [...joinings].flatMap(([from, joining]): OutsideVotes[] => {
    const { base, ours, theirs } = outsideOf(three, from);
    if (joining === "both" && ours !== undefined && theirs !== undefined)
      return [joinedVotes(base, ours, theirs)];
    const only = { both: ours ?? theirs, ours, theirs }[joining];
    return only === undefined ? [] : [only];
  });
  return joined.length > 0 ? joined : undefined;
}

function outsideOf(three: Three, from: VoiceSource) {
  const find = (list: unknown) =>
    ((list ?? []) as readonly OutsideVotes[]).find((each) => each.from === from);
  return { base: find(three.base), ours: find(three.ours), theirs: find(three.theirs) };
}

function joinedVotes(
  base: OutsideVotes | undefined,
  ours: OutsideVotes,
  theirs: OutsideVotes,
): OutsideVotes {
  const added = Object.entries(theirs.votes).map(([group, counts]) => [
    group,
    addCounts(counts, base?.votes[group], -1),
  ]);
  const on = later(ours.on, theirs.on);
  return { from: ours.from, on, votes: addRounds(ours.votes, Object.fromEntries(added)) };
}

function later(a: string, b: string): string {
  return a > b ? a : b;
}
