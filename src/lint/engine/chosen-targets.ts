import { resolve } from "node:path";
import { displayPath } from "../../files/display-path.ts";
import { EXIT, UserError } from "../../platform/errors.ts";
import type { Context } from "../../platform/ports.ts";
import { type LintTarget, lintTargets } from "./lint-targets.ts";

export interface Chosen {
  readonly targets: readonly LintTarget[];
  /** Standard input, under the path it is checked as. */
  readonly texts: ReadonlyMap<string, string>;
}

interface Options {
  readonly stdinFilename?: string;
  readonly fix?: boolean;
}

/** The files to check; `-` is standard input, checked as if it were the file that `--stdin-filename` names. */
export async function chosenTargets(
  context: Context,
  paths: readonly string[],
  { stdinFilename, fix = false }: Options,
): Promise<Chosen> {
  if (!paths.includes("-")) {
    return { targets: await lintTargets(context, paths), texts: new Map() };
  }
  if (paths.length > 1 || fix) {
    throw new UserError(
      '"-" stands alone: text from a pipe is checked by itself, and not changed.',
      {
        hint: "Leave the other paths and --fix out. With --dry-run you see what would be changed.",
        exitCode: EXIT.wrongUse,
      },
    );
  }
  const path = resolve(context.cwd, stdinFilename ?? "standard-input.yaml");
  const file = stdinFilename === undefined ? "standard input" : displayPath(context, path);
  return {
    targets: [{ path, file, named: true }],
    texts: new Map([[path, await context.readStdin()]]),
  };
}
