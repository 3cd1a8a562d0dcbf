import type { Level } from "../rubric/rubric.ts";
import { COMMANDS, type CommandId } from "./commands.ts";

/** What a typed line means where levels and commands can be chosen. */
export type Typed =
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
  const number = readNumber(typed);
  if (number !== undefined && number >= 1 && number <= levels.length) {
    return { kind: "level", level: number - 1 };
  }
  return { kind: "other" };
}

/** Small letters, plain digits, single spaces, nothing that cannot be seen. */
export function fold(line: string): string {
  return tidy(line).normalize("NFKC").toLowerCase().replace(/\s+/gu, " ").trim();
}

/** A typed line without what a terminal or a paste can slip in: control codes and halves of characters. */
export function tidy(line: string): string {
  return line
    .replace(ESCAPES, "")
    .replace(CONTROLS, "")
    .replace(/\p{Surrogate}/gu, "\ufffd");
}

/** Several lines, each of them tidy. */
export function tidyLines(lines: string): string {
  return lines
    .split(/\r\n|\r|\n/u)
    .map(tidy)
    .join("\n");
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the codes that must not get through.
const ESCAPES = /\u001b(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001b]*(?:\u0007|\u001b\\)|[@-Z\\-_])/gu;
const CONTROLS = /[^\P{Cc}\t]|\ufeff/gu;

const LONGEST_ECHO = 12;

/** What was typed, short enough to say back. */
export function echo(line: string): string {
  const signs = [...tidy(line).replaceAll("\t", " ").trim()];
  const shown = signs.slice(0, LONGEST_ECHO).join("");
  return signs.length > LONGEST_ECHO ? `"${shown}..."` : `"${shown}"`;
}

const NUMBER_WORDS = [
  "none",
  "one",
  "two",
  "three",
  "four",
  "five",
  "six",
  "seven",
  "eight",
  "nine",
  "ten",
];

/** A whole number below 1000, in digits or as a small word. */
export function readNumber(line: string): number | undefined {
  const typed = fold(line);
  if (/^\d{1,3}$/u.test(typed)) return Number(typed);
  const word = typed === "zero" ? 0 : NUMBER_WORDS.indexOf(typed);
  return word < 0 ? undefined : word;
}

export function readYesNo(line: string): boolean | undefined {
  const typed = fold(line);
  if (["y", "yes"].includes(typed)) return true;
  if (["n", "no"].includes(typed)) return false;
  return undefined;
}

/** Whether the line asks to stop, or for help; words count only where no other text is expected. */
export function readAnywhere(line: string, free: boolean): "quit" | "help" | undefined {
  const command = readCommand(fold(line));
  if (command === undefined || command.rest !== "" || !isAlwaysCommand(command)) return undefined;
  if (free && fold(line).length > 1) return undefined;
  return command.command === "quit" ? "quit" : "help";
}

/** Whether the line is one of the typed words, with or without a number after it. */
export function isCommand(line: string): boolean {
  return readCommand(fold(line)) !== undefined;
}

type TypedCommand = Extract<Typed, { kind: "command" }>;

function isAlwaysCommand(typed: TypedCommand | undefined): boolean {
  return typed?.command === "quit" || typed?.command === "help";
}

function readCommand(typed: string): TypedCommand | undefined {
  for (const { id, short, words } of COMMANDS) {
    if (typed === short || words.includes(typed)) return { kind: "command", command: id, rest: "" };
    const rests = [short, ...words].map((word) =>
      typed.startsWith(word) ? typed.slice(word.length).trim() : "",
    );
    const rest = rests.find((each) => /^(?:c?\d{1,3}|end|people)$/u.test(each));
    if (rest !== undefined) return { kind: "command", command: id, rest };
  }
  return undefined;
}
