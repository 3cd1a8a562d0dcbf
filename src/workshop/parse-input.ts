import type { Level } from "../rubric/rubric.ts";
import { fold, readNumber } from "../terminal/typed-line.ts";
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
