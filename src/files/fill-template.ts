import { basename, dirname, join, resolve } from "node:path";
import type { FilledTemplate, TemplateName } from "../documents/formats/format.ts";
import { USUAL_FORMAT } from "../documents/formats/index.ts";
import { TEMPLATE_NAMES, templateNamed } from "../documents/formats/template-kinds.ts";
import type { TemplateFolder } from "../documents/templates/check-folder.ts";
import { fillBuiltIn, styleIn } from "../documents/templates/fill.ts";
import type { UserTemplateJob, UserTemplateResult } from "../documents/templates/sandbox.ts";
import {
  type CheckedSet,
  type NamedTemplate,
  partialTexts,
  plainLines,
  type Templates,
  templateText,
} from "../documents/templates/templates.ts";
import type { PlanView } from "../plan/schema/index.ts";
import { EXIT, FileError, UserError } from "../platform/errors.ts";
import type { Context } from "../platform/ports.ts";
import { loadTemplates } from "./bundled.ts";
import { displayPath } from "./display-path.ts";

/** Fills in a plan the templates of whatever format asks: coprod's own, or those at the path that was given. */
export function templateFiller(
  context: Context,
  view: PlanView,
  given: string | undefined,
): (name: TemplateName) => Promise<FilledTemplate> {
  if (given === undefined) return (name) => fillBuiltIn(view, name, () => loadTemplates(context));
  return async (name) => {
    const templates = await loadTemplates(context);
    const set = await loadUserTemplate(context, given, { format: name, templates });
    return { body: await fillSandboxed(context, { ...set, view }), ...styleIn(templates) };
  };
}

async function fillSandboxed(context: Context, job: UserTemplateJob): Promise<string> {
  const result = await context.runSandboxed({ name: "fillUserTemplate", input: job });
  if (result.kind === "too-long")
    throw refused(job, ["It takes too long. Look for a list inside a list inside a list."]);
  if (result.kind === "too-much-memory")
    throw refused(job, ["It needs too much memory. Look for a list inside a list inside a list."]);
  const filled = result.value as UserTemplateResult;
  if ("problems" in filled) throw refused(job, filled.problems);
  return filled.text;
}

function refused({ main }: UserTemplateJob, problems: readonly string[]): UserError {
  const fields = "coprod template fields lists every field there is. Nothing has been written.";
  return new UserError(`The template ${main.name} can't be used.`, {
    hint: [...problems, fields].join("\n"),
    exitCode: EXIT.problems,
  });
}

/** Which folder of templates a template belongs to, and as what. */
export interface TemplatePlace {
  readonly folder: string;
  readonly format: TemplateName;
  readonly isPart: boolean;
}

/** The folder for parts, beside the templates that call them. */
const PARTIALS = "partials";

const ENDING = new RegExp(`(?:\\.(${TEMPLATE_NAMES.join("|")}))?\\.hbs$`, "u");

export function isTemplateName(name: string): boolean {
  return name.endsWith(".hbs");
}

export function saidFormat(path: string): TemplateName | undefined {
  return templateNamed(ENDING.exec(path)?.[1]);
}

/** A template whose name says no format is taken for a page. */
export function templatePlace(path: string): TemplatePlace {
  const here = dirname(path);
  const format = saidFormat(path) ?? USUAL_FORMAT;
  const isPart = basename(here) === PARTIALS;
  return { folder: isPart ? dirname(here) : here, format, isPart };
}

/** The name that templates call a part by. */
export function partName(path: string): string {
  return basename(path).replace(ENDING, "");
}

/**
 * A template that did not come with coprod: a file, or a folder that holds `plan.<format>.hbs` or only parts. Its parts
 * are those of coprod, and in their place or beside them those in the folder `partials` beside it. Links are not followed.
 */
async function loadUserTemplate(
  context: Context,
  given: string,
  { format, templates }: { readonly format: TemplateName; readonly templates: Templates },
): Promise<CheckedSet> {
  const folder = resolve(context.cwd, given);
  if (await hasOnlyParts(context, folder, format)) {
    const main = {
      name: `coprod's own template "${format}"`,
      text: templateText(templates, `plan.${format}.hbs`),
    };
    const own = await ownPartials(context, folder, format);
    return { format, main, partials: new Map([...builtInParts(templates, format), ...own]) };
  }
  const path = await mainPath(context, folder, format);
  const own = await ownPartials(context, dirname(path), format);
  return {
    format,
    main: await readTemplate(context, path),
    partials: new Map<string, NamedTemplate>([...builtInParts(templates, format), ...own]),
  };
}

/** The parts that every template can call, by their names. */
export function builtInParts(
  templates: Templates,
  format: TemplateName,
): readonly (readonly [string, NamedTemplate])[] {
  return [...partialTexts(templates, format)].map(
    ([name, text]) => [name, { name: `coprod's own part "${name}"`, text, builtIn: true }] as const,
  );
}

/** Whoever copied a template and changed only parts may have deleted the rest, as we advise. */
async function hasOnlyParts(
  context: Context,
  folder: string,
  format: TemplateName,
): Promise<boolean> {
  if ((await context.files.kind(folder)) !== "folder") return false;
  if ((await context.files.kind(join(folder, `plan.${format}.hbs`))) === "file") return false;
  return (await ownPartials(context, folder, format)).length > 0;
}

async function mainPath(context: Context, path: string, format: TemplateName): Promise<string> {
  const isFolder = (await context.files.kind(path)) === "folder";
  const main = isFolder ? join(path, `plan.${format}.hbs`) : path;
  if ((await context.files.kind(main)) !== "file") {
    throw new UserError(`There is no template at ${displayPath(context, main)}.`, {
      hint: 'To begin with a copy of ours, type "coprod template copy".',
      exitCode: EXIT.wrongUse,
    });
  }
  await refuseLink(context, main);
  const other = saidFormat(basename(main)) ?? format;
  if (other !== format) {
    throw new UserError(`${displayPath(context, main)} is a template for ${other}.`, {
      hint: `Add --format ${other}, or give a template for ${format}.`,
      exitCode: EXIT.wrongUse,
    });
  }
  return main;
}

/** A link would put any file of this computer into the plan; whoever gave the template may not have made it. */
async function refuseLink(context: Context, path: string): Promise<void> {
  const { files } = context;
  const real = await files.realPath(path);
  if (real === join(await files.realPath(dirname(path)), basename(path))) return;
  throw new UserError(`${displayPath(context, path)} is a link to another file.`, {
    hint: "Give the template itself, or a copy of it.",
    exitCode: EXIT.wrongUse,
  });
}

async function ownPartials(
  context: Context,
  folder: string,
  format: TemplateName,
): Promise<[string, NamedTemplate][]> {
  const entries = await context.files.list(folder);
  const hasParts = entries.some(({ name, kind }) => name === "partials" && kind === "folder");
  if (!hasParts) return [];
  const below = join(folder, "partials");
  const ending = `.${format}.hbs`;
  const found: [string, NamedTemplate][] = [];
  for (const { name, kind } of await context.files.list(below)) {
    if (kind !== "file" || !name.endsWith(ending)) continue;
    found.push([name.slice(0, -ending.length), await readTemplate(context, join(below, name))]);
  }
  return found;
}

async function readTemplate(context: Context, path: string): Promise<NamedTemplate> {
  return { name: displayPath(context, path), text: plainLines(await context.files.read(path)) };
}

/** `texts` stand in for files by their paths. */
export async function loadTemplateFolder(
  context: Context,
  { folder, format }: TemplatePlace,
  texts: ReadonlyMap<string, string>,
): Promise<TemplateFolder> {
  const own = { format, texts };
  const mains = await templatesIn(context, folder, own);
  const parts = await templatesIn(context, join(folder, PARTIALS), own);
  return {
    mains: mains.map(([, template]) => template),
    parts: new Map([...builtInParts(await loadTemplates(context), format), ...parts]),
  };
}

interface TemplateTexts {
  readonly format: TemplateName;
  readonly texts: ReadonlyMap<string, string>;
}

async function templatesIn(
  context: Context,
  folder: string,
  { format, texts }: TemplateTexts,
): Promise<(readonly [name: string, template: NamedTemplate])[]> {
  const given = [...texts.keys()].filter((path) => dirname(path) === folder);
  const isFolder = (await context.files.kind(folder)) === "folder";
  const listed = isFolder ? await context.files.list(folder) : [];
  const files = listed.filter(({ kind }) => kind === "file").map(({ name }) => join(folder, name));
  const paths = [...new Set([...files, ...given])].filter(
    (path) => isTemplateName(path) && templatePlace(path).format === format,
  );
  return Promise.all(
    paths.map(async (path) => {
      const text = texts.get(path) ?? (await readOrNothing(context, path));
      return [partName(path), { name: displayPath(context, path), text }] as const;
    }),
  );
}

// A part that is no text is reported where it is checked itself; it must not stop the check of the others.
async function readOrNothing({ files }: Context, path: string): Promise<string> {
  try {
    return await files.read(path);
  } catch (error) {
    if (error instanceof FileError) return "";
    throw error;
  }
}
