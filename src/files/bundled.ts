import { join } from "node:path";
import type { Guide } from "../guide/schema.ts";
import { FileProblems } from "../platform/errors.ts";
import type { Context } from "../platform/ports.ts";
import { type ReadyText, textMark } from "../util/ready-text.ts";
import { displayPath } from "./display-path.ts";

const GUIDE = "guide.yaml";

/** Ids of the rubrics that come with coprod, in name order. */
export async function bundledRubricIds(context: Context): Promise<string[]> {
  const entries = await context.files.list(join(context.packageFolder, "rubrics"));
  return (
    entries
      // One with a second dot holds the texts of another in a language.
      .filter(({ name, kind }) => kind === "file" && /^[^.]+\.yaml$/u.test(name) && name !== GUIDE)
      .map(({ name }) => name.slice(0, -".yaml".length))
  );
}

/** The texts of the package's templates by their path below `templates/`, with forward slashes. */
export async function loadTemplates(context: Context): Promise<ReadonlyMap<string, string>> {
  const texts = new Map<string, string>();
  await addFolder(context, { folder: join(context.packageFolder, "templates"), below: "" }, texts);
  return texts;
}

/** The text of one of them, with plain line ends. */
export async function loadTemplate(context: Context, name: string): Promise<string> {
  const { plainLines } = await import("../documents/templates/templates.ts");
  return plainLines(await context.files.read(join(context.packageFolder, "templates", name)));
}

async function addFolder(
  context: Context,
  at: { readonly folder: string; readonly below: string },
  texts: Map<string, string>,
): Promise<void> {
  for (const { name, kind } of await context.files.list(at.folder)) {
    const path = join(at.folder, name);
    if (kind === "folder")
      await addFolder(context, { folder: path, below: `${at.below}${name}/` }, texts);
    else texts.set(`${at.below}${name}`, await context.files.read(path));
  }
}

/** The ready value, or where there is none or the file is no longer the one it was made from: its text. */
export type ReadyOrText<Value> = { readonly ready: Value } | { readonly text: string };

/** What the build made of a file of the package. */
export async function readyOrText<Value>(
  context: Pick<Context, "files" | "packageFolder">,
  path: string,
  load: (() => Promise<ReadyText<Value>>) | undefined,
): Promise<ReadyOrText<Value>> {
  const made = await load?.();
  if (made === undefined) return { text: await context.files.read(path) };
  if (await isAsBuilt(context, path, made)) return { ready: made.value };
  const text = await context.files.read(path);
  return made.mark === textMark(text) ? { ready: made.value } : { text };
}

/** As `make` sees it: no change since the program was built. To read the file and compare takes much longer. */
async function isAsBuilt(
  { files, packageFolder }: Pick<Context, "files" | "packageFolder">,
  path: string,
  { bytes }: Pick<ReadyText<unknown>, "bytes">,
): Promise<boolean> {
  const found = await files.stamp(path);
  if (found === undefined || found.bytes !== bytes) return false;
  const built = await files.stamp(join(packageFolder, "dist", "package.json"));
  return built !== undefined && found.written <= built.written;
}

/** The guide that comes with coprod. */
export async function loadGuide(context: Context): Promise<Guide> {
  const path = join(context.packageFolder, "rubrics", "guide.yaml");
  const text = await context.files.read(path);
  const { parseGuide } = await import("../guide/parse.ts");
  const shown = displayPath(context, path);
  const { guide, diagnostics } = parseGuide(shown, text);
  if (guide === undefined) throw new FileProblems(diagnostics, new Map([[shown, text]]));
  return guide;
}
