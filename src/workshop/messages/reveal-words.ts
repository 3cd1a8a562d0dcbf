import { LIVED_EXPERIENCE, peopleAt } from "../../assessment/assessment.ts";
import type { Group, Response, VoiceSource, VoteRound } from "../../assessment/schema.ts";
import { type Criterion, levelMarks, levelName } from "../../rubric/rubric.ts";
import { peopleCount, SMALLEST_GROUP } from "../../scoring/groups.ts";
import {
  castVotes,
  type GroupVotes,
  middleLevel,
  pooledLevels,
  total,
  votesFromOutside,
} from "../../scoring/votes.ts";
import { type Block, lines, options, paragraph, points, spare } from "../../terminal/blocks.ts";
import { VOICE_SOURCES } from "../../util/formats.ts";
import { counted, inSentence } from "../../util/words.ts";
import { groupsHere, peopleHere } from "../groups.ts";
import { responseTo } from "../responses.ts";
import { type Count, type GroupCount, spreadSentences, totalOf } from "../spread.ts";
import type { Interview, Vote } from "../state.ts";
import { areSecret, nobodyWord } from "../votes.ts";
import { messages } from "./messages.ts";

interface Rounds {
  readonly round: VoteRound;
  readonly before: VoteRound | undefined;
}

/** How votes are typed, and whether anybody can read them meanwhile. */
export function howToVote(
  state: Interview,
  criterion: Criterion,
  { isBegun }: { readonly isBegun: boolean },
): readonly Block[] {
  const groups = groupsHere(peopleHere(state));
  const example = EXAMPLES.slice(0, groups.length).join(" / ");
  const { levels } = criterion;
  const { unsure, none, nobody, help } = messages.votes.choices;
  const marks = levelMarks(levels);
  // The figures of the example are places; what has no level stands for the highest there is.
  const line = example.replace(/\d/gu, (place) => marks[Number(place) - 1] ?? marks.at(-1) ?? "");
  return [
    ...(areSecret(state, criterion) ? [spare(4, paragraph(whoReads(state)))] : []),
    spare(
      1,
      options(
        `votes such as ${line}`,
        unsure,
        isBegun ? nobody(nobodyWord(criterion)) : none,
        help,
      ),
    ),
  ];
}

const EXAMPLES = ["1123", "3334", "34"];

function whoReads({ masked }: Interview): string {
  return masked
    ? "What you type is hidden. The wall shows only how many votes are typed."
    : "This mode shows what you type. Turn off the projector, or use cards that everyone sees anyway.";
}

/** For which groups votes are typed; never which. */
export function typedVotes(state: Interview, { typed, partial }: Vote): readonly Block[] {
  const said = groupsHere(peopleHere(state)).flatMap(({ name, size }, index) => {
    const count = typed[index]?.length ?? partial[index]?.length ?? 0;
    return typed[index] === undefined && count === 0 ? [] : [`${name}: ${count} of ${size} typed.`];
  });
  return said.length === 0 ? [] : [lines(...said)];
}

/** The votes as a table or sentences, and what they look like: one picture. */
export function revealBlocks(
  state: Interview,
  criterion: Criterion,
  { round, before }: Rounds,
): readonly Block[] {
  const counts = countsOf(state, criterion, round);
  const sentences = spreadSentences(counts, levelMarks(criterion.levels));
  return [
    ...(before === undefined
      ? []
      : beforeBlocks(state, criterion, before).map((each) => spare(5, each))),
    countTable(criterion, counts),
    // Of all that is there, the table says the most.
    ...(sentences.length > 0 ? [spare(0.5, paragraph(sentences.join(" ")))] : []),
    ...outsideBlocks(criterion, responseTo(state, criterion)),
  ];
}

const FROM: Readonly<Record<VoiceSource, string>> = {
  sheets: "From sheets",
  form: "From the form",
  survey: "From a survey",
  room: "From another room",
};

/** Who answered elsewhere, a line for each way they did: how many, and their middle vote where that tells of nobody. */
export function outsideBlocks(
  criterion: Criterion,
  response: Response | undefined,
): readonly Block[] {
  const said = VOICE_SOURCES.flatMap((from) => {
    const votes = votesFromOutside(criterion, response, from);
    const count = votes.reduce((sum, each) => sum + castVotes(each), 0);
    return count === 0 ? [] : [`${FROM[from]}: ${outsideWords(criterion, votes, count)}`];
  });
  return said.length === 0 ? [] : [lines(...said)];
}

function outsideWords(criterion: Criterion, votes: readonly GroupVotes[], count: number): string {
  if (count < SMALLEST_GROUP)
    return `${peopleCount(count, SMALLEST_GROUP)}. They count, and how they voted is not shown.`;
  const levels = pooledLevels(votes);
  if (total(levels) < SMALLEST_GROUP) return `${count}. Most of them are not sure.`;
  const middle = middleLevel(levels);
  const [mark, name] = [levelMarks(criterion.levels)[middle], levelName(criterion, middle)];
  return `${count}. Their middle vote is ${mark === name ? name : `${mark}, ${name}`}.`;
}

/** Who could speak first about the last votes; nothing where all see it alike, or where there are no votes. */
export function speakFirst(state: Interview, criterion: Criterion): readonly Block[] {
  const round = responseTo(state, criterion)?.votes?.at(-1);
  if (round === undefined) return [];
  const counts = countsOf(state, criterion, round);
  return differs(counts) ? talkFirst(criterion, counts) : [];
}

/** Who is here today for votes of today; for votes of another day who was there then. */
function votersOf(state: Interview, criterion: Criterion, round: VoteRound): readonly Group[] {
  const response = responseTo(state, criterion);
  const isKept = response?.votes?.includes(round) === true;
  const { people = [], sessions = [] } = state.file;
  return isKept ? peopleAt({ people, sessions }, response) : peopleHere(state);
}

function countsOf(state: Interview, criterion: Criterion, round: VoteRound): readonly GroupCount[] {
  const { levels } = criterion;
  return groupsHere(votersOf(state, criterion, round))
    .filter(({ group }) => round[group] !== undefined)
    .map((shown) => ({
      shown,
      levels: levels.map(({ id }) => round[shown.group]?.[id] ?? 0),
      unsure: round[shown.group]?.["unsure"] ?? 0,
    }));
}

function countSentence({ shown, levels, unsure }: GroupCount, marks: readonly string[]): string {
  const all = levels.reduce((total, count) => total + count, unsure);
  const said = levels.flatMap((count, level) =>
    count > 0 ? [`Level ${marks[level]}, ${votes(count)}.`] : [],
  );
  const notSure = unsure > 0 ? [`Not sure, ${votes(unsure)}.`] : [];
  return [`${shown.name}, ${votes(all)}.`, ...said, ...notSure].join(" ");
}

/** Each group in a row, and everybody below where there are several. */
function countTable({ levels }: Criterion, counts: readonly GroupCount[]): Block {
  const marks = levelMarks(levels);
  const { levels: all, unsure } = totalOf(counts);
  const everyone = counts.length > 1 ? [tableRow("Everyone", { levels: all, unsure })] : [];
  return {
    kind: "table",
    head: ["", ...marks, "not sure", "votes"],
    rows: [...counts.map((each) => tableRow(each.shown.name, each)), ...everyone],
    sentences: counts.map((each) => countSentence(each, marks)),
  };
}

function tableRow(name: string, { levels, unsure }: Count): readonly string[] {
  const sum = levels.reduce((total, count) => total + count, unsure);
  return [
    name,
    ...[...levels, unsure].map((count) => (count === 0 ? "." : String(count))),
    String(sum),
  ];
}

function votes(count: number): string {
  return `${count} ${count === 1 ? "vote" : "votes"}`;
}

function beforeBlocks(state: Interview, criterion: Criterion, before: VoteRound): readonly Block[] {
  return [
    paragraph("Before we talked:"),
    countTable(criterion, countsOf(state, criterion, before)),
    paragraph("After we talked:"),
  ];
}

function differs(counts: readonly GroupCount[]): boolean {
  return totalOf(counts).levels.filter((count) => count > 0).length > 1;
}

/** An end where people with lived experience stand speaks first, then the other end, the middle, and "not sure". */
function talkFirst(criterion: Criterion, counts: readonly GroupCount[]): readonly Block[] {
  const { levels: total, unsure } = totalOf(counts);
  const low = total.findIndex((count) => count > 0);
  const high = total.findLastIndex((count) => count > 0);
  const lived = counts.find(({ shown }) => shown.group === LIVED_EXPERIENCE);
  const starts = lived !== undefined && [low, high].some((end) => (lived.levels[end] ?? 0) > 0);
  const first = starts ? `, starting with ${inSentence(lived.shown.name)}` : "";
  const then = [
    ...(total.slice(low + 1, high).some((count) => count > 0) ? ["from the middle"] : []),
    ...(unsure > 0 ? ["from those who are not sure"] : []),
  ];
  const rest = then.length > 0 ? ` Then ${then.join(" and ")}.` : "";
  const opening = criterion.private
    ? messages.atQuestions.nobodyOwnsASlip
    : `First, hear from someone at each end${first}.${rest}`;
  return [
    points(opening, [
      "What did you see or feel that made you choose that?",
      askForChange(criterion),
    ]),
  ];
}

/** Only for those who could choose better: whoever stands at the best level has nothing to change. */
function askForChange({ levels, measures }: Criterion): string {
  const marks = levelMarks(levels);
  return measures === "pressure"
    ? `If you did not choose ${marks[0]}: what would have to change for you to choose one lower?`
    : `If you did not choose ${marks.at(-1)}: what would have to change for you to choose one higher?`;
}

/** Of a line that is no set of votes: what would be one, or for which groups. */
export function notVotes(
  state: Interview,
  { group }: Vote,
  {
    typed,
    groups,
    range,
  }: { readonly typed: string; readonly groups: number; readonly range: string },
): string {
  const left = groupsHere(peopleHere(state)).slice(group);
  const named = left.map(({ name, size }) => `${name} (${size})`).join(" / ");
  const wanted =
    groups > left.length
      ? ` for ${counted(left.length, "group")}: ${named}.`
      : `. Type characters from ${range} or u, such as 12u.`;
  return `${typed} is not a set of votes${wanted} Type x to start again.`;
}
