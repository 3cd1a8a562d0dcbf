import {
  type Criterion,
  isVotedOn,
  levelMarks,
  ownWordings,
  type Section,
} from "../../rubric/rubric.ts";
import {
  abreast,
  type Block,
  type Choice,
  choices,
  heading,
  lines,
  options,
  orBrief,
  paragraph,
  points,
  spare,
} from "../../terminal/blocks.ts";
import type { QuestionItem } from "../items.ts";
import { howToGive, waysToGive, whatNowFor } from "../own-answers.ts";
import { type CommandId, commandHelp } from "../parse-input.ts";
import { asksOtherwise, responseTo } from "../responses.ts";
import { soFar } from "../so-far.ts";
import type { Interview } from "../state.ts";
import { nobodyWord } from "../votes.ts";
import { messages } from "./messages.ts";
import { outsideBlocks, revealBlocks } from "./reveal-words.ts";

/** A question in full: its part of the rubric, the question, its levels, and what people can do. */
export function questionInFull(state: Interview, item: QuestionItem): readonly Block[] {
  const { criterion } = item;
  const isTalked = isVoted(state, criterion);
  return questionWith(state, item, isTalked ? votedBefore(state, criterion) : whatNow(item));
}

/** A question with its levels, and below them what can be done now. */
export function questionWith(
  state: Interview,
  { criterion, section, label }: QuestionItem,
  next: readonly Block[],
): readonly Block[] {
  const introduced = state.section === section.key;
  return [
    spare(2, heading(1, `${label} . ${section.title}`)),
    ...(introduced ? [] : [spare(4, paragraph(section.why))]),
    ...askedBefore(state, criterion),
    paragraph(criterion.asks),
    ...inOwnWords(state, criterion),
    ...(isVotedOn(criterion)
      ? [
          orBrief(
            abreast(criterion.levels.map((_, index) => levelChoice(criterion, index))),
            levelsInBrief(criterion),
          ),
        ]
      : waysToGive(criterion)),
    ...(isVoted(state, criterion) ? [] : thinkingBlocks(state, criterion)),
    ...soFar(state, criterion),
    // Where nobody votes there is no reveal to wait for.
    ...(state.votingMethod === "talk"
      ? outsideBlocks(criterion, responseTo(state, criterion))
      : []),
    ...next,
  ];
}

/** The question in each group's own words, where the rubric has them. */
function inOwnWords({ file }: Interview, criterion: Criterion): readonly Block[] {
  const said = ownWordings(criterion, file.people ?? []);
  return said.length === 0 ? [] : [lines(...said)];
}

/** The words an answer was given to, where people keep their answers under them. */
function askedBefore(state: Interview, criterion: Criterion): readonly Block[] {
  const response = responseTo(state, criterion);
  if (!state.keepsOld || response?.asked === undefined) return [];
  if (!asksOtherwise(criterion, response)) return [];
  const { wording, level } = response.asked;
  const chosen = level === undefined ? [] : [`The words of your answer: ${level}`];
  return [lines(`When you answered, it read: ${wording}`, ...chosen, "Today it reads:")];
}

/** The question and its level names in a few lines, to stand just above the prompt. */
export function questionInShort(criterion: Criterion): readonly Block[] {
  const ways = isVotedOn(criterion) ? [levelList(criterion)] : waysToGive(criterion);
  return [paragraph(criterion.asks), ...ways];
}

/** Whether there are votes but no answer yet. */
export function isVoted(state: Interview, criterion: Criterion): boolean {
  const response = responseTo(state, criterion);
  return response?.votes !== undefined && response.answer === undefined;
}

/** Votes that were shown already, for whoever comes back to them. */
function votedBefore(state: Interview, criterion: Criterion): readonly Block[] {
  const rounds = responseTo(state, criterion)?.votes ?? [];
  const [round, before] = [rounds.at(-1), rounds.at(-2)];
  const shown = round === undefined ? [] : revealBlocks(state, criterion, { round, before });
  return [...shown, ...agreeing(criterion)];
}

/** The choices after a vote, when a level is to be agreed. */
export function agreeing(criterion: Criterion): readonly Block[] {
  return [
    spare(4, paragraph("What is our shared answer?")),
    orBrief(
      options(
        `${levelRange(criterion)} a level we can all live with`,
        "u we are not sure",
        "d we do not agree",
        "v vote again",
        "t talking points",
        "s leave it for now",
      ),
      options(`${levelRange(criterion)} our answer`, "d we do not agree", "? all choices"),
    ),
  ];
}

/** What only means something where one of several levels is agreed. */
export const OF_LEVELS: readonly CommandId[] = ["differ", "votes", "read"];

export function questionHelp(criterion: Criterion): readonly Block[] {
  const ids = ALL.filter(
    (id) =>
      (id !== "not-applicable" || criterion.allowNotApplicable) &&
      (isVotedOn(criterion) || !OF_LEVELS.includes(id)),
  );
  const enter: Choice = { mark: "Enter", name: "keep the answer shown" };
  if (!isVotedOn(criterion)) return [paragraph(howToGive(criterion)), ...commandHelp([enter], ids)];
  return commandHelp([{ mark: levelRange(criterion), name: "our agreed level" }, enter], ids);
}

/** Before the first vote of a round, when a line may also be meant for the question. */
export function votesHelp(criterion: Criterion): readonly Block[] {
  const { levels, unsure, none, nobody } = messages.votes.commands;
  const first: readonly Choice[] = [
    { mark: levelRange(criterion), name: levels },
    { mark: "u", name: unsure },
    { mark: nobodyWord(criterion), name: nobody },
    { mark: "Enter", name: none },
  ];
  const apart: readonly CommandId[] = ["unsure", "votes", "not-applicable"];
  const ids = criterion.allowNotApplicable ? apart.slice(0, 2) : apart;
  return commandHelp(
    first,
    ALL.filter((id) => !ids.includes(id)),
  );
}

export function talkingPoints(criterion: Criterion, section: Section): readonly Block[] {
  const { talk, lookFor, facts, measures } = criterion;
  const said = [
    ...part("Signs that people notice:", measures === "pressure" ? section.signs : []),
    ...part("To talk about:", talk),
    ...part("What could we point to?", lookFor),
    ...part("Good to know:", facts),
  ];
  return said.length > 0 ? said : [paragraph("There are no talking points for this question.")];
}

export function levelRange({ levels }: Criterion): string {
  const marks = levelMarks(levels);
  return `${marks[0]}-${marks.at(-1)}`;
}

/** `1, 2, 3 or 4` */
export function levelNumbers({ levels }: Criterion): string {
  const numbers = levelMarks(levels);
  return `${numbers.slice(0, -1).join(", ")} or ${numbers.at(-1)}`;
}

const ALL: readonly CommandId[] = [
  "unsure",
  "differ",
  "not-applicable",
  "skip",
  "votes",
  "write",
  "evidence",
  "action",
  "talk",
  "read",
  "back",
  "go",
  "list",
  "clear",
  "undo",
  "quit",
];

function part(title: string, each: readonly string[]): readonly Block[] {
  return each.length === 0 ? [] : [points(title, each)];
}

/** Only the names; what a level means is then read one by one. */
function levelsInBrief(criterion: Criterion): Block {
  const marks = levelMarks(criterion.levels);
  const names = criterion.levels.map(({ name }, index) =>
    marks[index] === name ? name : `${marks[index]} ${name}`,
  );
  return options(...names, `r ${marks[0]} to r ${marks.at(-1)} read them out`);
}

/** What the level with this mark means; nothing where there is none. */
export function levelRead(criterion: Criterion, mark: string): readonly Block[] {
  const index = levelMarks(criterion.levels).indexOf(mark);
  return index < 0 ? [] : [choices([levelChoice(criterion, index)])];
}

/** What each level of a question means. */
export function levelsRead(criterion: Criterion): readonly Block[] {
  const levels = criterion.levels.map((_, index) => levelChoice(criterion, index));
  return [paragraph(criterion.asks), choices(levels)];
}

function levelChoice({ levels }: Criterion, index: number): Choice {
  const { name = "", text: words = "" } = levels[index] ?? {};
  const mark = levelMarks(levels)[index] ?? "";
  return { mark, name: mark === name ? "" : name, text: words };
}

/** `1 Not yet | 2 In places`, and so on. */
export function levelList({ levels }: Criterion): Block {
  const marks = levelMarks(levels);
  return options(
    ...levels.map(({ name }, index) => (marks[index] === name ? name : `${marks[index]} ${name}`)),
  );
}

/** How people think and answer; that it is private is said in the smallest window too. */
function thinkingBlocks(state: Interview, criterion: Criterion): readonly Block[] {
  const words = paragraph(thinking(state, criterion));
  if (!criterion.private) return [spare(3, words)];
  return [orBrief(words, paragraph(messages.atQuestions.onFoldedSlipsInShort))];
}

function thinking(state: Interview, criterion: Criterion): string {
  const { votingMethod: method } = state;
  const think = "One minute to think on your own.";
  if (!isVotedOn(criterion)) return `${think} Then talk.`;
  const levels = `${levelNumbers(criterion).replace(" or ", ", ")} or "not sure"`;
  if (criterion.private) {
    const said = messages.atQuestions.onFoldedSlips(levels);
    return method === "talk" ? `${said} ${messages.atQuestions.orWithoutVotes}` : said;
  }
  if (method === "cards") return `${think} Then hold up a card: ${levels}.`;
  if (method === "either") return `${think} Then show your cards or write your slips: ${levels}.`;
  if (method === "slips") return `${think} Then write on your slip: ${levels}. Fold it.`;
  return `${think} Then talk.`;
}

function whatNow({ criterion }: QuestionItem): readonly Block[] {
  if (!isVotedOn(criterion)) return [whatNowFor(criterion)];
  return [
    spare(
      1,
      options(
        "v votes",
        `${levelRange(criterion)} our agreed level`,
        "u not sure",
        ...(criterion.allowNotApplicable ? ["n does not apply"] : []),
        "s skip",
        "? all choices",
      ),
    ),
  ];
}
