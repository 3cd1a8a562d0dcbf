import { dirname, join, parse, resolve } from "node:path";
import { type Assessment, groupsOf, resolveAssessment } from "../assessment/assessment.ts";
import { checkAssessment } from "../assessment/check.ts";
import { withPicked } from "../assessment/felt-most.ts";
import { parseAssessment } from "../assessment/parse.ts";
import type { AssessmentFile, Group } from "../assessment/schema.ts";
import { EXIT, FileProblems, UserError } from "../platform/errors.ts";
import type { Context } from "../platform/ports.ts";
import { criteriaOf, isVotedOn, type Rubric } from "../rubric/rubric.ts";
import { withSharedAnswers } from "../rubric/same-as.ts";
import { counted, listOf } from "../util/words.ts";
import { type Diagnostic, hasErrors } from "../yaml/diagnostic.ts";
import { MOST_BYTES } from "./assessment-file.ts";
import { kindOnDisk } from "./declared-kind.ts";
import { displayPath } from "./display-path.ts";
import {
  DEFAULT_RUBRICS,
  loadRubric,
  loadRubrics,
  missingRubrics,
  staysInside,
  tellWords,
} from "./rubrics.ts";

export interface LoadedAssessment {
  readonly path: string;
  readonly text: string;
  readonly file: AssessmentFile;
  readonly assessment: Assessment;
  /** As they are asked: those of the assessment have more words where two questions read alike. */
  readonly asked: readonly Rubric[];
  /** Not serious enough to stop: wording that changed, answers to questions that are gone. */
  readonly warnings: readonly Diagnostic[];
  /** The file's text by its displayed name, for showing the warnings. */
  readonly texts: ReadonlyMap<string, string>;
}

/** Reads an assessment and its rubrics. Throws `FileError`, `FileProblems` or `UserError`. */
export async function loadAssessment(context: Context, path: string): Promise<LoadedAssessment> {
  return readAssessment(context, path, await context.files.read(path, MOST_BYTES));
}

/** As `loadAssessment`, for text that is already at hand. */
export async function readAssessment(
  context: Context,
  path: string,
  text: string,
): Promise<LoadedAssessment> {
  const shown = displayPath(context, path);
  const texts = new Map([[shown, text]]);
  const { file, source, diagnostics } = parseAssessment(shown, text);
  if (file === undefined || source === undefined) throw new FileProblems(diagnostics, texts);
  const missing = await missingRubrics(context, { file, source }, dirname(path));
  if (missing.length > 0) throw new FileProblems(missing, texts);
  const loaded = await loadRubrics(context, file.rubrics, dirname(path));
  const rubrics = withPicked(loaded, file.picked);
  const problems = checkAssessment(file, rubrics, source);
  if (hasErrors(problems)) throw new FileProblems(problems, texts);
  const assessment = resolveAssessment(file, rubrics);
  const warnings = [...diagnostics, ...problems];
  return { path, text, file, assessment, asked: rubrics, warnings, texts };
}

/** As `loadAssessment`; `-` reads standard input, with `file:` references relative to the working folder. */
export async function loadGiven(context: Context, path: string): Promise<LoadedAssessment> {
  if (path !== "-") return loadAssessment(context, path);
  return readAssessment(context, join(context.cwd, "standard input"), await context.readStdin());
}

/** What people who are not in the room are asked, on paper or in a form. */
export interface QuestionsToAsk {
  readonly title: string;
  readonly rubrics: readonly Rubric[];
  /** Whether only the core questions are asked. */
  readonly core: boolean;
  /** How many others there are: answered in words or figures, so nobody votes on them. */
  readonly leftOut: number;
  readonly groups: readonly Group[];
  /** Whom to ask, where an assessment says so. */
  readonly contact: string | undefined;
  /** The assessment that the answers go to, where one was given. */
  readonly assessment: string | undefined;
  /** Where a file about them goes, and how its name begins. */
  readonly folder: string;
  readonly stem: string;
}

/** The questions of some rubrics, by their ids or paths, or those of one assessment, with its groups. */
export async function loadQuestionsToAsk(
  context: Context,
  named: readonly string[],
): Promise<QuestionsToAsk> {
  for (const path of named.map((name) => resolve(context.cwd, name)))
    if (await isAssessment(context, path)) {
      if (named.length === 1) return questionsOf(await loadAssessment(context, path));
      throw new UserError(`${displayPath(context, path)} is an assessment.`, {
        hint: "Give it alone: its own questions are asked.",
        exitCode: EXIT.wrongUse,
      });
    }
  const rubrics: Rubric[] = [];
  for (const name of named.length === 0 ? DEFAULT_RUBRICS : named)
    rubrics.push(await loadRubric(context, name));
  await tellWords(context, rubrics);
  const shown = inAllWords(rubrics);
  return {
    title: listOf(shown.map(({ title }) => title)),
    rubrics: shown,
    core: false,
    leftOut: leftOut(rubrics),
    groups: groupsOf([]),
    contact: undefined,
    assessment: undefined,
    folder: context.cwd,
    stem: rubrics.map(({ id }) => id).join("-"),
  };
}

async function isAssessment({ files }: Context, path: string): Promise<boolean> {
  if ((await files.kind(path)) !== "file") return false;
  return (await kindOnDisk(await files.read(path, MOST_BYTES))) === "assessment";
}

function questionsOf({ path, file, assessment }: LoadedAssessment): QuestionsToAsk {
  const { title, rubrics, people, plan } = assessment;
  return {
    title,
    rubrics: inAllWords(rubrics),
    core: file.look === "quick",
    leftOut: leftOut(rubrics),
    groups: groupsOf(people),
    contact: plan.contact,
    assessment: path,
    folder: dirname(path),
    stem: parse(path).name,
  };
}

/** Each text in both languages, where two were asked for. */
function inAllWords(rubrics: readonly Rubric[]): readonly Rubric[] {
  return withSharedAnswers(rubrics.map((each) => each.beside?.both ?? each));
}

function leftOut(rubrics: readonly Rubric[]): number {
  return rubrics.flatMap(criteriaOf).filter((each) => !isVotedOn(each)).length;
}

/** Said of what is not asked, so that nobody believes that it was. */
export function leftOutWords({ leftOut: count }: Pick<QuestionsToAsk, "leftOut">): string {
  if (count === 0) return "";
  return `${counted(count, "question")} ${count === 1 ? "is" : "are"} left out: people answer in words or figures there, so ask in the room.\n`;
}

/** The assessment of last time, where the file says which it was and it is still beside it; nothing where it cannot be read. */
export async function loadPrevious(
  context: Context,
  { path, file }: Pick<LoadedAssessment, "path" | "file">,
): Promise<LoadedAssessment | undefined> {
  const name = file.previous?.file;
  if (name === undefined) return undefined;
  try {
    const before = resolve(dirname(path), name);
    if (!(await staysInside(context, before, dirname(path)))) return undefined;
    return await loadAssessment(context, before);
  } catch {
    // Whatever is wrong with it is told by those who read it for its own sake.
    return undefined;
  }
}
