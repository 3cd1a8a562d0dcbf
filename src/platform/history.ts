import { execFile } from "node:child_process";
import { basename, dirname } from "node:path";
import { EXIT, UserError } from "./errors.ts";

const NOT_THERE_THEN = /exists on disk, but not in|does not exist in|but not in/u;

/** A file's text as git kept it at a commit, branch or tag; undefined where the file was not there then. */
export async function fileAt(ref: string, path: string): Promise<string | undefined> {
  const { text, error } = await gitShow(dirname(path), `${ref}:./${basename(path)}`);
  if (error === undefined) return text;
  if (NOT_THERE_THEN.test(error)) return undefined;
  throw new UserError(`git cannot show the file as it was at "${ref}".`, {
    hint: "Give a commit, a branch or a tag of this repository, or the path of an earlier file.",
    exitCode: EXIT.wrongUse,
  });
}

interface Shown {
  readonly text: string;
  readonly error: string | undefined;
}

// The words of git depend on the language of the machine unless they are asked for in English.
function gitShow(cwd: string, object: string): Promise<Shown> {
  const options = { cwd, encoding: "utf8", env: { ...process.env, LC_ALL: "C" } } as const;
  return new Promise((resolve) => {
    execFile("git", ["show", "--end-of-options", object], options, (failure, stdout, stderr) => {
      resolve({ text: stdout, error: failure === null ? undefined : stderr || failure.message });
    });
  });
}
