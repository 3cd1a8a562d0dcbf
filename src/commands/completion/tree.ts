import type { Argument, Command, Option } from "commander";
import { REPORTER_NAMES } from "../../lint/reporters/format.ts";

/** Which files may stand in a place. With `yaml`, YAML files come before others; `after-equals` means `word=file`. */
type FilesOffered = "none" | "any" | "yaml" | "folders" | "after-equals";

/** What may stand in one place of a command line. */
export interface ArgumentPlace {
  /** As its help calls it, such as `file`. */
  readonly name: string;
  readonly words: readonly string[];
  readonly files: FilesOffered;
  /** Whether more of the same may follow. */
  readonly many: boolean;
}

export interface CompletionOption {
  readonly short: string | undefined;
  readonly long: string | undefined;
  readonly about: string;
  readonly value: ArgumentPlace | undefined;
  /** Whether the value may be left out. */
  readonly valueOptional: boolean;
  /** Options of one group stand for one setting: one of them is enough. */
  readonly group: string;
  /** Whether it may be given again. */
  readonly repeats: boolean;
}

export interface CompletionCommand {
  readonly name: string;
  /** The names that lead to it, such as `rubric show`; empty for the program itself. */
  readonly path: string;
  readonly about: string;
  readonly options: readonly CompletionOption[];
  readonly places: readonly ArgumentPlace[];
  readonly commands: readonly CompletionCommand[];
}

/** A command and all that are below it. */
export function withAllBelow(command: CompletionCommand): readonly CompletionCommand[] {
  return [command, ...command.commands.flatMap(withAllBelow)];
}

/** How an option is written, the short name first. */
export function optionNames({ short, long }: CompletionOption): readonly string[] {
  return [short, long].filter((name) => name !== undefined);
}

/** The name to offer where one is enough. */
export function mainName(option: CompletionOption): string {
  return option.long ?? option.short ?? "";
}

/** A text as one word of bash, zsh or sh. */
export function shellWord(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

/** Words that are known only once rubrics or rules have been read. */
interface KnownWords {
  readonly rubrics: readonly string[];
  readonly rules: readonly string[];
}

type Offer = Pick<ArgumentPlace, "words" | "files">;

/** What a place may hold, by its name in the help, with its option or command before it where the name alone says too little. */
export function offersByName({ rubrics, rules }: KnownWords): ReadonlyMap<string, Offer> {
  return new Map<string, Offer>([
    ...[
      "file",
      "older-file",
      "newer-file",
      "more-files",
      "ours",
      "theirs",
      "paths",
      "version",
      "--stdin-filename name",
    ].map(yaml),
    ...[
      "path",
      "--output file",
      "--baseline file",
      "input",
      "more",
      "release",
      "register",
      "table",
    ].map(anyFile),
    ...["key", "band", "id", "people", "count", "day", "role", "text", "title", "words"].map(
      nothing,
    ),
    ...["step", "number", "date", "pounds", "hours", "income", "region", "group"].map(nothing),
    ...["folder", "rubric new file"].map(folder),
    ["rubric", { words: rubrics, files: "yaml" }],
    ["rubrics", { words: rubrics, files: "yaml" }],
    ["questions", { words: rubrics, files: "yaml" }],
    ["tag", { words: ["cy", "en-x-easy"], files: "none" }],
    ["side", { words: ["ours", "theirs"], files: "none" }],
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
