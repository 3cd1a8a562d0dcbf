import { dirname } from "node:path";
import type { Context } from "../context.ts";
import { EXIT, FileError, UserError } from "../errors.ts";
import { displayPath } from "./display-path.ts";

/** Each document coprod makes says so in one of these ways; see the templates. */
const OURS = [
  /<meta name="generator" content="coprod/u,
  /^%?Made with coprod /mu,
  /"coprod": "plan\//u,
];

/** Writes a document, but never over a file that coprod did not make, unless told to. */
export async function writeDocument(
  context: Context,
  document: { readonly path: string; readonly content: string | Uint8Array },
  options: { readonly force: boolean },
): Promise<void> {
  const { path, content } = document;
  // Said of the folder, because nobody expects the document itself to be there.
  const folder = dirname(path);
  if ((await context.files.kind(folder)) === "missing") throw new FileError(folder, "missing");
  const foreign =
    !options.force && (await context.files.kind(path)) === "file" && !(await isOurs(context, path));
  if (foreign) {
    throw new UserError(
      `${displayPath(context, path)} is already there, and coprod did not make it.`,
      {
        hint: "It has not been changed. Choose another name with -o, or add --force to replace it.",
        exitCode: EXIT.wrongUse,
      },
    );
  }
  await context.files.write(path, content);
}

async function isOurs(context: Context, path: string): Promise<boolean> {
  try {
    const text = Buffer.from(await context.files.readBytes(path)).toString("latin1");
    return OURS.some((mark) => mark.test(text));
  } catch {
    return false;
  }
}
