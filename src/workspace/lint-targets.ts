import { join, resolve } from "node:path";
import type { Context } from "../context.ts";
import { EXIT, FileError, UserError } from "../errors.ts";
import { nearest } from "../suggest.ts";
import { displayPath } from "./display-path.ts";

export interface LintTarget {
  readonly path: string;
  /** The name people see. */
  readonly file: string;
  /** Whether it was named outright rather than met in a folder. */
  readonly named: boolean;
}

const SKIPPED_FOLDERS = new Set(["node_modules"]);

/** The YAML files that the given paths mean; without paths, those of `rubrics/` and of the working folder itself. */
export async function lintTargets(
  context: Context,
  paths: readonly string[],
): Promise<LintTarget[]> {
  const targets =
    paths.length > 0 ? await namedTargets(context, paths) : await defaultTargets(context);
  if (targets.length > 0) return [...new Map(targets.map((each) => [each.path, each])).values()];
  throw new UserError("There is nothing to check here.", {
    hint:
      paths.length > 0
        ? `We looked for YAML files in: ${paths.join(", ")}`
        : "We looked for YAML files in this folder and in rubrics/. Give the path of a file or a folder.",
    exitCode: EXIT.wrongUse,
  });
}

async function namedTargets(context: Context, paths: readonly string[]): Promise<LintTarget[]> {
  const targets: LintTarget[] = [];
  for (const given of paths) {
    const path = resolve(context.cwd, given);
    const kind = await context.files.kind(path);
    if (kind === "missing") throw await missing(context, given, path);
    if (kind === "folder") targets.push(...(await walk(context, path)));
    else targets.push({ path, file: displayPath(context, path), named: true });
  }
  return targets;
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

async function defaultTargets(context: Context): Promise<LintTarget[]> {
  const rubrics = join(context.cwd, "rubrics");
  const inRubrics =
    (await context.files.kind(rubrics)) === "folder" ? await walk(context, rubrics) : [];
  const here = await context.files.list(context.cwd);
  const loose = here
    .filter(({ name, kind }) => kind === "file" && isOpenYaml(name))
    .map(({ name }) => target(context, join(context.cwd, name)));
  return [...inRubrics, ...loose];
}

async function walk(context: Context, folder: string): Promise<LintTarget[]> {
  const found: LintTarget[] = [];
  for (const { name, kind } of await context.files.list(folder)) {
    const path = join(folder, name);
    const hidden = name.startsWith(".") || SKIPPED_FOLDERS.has(name);
    if (kind === "folder" && !hidden) found.push(...(await walk(context, path)));
    else if (kind === "file" && isOpenYaml(name)) found.push(target(context, path));
  }
  return found;
}

function target(context: Context, path: string): LintTarget {
  return { path, file: displayPath(context, path), named: false };
}

/** Hidden files are settings of other programs. */
function isOpenYaml(name: string): boolean {
  return !name.startsWith(".") && /\.ya?ml$/u.test(name);
}
