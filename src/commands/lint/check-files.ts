import type { Context } from "../../context.ts";
import type { Diagnostic, Problem } from "../../diagnostic.ts";
import { applyRules, needsSyllables } from "../../lint/apply-rules.ts";
import { idPathOf } from "../../lint/id-path.ts";
import type { LintedText } from "../../lint/linted-text.ts";
import { parserEdits } from "../../lint/parser-edits.ts";
import { checkReferences } from "../../lint/reference-rules.ts";
import type { Settings } from "../../lint/settings.ts";
import { silence } from "../../lint/silence.ts";
import { type Subject, subjectOf } from "../../lint/subject.ts";
import { problemFrom } from "../../report/formats/lint-report.ts";
import type { LintTarget } from "../../workspace/lint-targets.ts";
import { bundledReferredTo } from "./bundled-referred-to.ts";
import { readTarget } from "./read-target.ts";

export interface CheckRequest {
  readonly targets: readonly LintTarget[];
  /** By path: what stands in for the file on the disk, such as standard input. */
  readonly texts: ReadonlyMap<string, string>;
  readonly settingsFor: (path: string) => Promise<Settings>;
  /** What only a comparison with an earlier version can find. */
  readonly changesIn: (target: LintTarget, linted: LintedText) => Promise<readonly Diagnostic[]>;
}

export interface CheckedTarget {
  readonly target: LintTarget;
  readonly file: string;
  readonly kind: string | undefined;
  readonly text: string;
  /** Met in a folder, and not made for coprod. */
  readonly skipped: boolean;
  readonly problems: readonly Problem[];
}

/** Everything that is wrong with the files, each on its own and all together. */
export async function checkFiles(
  context: Context,
  request: CheckRequest,
): Promise<readonly CheckedTarget[]> {
  const read = [];
  for (const target of request.targets) {
    const linted = await readTarget(context, target, request.texts.get(target.path));
    const changes = await request.changesIn(target, linted);
    read.push({ ...linted, target, diagnostics: [...linted.diagnostics, ...changes] });
  }
  const checked = read.filter(({ skipped }) => !skipped);
  const references = checkReferences(checked, await bundledReferredTo(context, checked));
  const results: CheckedTarget[] = [];
  // A rubric that is broken itself is reported once, however many assessments lead to it.
  const told = new Set(request.targets.map(({ file }) => file));
  for (const each of read) {
    const { target, text, kind, skipped } = each;
    const { file } = target;
    const own = each.diagnostics.filter((found) => found.file === file || !told.has(found.file));
    for (const found of own) told.add(found.file);
    const diagnostics = [...own, ...references.filter((found) => found.file === file)];
    const settings = skipped ? undefined : await request.settingsFor(target.path);
    const advice = settings === undefined ? [] : await adviceOn(context, each, settings);
    const problems = skipped ? [] : joined(each, diagnostics, advice);
    results.push({ target, file, kind, text, skipped, problems });
  }
  return results;
}

async function adviceOn(
  context: Context,
  linted: LintedText,
  settings: Settings,
): Promise<readonly Problem[]> {
  const subject = await subjectFor(context, linted, settings);
  return subject === undefined ? [] : applyRules(subject, settings);
}

async function subjectFor(
  context: Context,
  linted: LintedText,
  settings: Settings,
): Promise<Subject | undefined> {
  // The list of syllables is read only where it is used: it would slow every other run.
  const readability = needsSyllables(settings)
    ? await import("../../lint/readability.ts")
    : undefined;
  const today = context.now().toISOString().slice(0, "2026-11-21".length);
  return subjectOf(linted, { today, agreed: settings.agreed, readability });
}

function joined(
  { source }: LintedText,
  diagnostics: readonly Diagnostic[],
  advice: readonly Problem[],
): readonly Problem[] {
  const found = diagnostics.map((each) => {
    const problem = problemFrom(each);
    if (source === undefined || each.file !== source.file) return problem;
    const idPath = each.path === undefined ? "" : idPathOf(source.value, each.path);
    return { ...problem, idPath, edits: parserEdits(each, source) };
  });
  // An assessment can lead to a rubric that is broken itself; comments here do not speak of that file.
  const elsewhere = found.filter(({ file }) => source !== undefined && file !== source.file);
  const here = [...found.filter((each) => !elsewhere.includes(each)), ...advice];
  return [...(source === undefined ? here : silence(here, source)), ...elsewhere];
}
