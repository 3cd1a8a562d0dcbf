/** Which files may stand in a place. With `yaml`, YAML files come before others; `after-equals` means `word=file`. */
export type FilesOffered = "none" | "any" | "yaml" | "folders" | "after-equals";

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
