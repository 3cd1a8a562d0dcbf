import { dirname, join } from "node:path";
import ignore, { type Ignore } from "ignore";
import { FileError } from "../platform/errors.ts";
import type { Context } from "../platform/ports.ts";

type FileContext = Pick<Context, "cwd" | "files">;

/** What one file called `.gitignore` says, for the folder it stands in, whose name has forward slashes. */
interface IgnoreFile {
  readonly folder: string;
  readonly rules: Ignore;
}

const SKIPPED_FOLDERS = new Set(["node_modules"]);

/**
 * Paths of the files in a folder and below, in name order. What is hidden, what npm installed and what `.gitignore` names
 * is passed over; not the folder itself, as somebody asked for it.
 */
export async function walkFiles(
  context: FileContext,
  folder: string,
  onLocked?: (path: string) => void,
): Promise<string[]> {
  return walk(
    { cwd: context.cwd, files: context.files, onLocked },
    folder,
    await ignoringAbove(context, folder),
  );
}

/** The files of one folder alone, with the same ones passed over. */
export async function filesIn(context: FileContext, folder: string): Promise<string[]> {
  const above = await ignoringAbove(context, folder);
  const { files } = await openEntries(context, folder, above);
  return files;
}

interface Walk extends FileContext {
  /** A folder below that cannot be looked into: without this it ends the walk. */
  readonly onLocked?: ((path: string) => void) | undefined;
}

async function walk(
  context: Walk,
  folder: string,
  above: readonly IgnoreFile[],
): Promise<string[]> {
  const { entries, ignoring } = await openEntries(context, folder, above);
  const found: string[] = [];
  for (const { path, kind } of entries) {
    if (kind === "file") found.push(path);
    else found.push(...(await walkInto(context, path, ignoring)));
  }
  return found;
}

async function walkInto(
  context: Walk,
  folder: string,
  above: readonly IgnoreFile[],
): Promise<string[]> {
  try {
    return await walk(context, folder, above);
  } catch (error) {
    if (context.onLocked === undefined || !(error instanceof FileError)) throw error;
    context.onLocked(folder);
    return [];
  }
}

async function openEntries(context: FileContext, folder: string, above: readonly IgnoreFile[]) {
  const listed = await context.files.list(folder);
  const hasOwn = listed.some(({ name, kind }) => name === ".gitignore" && kind === "file");
  const own = hasOwn ? [await ignoreFile(context, folder)] : [];
  const ignoring = [...above, ...own];
  const entries = listed
    .map(({ name, kind }) => ({ name, kind, path: join(folder, name) }))
    .filter(({ name, kind, path }) => {
      // Hidden files are settings of other programs.
      if (name.startsWith(".") || (kind === "folder" && SKIPPED_FOLDERS.has(name))) return false;
      if (ignoring.length === 0) return true;
      return !isIgnored(slashed(path), { files: ignoring, isFolder: kind === "folder" });
    });
  const files = entries.filter(({ kind }) => kind === "file").map(({ path }) => path);
  return { entries, files, ignoring };
}

/** Without those that ignore the very folder somebody asked for: they have no more to say of what is in it. */
async function ignoringAbove(context: FileContext, folder: string): Promise<readonly IgnoreFile[]> {
  const above = await ignoreFilesAbove(context, folder);
  return above.filter((each) => !isIgnored(slashed(folder), { files: [each], isFolder: true }));
}

/** The last rule that fits wins, and a deeper file has the last word. */
function isIgnored(
  path: string,
  { files, isFolder }: { readonly files: readonly IgnoreFile[]; readonly isFolder: boolean },
): boolean {
  let isOut = false;
  for (const { folder, rules } of files) {
    const { ignored, unignored } = rules.test(
      `${path.slice(folder.length + 1)}${isFolder ? "/" : ""}`,
    );
    if (ignored || unignored) isOut = ignored;
  }
  return isOut;
}

/** Those of the folders above, up to the top of the repository, or else of the working folder; the topmost first. */
async function ignoreFilesAbove(context: FileContext, folder: string): Promise<IgnoreFile[]> {
  const found: IgnoreFile[] = [];
  for (let each = folder; ; each = dirname(each)) {
    if (each !== folder && (await isKind(context, join(each, ".gitignore"), "file")))
      found.unshift(await ignoreFile(context, each));
    if (!(await isKind(context, join(each, ".git"), "missing"))) return found;
    if (each === dirname(each))
      return found.filter(({ folder: at }) => `${at}/`.startsWith(`${slashed(context.cwd)}/`));
  }
}

async function isKind(
  { files }: FileContext,
  path: string,
  kind: "file" | "missing",
): Promise<boolean> {
  try {
    return (await files.kind(path)) === kind;
  } catch {
    return kind === "missing";
  }
}

// One that cannot be read ignores nothing: then more is checked, not less.
async function ignoreFile({ files }: FileContext, folder: string): Promise<IgnoreFile> {
  try {
    const text = await files.read(join(folder, ".gitignore"));
    return { folder: slashed(folder), rules: ignore({ ignorecase: false }).add(text) };
  } catch {
    return { folder: slashed(folder), rules: ignore() };
  }
}

function slashed(path: string): string {
  return path.replaceAll("\\", "/").replace(/\/$/u, "");
}
