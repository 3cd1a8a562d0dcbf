import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { EXIT, UserError } from "./errors.ts";
import type { EarlierRubrics } from "./ports.ts";

const NOT_THERE_THEN = /exists on disk, but not in|does not exist in|but not in/u;

/** A file's text as git kept it at a commit, branch or tag; undefined where the file was not there then. */
export async function fileAt(ref: string, path: string): Promise<string | undefined> {
  const folder = folderThatIs(dirname(path));
  const name = relative(folder, path).replaceAll("\\", "/");
  const { text, error } = await git(folder, ["show", "--end-of-options", `${ref}:./${name}`]);
  if (error === undefined) return text;
  if (NOT_THERE_THEN.test(error)) return undefined;
  throw unknownVersion(ref);
}

/** What git knows of the rubrics of a repository at a commit, branch or tag, and of how they came to where they are. */
export async function rubricsAt(ref: string, folder: string): Promise<EarlierRubrics> {
  const at = folderThatIs(folder);
  const commit = await git(at, ["rev-parse", "--verify", "--end-of-options", `${ref}^{commit}`]);
  if (commit.error !== undefined) throw unknownVersion(ref);
  const version = commit.text.trim();
  const top = join(at, (await git(at, ["rev-parse", "--show-cdup"])).text.trim());
  const names = ["--", "*.yaml", "*.yml"];
  const mark = "^coprod: *[\"']?rubric/";
  const then = await git(top, ["grep", "-l", "-z", "-E", mark, version, ...names]);
  const moves = await git(top, [
    "diff",
    "-z",
    "--name-status",
    "--diff-filter=R",
    "-M40%",
    version,
  ]);
  const paths = listed(then.text).map((name) => join(top, name.slice(version.length + 1)));
  return { paths, renamed: renamedIn(listed(moves.text).map((name) => join(top, name))) };
}

/** Each move is three names: how alike the two are, where it was, and where it is. */
function renamedIn(names: readonly string[]): ReadonlyMap<string, string> {
  const renamed = new Map<string, string>();
  for (let index = 0; index + 2 < names.length; index += 3)
    renamed.set(names[index + 2] ?? "", names[index + 1] ?? "");
  return renamed;
}

function listed(text: string): string[] {
  return text.split("\0").filter((name) => name !== "");
}

/** A folder may have gone since, with what was in it. */
function folderThatIs(folder: string): string {
  return existsSync(folder) || folder === dirname(folder) ? folder : folderThatIs(dirname(folder));
}

function unknownVersion(ref: string): UserError {
  return new UserError(`git cannot show the file as it was at "${ref}".`, {
    hint: "Give a commit, a branch or a tag of this repository, or the path of an earlier file.",
    exitCode: EXIT.wrongUse,
  });
}

/** What git in a folder is set to; undefined where it is not set, or there is no git. */
export async function gitSetting(folder: string, name: string): Promise<string | undefined> {
  const { text, error } = await git(folder, ["config", "--get", name]);
  return error === undefined ? text.trim() : undefined;
}

interface Shown {
  readonly text: string;
  readonly error: string | undefined;
}

// The words of git depend on the language of the machine unless they are asked for in English.
function git(cwd: string, words: readonly string[]): Promise<Shown> {
  const env = { ...process.env, LC_ALL: "C" };
  const options = { cwd, encoding: "utf8", env, maxBuffer: LARGEST_ANSWER } as const;
  return new Promise((resolve) => {
    execFile("git", words, options, (failure, stdout, stderr) => {
      resolve({ text: stdout, error: failure === null ? undefined : stderr || failure.message });
    });
  });
}

const LARGEST_ANSWER = 64 * 1024 * 1024;
