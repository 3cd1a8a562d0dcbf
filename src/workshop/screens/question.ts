import { type Criterion, isVotedOn, levelMarks } from "../../rubric/rubric.ts";
import { paragraph } from "../../terminal/blocks.ts";
import { echo } from "../../terminal/typed-line.ts";
import { asSentence } from "../../util/words.ts";
import type { Clock } from "../dates.ts";
import type { QuestionItem } from "../items.ts";
import { messages } from "../messages/messages.ts";
import {
  agreeing,
  isVoted,
  levelNumbers,
  OF_LEVELS,
  questionHelp,
  questionInFull,
  questionInShort,
} from "../messages/question-words.ts";
import { type ObeyedCommand, obey } from "../obey.ts";
import { howToGive, readGiven } from "../own-answers.ts";
import { readRange, readTyped } from "../parse-input.ts";
import { itemIndex, moveOn } from "../progress.ts";
import { answered, answerWords, keptAnswer, responseTo } from "../responses.ts";
import { soFar } from "../so-far.ts";
import type { At, AtOf, Heard, Interview, Outcome, Screen } from "../state.ts";

const wording = messages.question;

type QuestionPlace = AtOf<"question">;

/** One question: levels and commands. Enter alone only keeps an answer already given. */
export const questionScreen: Screen<QuestionPlace> = {
  show(state, here, how) {
    const item = questionAt(state, here);
    if (how === "full") return questionInFull(state, item);
    const { criterion } = item;
    const next = isVoted(state, criterion) ? agreeing(criterion) : [];
    return [...soFar(state, criterion), ...next, ...questionInShort(criterion)];
  },
  prompt: () => wording.prompt,
  hear(state, here, heard) {
    const { criterion } = questionAt(state, here);
    const typed = readTyped(heard.line, criterion.levels);
    switch (typed.kind) {
      case "nothing":
        return keep(state, here, { criterion, now: heard.now });
      case "level":
        return choose(state, here, { criterion, level: typed.level, now: heard.now });
      case "command":
        if (!isVotedOn(criterion) && OF_LEVELS.includes(typed.command))
          return notHere(here, criterion);
        if (isHere(typed)) {
          return obey(typed.command, { state, here, criterion, rest: typed.rest, heard });
        }
        return wrongChoice(here, criterion, heard);
      case "other":
        if (!isVotedOn(criterion)) return give(state, here, { criterion, heard });
        return between(here, criterion, heard) ?? wrongChoice(here, criterion, heard);
      default:
        return typed satisfies never;
    }
  },
  guarded: (state, here) => questionAt(state, here).criterion.kind === "text",
  reminder: (state, here) => questionInShort(questionAt(state, here).criterion),
  help: (state, here) => {
    const { criterion } = questionAt(state, here);
    return questionHelp(criterion);
  },
};

type Command = Extract<ReturnType<typeof readTyped>, { kind: "command" }>;
type Obeyed = Command & { readonly command: ObeyedCommand };

// Only "go" and "read" take a number at a question; elsewhere a number would be a slip of the finger.
function isHere(typed: Command): typed is Obeyed {
  if (["quit", "help", "undo"].includes(typed.command)) return false;
  return typed.rest === "" || ["go", "read"].includes(typed.command);
}

function questionAt({ items }: Interview, { item: index }: QuestionPlace): QuestionItem {
  const item = items[index];
  if (item?.kind !== "question") throw new Error(`item ${index} is not a question`);
  return item;
}

interface AnsweredCriterion {
  readonly criterion: Criterion;
  readonly now: Clock;
}

function keep(
  state: Interview,
  here: QuestionPlace,
  { criterion, now }: AnsweredCriterion,
): Outcome {
  const response = responseTo(state, criterion);
  if (response?.answer === undefined) {
    const how = isVotedOn(criterion)
      ? wording.chooseOne(levelNumbers(criterion))
      : wording.orSkip(howToGive(criterion));
    return { at: here, show: "prompt", say: [paragraph(wording.nothingChosen(how))] };
  }
  const edits = state.keepsOld ? [] : keptAnswer(state, criterion, now);
  return {
    ...moveOn(state, { item: here.item, now, edits }),
    edits,
    saved: wording.kept,
  };
}

function choose(
  state: Interview,
  here: QuestionPlace,
  { criterion, level, now }: AnsweredCriterion & { readonly level: number },
): Outcome {
  const chosen = criterion.levels[level];
  if (chosen === undefined) return wrongChoice(here, criterion, { line: String(level), now });
  const edits = [answered(state, criterion, { answer: chosen.id }, now)];
  const said = wording.answered(`${answerWords(criterion, { answer: chosen.id })}.`);
  const next = moveOn(state, { item: here.item, now, edits });
  return {
    ...next,
    edits,
    saved: `${said}${addingHint(state, { here, criterion, next: next.at })}`,
  };
}

/** An answer in words, in figures or by several choices. */
function give(
  state: Interview,
  here: QuestionPlace,
  { criterion, heard }: { readonly criterion: Criterion; readonly heard: Heard },
): Outcome {
  const given = readGiven(criterion, heard.line);
  if ("problem" in given) return { at: here, show: "prompt", say: [paragraph(given.problem)] };
  const edits = [answered(state, criterion, { answer: "given", ...given }, heard.now)];
  const words = asSentence(answerWords(criterion, { answer: "given", ...given }));
  const said = wording.answered(words);
  const next = moveOn(state, { item: here.item, now: heard.now, edits });
  return {
    ...next,
    edits,
    saved: `${said}${addingHint(state, { here, criterion, next: next.at })}`,
  };
}

function notHere(here: QuestionPlace, criterion: Criterion): Outcome {
  const words = wording.noLevels(howToGive(criterion));
  return { at: here, show: "prompt", say: [paragraph(words)] };
}

interface Added {
  readonly here: QuestionPlace;
  readonly criterion: Criterion;
  readonly next: At;
}

// After a vote there was talk, so that is the moment for what was said; at the first answers nobody knows it yet.
function addingHint(state: Interview, { here, criterion, next }: Added): string {
  const isNew = state.confirmed < 2 || isVoted(state, criterion);
  const isNear = itemIndex(next) === here.item + 1;
  return isNew && isNear ? wording.toAdd : "";
}

/** Two levels in one line, such as 2-3: the room says which of two things it means. */
function between(here: QuestionPlace, criterion: Criterion, { line }: Heard): Outcome | undefined {
  const range = readRange(criterion, line);
  if (range === undefined) return undefined;
  const low = levelNumber(criterion, range.from);
  const high = levelNumber(criterion, range.to);
  const words = wording.whichOfTwo(low, high);
  const at = { ...here, between: range };
  return { at, show: "prompt", say: [paragraph(words)], withoutVotes: true };
}

function levelNumber({ levels }: Criterion, level: string): string {
  return levelMarks(levels)[levels.findIndex(({ id }) => id === level)] ?? "";
}

function wrongChoice(here: QuestionPlace, criterion: Criterion, { line }: Heard): Outcome {
  const words = wording.wrong(echo(line), levelNumbers(criterion));
  return { at: here, show: "prompt", say: [paragraph(words)] };
}
