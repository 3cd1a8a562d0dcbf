import { dirname, resolve } from "node:path";
import type { AssessmentFile } from "../../assessment/schema.ts";
import { type AssessmentWriter, findAssessment, MOST_BYTES } from "../../files/assessment-file.ts";
import { conflictsBeside } from "../../files/backups.ts";
import { displayPath } from "../../files/display-path.ts";
import { EXIT, FileError, UserError } from "../../platform/errors.ts";
import type { Context } from "../../platform/ports.ts";
import { criteriaOf, type Rubric } from "../../rubric/rubric.ts";
import { nearest } from "../../util/suggest.ts";
import { itemsOf, placeOf } from "../items.ts";
import type { Task } from "../state.ts";
import { type ChosenRubric, chosenRubrics } from "./new-assessment.ts";
import type { PreviousAssessment } from "./next-assessment.ts";

export interface AssessOptions {
  readonly file: string | undefined;
  readonly rubric: readonly string[];
  readonly quick: boolean;
  /** Undefined where neither --plain nor --no-plain is given. */
  readonly plain: boolean | undefined;
  readonly noInput: boolean;
  readonly answers: string | undefined;
  readonly review: boolean;
  readonly question: string | undefined;
  /** The assessment of last time, from which a new one is started. */
  readonly from?: string | undefined;
  /** Whether a new one is started, also where this folder holds one. */
  readonly fresh?: boolean;
  /** A talk where it is left out. */
  readonly task?: Task | undefined;
}

type Wanted = Pick<
  AssessOptions,
  "file" | "rubric" | "quick" | "question" | "from" | "fresh" | "task"
>;

/** An assessment that is ready to be talked through. */
export interface Opened {
  readonly kind: "opened";
  readonly path: string;
  readonly text: string;
  readonly file: AssessmentFile;
  /** The rubrics that are asked now. */
  readonly rubrics: readonly Rubric[];
  readonly fresh: boolean;
  readonly quick: boolean;
  /** Keys of the sections chosen for today; all where it is left out. */
  readonly sections?: readonly string[] | undefined;
  /** Names of files beside it that a sync tool made. */
  readonly conflicts?: readonly string[];
  readonly question: string | undefined;
  readonly task?: Task | undefined;
}

/** No assessment yet: what is known about the one to start. */
export interface NewOpening {
  readonly kind: "new";
  /** The path asked for, if any. */
  readonly path: string | undefined;
  readonly chosen: readonly ChosenRubric[];
  /** Whether the people are asked how much they want to do. */
  readonly open: boolean;
  readonly quick: boolean;
  readonly question: string | undefined;
  /** The assessment of last time, where this one follows it. */
  readonly previous?: PreviousAssessment;
}

/**
 * Reads the assessment asked for, or the one in this folder; otherwise gets everything ready for a new one. Through
 * `file` where it is ours to write.
 */
export async function findOpening(
  context: Context,
  wanted: Wanted,
  file?: AssessmentWriter,
): Promise<Opened | NewOpening> {
  if (wanted.from !== undefined) return nextOpening(context, wanted, wanted.from);
  const path = file?.path ?? (await pathFor(context, wanted));
  const { quick } = wanted;
  if (path === undefined || (await context.files.kind(path)) === "missing") {
    if (path !== undefined) await requireFolder(context, dirname(path));
    const chosen = await chosenRubrics(context, wanted.rubric);
    const question = questionKey(
      chosen.map(({ rubric }) => rubric),
      wanted.question,
    );
    const open = !quick && wanted.rubric.length === 0 && question === undefined;
    return { kind: "new", path, chosen, open, quick, question };
  }
  const text = await (file ?? { read: () => context.files.read(path, MOST_BYTES) }).read();
  return opened(context, wanted, { path, text });
}

async function opened(
  context: Context,
  wanted: Wanted,
  { path, text }: { readonly path: string; readonly text: string },
): Promise<Opened> {
  const { readAssessment } = await import("../../files/load-assessment.ts");
  const { file, assessment, asked } = await readAssessment(context, path, text);
  const rubrics = onlyWanted(asked, wanted.rubric, displayPath(context, path));
  const question = questionKey(rubrics, wanted.question);
  const quick = wanted.quick || (assessment.quick && isCoreOrNone(rubrics, question));
  const conflicts = await conflictsBeside(context, path);
  const { task } = wanted;
  const found = { path, text, file, rubrics, fresh: false, quick, question, conflicts, task };
  return { kind: "opened", ...found };
}

/** A new assessment that follows another, with its questions and groups. */
async function nextOpening(
  context: Context,
  { file, rubric, quick }: Wanted,
  from: string,
): Promise<NewOpening> {
  const path = await pathOfNew(context, file);
  if (rubric.length > 0)
    throw new UserError("--from brings its own questions, so --rubric does not go with it.", {
      hint: "Leave one of them out.",
      exitCode: EXIT.wrongUse,
    });
  const { readPrevious } = await import("./next-assessment.ts");
  const previous = await readPrevious(context, resolve(context.cwd, from));
  const { chosen } = previous;
  return { kind: "new", path, chosen, open: !quick, quick, question: undefined, previous };
}

async function pathFor(context: Context, { file, fresh }: Wanted): Promise<string | undefined> {
  return fresh ? pathOfNew(context, file) : openingPath(context, file);
}

/** Where nothing is yet; undefined where no name was given. */
async function pathOfNew(context: Context, given: string | undefined): Promise<string | undefined> {
  const path = given === undefined ? undefined : await openingPath(context, given);
  if (path === undefined || (await context.files.kind(path)) === "missing") return path;
  const name = displayPath(context, path);
  throw new UserError(`${name} is there already. Nothing was changed.`, {
    hint: `To go on with it: coprod assess ${name}. To start another one, give a name that is free.`,
    exitCode: EXIT.wrongUse,
  });
}

/** The path asked for, with the usual ending where it has none and nothing is there. */
export async function openingPath(
  context: Context,
  given: string | undefined,
): Promise<string | undefined> {
  const path = await findAssessment(context, given);
  if (path === undefined || /\.ya?ml$/iu.test(path)) return path;
  return (await context.files.kind(path)) === "missing" ? `${path}.yaml` : path;
}

/** Before anything is asked: a new file needs a folder to go into. */
async function requireFolder({ files }: Context, folder: string): Promise<void> {
  if ((await files.kind(folder)) !== "folder") throw new FileError(folder, "missing");
}

/** The rubrics of an assessment that are asked now; others than its own can only be chosen at its start. */
function onlyWanted(
  rubrics: readonly Rubric[],
  wanted: readonly string[],
  name: string,
): readonly Rubric[] {
  const other = wanted.find((id) => !rubrics.some((rubric) => rubric.id === id));
  if (other === undefined)
    return wanted.length === 0 ? rubrics : rubrics.filter(({ id }) => wanted.includes(id));
  throw new UserError(`${name} does not have the questions of "${other}".`, {
    hint: `It has: ${rubrics.map(({ id }) => id).join(", ")}. To use others, start a new assessment: coprod assess NEW.yaml --rubric ${other}`,
    exitCode: EXIT.wrongUse,
  });
}

/** Whether a quick look has the question, where one is asked for. */
function isCoreOrNone(rubrics: readonly Rubric[], question: string | undefined): boolean {
  return placeOf(itemsOf(rubrics, { quick: true }), question) >= 0 || question === undefined;
}

/** The key of the question with this key or id. */
function questionKey(rubrics: readonly Rubric[], wanted: string | undefined): string | undefined {
  if (wanted === undefined) return undefined;
  const criteria = rubrics.flatMap(criteriaOf);
  const found = criteria.find(({ key, id }) => key === wanted || id === wanted);
  if (found !== undefined) return found.key;
  const near = nearest(
    wanted,
    criteria.map(({ id }) => id),
  );
  throw new UserError(`There is no question called "${wanted}".`, {
    hint:
      near.length > 0
        ? `Did you mean "${near.join('" or "')}"?`
        : 'Every question with its name: "coprod rubric show".',
    exitCode: EXIT.wrongUse,
  });
}
