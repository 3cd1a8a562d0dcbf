import { dirname, join, resolve } from "node:path";
import { withEnd } from "../assessment/end-mark.ts";
import { type MergedCopies, mergeAssessments } from "../assessment/merge.ts";
import { parseAssessment } from "../assessment/parse.ts";
import type { AssessmentFile } from "../assessment/schema.ts";
import { EXIT, type ExitCode, FileError, FileProblems, UserError } from "../platform/errors.ts";
import type { Context } from "../platform/ports.ts";
import { withMarks } from "../terminal/text-diff.ts";
import { EditableYaml } from "../yaml/edit/editable-yaml.ts";

const USUAL_MARK = 7;

/**
 * git gives the base, our copy (to be overwritten), their copy, how long marks are, and the name of the file. What is
 * open is marked in the file and told by exit code 1. Anything else leaves the file alone, so that git's own way of
 * merging can follow.
 */
export async function mergeForGit(context: Context, given: readonly string[]): Promise<ExitCode> {
  const [base, ours, theirs, size, name] = given;
  if (base === undefined || ours === undefined || theirs === undefined)
    throw new UserError("git gives three files.", {
      hint: "See docs/two-copies.md for the lines that git needs.",
      exitCode: EXIT.wrongUse,
    });
  const shown = name ?? ours;
  const text = await context.files.read(resolve(context.cwd, ours));
  const copies = {
    base: await fileOrNothing(context, base),
    ours: parsed(shown, text),
    theirs: parsed(shown, await context.files.read(resolve(context.cwd, theirs))),
  };
  const [asOurs, asTheirs] = (["ours", "theirs"] as const).map((side) =>
    mergeAssessments(copies, () => side),
  ) as [MergedCopies, MergedCopies];
  const merged = withEnd(holding(text, asOurs.file));
  if (asOurs.clashes.length === 0) {
    parsed(shown, merged);
    await context.files.write(resolve(context.cwd, ours), merged);
    return EXIT.done;
  }
  const marked = withMarks(merged, withEnd(holding(text, asTheirs.file)), {
    size: Number(size) || USUAL_MARK,
    names: ["the copy here", "the copy that comes in"],
  });
  await context.files.write(resolve(context.cwd, ours), marked);
  const places = asOurs.clashes.map(({ at }) => `  ${at}\n`).join("");
  context.stderr.write(
    `${shown}: the two copies say different things. They are marked in the file:\n${places}`,
  );
  return EXIT.problems;
}

/** A base with marks in it, as git makes where branches merged each other, is as good as none. */
async function fileOrNothing(context: Context, path: string): Promise<AssessmentFile | undefined> {
  try {
    return parsed(path, await context.files.read(resolve(context.cwd, path)));
  } catch (error) {
    if (error instanceof FileError || error instanceof FileProblems) return undefined;
    throw error;
  }
}

function parsed(name: string, text: string): AssessmentFile {
  const { file, diagnostics } = parseAssessment(name, text);
  if (file === undefined) throw new FileProblems(diagnostics, new Map([[name, text]]), EXIT.file);
  return file;
}

/** The list of files that git shares is one half; what git here is set to is the other, and no clone brings it. */
export async function checkGit(context: Context): Promise<ExitCode> {
  const asks = await asksForCoprod(context, context.cwd);
  const driver = await context.gitSetting(context.cwd, "merge.coprod.driver");
  const recursive = await context.gitSetting(context.cwd, "merge.coprod.recursive");
  const missing = [
    asks ? "" : "  In .gitattributes, for your assessments:  our-charity.yaml merge=coprod",
    driver === undefined ? `  git config merge.coprod.driver '${DRIVER}'` : "",
    recursive === "binary" ? "" : "  git config merge.coprod.recursive binary",
  ].filter((line) => line !== "");
  if (missing.length === 0) {
    context.stdout.write("git in this folder merges assessments with coprod.\n");
    return EXIT.done;
  }
  const first =
    asks && driver === undefined
      ? "This folder asks for coprod's merging, but git here does not know it."
      : "git in this folder does not merge assessments with coprod yet.";
  context.stdout.write(`${first} What is missing:\n${missing.map((line) => `${line}\n`).join("")}`);
  return EXIT.problems;
}

/** Without the program, git's own marks are left. */
const DRIVER =
  "coprod merge --git %O %A %B %L %P; r=$?; test $r -le 1 && exit $r; git merge-file -L ours -L base -L theirs --marker-size=%L %A %O %B";

/** Looks in the folder and the ones above it. */
async function asksForCoprod(context: Context, folder: string): Promise<boolean> {
  const path = join(folder, ".gitattributes");
  const text = (await context.files.kind(path)) === "file" ? await context.files.read(path) : "";
  if (/^[^#\n]*\smerge=coprod(?:\s|$)/mu.test(text)) return true;
  const above = dirname(folder);
  return above !== folder && asksForCoprod(context, above);
}

/** What is the same in both stays as a person wrote it. */
function holding(text: string, file: AssessmentFile): string {
  return EditableYaml.read(text).holding(file).text;
}
