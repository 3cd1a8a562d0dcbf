import { dirname, join, resolve } from "node:path";
import type { AnswersFile, AssessmentFile, RubricReference } from "../../assessment/schema.ts";
import { findAssessment } from "../../files/find-assessment.ts";
import { loadAssessment } from "../../files/load-assessment.ts";
import { freePath } from "../../files/save-assessment.ts";
import type { Context } from "../../platform/ports.ts";
import { chosenRubrics, referencesFrom, relativePath } from "./chosen-rubrics.ts";
import { momentOf } from "./clock.ts";
import { fileNameFor, newAssessment, WHOLE_ORGANISATION } from "./new-file.ts";
import type { AssessOptions } from "./options.ts";

/** Where answers go: an assessment that exists, or one to be made. */
export interface Target {
  readonly path: string;
  /** The text on the disk, or undefined for a new file. */
  readonly text: string | undefined;
  readonly base: AssessmentFile;
}

export interface Answers {
  /** Full path of the file with the answers; for standard input, a name in the working folder. */
  readonly path: string;
  readonly given: AnswersFile;
}

type Wanted = Pick<AssessOptions, "file" | "rubric">;

/** Full path of the file to write to. */
export async function answersPath(
  context: Context,
  wanted: Wanted,
  answers: Answers,
): Promise<string> {
  const found = await existing(context, wanted.file, answers.path);
  const charity = answers.given.plan?.charity;
  return found ?? freePath(context, join(context.cwd, fileNameFor(charity)));
}

/** The file at this path, with what it holds already or should start with. */
export async function answersTarget(
  context: Context,
  wanted: Wanted,
  { path, ...answers }: Answers & { readonly target: string },
): Promise<Target> {
  const { target } = answers;
  if ((await context.files.kind(target)) !== "missing") {
    const { text, file } = await loadAssessment(context, target);
    return { path: target, text, base: file };
  }
  const charity = answers.given.plan?.charity;
  const rubrics = await references(context, wanted, { ...answers, path });
  const { today } = momentOf(context.now());
  const base = newAssessment({ charity, covers: WHOLE_ORGANISATION, today, rubrics });
  return { path: target, text: undefined, base };
}

// The answers' own file is no target unless it is named as one.
async function existing(
  context: Context,
  file: string | undefined,
  answers: string,
): Promise<string | undefined> {
  if (file !== undefined) return resolve(context.cwd, file);
  const found = await findAssessment(context, undefined);
  return found === answers ? undefined : found;
}

async function references(
  context: Context,
  { rubric }: Wanted,
  { given, path, target }: Answers & { readonly target: string },
): Promise<readonly RubricReference[]> {
  if (given.rubrics === undefined)
    return referencesFrom(target, await chosenRubrics(context, rubric));
  return given.rubrics.map((reference) =>
    reference.file === undefined
      ? reference
      : { ...reference, file: relativePath(target, resolve(dirname(path), reference.file)) },
  );
}
