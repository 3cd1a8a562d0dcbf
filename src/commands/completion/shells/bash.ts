import { BASH_MACHINERY } from "./bash-machinery.ts";
import { shellWord } from "./quote.ts";
import {
  type CompletionCommand,
  type CompletionOption,
  mainName,
  optionNames,
  type Place,
  withAllBelow,
} from "./tree.ts";

/** For bash 3.2 (the one of macOS) and later, with or without the bash-completion package. */
export function bashScript(program: CompletionCommand): string {
  const all = withAllBelow(program);
  return [
    '# Completion of coprod for bash. Made by "coprod completion bash".',
    "",
    "# What can follow a command.",
    ...lookUp("_coprod__command", "commands= options=", all.map(commandCase)),
    "",
    "# What an option takes, and the setting it stands for.",
    ...lookUp("_coprod__option", "takes= group= words= files=", all.flatMap(optionCases)),
    "",
    "# What stands in a place of a command, counted from 0.",
    ...lookUp("_coprod__place", "place=no words= files=none", all.flatMap(placeCases)),
    "",
    BASH_MACHINERY,
  ].join("\n");
}

function lookUp(name: string, first: string, cases: readonly string[]): string[] {
  return [`${name}() {`, `  ${first}`, '  case "$*" in', ...cases, "  esac", "}"];
}

function commandCase({ path, commands, options }: CompletionCommand): string {
  const names = commands.map(({ name }) => name).join(" ");
  return `    ${shellWord(path)}) commands=${shellWord(names)} options=${shellWord(options.map(mainName).join(" "))} ;;`;
}

function optionCases({ path, options }: CompletionCommand): string[] {
  return options.map((option) => {
    const pattern = optionNames(option).map((name) => shellWord(`${path} ${name}`));
    const settings = [...groupOf(option), ...valueSettings(option)].join(" ");
    return `    ${pattern.join(" | ")}) ${settings === "" ? ":" : settings} ;;`;
  });
}

function groupOf({ group, repeats }: CompletionOption): string[] {
  return repeats ? [] : [`group=${shellWord(group)}`];
}

function valueSettings({ value, valueOptional }: CompletionOption): string[] {
  if (value === undefined) return [];
  const takes = value.many ? "many" : valueOptional ? "maybe" : "one";
  return [`takes=${takes}`, ...placeSettings(value)];
}

function placeSettings({ words, files }: Place): string[] {
  return [`words=${shellWord(words.join(" "))}`, `files=${files}`];
}

function placeCases({ path, places }: CompletionCommand): string[] {
  return places.map((place, index) => {
    const pattern = place.many ? `${shellWord(`${path} `)}[0-9]*` : shellWord(`${path} ${index}`);
    return `    ${pattern}) place=yes ${placeSettings(place).join(" ")} ;;`;
  });
}
