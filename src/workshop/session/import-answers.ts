import { dirname, join, resolve } from "node:path";
import { checkAssessment } from "../../assessment/check.ts";
import { clashes, mergeAnswers, stamped } from "../../assessment/merge-answers.ts";
import { parseAnswers } from "../../assessment/parse.ts";
import type { AnswersFile, AssessmentFile, RubricReference } from "../../assessment/schema.ts";
import {
  type AssessmentWriter,
  findAssessment,
  freePath,
  requireAssessment,
  withAssessment,
} from "../../files/assessment-file.ts";
import { displayPath } from "../../files/display-path.ts";
import { loadAssessment, readAssessment } from "../../files/load-assessment.ts";
import { isPlain } from "../../files/plain-mode.ts";
import { loadRubrics, missingRubrics } from "../../files/rubrics.ts";
import { diagnosticsText } from "../../lint/reporters/diagnostics.ts";
import { EXIT, type ExitCode, FileProblems, UserError } from "../../platform/errors.ts";
import type { Context, Reply } from "../../platform/ports.ts";
import type { Block } from "../../terminal/blocks.ts";
import { Conversation, endingOf } from "../../terminal/conversation.ts";
import { wallText } from "../../terminal/to-text.ts";
import { counted } from "../../util/words.ts";
import { type Diagnostic, hasErrors } from "../../yaml/diagnostic.ts";
import { EditableYaml } from "../../yaml/edit/editable-yaml.ts";
import type { SourceFile } from "../../yaml/source-file.ts";
import { clockAt } from "../dates.ts";
import { itemsOf } from "../items.ts";
import { messages } from "../messages/messages.ts";
import { isOpen } from "../responses.ts";
import { commandArgument } from "../screens/closing.ts";
import { reviewBlocks } from "../screens/review.ts";
import {
  chosenRubrics,
  fileNameFor,
  newAssessment,
  newText,
  referencesFrom,
  relativePath,
  WHOLE_ORGANISATION,
} from "./new-assessment.ts";
import { type AssessOptions, findOpening } from "./open-assessment.ts";

type Wanted = Pick<AssessOptions, "file" | "rubric">;

/** Takes answers from a file, checks all of them against the rubrics, and writes them with no question asked. */
export async function importAnswers(
  context: Context,
  wanted: Wanted,
  answersFile: string,
): Promise<ExitCode> {
  const answers = await readAnswers(context, answersFile);
  const path = await targetPath(context, wanted, answers);
  return withAssessment(context, path, async (assessment) => {
    const target = await readTarget(context, wanted, { ...answers, assessment });
    const file = await fitted(context, answers, target);
    if (target.text !== undefined) refuseClashes(context, target, answers);
    const saved = await assessment.save(await textOf(answers, target, file));
    const name = displayPath(context, saved.path);
    const count = counted(Object.keys(answers.given.answers ?? {}).length, "answer");
    context.stdout.write(
      `Saved ${count} in ${name}\nTo make the plan: coprod plan ${commandArgument(name)}\n`,
    );
    return EXIT.done;
  });
}

/** Where answers go: an assessment that exists, or one to be made. */
interface Target {
  readonly path: string;
  /** The text on the disk, or undefined for a new file. */
  readonly text: string | undefined;
  readonly base: AssessmentFile;
}

interface ReadAnswers {
  /** Full path of the file with the answers; for standard input, a name in the working folder. */
  readonly path: string;
  readonly given: AnswersFile;
  readonly source: SourceFile;
  /** What is odd in it and still read. */
  readonly warnings: readonly Diagnostic[];
}

/** Full path of the file to write to. */
async function targetPath(context: Context, wanted: Wanted, answers: ReadAnswers): Promise<string> {
  const found = await existing(context, wanted.file, answers.path);
  const charity = answers.given.plan?.charity;
  return found ?? freePath(context, join(context.cwd, fileNameFor(charity)));
}

/** The file to write to, with what it holds already or should start with. */
async function readTarget(
  context: Context,
  wanted: Wanted,
  answers: ReadAnswers & { readonly assessment: AssessmentWriter },
): Promise<Target> {
  const { path } = answers.assessment;
  if ((await context.files.kind(path)) !== "missing") {
    const { text, file } = await readAssessment(context, path, await answers.assessment.read());
    return { path, text, base: file };
  }
  const charity = answers.given.plan?.charity;
  const rubrics = await references(context, wanted, answers);
  const { today } = clockAt(context.now());
  const base = newAssessment({ charity, covers: WHOLE_ORGANISATION, today, rubrics });
  return { path, text: undefined, base };
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
  { given, path, assessment }: ReadAnswers & { readonly assessment: AssessmentWriter },
): Promise<readonly RubricReference[]> {
  if (given.rubrics === undefined)
    return referencesFrom(assessment.path, await chosenRubrics(context, rubric));
  return given.rubrics.map((reference) =>
    reference.file === undefined
      ? reference
      : {
          ...reference,
          file: relativePath(assessment.path, resolve(dirname(path), reference.file)),
        },
  );
}

async function readAnswers(context: Context, name: string): Promise<ReadAnswers> {
  const isStdin = name === "-";
  const path = isStdin ? join(context.cwd, "standard input") : resolve(context.cwd, name);
  const text = isStdin ? await context.readStdin() : await context.files.read(path);
  const shown = displayPath(context, path);
  const { given, source, diagnostics } = parseAnswers(shown, text);
  if (given === undefined || source === undefined) {
    throw new FileProblems(diagnostics, new Map([[shown, text]]));
  }
  return { path, given, source, warnings: diagnostics };
}

/** The whole assessment with the answers in it, each with its stamps. Throws every problem of the answers at once. */
async function fitted(
  context: Context,
  { given, source, warnings }: ReadAnswers,
  { path, base }: Target,
): Promise<AssessmentFile> {
  const texts = new Map([[source.file, source.text]]);
  const missing = await missingRubrics(context, { file: base, source }, dirname(path));
  if (missing.length > 0) throw new FileProblems(missing, texts);
  const rubrics = await loadRubrics(context, base.rubrics, dirname(path));
  // Checked without what the assessment held before, so that each problem has its place in the answers' file.
  const { answers: _, actions: __, ...empty } = base;
  const problems = checkAssessment(mergeAnswers(empty, given), rubrics, source);
  if (hasErrors(problems)) throw new FileProblems(problems, texts);
  const told = [...warnings, ...problems];
  context.stderr.write(diagnosticsText(told, texts, { color: context.color }));
  const { instant } = clockAt(context.now());
  return stamped(mergeAnswers(base, given), rubrics, instant);
}

function refuseClashes(context: Context, { path, base }: Target, answers: ReadAnswers): void {
  const found = clashes(base, answers.given);
  const [first] = found;
  if (first === undefined) return;
  const name = displayPath(context, path);
  const more = found.length > 1 ? ` and ${found.length - 1} more` : "";
  const theirs = commandArgument(displayPath(context, answers.path));
  throw new UserError(
    `${name} already says something else (${first}${more}). Nothing was changed.`,
    {
      hint: `To put the two together: coprod merge ${commandArgument(name)} ${theirs}\nTo keep both, give a new name: coprod assess NEW.yaml --answers ${theirs}`,
      exitCode: EXIT.wrongUse,
    },
  );
}

/** Comments stay: those of the assessment, or for a new one those of a whole file of answers. */
async function textOf(
  { given, source }: ReadAnswers,
  { text }: Target,
  file: AssessmentFile,
): Promise<string> {
  if (text !== undefined) return EditableYaml.read(text).holding(file).text;
  if (given.coprod === undefined) return newText(file);
  return EditableYaml.read(source.text).holding(file).text;
}

const HINT = "To answer from a file, use --answers FILE. To be asked, leave out --no-input.";

/** For scripts: says whether everything has been asked, and never asks. */
export async function withoutAsking(context: Context, options: AssessOptions): Promise<ExitCode> {
  const opening = await findOpening(context, options);
  if (opening.kind === "new") {
    throw new UserError("There is no assessment yet, and --no-input says not to ask.", {
      hint: HINT,
      exitCode: EXIT.wrongUse,
    });
  }
  const { file, rubrics, quick } = opening;
  const open = itemsOf(rubrics, { quick }).filter((item) => isOpen({ file }, item)).length;
  const name = displayPath(context, opening.path);
  if (open === 0) {
    context.stdout.write(`Nothing is left to ask in ${name}\n`);
    return EXIT.done;
  }
  const what = open === 1 ? "1 question or checklist" : `${open} questions or checklists`;
  throw new UserError(`${name} has ${what} to do, and --no-input says not to ask.`, {
    hint: HINT,
    exitCode: EXIT.wrongUse,
  });
}

interface Reviewed {
  readonly file: string | undefined;
  readonly plain: boolean | undefined;
}

/** Reads the answers back and changes nothing: page by page at a terminal, as one text where it goes to another program. */
export async function reviewAnswers(
  context: Context,
  { file, plain }: Reviewed,
): Promise<ExitCode> {
  const blocks = await answersOf(context, file);
  if (!context.interactive || (await isPlain(context, plain))) {
    const { columns } = context;
    context.stdout.write(`${wallText(blocks, { columns, saved: undefined })}\n`);
    return EXIT.done;
  }
  const { hint, nothingDone, end } = messages.review;
  const talk = await Conversation.open(context, { plain: false, hint, nothingDone });
  try {
    return codeOf(await talk.read(blocks, end));
  } finally {
    talk.close();
  }
}

/** The same where somebody talks with us already. */
export async function readBack(talk: Conversation, file: string): Promise<ExitCode> {
  return codeOf(await talk.read(await answersOf(talk.context, file), messages.review.end));
}

function codeOf(reply: Reply | undefined): ExitCode {
  return reply === undefined || reply.kind === "line" ? EXIT.done : endingOf(reply).exitCode;
}

async function answersOf(context: Context, file: string | undefined): Promise<readonly Block[]> {
  const path = await requireAssessment(context, file);
  const loaded = await loadAssessment(context, path);
  const { rubrics, quick } = loaded.assessment;
  const items = itemsOf(rubrics, { quick });
  context.stderr.write(diagnosticsText(loaded.warnings, loaded.texts, { color: context.color }));
  return reviewBlocks({ rubrics, items, file: loaded.file });
}
