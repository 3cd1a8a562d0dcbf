import {
  type ArgumentPlace,
  type CompletionCommand,
  type CompletionOption,
  optionNames,
  withAllBelow,
} from "./tree.ts";

/** For fish 3.1 and later. */
export function fishScript(program: CompletionCommand): string {
  const all = withAllBelow(program);
  return [
    '# Completion of coprod for fish. Made by "coprod completion fish".',
    "",
    "# Whether an option of a command takes the next word.",
    ...isOneOf("__coprod_takes", all.flatMap(takingOptions)),
    "",
    "# Whether an option of a command takes the next words, up to the next option.",
    ...isOneOf("__coprod_takes_many", all.flatMap(optionsWithMany)),
    "",
    "# Whether the words are a command.",
    ...isOneOf(
      "__coprod_is_command",
      all.map(({ path }) => path),
    ),
    "",
    MACHINERY,
    ...all.flatMap(commandLines),
    "",
  ].join("\n");
}

function isOneOf(name: string, words: readonly string[]): string[] {
  const known = words.filter((word) => word !== "").map(fishWord);
  return [`function ${name}`, `    contains -- "$argv" ${known.join(" ")}`, "end"];
}

function takingOptions({ path, options }: Pick<CompletionCommand, "path" | "options">): string[] {
  return options
    .filter(({ value }) => value !== undefined)
    .flatMap((option) => optionNames(option).map((name) => `${path} ${name}`));
}

function optionsWithMany({ path, options }: CompletionCommand): string[] {
  const many = options.filter(({ value }) => value?.many === true);
  return takingOptions({ path, options: many });
}

function commandLines({ path, commands, options, places }: CompletionCommand): string[] {
  return [
    "",
    `# coprod ${path}`.trim(),
    ...commands.map(({ name, about }) => line(at(path, "0"), ["-a", name, "-d", fishWord(about)])),
    ...places.map((place, index) =>
      line(at(path, place.many ? `${index}+` : `${index}`), placeFlags(place)),
    ),
    ...options.flatMap((option) => [
      optionLine(path, option, options),
      ...moreValueLines(path, option),
    ]),
  ];
}

function line(condition: string, rest: readonly string[]): string {
  return ["complete -c coprod -n", fishWord(condition), ...rest].join(" ");
}

function at(path: string, place?: string): string {
  return ["__coprod_at", `"${path}"`, place].filter((word) => word !== undefined).join(" ");
}

function optionLine(
  path: string,
  option: CompletionOption,
  all: readonly CompletionOption[],
): string {
  const same = all.filter(({ group }) => group === option.group).flatMap(optionNames);
  const condition = option.repeats
    ? at(path)
    : `${at(path)}; and not __coprod_given ${option.value === undefined ? "flag" : "value"} ${same.join(" ")}`;
  const names = [
    ...(option.short === undefined ? [] : ["-s", option.short.slice(1)]),
    ...(option.long === undefined ? [] : ["-l", option.long.slice(2)]),
  ];
  const value = option.value === undefined ? [] : ["-r", ...placeFlags(option.value)];
  return line(condition, [...names, ...value, "-d", fishWord(option.about)]);
}

function moreValueLines(path: string, option: CompletionOption): string[] {
  if (option.value?.many !== true) return [];
  const flags = placeFlags(option.value);
  return optionNames(option).map((name) => line(at(path, name), flags));
}

function placeFlags({ words, files }: ArgumentPlace): string[] {
  const offered = [...words.filter(() => files !== "after-equals"), ...fileWords(files, words)];
  const list = offered.length > 0 ? ["-k", "-a", fishWord(offered.join(" "))] : [];
  return [files === "any" ? "-F" : "-f", ...list];
}

function fileWords(files: ArgumentPlace["files"], words: readonly string[]): string[] {
  switch (files) {
    case "yaml":
      return ["(__fish_complete_suffix .yaml)"];
    case "folders":
      return ["(__fish_complete_directories)"];
    case "after-equals":
      return [`(__coprod_word_and_file ${words.join(" ")})`];
    default:
      return [];
  }
}

function fishWord(text: string): string {
  return `'${text.replaceAll(/[\\']/gu, "\\$&")}'`;
}

const MACHINERY = String.raw`# The command before the cursor, and how many of its places are filled or which option still takes words.
function __coprod_here
    set -l words (commandline -opc)
    set -e words[1]
    set -l path
    set -l count 0
    set -l waits no
    set -l many
    set -l ended no
    for word in $words
        if test $waits = yes
            set waits no
        else if test "$ended$word" = no--
            set ended yes
            set many
        else if test $ended = no; and string match -q -- '-?*' $word
            set many
            __coprod_takes "$path" $word; and set waits yes
            __coprod_takes_many "$path" $word; and set many $word
        else if set -q many[1]
            continue
        else if test $ended$count = no0; and __coprod_is_command $path $word
            set -a path $word
        else
            set count (math $count + 1)
        end
    end
    echo "$path"
    set -q many[1]; and echo -- $many; or echo $count
end

# Whether the cursor is in a command and, where a place is given, in that place of it; with a + also in later ones.
function __coprod_at
    set -l here (__coprod_here)
    test "$here[1]" = "$argv[1]"; or return 1
    set -q argv[2]; or return 0
    if string match -q -- '*+' $argv[2]
        string match -q -- '-*' $here[2]; and return 1
        test $here[2] -ge (string trim -c + -- $argv[2])
    else
        contains -- $here[2] $argv[2]
    end
end

# Whether one of some options has been given already, other than just now to get its value.
function __coprod_given
    set -l words (commandline -opc)
    test $argv[1] = value; and contains -- $words[-1] $argv; and set -e words[-1]
    for word in $words
        contains -- (string replace -r '=.*' '' -- $word) $argv[2..-1]; and return 0
    end
    return 1
end

# For values such as json=report.json.
function __coprod_word_and_file
    set -l typed (commandline -ct | string replace -r '^--[^=]*=' '')
    if string match -q -- '*=*' $typed
        set -l before (string replace -r '=.*' '=' -- $typed)
        printf "$before%s\n" (complete -C "__fish_command_without_completions "(string replace -r '^[^=]*=' '' -- $typed))
    else
        printf '%s\n' $argv
    end
end

complete -c coprod -f`;
