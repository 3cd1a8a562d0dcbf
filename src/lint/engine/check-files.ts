import type { Context } from "../../platform/ports.ts";
import type { Diagnostic, Problem } from "../../yaml/diagnostic.ts";
import { applyRules } from "../apply-rules.ts";
import { type Introduction, introductionOf } from "../exported-ids.ts";
import type { LintedText } from "../linted-text.ts";
import { checkReferences } from "../reference-rules.ts";
import type { Settings } from "../settings.ts";
import { subjectOf } from "../subject.ts";
import { bundledReferredTo } from "./bundled-referred-to.ts";
import { joinProblems } from "./join-problems.ts";
import type { LintTarget } from "./lint-targets.ts";
import { targetReader } from "./read-target.ts";
import { surroundingsFinder } from "./surroundings-finder.ts";

export interface CheckRequest {
  readonly targets: readonly LintTarget[];
  /** By path: what stands in for the file on the disk, such as standard input. */
  readonly texts: ReadonlyMap<string, string>;
  readonly settingsFor: (path: string) => Promise<Settings>;
  /** What only a comparison with an earlier version can find. */
  readonly changesIn: (target: LintTarget, linted: LintedText) => Promise<readonly Diagnostic[]>;
  /** What is checked in the same run elsewhere, by the names that people see. */
  readonly others?: ReadonlyMap<string, Introduction>;
}

export interface CheckedTarget {
  readonly target: LintTarget;
  readonly file: string;
  readonly kind: string | undefined;
  readonly text: string;
  /** Met in a folder, and not made for coprod. */
  readonly skipped: boolean;
  /** There is a file, and it holds no text that could be checked. */
  readonly unread: boolean;
  readonly problems: readonly Problem[];
  /** Found by an earlier run, and not looked at again. */
  readonly kept?: boolean;
}

/** Everything that is wrong with the files, each on its own and all together. */
export async function checkFiles(
  context: Context,
  request: CheckRequest,
): Promise<readonly CheckedTarget[]> {
  const read = [];
  const readTarget = targetReader(context, request.texts);
  for (const target of request.targets) {
    const linted = await readTarget(target);
    const changes = await request.changesIn(target, linted);
    read.push({ ...linted, target, diagnostics: [...linted.diagnostics, ...changes] });
  }
  const checked = read.filter(({ skipped }) => !skipped);
  const { others = new Map<string, Introduction>() } = request;
  const here = [...others.values(), ...checked.map(introductionOf)];
  const bundled = await bundledReferredTo(context, here);
  const references = checkReferences(checked, [...others.values(), ...bundled]);
  const adviceOn = adviser(context);
  const results: CheckedTarget[] = [];
  // A rubric that is broken itself is reported once, however many assessments lead to it.
  const told = new Set([...request.targets.map(({ file }) => file), ...others.keys()]);
  for (const each of read) {
    const { target, text, kind, skipped, unread = false } = each;
    const { file } = target;
    const own = each.diagnostics.filter((found) => found.file === file || !told.has(found.file));
    for (const found of own) told.add(found.file);
    const diagnostics = [...own, ...references.filter((found) => found.file === file)];
    const settings = skipped ? undefined : await request.settingsFor(target.path);
    const advice = settings === undefined ? [] : await adviceOn(each, settings);
    const problems = skipped ? [] : joinProblems({ ...each, file }, diagnostics, advice);
    results.push({ target, file, kind, text, skipped, unread, problems });
  }
  return results;
}

function adviser(
  context: Context,
): (
  read: LintedText & { readonly target: LintTarget },
  settings: Settings,
) => Promise<readonly Problem[]> {
  const surroundingsOf = surroundingsFinder(context);
  return async (read, settings) => {
    const subject = subjectOf(read, await surroundingsOf(read.target.path, settings));
    return subject === undefined ? [] : applyRules(subject, settings);
  };
}
