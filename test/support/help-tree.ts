import { runInMemory } from "./context.ts";

/** A command as its own help tells of it. */
export interface HelpedCommand {
  readonly path: readonly string[];
  readonly commands: readonly string[];
  readonly options: readonly string[];
  /** The closed choices of each option that has any. */
  readonly choices: ReadonlyMap<string, readonly string[]>;
}

/** The program and everything below it, read from what `--help` prints. */
export async function helpTree(path: readonly string[] = []): Promise<readonly HelpedCommand[]> {
  const { stdout } = await runInMemory([...path, "--help"], { columns: 1000 });
  const options = linesUnder(stdout, "Options:");
  const commands = linesUnder(stdout, "Commands:").map((line) => line.split(/\s/u)[0] ?? "");
  const own = {
    path,
    commands,
    options: options.map(longName),
    choices: new Map(options.filter((line) => line.includes("choices: ")).map(choicesOf)),
  };
  const below = commands.filter((name) => name !== "help").map((name) => helpTree([...path, name]));
  return [own, ...(await Promise.all(below)).flat()];
}

function linesUnder(help: string, heading: string): readonly string[] {
  const [, rest = ""] = help.split(`\n${heading}\n`);
  const [block = ""] = rest.split("\n\n");
  return block
    .split("\n")
    .filter((line) => line.startsWith("  "))
    .map((line) => line.trim());
}

function longName(line: string): string {
  return /--[\w-]+/u.exec(line)?.[0] ?? "";
}

function choicesOf(line: string): [string, readonly string[]] {
  const list = /choices: ([^)]*?)(?:, default|\))/u.exec(line)?.[1] ?? "";
  return [longName(line), [...list.matchAll(/"([^"]+)"/gu)].map(([, choice]) => choice ?? "")];
}
