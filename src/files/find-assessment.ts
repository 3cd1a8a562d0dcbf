import { join, resolve } from "node:path";
import { ASSESSMENT_FORMAT } from "../assessment/format.ts";
import { EXIT, UserError } from "../platform/errors.ts";
import type { Context } from "../platform/ports.ts";

/**
 * The path given, or else the one assessment in the working folder; undefined where there is none.
 * With several, the error lists them.
 */
export async function findAssessment(
  context: Context,
  given: string | undefined,
): Promise<string | undefined> {
  if (given !== undefined) return resolve(context.cwd, given);
  const names = await assessmentNames(context, context.cwd);
  const [only] = names;
  if (names.length > 1) {
    throw new UserError("This folder holds more than one assessment.", {
      hint: `Say which one: ${names.join(", ")}`,
      exitCode: EXIT.wrongUse,
    });
  }
  return only === undefined ? undefined : join(context.cwd, only);
}

/** As `findAssessment`, for commands that cannot go on without one. */
export async function requireAssessment(
  context: Context,
  given: string | undefined,
): Promise<string> {
  const found = await findAssessment(context, given);
  if (found !== undefined) return found;
  throw new UserError("There is no assessment in this folder.", {
    hint: 'Give the path of one, start one with "coprod assess", or look at an example with "coprod demo".',
    exitCode: EXIT.wrongUse,
  });
}

const DECLARATION = new RegExp(
  `^(?:[ \\t]*(?:#.*|---[ \\t]*)?\\r?\\n)*coprod:\\s*["']?${ASSESSMENT_FORMAT.split("/")[0]}/`,
  "u",
);

/** Names of the files in a folder that say they are assessments. */
async function assessmentNames(context: Context, folder: string): Promise<string[]> {
  const entries = await context.files.list(folder);
  const names: string[] = [];
  for (const { name, kind } of entries) {
    if (kind !== "file" || name.startsWith(".") || !/\.ya?ml$/u.test(name)) continue;
    if (await declaresAssessment(context, join(folder, name))) names.push(name);
  }
  return names;
}

// A file that cannot be read is not the one we look for; whoever names it outright is told what is wrong with it.
async function declaresAssessment(context: Context, path: string): Promise<boolean> {
  try {
    return DECLARATION.test(await context.files.read(path));
  } catch {
    return false;
  }
}
