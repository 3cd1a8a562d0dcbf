import { dirname } from "node:path";
import { EXIT, FileError, UserError } from "../platform/errors.ts";
import type { Context } from "../platform/ports.ts";
import { displayPath } from "./display-path.ts";

/** Each document coprod makes says so in one of these ways; see the templates. */
const OURS = [
  /^<!doctype html>[\s\S]{0,2000}<meta name="generator" content="coprod/iu,
  /^(?:# |Subject: )[\s\S]*^Made with coprod /mu,
  /^%PDF-[\s\S]*^%Made with coprod /mu,
  /^\{\s*"coprod": "plan\//u,
];

/** Files that people's own work is in: no document is ever put in their place. */
const WORK = /^\s*(?:#.*\s+|---\s+)*["']?coprod["']?:\s*["']?(?:assessment|rubric|guide)\//u;

/** Writes a document, but never over a file that coprod did not make, unless told to; and never over answers or questions. */
export async function writeDocument(
  context: Context,
  document: { readonly path: string; readonly content: string | Uint8Array },
  options: { readonly force: boolean },
): Promise<void> {
  const { path, content } = document;
  // Said of the folder, because nobody expects the document itself to be there.
  const folder = dirname(path);
  if ((await context.files.kind(folder)) === "missing") throw new FileError(folder, "missing");
  const there =
    (await context.files.kind(path)) === "file" ? await textOf(context, path) : undefined;
  if (there !== undefined && WORK.test(there)) {
    throw new UserError(`${displayPath(context, path)} holds answers or questions, not a plan.`, {
      hint: "It has not been changed. Choose another name with -o.",
      exitCode: EXIT.wrongUse,
    });
  }
  if (there !== undefined && !options.force && !OURS.some((mark) => mark.test(there))) {
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

/** What the file holds, or nothing where it cannot be read: then it is not one of ours. */
async function textOf(context: Context, path: string): Promise<string> {
  try {
    return Buffer.from(await context.files.readBytes(path)).toString("latin1");
  } catch {
    return "";
  }
}
