import {
  type ArgumentPlace,
  type CompletionCommand,
  type CompletionOption,
  mainName,
  optionNames,
  shellWord,
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

function placeSettings({ words, files }: ArgumentPlace): string[] {
  return [`words=${shellWord(words.join(" "))}`, `files=${files}`];
}

function placeCases({ path, places }: CompletionCommand): string[] {
  return places.map((place, index) => {
    const pattern = place.many ? `${shellWord(`${path} `)}[0-9]*` : shellWord(`${path} ${index}`);
    return `    ${pattern}) place=yes ${placeSettings(place).join(" ")} ;;`;
  });
}

/** The part of the script for bash that is the same whatever the commands are. It looks them up in the functions above it. */
const BASH_MACHINERY = String.raw`_coprod() {
  local IFS=$' \t\n' typed value before= kept= path= given=' ' count=0 ended= pending=
  local commands options takes group place words files
  local -a line
  line=() COMPREPLY=()
  _coprod__line
  _coprod__walk
  typed=\${line[\${#line[@]}-1]}

  if [[ $pending == one || (-n $pending && $typed != -*) ]]; then
    _coprod__value "$typed"
  elif [[ -z $ended && $typed == --*=* ]]; then
    _coprod__option "$path" "\${typed%%=*}"
    before=\${typed%%=*}=
    _coprod__value "\${typed#*=}"
  else
    _coprod__command "$path"
    _coprod__place "$path" "$count"
    [[ $count -gt 0 || -n $ended ]] && commands=
    if [[ -z $ended && ($typed == -* || (-z $commands && $place == no)) ]]; then
      _coprod__unused "$typed"
    else
      words="$commands $words"
      _coprod__value "$typed"
    fi
  fi
  # Bash replaces only what comes after this.
  [[ -n $kept ]] && COMPREPLY=("\${COMPREPLY[@]#"$kept"}")
  return 0
}

# The words so far. Bash takes "--format=html" apart at the sign; here it is one word again.
_coprod__line() {
  local i word= previous=
  for ((i = 1; i <= COMP_CWORD; i++)); do
    word=\${COMP_WORDS[i]}
    if [[ \${#line[@]} -gt 0 && -n $previous && ($word =~ ^[=:]+$ || $previous =~ ^[=:]+$) ]]; then
      kept=\${line[\${#line[@]}-1]}
      line[\${#line[@]}-1]=$kept$word
    else
      kept=
      line+=("$word")
    fi
    previous=$word
  done
  [[ $word =~ ^[=:]+$ ]] && kept=$kept$word
}

# Finds the command, how many of its places are filled, and whether an option waits for its value.
_coprod__walk() {
  local i word
  for ((i = 0; i < \${#line[@]} - 1; i++)); do
    word=\${line[i]}
    if [[ $pending == one || (-n $pending && $word != -*) ]]; then
      [[ $pending == many ]] || pending=
    elif [[ -z $ended && $word == -- ]]; then
      ended=yes pending=
    elif [[ -z $ended && $word == -?* ]]; then
      _coprod__option "$path" "\${word%%=*}"
      given+="$group "
      pending=$takes
      [[ $word == *=* ]] && pending=
    else
      pending=
      _coprod__command "$path"
      if [[ -z $ended && $count -eq 0 && " $commands " == *" $word "* ]]; then
        path=\${path:+$path }$word
      else
        ((count += 1))
      fi
    fi
  done
}

# Offers the words and files of a place that begin with what is typed, which may be in quotes.
_coprod__value() {
  local word
  value=$1
  case $value in
    [\"\']*) value=\${value:1} ;;
    *\\*) value=\${value//\\/} ;;
  esac
  if [[ $files == after-equals && $value == *=* ]]; then
    before+=\${value%%=*}=
    value=\${value#*=} words= files=any
  fi
  for word in $words; do
    [[ $word == "$value"* ]] || continue
    COMPREPLY+=("$before$word")
    # What comes after the sign belongs to the same word.
    [[ $word == *= ]] && compopt -o nospace 2>/dev/null
  done
  case $files in
    any | yaml | folders) _coprod__files ;;
  esac
}

# Without compopt (bash 3.2), the shell's own completion of files steps in.
_coprod__files() {
  type compopt >/dev/null 2>&1 || return 0
  compopt -o filenames 2>/dev/null
  local action=-f each has_yaml=
  local -a found first
  found=() first=()
  [[ $files == folders ]] && action=-d
  while IFS= read -r each; do
    found+=("$before$each")
    if [[ $each == *.yaml || $each == *.yml ]]; then
      has_yaml=yes
      first+=("$before$each")
    elif [[ -d \${each/#\~\//$HOME/} ]]; then
      first+=("$before$each")
    fi
  done < <(compgen "$action" -- "$value")
  # Where no YAML file fits, any other may.
  if [[ $files == yaml && -n $has_yaml ]]; then
    COMPREPLY+=("\${first[@]}")
  else
    COMPREPLY+=("\${found[@]}")
  fi
}

# Offers the options whose setting has not been given yet.
_coprod__unused() {
  local option
  for option in $options; do
    [[ $option == "$1"* ]] || continue
    _coprod__option "$path" "$option"
    [[ -n $group && $given == *" $group "* ]] || COMPREPLY+=("$option")
  done
}

if type compopt >/dev/null 2>&1; then
  complete -F _coprod coprod
else
  complete -o default -F _coprod coprod
fi
`.replaceAll("\\${", "${");
