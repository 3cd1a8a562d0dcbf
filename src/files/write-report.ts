import { dirname } from "node:path";
import { EXIT, UserError } from "../platform/errors.ts";
import type { Context } from "../platform/ports.ts";
import { displayPath } from "./display-path.ts";

/** Each format of `coprod lint` can be told by one of these. */
const OURS = [
  /^\s*$/u,
  /^\{\n {2}"coprod": "lint\//u,
  /"driver": \{\n\s+"name": "coprod"/u,
  /^<!-- Made with coprod /mu,
  /^\[\]\n$/u,
  /"fingerprint": "sha256-/u,
  /^Checked \d+ files?: /mu,
];

/** Writes a report of `coprod lint`, but never over a file that is something else: a slip must not cost an assessment. */
export async function writeReport(
  context: Context,
  { path, text }: { readonly path: string; readonly text: string },
): Promise<void> {
  if (await isForeign(context, path)) {
    throw new UserError(
      `${displayPath(context, path)} is already there, and it is not a report of coprod lint.`,
      {
        hint: "It has not been changed. Give another name after --output.",
        exitCode: EXIT.wrongUse,
      },
    );
  }
  await context.files.makeFolder(dirname(path));
  await context.files.write(path, text);
}

async function isForeign(context: Context, path: string): Promise<boolean> {
  if ((await context.files.kind(path)) !== "file") return false;
  try {
    const text = await context.files.read(path);
    return !OURS.some((mark) => mark.test(text));
  } catch {
    return true;
  }
}
