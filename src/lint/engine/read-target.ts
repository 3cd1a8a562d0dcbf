import { dirname } from "node:path";
import { checkAssessment } from "../../assessment/check.ts";
import type { AssessmentFile } from "../../assessment/schema.ts";
import type { TemplateProblem } from "../../documents/templates/parse.ts";
import {
  isTemplateName,
  saidFormat,
  type TemplatePlace,
  templatePlace,
} from "../../files/fill-template.ts";
import { loadRubrics, missingRubrics } from "../../files/rubrics.ts";
import { FileError, FileProblems } from "../../platform/errors.ts";
import type { Context } from "../../platform/ports.ts";
import { parseRubric } from "../../rubric/parse.ts";
import { criteriaOf, type Rubric } from "../../rubric/rubric.ts";
import { type Diagnostic, START_OF_FILE } from "../../yaml/diagnostic.ts";
import { Collector } from "../../yaml/diagnostic-collector.ts";
import type { SourceFile } from "../../yaml/source-file.ts";
import { lintText } from "../lint-text.ts";
import type { LintedText } from "../subject.ts";
import type { LintTarget } from "./targets.ts";

export type ReadTarget = LintedText & {
  readonly text: string;
  /** Met in a folder, and not made for coprod. */
  readonly skipped: boolean;
  /** There is a file, and it holds no text that could be checked. */
  readonly unread?: boolean;
};

/**
 * Reads files and parses them; an assessment is held against its rubrics, and a template against what a plan holds.
 * `texts` stand in for files by their paths.
 */
export function targetReader(
  context: Context,
  texts: ReadonlyMap<string, string>,
): (target: LintTarget) => Promise<ReadTarget> {
  const templateProblems = templateReader(context, texts);
  return async (target) => {
    if (target.lost !== undefined) return lostTarget(target);
    const text = texts.get(target.path) ?? (await readOrProblem(context, target));
    if (typeof text !== "string") {
      return { text: "", kind: "unreadable", diagnostics: [text], skipped: false, unread: true };
    }
    if (!isTemplateName(target.path)) return readYaml(context, target, text);
    // Other programs have files of this kind too; ours say which document they make.
    if (!target.named && saidFormat(target.path) === undefined)
      return { text, kind: undefined, diagnostics: [], skipped: true };
    const diagnostics = await templateProblems(target);
    return { text, kind: "template", diagnostics, skipped: false };
  };
}

function lostTarget({ file, lost }: LintTarget): ReadTarget {
  const reason = lost === "locked" ? lost : "no-match";
  const facts = { reason, found: file, known: "" } as const;
  const place = START_OF_FILE;
  const problem = { rule: "file/unsupported", severity: "error", file, place, facts } as const;
  return { text: "", kind: "unreadable", diagnostics: [problem], skipped: false, unread: true };
}

async function readYaml(context: Context, target: LintTarget, text: string): Promise<ReadTarget> {
  const { file, named } = target;
  const linted = lintText(file, text);
  const skipped = linted.kind === undefined && !named;
  const { source, assessment, translation } = linted;
  if (source === undefined) return { ...linted, text, skipped };
  const fitting =
    assessment === undefined
      ? await translationProblems(context, target, { source, translation })
      : await fitProblems(context, target, { source, assessment });
  return { ...linted, diagnostics: [...linted.diagnostics, ...fitting], text, skipped };
}

/** A translation held against its rubric, as that is now and as it was last kept by version control. */
async function translationProblems(
  context: Context,
  { path }: LintTarget,
  { source, translation }: Pick<LintedText, "translation"> & { readonly source: SourceFile },
): Promise<readonly Diagnostic[]> {
  if (translation === undefined) return [];
  const { rubricOf } = await import("../../files/translations.ts");
  const { checkTranslation } = await import("../../rubric/translation/parse.ts");
  const rubric = await rubricOf(context, dirname(path), translation.of);
  if (rubric === undefined) {
    const collector = new Collector(source);
    collector.reference({ what: "rubric", name: translation.of, known: [] }, ["of"]);
    return collector.diagnostics;
  }
  const before = await context.fileAt("HEAD", rubric.path).catch(() => undefined);
  const earlier = before === undefined ? undefined : parseRubric("", before).file;
  return checkTranslation({ translation, source }, rubric.file, earlier);
}

/** The text, or the one problem that keeps it from being read; a missing or locked file stops the whole run. */
async function readOrProblem(context: Context, target: LintTarget): Promise<string | Diagnostic> {
  try {
    return await context.files.read(target.path);
  } catch (error) {
    if (
      !(error instanceof FileError) ||
      (error.fault !== "too-large" && error.fault !== "not-text")
    ) {
      throw error;
    }
    const facts = { reason: error.fault, found: "", known: "" } as const;
    return {
      rule: "file/unsupported",
      severity: "error",
      file: target.file,
      place: START_OF_FILE,
      facts,
    };
  }
}

// A rubric that is broken itself is reported where it stands; the assessment cannot be held against it meanwhile.
async function fitProblems(
  context: Context,
  target: LintTarget,
  { source, assessment }: { source: SourceFile; assessment: AssessmentFile },
): Promise<readonly Diagnostic[]> {
  const folder = dirname(target.path);
  const missing = await missingRubrics(context, { file: assessment, source }, folder);
  if (missing.length > 0) return missing;
  try {
    const rubrics = await loadRubrics(context, assessment.rubrics, folder);
    const fitting = checkAssessment(assessment, rubrics, source);
    return withOldWordings({ assessment, source }, rubrics, fitting);
  } catch (error) {
    if (!(error instanceof FileProblems)) throw error;
    return error.diagnostics;
  }
}

/** What is wrong with a template; and with the parts it calls, as long as they are not checked themselves. */
function templateReader(
  context: Context,
  texts: ReadonlyMap<string, string>,
): (target: LintTarget) => Promise<readonly TemplateProblem[]> {
  // All templates of a folder are checked in one go: a part is judged by who calls it.
  const folders = new Map<string, Promise<readonly TemplateProblem[]>>();
  return async ({ path, file }) => {
    const place = templatePlace(path);
    const key = `${place.format} ${place.folder}`;
    const checked = folders.get(key) ?? checkedFolder(context, place, texts);
    folders.set(key, checked);
    const problems = await checked;
    return problems.filter((each) => !place.isPart || each.file === file);
  };
}

// Handlebars and the plan's schema are loaded only where there is a template.
async function checkedFolder(
  context: Context,
  place: TemplatePlace,
  texts: ReadonlyMap<string, string>,
): Promise<readonly TemplateProblem[]> {
  const { checkTemplateFolder } = await import("../../documents/templates/check-folder.ts");
  const { loadTemplateFolder } = await import("../../files/fill-template.ts");
  return checkTemplateFolder(await loadTemplateFolder(context, place, texts));
}

/**
 * Each answer whose question has other words now, where the file holds how it was asked. A rubric that changed is told as a
 * whole only where some of its answers do not hold that.
 */
function withOldWordings(
  { assessment, source }: { readonly assessment: AssessmentFile; readonly source: SourceFile },
  rubrics: readonly Rubric[],
  fitting: readonly Diagnostic[],
): readonly Diagnostic[] {
  const collector = new Collector(source);
  const { answers = {} } = assessment;
  const hashes = hashesByKey(rubrics);
  for (const [key, { asked, at }] of Object.entries(answers)) {
    const now = hashes.get(key);
    if (asked === undefined || now === undefined || asked.hash === now) continue;
    const facts = { question: key, on: at?.slice(0, "2026-11-21".length) };
    collector.keyWarning("answer/old-wording", facts, ["answers", key]);
  }
  const isUnclear = (rubric: string) => {
    const those = Object.entries(answers).filter(([key]) => key.startsWith(`${rubric}/`));
    return those.length === 0 || those.some(([, { asked }]) => asked === undefined);
  };
  const others = fitting.filter(
    ({ rule, facts }) =>
      rule !== "answer/old-wording" || !("rubric" in facts) || isUnclear(String(facts.rubric)),
  );
  return [...others, ...collector.diagnostics];
}

function hashesByKey(rubrics: readonly Rubric[]): ReadonlyMap<string, string> {
  return new Map(
    rubrics.flatMap((rubric) =>
      criteriaOf(rubric).flatMap(({ key, hash, formerly }) =>
        [key, ...formerly.map((id) => `${rubric.id}/${id}`)].map((each) => [each, hash] as const),
      ),
    ),
  );
}
