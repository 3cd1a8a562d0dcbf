import { basename, dirname, join, resolve } from "node:path";
import type { CheckedSet, NamedTemplate } from "../documents/templates/checked-set.ts";
import {
  type DocumentFormat,
  partialTexts,
  plainLines,
  type Templates,
  templateText,
} from "../documents/templates/templates.ts";
import { EXIT, UserError } from "../platform/errors.ts";
import type { Context } from "../platform/ports.ts";
import { displayPath } from "./display-path.ts";

/**
 * A template that did not come with coprod: a file, or a folder that holds `plan.<format>.hbs` or only parts. Its parts
 * are those of coprod, and in their place or beside them those in the folder `partials` beside it. Links are not followed.
 */
export async function loadUserTemplate(
  context: Context,
  given: string,
  { format, templates }: { readonly format: DocumentFormat; readonly templates: Templates },
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
  format: DocumentFormat,
): readonly (readonly [string, NamedTemplate])[] {
  return [...partialTexts(templates, format)].map(
    ([name, text]) => [name, { name: `coprod's own part "${name}"`, text, builtIn: true }] as const,
  );
}

/** Whoever copied a template and changed only parts may have deleted the rest, as we advise. */
async function hasOnlyParts(
  context: Context,
  folder: string,
  format: DocumentFormat,
): Promise<boolean> {
  if ((await context.files.kind(folder)) !== "folder") return false;
  if ((await context.files.kind(join(folder, `plan.${format}.hbs`))) === "file") return false;
  return (await ownPartials(context, folder, format)).length > 0;
}

async function mainPath(context: Context, path: string, format: DocumentFormat): Promise<string> {
  const isFolder = (await context.files.kind(path)) === "folder";
  const main = isFolder ? join(path, `plan.${format}.hbs`) : path;
  if ((await context.files.kind(main)) !== "file") {
    throw new UserError(`There is no template at ${displayPath(context, main)}.`, {
      hint: 'To begin with a copy of ours, type "coprod template copy".',
      exitCode: EXIT.wrongUse,
    });
  }
  const [, other = format] = /\.(html|md|text)\.hbs$/u.exec(basename(main)) ?? [];
  if (other !== format) {
    throw new UserError(`${displayPath(context, main)} is a template for ${other}.`, {
      hint: `Add --format ${other}, or give a template for ${format}.`,
      exitCode: EXIT.wrongUse,
    });
  }
  return main;
}

async function ownPartials(
  context: Context,
  folder: string,
  format: DocumentFormat,
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
