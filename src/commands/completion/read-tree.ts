import type { Argument, Command, Option } from "commander";
import { REPORTER_NAMES } from "../../lint/reporters/format-names.ts";
import type { ArgumentPlace, CompletionCommand, CompletionOption } from "./tree.ts";

/** Words that are known only once rubrics or rules have been read. */
export interface KnownWords {
  readonly rubrics: readonly string[];
  readonly rules: readonly string[];
}

export type Offer = Pick<ArgumentPlace, "words" | "files">;

/** What a place may hold, by its name in the help, with its option or command before it where the name alone says too little. */
export function offersByName({ rubrics, rules }: KnownWords): ReadonlyMap<string, Offer> {
  return new Map<string, Offer>([
    ...[
      "file",
      "older-file",
      "newer-file",
      "more-files",
      "paths",
      "version",
      "--stdin-filename name",
    ].map(yaml),
    ...["path", "--output file", "--baseline file"].map(anyFile),
    ...["key", "band", "id", "people", "count", "day", "role", "text", "title", "words"].map(
      nothing,
    ),
    ...["folder", "rubric new file"].map(folder),
    ["rubric", { words: rubrics, files: "yaml" }],
    ["rule", { words: rules, files: "none" }],
    ["format=file", { words: REPORTER_NAMES.map((name) => `${name}=`), files: "after-equals" }],
  ]);
}

const yaml = (name: string) => [name, { words: [], files: "yaml" }] as const;
const anyFile = (name: string) => [name, { words: [], files: "any" }] as const;
const nothing = (name: string) => [name, { words: [], files: "none" }] as const;
const folder = (name: string) => [name, { words: [], files: "folders" }] as const;

type Offers = Pick<ReadonlyMap<string, Offer>, "has" | "get">;

interface Surroundings {
  readonly offers: Offers;
  readonly path: readonly string[];
  /** Options of the commands above, which are understood here as well. */
  readonly inherited: readonly CompletionOption[];
  /** The commands beside this one. */
  readonly siblings: readonly string[];
}

/** Everything commander knows about the program, as values. */
export function readTree(program: Command, offers: Offers): CompletionCommand {
  return readCommand(program, { offers, path: [], inherited: [], siblings: [] });
}

function readCommand(command: Command, around: Surroundings): CompletionCommand {
  const { offers, path } = around;
  const help = command.createHelp();
  const own = help.visibleOptions(command).map((option) => readOption(option, offers));
  const below = help.visibleCommands(command);
  const siblings = below.map((each) => each.name()).filter((name) => name !== HELP);
  const groups = new Set(own.map(({ group }) => group));
  const options = [...own, ...around.inherited.filter(({ group }) => !groups.has(group))];
  const inherited = options.filter(({ group }) => group !== HELP && group !== "version");
  return {
    name: command.name(),
    path: path.join(" "),
    about: command.description(),
    options,
    places: command.registeredArguments.map((argument) => readArgument(argument, around)),
    commands: below.map((each) =>
      readCommand(each, { offers, path: [...path, each.name()], inherited, siblings }),
    ),
  };
}

const HELP = "help";

function readArgument(argument: Argument, { offers, path, siblings }: Surroundings): ArgumentPlace {
  const name = argument.name();
  const words = name === "command" ? siblings : argument.argChoices;
  return {
    name,
    many: argument.variadic,
    ...offer([`${path.join(" ")} ${name}`, name], words, offers),
  };
}

function readOption(option: Option, offers: Offers): CompletionOption {
  const { short, long, variadic, argChoices, parseArg } = option;
  const name = /[<[]([^>\].]+)/u.exec(option.flags)?.[1];
  const collects = parseArg !== undefined && argChoices === undefined;
  return {
    short,
    long,
    about: option.description,
    value:
      name === undefined
        ? undefined
        : { name, many: variadic, ...offer([`${long} ${name}`, name], argChoices, offers) },
    valueOptional: option.optional,
    group: option.attributeName(),
    repeats: variadic || collects,
  };
}

function offer(
  names: readonly string[],
  choices: readonly string[] | undefined,
  offers: Offers,
): Offer {
  if (choices !== undefined) return { words: choices, files: "none" };
  const name = names.find((each) => offers.has(each));
  return (name === undefined ? undefined : offers.get(name)) ?? { words: [], files: "any" };
}
