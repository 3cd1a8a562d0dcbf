import { basename, join, resolve } from "node:path";
import picomatch from "picomatch";
import { displayPath } from "../../files/display-path.ts";
import { isTemplateName } from "../../files/fill-template.ts";
import { filesIn, walkFiles } from "../../files/walk-files.ts";
import { EXIT, FileError, UserError } from "../../platform/errors.ts";
import type { Context } from "../../platform/ports.ts";
import { nearest } from "../../util/suggest.ts";

export interface LintTarget {
  readonly path: string;
  /** The name people see. */
  readonly file: string;
  /** Whether it was named outright rather than met in a folder. */
  readonly named: boolean;
  /** No file: a path or pattern that leads to nothing, a folder that cannot be looked into, or a file that is no more. The others are checked. */
  readonly lost?: "no-match" | "locked" | "gone";
}

export interface Chosen {
  readonly targets: readonly LintTarget[];
  /** Standard input, under the path it is checked as. */
  readonly texts: ReadonlyMap<string, string>;
}

interface StdinOptions {
  readonly stdinFilename?: string;
  readonly fix?: boolean;
}

/** The files to check; `-` is standard input, checked as if it were the file that `--stdin-filename` names. */
export async function chosenTargets(
  context: Context,
  paths: readonly string[],
  { stdinFilename, fix = false }: StdinOptions,
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

/** The files that the given paths and patterns mean; without any, those that people have by habit. */
export async function lintTargets(
  context: Context,
  paths: readonly string[],
): Promise<LintTarget[]> {
  const targets =
    paths.length > 0 ? await namedTargets(context, paths) : await defaultTargets(context);
  const named = new Set(targets.filter((each) => each.named).map(({ path }) => path));
  const once = new Map(targets.map((each) => [each.path, each]));
  return [...once.values()].map((each) => ({ ...each, named: named.has(each.path) }));
}

const LOOKED_FOR = "rubrics and assessments (.yaml, .yml) and templates (.hbs)";

async function namedTargets(context: Context, paths: readonly string[]): Promise<LintTarget[]> {
  const found: LintTarget[] = [];
  for (const given of paths) {
    const targets = await targetsOf(context, given);
    // A slip in one of several paths would otherwise pass for a clean check.
    const lost = {
      path: resolve(context.cwd, given),
      file: given,
      named: true,
      lost: "no-match",
    } as const;
    found.push(...(targets.length > 0 ? targets : [lost]));
  }
  if (found.every(({ lost }) => lost === "no-match")) {
    throw nothing(
      `There is nothing to check in ${paths.join(", ")}.`,
      `We looked for ${LOOKED_FOR}.`,
    );
  }
  return found;
}

async function targetsOf(context: Context, given: string): Promise<LintTarget[]> {
  const path = resolve(context.cwd, given);
  const kind = await context.files.kind(path);
  if (kind === "file") return [{ path, file: displayPath(context, path), named: true }];
  if (kind === "folder") return walkedIn(context, path);
  if (isPattern(given)) return matching(context, given);
  throw await missing(context, given, path);
}

function isPattern(given: string): boolean {
  return /[*?[\]{}]/u.test(given);
}

async function matching(context: Context, given: string): Promise<LintTarget[]> {
  const names = given.replaceAll("\\", "/").split("/");
  const first = names.findIndex(isPattern);
  const base = names.slice(0, first).join("/");
  // An empty base before a slash is the top of the disk.
  const folder = resolve(context.cwd, first > 0 && base === "" ? "/" : base);
  if ((await context.files.kind(folder)) !== "folder") return [];
  const rest = names.slice(first).join("/").replace(/\/+$/u, "");
  // A folder that fits stands for what is in it, as it does when a shell puts it in the pattern's place.
  const fits = picomatch([rest, `${rest}/**`], { noextglob: true, nonegate: true, posix: true });
  const locked: string[] = [];
  const paths = await walkFiles(context, folder, (each) => locked.push(each));
  const start = folder.endsWith("/") || folder.endsWith("\\") ? folder.length : folder.length + 1;
  const fitting = paths.filter((path) => fits(path.slice(start).replaceAll("\\", "/")));
  return [...walked(context, fitting), ...lockedFolders(context, locked)];
}

async function walkedIn(context: Context, folder: string): Promise<LintTarget[]> {
  const locked: string[] = [];
  const paths = await walkFiles(context, folder, (each) => locked.push(each));
  return [...walked(context, paths), ...lockedFolders(context, locked)];
}

function lockedFolders(context: Context, paths: readonly string[]): LintTarget[] {
  return paths.map((path) => ({
    path,
    file: displayPath(context, path),
    named: true,
    lost: "locked",
  }));
}

async function missing(context: Context, given: string, path: string): Promise<Error> {
  const entries = await context.files.list(context.cwd);
  const near = nearest(
    given,
    entries.map(({ name }) => name),
  );
  if (near.length === 0) return new FileError(path, "missing");
  return new UserError(`There is no file or folder called "${given}".`, {
    hint: `Did you mean "${near.join('" or "')}"?`,
    exitCode: EXIT.file,
  });
}

const USUAL_FOLDERS = ["rubrics", "templates"];

async function defaultTargets(context: Context): Promise<LintTarget[]> {
  const inside: LintTarget[] = [];
  for (const name of USUAL_FOLDERS) {
    const folder = join(context.cwd, name);
    if ((await context.files.kind(folder)) === "folder")
      inside.push(...(await walkedIn(context, folder)));
  }
  const here = (await filesIn(context, context.cwd)).filter((path) => !isTemplateName(path));
  const targets = [...inside, ...walked(context, here)];
  if (targets.length > 0) return targets;
  throw nothing(
    "There is nothing to check here.",
    `We looked for ${LOOKED_FOR} in this folder, in rubrics/ and in templates/. Give the path of a file or a folder.`,
  );
}

function walked(context: Context, paths: readonly string[]): LintTarget[] {
  return paths
    .filter((path) => /\.(?:ya?ml|hbs)$/u.test(basename(path)))
    .map((path) => ({ path, file: displayPath(context, path), named: false }));
}

function nothing(message: string, hint: string): UserError {
  return new UserError(message, { hint, exitCode: EXIT.wrongUse });
}
