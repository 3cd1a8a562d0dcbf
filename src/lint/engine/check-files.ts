import type { Context } from "../../platform/ports.ts";
import type { Diagnostic, Problem } from "../../yaml/diagnostic.ts";
import { Collector } from "../../yaml/diagnostic-collector.ts";
import type { SourceFile } from "../../yaml/source-file.ts";
import { parserEdits, templateEdits } from "../fix/edits.ts";
import {
  allNames,
  brokenReferenceFinder,
  type ExportedIds,
  exportedIdsOf,
  missingReferences,
  type Names,
} from "../references.ts";
import { problemFrom } from "../reporters/lint-report.ts";
import { firstOfEach, idPathOf } from "../rule.ts";
import { applyRules, type Settings } from "../settings.ts";
import { type LintedText, subjectOf } from "../subject.ts";
import { suppress } from "../suppressions/suppress.ts";
import { type ReadTarget, targetReader } from "./read-target.ts";
import { bundledReferredTo, surroundingsFinder } from "./surroundings.ts";
import type { LintTarget } from "./targets.ts";

export interface CheckRequest {
  readonly targets: readonly LintTarget[];
  /** By path: what stands in for the file on the disk, such as standard input. */
  readonly texts: ReadonlyMap<string, string>;
  readonly settingsFor: (path: string) => Promise<Settings>;
  /** What only a comparison with an earlier version can find. */
  readonly changesIn: (target: LintTarget, linted: LintedText) => Promise<readonly Diagnostic[]>;
  /** Whether the texts that `--fix` would change are wanted. */
  readonly keepsTexts?: boolean;
}

/** What was found in one file. Its text is kept only to be mended: there can be thousands. */
export interface CheckedTarget {
  readonly target: LintTarget;
  readonly kind?: string | undefined;
  /** Met in a folder, and not made for coprod. */
  readonly skipped: boolean;
  /** There is a file, and it holds no text that could be checked. */
  readonly unread: boolean;
  readonly problems: readonly Problem[];
  readonly text?: string;
}

/** Everything that is wrong with the files, each on its own and all together. */
export async function checkFiles(
  context: Context,
  request: CheckRequest,
): Promise<readonly CheckedTarget[]> {
  const check = checker(context, request);
  const progress = progressReport(context, request.targets.length);
  const results: Checked[] = [];
  for (const target of request.targets) {
    results.push(unbound(await check(target)));
    progress.oneDone();
  }
  const exported = results.flatMap((each) => (each.skipped ? [] : [each.exported]));
  const bundled = await bundledReferredTo(context, exported);
  const known = allNames([...exported, ...bundled]);
  const isBroken = brokenReferenceFinder(known);
  const twins = twinsOf(results);
  for (const [index, each] of results.entries()) {
    // To say what is missing and where, the file has to be looked at again; that is seldom.
    const { target, exported: own } = each;
    if (isBroken(own) || twins.has(target))
      results[index] = unbound(await check(target, { known, twin: twins.get(target) }));
  }
  progress.end();
  return results.map(({ exported: _, ...checked }) => checked);
}

interface Checked extends CheckedTarget {
  readonly exported: ExportedIds;
}

/**
 * The same without a hold on the file: a piece of a text keeps all of it in memory, and texts that go through JSON are
 * made anew.
 */
function unbound(checked: Checked): Checked {
  return JSON.parse(JSON.stringify(checked)) as Checked;
}

/** Rubrics with the id of one before them, each with the name of that one's file. */
function twinsOf(results: readonly Checked[]): ReadonlyMap<LintTarget, string> {
  const first = new Map<string, string>();
  const twins = new Map<LintTarget, string>();
  for (const { kind, target, exported } of results) {
    if (kind !== "rubric" || exported.id === undefined) continue;
    const before = first.get(exported.id);
    if (before === undefined) first.set(exported.id, target.file);
    else twins.set(target, before);
  }
  return twins;
}

/** What only all files together can tell. */
interface AmongOthers {
  readonly known: Names;
  /** The file of another rubric with the same id. */
  readonly twin: string | undefined;
}

/** Checks one file; with the names that there are in all files, its references to others too. */
function checker(
  context: Context,
  request: CheckRequest,
): (target: LintTarget, others?: AmongOthers) => Promise<Checked> {
  const readTarget = targetReader(context, request.texts);
  const adviceOn = adviser(context);
  const isToldBy = tellOnce(request.targets);
  return async (target, others) => {
    const read = await readTarget(target);
    const { source, kind, skipped, unread = false } = read;
    const exported = exportedIdsOf(read);
    const checked = { target, kind, skipped, unread, exported };
    if (skipped) return { ...checked, problems: [] };
    const changes = await request.changesIn(target, read);
    const missing = others === undefined ? [] : acrossFiles(exported, others, source);
    const found = [...read.diagnostics, ...changes].filter(({ file }) => isToldBy(target, file));
    const { file } = target;
    const advice = await adviceOn(target, read, await request.settingsFor(target.path));
    const problems = joinProblems({ ...read, file }, [...found, ...missing], advice);
    const { keepsTexts = false } = request;
    const kept = keepsTexts && problems.some(({ edits }) => edits.length > 0);
    return kept ? { ...checked, problems, text: read.text } : { ...checked, problems };
  };
}

function acrossFiles(
  exported: ExportedIds,
  { known, twin }: AmongOthers,
  source: SourceFile | undefined,
): readonly Diagnostic[] {
  const missing = missingReferences(exported, known, source);
  if (twin === undefined || source === undefined || exported.id === undefined) return missing;
  const collector = new Collector(source);
  const facts = { id: exported.id, first: source.place(["id"]), other: twin };
  collector.error("id/duplicate", facts, ["id"]);
  return [...missing, ...collector.diagnostics];
}

/** Whether a target tells of a file. One that is broken itself is told once, however many assessments lead to it. */
function tellOnce(targets: readonly LintTarget[]): (target: LintTarget, file: string) => boolean {
  const tellers = new Map(targets.map(({ file }) => [file, file]));
  return (target, file) => {
    const teller = tellers.get(file) ?? target.file;
    tellers.set(file, teller);
    return teller === target.file;
  };
}

function adviser(
  context: Context,
): (target: LintTarget, read: ReadTarget, settings: Settings) => Promise<readonly Problem[]> {
  const surroundingsOf = surroundingsFinder(context);
  return async ({ path }, read, settings) => {
    const subject = subjectOf(read, await surroundingsOf(path, settings));
    return subject === undefined ? [] : applyRules(subject, settings);
  };
}

const PATIENCE_MS = 1000;

function progressReport({ now, progress }: Context, files: number) {
  const began = now().getTime();
  let [done, shown] = [0, -1];
  return {
    oneDone(): void {
      done += 1;
      const percent = Math.floor((100 * done) / files);
      if (percent === shown || now().getTime() - began < PATIENCE_MS) return;
      shown = percent;
      progress.write(`Checking ${files} files: ${percent}%`);
    },
    end: () => progress.write(""),
  };
}

/** What parsers found and what rules advise, with what `--fix` would change and what comments switch off. */
function joinProblems(
  { file, source, text }: ReadTarget & { readonly file: string },
  diagnostics: readonly Diagnostic[],
  advice: readonly Problem[],
): readonly Problem[] {
  const editsIn = source === undefined ? templateEdits(text) : undefined;
  const { first, more } = firstOfEach(diagnostics);
  const found = first.map((each) => {
    const rest = more.get(each);
    const problem = { ...problemFrom(each), ...(rest === undefined ? {} : { more: rest }) };
    if (each.file !== file) return problem;
    if (source === undefined) return { ...problem, edits: editsIn?.(each) ?? [] };
    const idPath = each.path === undefined ? "" : idPathOf(source.value, each.path);
    return { ...problem, idPath, edits: parserEdits(each, source) };
  });
  // A file can lead to another one that is broken itself; comments here do not speak of that one.
  const elsewhere = found.filter((each) => each.file !== file);
  const here = [...found.filter((each) => each.file === file), ...advice];
  return [...(source === undefined ? here : suppress(here, source)), ...elsewhere];
}
