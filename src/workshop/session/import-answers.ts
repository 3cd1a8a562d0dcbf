import { dirname, join, resolve } from "node:path";
import { checkAssessment } from "../../assessment/check.ts";
import { clashes, mergeAnswers, stamped } from "../../assessment/merge-answers.ts";
import { parseAnswers } from "../../assessment/parse-answers.ts";
import type { AssessmentFile } from "../../assessment/schema.ts";
import { type Lock, releaseLock, takeLock } from "../../files/assessment-lock.ts";
import { displayPath } from "../../files/display-path.ts";
import { loadRubrics } from "../../files/load-rubrics.ts";
import { missingRubrics } from "../../files/missing-rubrics.ts";
import { saveAssessment } from "../../files/save-assessment.ts";
import { diagnosticsText } from "../../lint/reporters/diagnostics.ts";
import { EXIT, type ExitCode, FileProblems, UserError } from "../../platform/errors.ts";
import type { Context } from "../../platform/ports.ts";
import { counted } from "../../terminal/plural.ts";
import { hasErrors } from "../../yaml/diagnostic.ts";
import { EditableYaml } from "../../yaml/edit/editable-yaml.ts";
import type { SourceFile } from "../../yaml/source-file.ts";
import { commandArgument } from "../messages/closing-words.ts";
import { type Answers, answersPath, answersTarget, type Target } from "./answers-target.ts";
import { momentOf } from "./clock.ts";
import { openElsewhere } from "./lock-messages.ts";
import { newText } from "./new-file.ts";
import type { AssessOptions } from "./options.ts";

/** Takes answers from a file, checks all of them against the rubrics, and writes them with no question asked. */
export async function takeAnswers(
  context: Context,
  options: Pick<AssessOptions, "file" | "rubric">,
  answersFile: string,
): Promise<ExitCode> {
  const answers = await readAnswers(context, answersFile);
  const path = await answersPath(context, options, answers);
  const lock = await lockOrRefuse(context, path);
  try {
    return await writeAnswers(context, options, { ...answers, target: path });
  } finally {
    await releaseLock(context, lock);
  }
}

/** Nobody is there to decide: what is open elsewhere stays as it is. */
async function lockOrRefuse(context: Context, path: string): Promise<Lock> {
  const locking = await takeLock(context, path, { anyway: false });
  if (locking.kind === "taken") return locking.lock;
  throw new UserError(`${openElsewhere(context, locking)} Nothing was changed.`, {
    hint: "Close it there and try again.",
    exitCode: EXIT.file,
  });
}

async function writeAnswers(
  context: Context,
  options: Pick<AssessOptions, "file" | "rubric">,
  answers: ReadAnswers & { readonly target: string },
): Promise<ExitCode> {
  const target = await answersTarget(context, options, answers);
  const file = await fitted(context, answers, target);
  if (target.text !== undefined) refuseClashes(context, target, answers);
  const text = await textOf(answers, target, file);
  const saved = await saveAssessment(context, { path: target.path, last: target.text, text });
  const name = displayPath(context, saved.path);
  const count = counted(Object.keys(answers.given.answers ?? {}).length, "answer");
  context.stdout.write(
    `Saved ${count} in ${name}\nTo make the plan: coprod plan ${commandArgument(name)}\n`,
  );
  return EXIT.done;
}

interface ReadAnswers extends Answers {
  readonly source: SourceFile;
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
  return { path, given, source };
}

/** The whole assessment with the answers in it, each with its stamps. Throws every problem of the answers at once. */
async function fitted(
  context: Context,
  { given, source }: ReadAnswers,
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
  context.stderr.write(diagnosticsText(problems, texts, { color: context.color }));
  const { instant } = momentOf(context.now());
  return stamped(mergeAnswers(base, given), rubrics, instant);
}

function refuseClashes(context: Context, { path, base }: Target, answers: ReadAnswers): void {
  const found = clashes(base, answers.given);
  const [first] = found;
  if (first === undefined) return;
  const name = displayPath(context, path);
  const more = found.length > 1 ? ` and ${found.length - 1} more` : "";
  throw new UserError(
    `${name} already says something else (${first}${more}). Nothing was changed.`,
    {
      hint: `To keep both, give a new name: coprod assess NEW.yaml --answers ${displayPath(context, answers.path)}`,
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
