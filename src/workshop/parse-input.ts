import { type Criterion, type Level, levelMarks } from "../rubric/rubric.ts";
import {
  type Block,
  type Choice,
  choices,
  options,
  orBrief,
  paragraph,
  spare,
} from "../terminal/blocks.ts";
import { ANYWHERE, fold, readNumber } from "../terminal/typed-line.ts";
import type { LevelRange } from "./state.ts";

/** What a typed line means where levels and commands can be chosen. */
type Typed =
  | { readonly kind: "nothing" }
  | { readonly kind: "level"; readonly level: number }
  | { readonly kind: "command"; readonly command: CommandId; readonly rest: string }
  | { readonly kind: "other" };

/** Levels by number or whole name, commands by letter or word; capitals and spaces do not matter. */
export function readTyped(line: string, levels: readonly Level[]): Typed {
  const typed = fold(line);
  if (typed === "") return { kind: "nothing" };
  const command = readCommand(typed);
  const named = levels.findIndex(({ name }) => fold(name) === typed);
  if (named >= 0 && !isAlwaysCommand(command)) return { kind: "level", level: named };
  if (command !== undefined) return command;
  const marked = levelMarks(levels).indexOf(String(readNumber(typed)));
  if (marked >= 0) return { kind: "level", level: marked };
  return { kind: "other" };
}

/** Two levels, the lower one first: `2-3`, `2 or 3`, `1 3`, and `2.5` for the two around it. */
export function readRange(
  { levels }: Pick<Criterion, "levels">,
  line: string,
): LevelRange | undefined {
  const typed = fold(line);
  const half = /^(\d)[.,]5$/u.exec(typed)?.[1];
  const numbers =
    half === undefined
      ? /^(\d)(?: ?(?:-|\u2013|to|and|or|,|\/| ) ?)?(\d)$/u.exec(typed)?.slice(1)
      : [half, String(Number(half) + 1)];
  if (numbers === undefined) return undefined;
  const marks = levelMarks(levels);
  const [low = -1, high = -1] = numbers
    .map((number) => marks.indexOf(number))
    .toSorted((a, b) => a - b);
  const [from, to] = [levels[low], levels[high]];
  if (from === undefined || to === undefined || from === to) return undefined;
  return { from: from.id, to: to.id };
}

/** Whether the line is one of the typed words, with or without a number after it. */
export function isCommand(line: string): boolean {
  return readCommand(fold(line)) !== undefined;
}

type TypedCommand = Extract<Typed, { kind: "command" }>;

function isAlwaysCommand(typed: TypedCommand | undefined): boolean {
  return typed !== undefined && ALWAYS.includes(typed.command);
}

const ALWAYS: readonly CommandId[] = ["quit", "help", "undo"];

/** Whether the line takes back the last thing; where other text is expected only the single letter does. */
export function readUndo(line: string, free: boolean): boolean {
  const typed = fold(line);
  return typed === "z" || (!free && readCommand(typed)?.command === "undo");
}

function readCommand(typed: string): TypedCommand | undefined {
  for (const { id, short, words } of COMMANDS) {
    if (typed === short || words.includes(typed)) return { kind: "command", command: id, rest: "" };
    const rests = [short, ...words].map((word) =>
      typed.startsWith(word) ? typed.slice(word.length).trim() : "",
    );
    const rest = rests.find((each) => /^(?:c?\d{1,3}|f\d?|end|people)$/u.test(each));
    if (rest !== undefined) return { kind: "command", command: id, rest };
  }
  return undefined;
}

export type CommandId =
  | "unsure"
  | "skip"
  | "not-applicable"
  | "differ"
  | "votes"
  | "write"
  | "evidence"
  | "action"
  | "talk"
  | "read"
  | "back"
  | "go"
  | "list"
  | "clear"
  | "undo"
  | "quit"
  | "help";

interface CommandWords {
  readonly id: CommandId;
  readonly short: string;
  /** The first one is the word the help shows. */
  readonly words: readonly string[];
  readonly means: string;
}

/** Everything that can be typed besides a level, in the order the help lists it. */
const COMMANDS: readonly CommandWords[] = [
  {
    id: "unsure",
    short: "u",
    words: ["unsure", "not sure", "we are not sure", "don't know", "dont know"],
    means: "we are not sure",
  },
  {
    id: "differ",
    short: "d",
    words: ["differ", "we differ", "we do not agree", "disagree"],
    means: "we do not agree",
  },
  {
    id: "not-applicable",
    short: "n",
    words: ["not applicable", "n/a", "na", "not for us", "does not apply"],
    means: "this does not apply to us",
  },
  { id: "skip", short: "s", words: ["skip", "later"], means: "skip, come back later" },
  { id: "votes", short: "v", words: ["votes", "vote"], means: "type in votes" },
  { id: "write", short: "w", words: ["write", "note"], means: "write a note" },
  { id: "evidence", short: "e", words: ["evidence", "proof"], means: "list what we could show" },
  { id: "action", short: "a", words: ["action"], means: "add an action" },
  { id: "talk", short: "t", words: ["talk", "talking points"], means: "talking points" },
  { id: "read", short: "r", words: ["read", "read again"], means: "read the question again" },
  { id: "back", short: "b", words: ["back"], means: "back one question" },
  { id: "go", short: "g", words: ["go", "go to", "goto"], means: "go to a question" },
  { id: "list", short: "l", words: ["list"], means: "list: what is left" },
  { id: "clear", short: "x", words: ["clear"], means: "clear this answer" },
  { id: "undo", short: "z", words: ["undo", "take back"], means: "take back the last thing" },
  { id: "quit", short: "q", words: ANYWHERE.quit.slice(1), means: "stop for now (all saved)" },
  { id: "help", short: "?", words: ANYWHERE.help.slice(1), means: "all choices" },
];

/** What always is a command, wherever it is typed: no level may be called so (`src/rubric/check.ts`). */
export const RESERVED_WORDS = COMMANDS.flatMap(({ id, short, words }) => [
  short,
  ...(ALWAYS.includes(id) ? words : []),
]);

/** Help for a place where these commands work. */
export function commandHelp(first: readonly Choice[], ids: readonly CommandId[]): readonly Block[] {
  const known = COMMANDS.filter(({ id }) => ids.includes(id));
  const rows = known.map(({ short, means }) => ({ mark: short, name: means }));
  const all = [...first, ...rows];
  return [
    orBrief(choices(all), options(...all.map(({ mark, name }) => `${mark} ${name}`))),
    spare(2, paragraph("You can also type the word, like skip or back.")),
  ];
}

/** What can be typed for one line of a checklist: its character, its whole word, and the answer it stands for. */
export interface CheckCharacter {
  readonly character: string;
  readonly name: string;
  readonly answer: string;
}

/**
 * Highest level first. The first letters of the levels' names where they can be told apart from each other and from
 * the commands, otherwise numbers; after them "not sure", "skip" and, where a line allows it, "does not apply".
 */
export function checkCharacters(
  criteria: readonly [Criterion, ...Criterion[]],
): readonly CheckCharacter[] {
  const { levels } = criteria[0];
  const marks = levelMarks(levels);
  const letters = levels.map(({ name }) => fold(name).charAt(0));
  const taken = COMMANDS.filter(({ id }) => id !== "not-applicable").map(({ short }) => short);
  const clear =
    new Set(letters).size === levels.length &&
    letters.every((letter) => /^[a-z]$/u.test(letter) && !taken.includes(letter));
  const named = levels.map(({ id, name }, index) => ({
    character: (clear ? letters[index] : marks[index]) ?? "",
    name: name.toLowerCase(),
    answer: id,
  }));
  const unsure = { character: "u", name: "not sure", answer: "unsure" };
  const skip = { character: "s", name: "skip", answer: "skipped" };
  const apart = { character: "-", name: "does not apply", answer: "not-applicable" };
  const optional = criteria.some(({ allowNotApplicable }) => allowNotApplicable) ? [apart] : [];
  return [...(clear ? named.toReversed() : named), unsure, skip, ...optional];
}

type ChecksTyped =
  | { readonly kind: "answers"; readonly answers: readonly string[] }
  | { readonly kind: "unknown"; readonly character: string }
  | { readonly kind: "count"; readonly count: number }
  | { readonly kind: "not-optional"; readonly line: number };

/** Reads one character or word for each line: `y p n u n`, `ypnun` or `yes, partly, no, not sure, no`. */
export function readChecks(
  criteria: readonly [Criterion, ...Criterion[]],
  typed: string,
): ChecksTyped {
  const characters = checkCharacters(criteria);
  const parts = partsOf(fold(typed), characters, criteria.length);
  const found = parts.map((part) =>
    characters.find(({ character, name }) => part === character || part === name),
  );
  const wrong = found.indexOf(undefined);
  if (wrong >= 0) return { kind: "unknown", character: parts[wrong] ?? "" };
  if (found.length !== criteria.length) return { kind: "count", count: found.length };
  const answers = found.map((each) => each?.answer ?? "");
  const stuck = criteria.findIndex(
    ({ allowNotApplicable }, index) => answers[index] === "not-applicable" && !allowNotApplicable,
  );
  return stuck < 0 ? { kind: "answers", answers } : { kind: "not-optional", line: stuck + 1 };
}

/** One line of a list with its answer: `3 y`, `3: yes`. Undefined where it is something else. */
export function readOneCheck(
  criteria: readonly [Criterion, ...Criterion[]],
  typed: string,
): { readonly index: number; readonly answer: string } | undefined {
  const [, number = "", word = ""] = /^(\d{1,2})[ .:=)]+(\D.*|\d)$/u.exec(fold(typed)) ?? [];
  const found = checkCharacters(criteria).find(
    ({ character, name }) => word === character || word === name,
  );
  const index = Number(number) - 1;
  return found === undefined || criteria[index] === undefined
    ? undefined
    : { index, answer: found.answer };
}

function partsOf(
  typed: string,
  characters: readonly CheckCharacter[],
  count: number,
): readonly string[] {
  const apart = typed
    .replaceAll("not sure", "u")
    .split(/[\s,;]+/u)
    .filter((part) => part !== "");
  const [only] = apart;
  const isWord = characters.some(({ name }) => name === only);
  if (apart.length === 1 && only !== undefined && !(isWord && count === 1)) return [...only];
  // Groups such as "yp nun" are read character by character too.
  const allCharacters = apart.every((part) =>
    [...part].every((each) => characters.some(({ character }) => character === each)),
  );
  return allCharacters ? apart.flatMap((part) => [...part]) : apart;
}
