import { isAbsolute, join, resolve } from "node:path";
import type { RubricReference } from "../assessment/schema.ts";
import { EXIT, FileProblems, UserError } from "../platform/errors.ts";
import type { Context } from "../platform/ports.ts";
import { readyRubrics } from "../rubric/ready-rubrics.ts";
import { resolveRubric } from "../rubric/resolve.ts";
import type { Rubric } from "../rubric/rubric.ts";
import { own } from "../util/own-value.ts";
import { nearest } from "../util/suggest.ts";
import { bundledRubricIds } from "./bundled-rubric-ids.ts";
import { displayPath } from "./display-path.ts";
import { readyOrText } from "./ready-or-text.ts";

/** What `coprod assess` asks when nothing else is chosen. */
export const DEFAULT_RUBRICS = ["principles", "barriers"] as const;

/** The rubrics an assessment names, in its order. `folder` is the assessment's own, for `file:` references. */
export async function loadRubrics(
  context: Context,
  references: readonly RubricReference[],
  folder: string,
): Promise<Rubric[]> {
  const rubrics: Rubric[] = [];
  for (const { id, file } of references) {
    rubrics.push(
      file === undefined
        ? await loadBundled(context, id)
        : await loadRubricFile(context, resolve(folder, file)),
    );
  }
  return rubrics;
}

export async function loadBundled(context: Context, id: string): Promise<Rubric> {
  const known = await bundledRubricIds(context);
  if (!known.includes(id)) throw unknownRubric(id, known);
  const path = join(context.packageFolder, "rubrics", `${id}.yaml`);
  const found = await readyOrText(context, path, own(readyRubrics, id));
  if ("text" in found) return rubricFrom(context, path, found.text);
  return resolveRubric(found.ready.file, found.ready.hashes);
}

/** A bundled rubric's id, or the path of a rubric file, as a person types it. */
export async function loadRubric(context: Context, idOrPath: string): Promise<Rubric> {
  const looksLikePath = /[\\/]|\.ya?ml$/u.test(idOrPath);
  if (!looksLikePath) return loadBundled(context, idOrPath);
  return loadRubricFile(context, isAbsolute(idOrPath) ? idOrPath : resolve(context.cwd, idOrPath));
}

async function loadRubricFile(context: Context, path: string): Promise<Rubric> {
  return rubricFrom(context, path, await context.files.read(path));
}

async function rubricFrom(context: Context, path: string, text: string): Promise<Rubric> {
  // Loaded only now: the bundled rubrics are ready, and start-up time is felt.
  const { parseRubric } = await import("../rubric/parse.ts");
  const shown = displayPath(context, path);
  const { rubric, diagnostics } = parseRubric(shown, text);
  if (rubric === undefined) throw new FileProblems(diagnostics, new Map([[shown, text]]));
  return rubric;
}

function unknownRubric(id: string, known: readonly string[]): UserError {
  const near = nearest(id, known);
  const meant = near.length > 0 ? `Did you mean "${near.join('" or "')}"? ` : "";
  return new UserError(`There is no rubric called "${id}".`, {
    hint: `${meant}The rubrics are: ${known.join(", ")}. For one of your own, give its path.`,
    exitCode: EXIT.wrongUse,
  });
}
