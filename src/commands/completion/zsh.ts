import {
  type ArgumentPlace,
  type CompletionCommand,
  type CompletionOption,
  optionNames,
  shellWord,
  withAllBelow,
} from "./tree.ts";

/** For zsh with its own completion system, both evaluated and as a file `_coprod` in the function path. */
export function zshScript(program: CompletionCommand): string {
  return [
    "#compdef coprod",
    "",
    '# Completion of coprod for zsh. Made by "coprod completion zsh".',
    "",
    ...withAllBelow(program).flatMap(commandFunction),
    MACHINERY,
  ].join("\n");
}

function commandFunction(command: CompletionCommand): string[] {
  const options = command.options.map((each) => optionSpec(each, command));
  return command.commands.length === 0
    ? lastFunction(command, [...options, ...command.places.map(placeSpec)])
    : groupFunctions(command, options);
}

function lastFunction(command: CompletionCommand, specs: readonly string[]): string[] {
  return [
    `${functionName(command)}() {`,
    "  _arguments -S : \\",
    ...specs.map((spec) => `    ${spec} \\`),
    "    && return 0",
    "  return 1",
    "}",
    "",
  ];
}

function groupFunctions(command: CompletionCommand, options: readonly string[]): string[] {
  const name = functionName(command);
  return [
    `${name}() {`,
    "  local curcontext=$curcontext context state state_descr line ret=1",
    "  typeset -A opt_args",
    "  _arguments -C : \\",
    ...options.map((spec) => `    ${spec} \\`),
    `    '1: :${name}__commands' \\`,
    "    '*::: :->below' \\",
    "    && ret=0",
    "  if [[ $state == below ]]; then",
    '    words=("$line[1]" "$' + '{words[@]}")',
    "    (( CURRENT += 1 ))",
    `    curcontext="\${curcontext%:*:*}:${name.slice(1).replaceAll("_", "-")}-$line[1]:"`,
    "    case $line[1] in",
    ...command.commands.map((below) => `      ${below.name}) ${functionName(below)} && ret=0 ;;`),
    "    esac",
    "  fi",
    "  return ret",
    "}",
    "",
    `${name}__commands() {`,
    "  local -a commands=(",
    ...command.commands.map(({ name, about }) => `    ${shellWord(`${name}:${about}`)}`),
    "  )",
    "  _describe command commands",
    "}",
    "",
  ];
}

function functionName({ path }: CompletionCommand): string {
  return ["_coprod", ...path.split(" ")].filter((word) => word !== "").join("_");
}

function placeSpec(place: ArgumentPlace, index: number): string {
  return shellWord(`${place.many ? "*" : index + 1}:${place.name}:${action(place)}`);
}

/** Options that end the program by themselves exclude everything else. */
const ALONE = ["help", "version"];

function optionSpec(option: CompletionOption, { options }: CompletionCommand): string {
  const names = optionNames(option);
  const value = valueSpec(option);
  const about = `[${option.about.replaceAll(/[\\\]:[]/gu, "\\$&")}]`;
  const specs = names.map((name) => `${name}${valueSign(name, option)}`);
  const written = specs.length > 1 ? `{${specs.join(",")}}` : specs.join("");
  if (option.repeats) return `'*'${written}${shellWord(about + value)}`;
  const excluded = ALONE.includes(option.group)
    ? "- : *"
    : options
        .filter(({ group }) => group === option.group)
        .flatMap(optionNames)
        .join(" ");
  return `'(${excluded})'${written}${shellWord(about + value)}`;
}

function valueSign(name: string, { value }: CompletionOption): string {
  if (value === undefined) return "";
  return name.startsWith("--") ? "=" : "+";
}

function valueSpec({ value, valueOptional }: CompletionOption): string {
  if (value === undefined) return "";
  const one = `:${value.name.replaceAll(":", "\\:")}:${action(value)}`;
  if (value.many) return one + `:${one}`.repeat(MORE_VALUES);
  return valueOptional ? `:${one}` : one;
}

// A pattern for "until the next option" would keep zsh from completing that option.
const MORE_VALUES = 4;

function action({ words, files }: ArgumentPlace): string {
  const list = words.join(" ");
  switch (files) {
    case "none":
      return words.length > 0 ? `(${list})` : " ";
    case "any":
      return "_files";
    case "folders":
      return "_files -/";
    case "yaml":
      return words.length > 0 ? `{_coprod__words_or_yaml ${list}}` : YAML_FILES;
    case "after-equals":
      return `{_coprod__word_and_file ${list.replaceAll("=", "")}}`;
  }
}

// Where no YAML file fits, zsh offers the others.
const YAML_FILES = '_files -g "*.(yaml|yml)(-.)"';

const MACHINERY = `_coprod__words_or_yaml() {
  _alternative "words:name:($*)" 'files:file:${YAML_FILES}'
}

_coprod__word_and_file() {
  if compset -P '*='; then
    _files
  else
    compadd -S = -- "$@"
  fi
}

if [[ $funcstack[1] == _coprod ]]; then
  _coprod "$@"
else
  (( $+functions[compdef] )) || { autoload -Uz compinit && compinit -i }
  compdef _coprod coprod
fi
`;
