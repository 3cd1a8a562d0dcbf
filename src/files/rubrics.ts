import { isAbsolute, join, relative, resolve, sep } from "node:path";
import type { AssessmentFile, RubricReference } from "../assessment/schema.ts";
import { EXIT, FileProblems, UserError } from "../platform/errors.ts";
import type { Context } from "../platform/ports.ts";
import { readyRubrics } from "../rubric/ready-rubrics.ts";
import { resolveRubric } from "../rubric/resolve.ts";
import { criteriaOf, type Rubric } from "../rubric/rubric.ts";
import type { RubricFile } from "../rubric/schema.ts";
import { nearest } from "../util/suggest.ts";
import { own } from "../util/values.ts";
import type { Diagnostic } from "../yaml/diagnostic.ts";
import { Collector } from "../yaml/diagnostic-collector.ts";
import type { SourceFile } from "../yaml/source-file.ts";
import { bundledRubricIds, loadGuide, readyOrText } from "./bundled.ts";
import { kindOnDisk } from "./declared-kind.ts";
import { displayPath } from "./display-path.ts";

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
  await tellWords(context, rubrics);
  return rubrics;
}

export async function loadBundled(context: Context, id: string): Promise<Rubric> {
  const known = await bundledRubricIds(context);
  if (!known.includes(id)) throw unknownRubric(id, known);
  const path = join(context.packageFolder, "rubrics", `${id}.yaml`);
  const found = await readyOrText(context, path, own(readyRubrics, id));
  if ("text" in found) return rubricFrom(context, path, found.text);
  const { file, hashes } = found.ready;
  return inWords(context, { path, file, rubric: resolveRubric(file, hashes) });
}

/** In the language that was asked for; mostly none was, and nothing is looked for. */
async function inWords(
  context: Context,
  written: { readonly path: string; readonly file: RubricFile; readonly rubric: Rubric },
): Promise<Rubric> {
  if (context.language === undefined) return written.rubric;
  const { inLanguages } = await import("./translations.ts");
  return inLanguages(context, written);
}

/** Says what people have to know of the language that was asked for. */
export async function tellWords(context: Context, rubrics: readonly Rubric[]): Promise<void> {
  if (context.language === undefined) return;
  const { tellLanguages } = await import("./translations.ts");
  tellLanguages(context, rubrics);
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
  const { parseRubric } = await import("../rubric/parse.ts");
  const shown = displayPath(context, path);
  const { rubric, file, diagnostics } = parseRubric(shown, text);
  if (rubric !== undefined && file !== undefined) return inWords(context, { path, file, rubric });
  // An assessment can name any file: only what says it is one of ours may be quoted.
  const isOurs = (await kindOnDisk(text)) !== undefined;
  throw new FileProblems(diagnostics, new Map(isOurs ? [[shown, text]] : []));
}

function unknownRubric(id: string, known: readonly string[]): UserError {
  const near = nearest(id, known);
  const meant = near.length > 0 ? `Did you mean "${near.join('" or "')}"? ` : "";
  return new UserError(`There is no rubric called "${id}".`, {
    hint: `${meant}The rubrics are: ${known.join(", ")}. For one of your own, give its path.`,
    exitCode: EXIT.wrongUse,
  });
}

interface ReadReferences {
  readonly file: Pick<AssessmentFile, "rubrics">;
  readonly source: SourceFile;
}

/** The rubrics an assessment names that are not there, each at its place. `folder` is the assessment's own. */
export async function missingRubrics(
  context: Context,
  { file: { rubrics }, source }: ReadReferences,
  folder: string,
): Promise<readonly Diagnostic[]> {
  const collector = new Collector(source);
  const known = await bundledRubricIds(context);
  for (const [index, { id, file }] of rubrics.entries()) {
    if (file === undefined) {
      collector.reference({ what: "rubric", name: id, known }, ["rubrics", index, "id"]);
      continue;
    }
    const path = resolve(folder, file);
    const at = ["rubrics", index, "file"];
    const facts = { what: "file", name: file, near: [], known: [] };
    if (!(await staysInside(context, path, folder)))
      collector.error("ref/unknown", { ...facts, isOutside: true }, at);
    else if ((await context.files.kind(path)) === "missing")
      collector.error("ref/unknown", facts, at);
  }
  return collector.diagnostics;
}

/**
 * Whether a file that another file names lies in that one's folder or below, or where somebody works, with all links
 * followed: whoever wrote the name must not choose what of this computer is read.
 */
export async function staysInside(
  { files, cwd }: Pick<Context, "files" | "cwd">,
  path: string,
  folder: string,
): Promise<boolean> {
  const real = await files.realPath(path);
  for (const top of [folder, cwd]) {
    const below = relative(await files.realPath(top), real);
    if (below !== ".." && !below.startsWith(`..${sep}`) && !isAbsolute(below)) return true;
  }
  return false;
}

/** The titles of sections and the wording of questions by their keys, from the bundled rubrics that the keys name. */
export async function loadTitles(
  context: Context,
  keys: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const named = new Set(keys.map((key) => key.split("/")[0]));
  const bundled = await bundledRubricIds(context);
  const rubrics: Rubric[] = [];
  for (const id of bundled) if (named.has(id)) rubrics.push(await loadBundled(context, id));
  return new Map(rubrics.flatMap(titlesIn));
}

function titlesIn(rubric: Rubric): [key: string, title: string][] {
  return [
    ...rubric.sections.map(({ key, title }): [string, string] => [key, title]),
    ...criteriaOf(rubric).map(({ key, asks }): [string, string] => [key, asks]),
  ];
}

/** The titles of what a rubric's questions refer to: barriers of other rubrics, and pages of the guide. */
export async function titlesReferredTo(
  context: Context,
  rubric: Rubric,
): Promise<ReadonlyMap<string, string>> {
  const criteria = criteriaOf(rubric);
  const titles = await loadTitles(
    context,
    criteria.flatMap(({ eases }) => eases),
  );
  if (criteria.every(({ guide }) => guide.length === 0)) return titles;
  const { pages } = await loadGuide(context);
  return new Map([...titles, ...pages.map(({ id, title }): [string, string] => [id, title])]);
}
