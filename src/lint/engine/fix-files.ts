import {
  type AssessmentWriter,
  hasByteOrderMark,
  withAssessment,
} from "../../files/assessment-file.ts";
import { openElsewhere } from "../../files/assessment-lock.ts";
import type { Context } from "../../platform/ports.ts";
import { textDiff } from "../../terminal/text-diff.ts";
import { counted } from "../../util/words.ts";
import type { Problem } from "../../yaml/diagnostic.ts";
import { applyEdits, keepsValues } from "../fix/edits.ts";
import { type CheckedTarget, type CheckRequest, checkFiles } from "./check-files.ts";
import type { LintTarget } from "./targets.ts";

/** Mending one thing can bring another to light. */
const MOST_ROUNDS = 5;

/**
 * Mends what can be mended without a look, and checks again; what is returned is what is left. A dry run prints the
 * change as a diff and writes nothing.
 */
export async function fixFiles(
  context: Context,
  request: CheckRequest,
  { dryRun }: { readonly dryRun: boolean },
): Promise<readonly CheckedTarget[]> {
  const before = await checkFiles(context, { ...request, keepsTexts: true });
  const mender = harmlessMender(context, request);
  let after = before;
  const changed = new Map<string, Mended>();
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const fresh = await mender.changesIn(after);
    if (fresh.length === 0) break;
    for (const each of fresh) {
      const { text } = changed.get(each.path) ?? each;
      changed.set(each.path, { ...each, text });
    }
    const texts = new Map([...changed].map(([path, each]) => [path, each.fresh]));
    const now = { ...request, keepsTexts: true, texts: new Map([...request.texts, ...texts]) };
    after = await checkFiles(context, now);
  }
  context.stderr.write(mender.refusals());
  const mended = [...changed.values()].filter(({ text, fresh }) => text !== fresh);
  if (dryRun) {
    context.stdout.write(mended.map(diffOf).join(""));
    return after;
  }
  const left = await writeAll(context, mended);
  // What could not be mended is as it was, and whoever asked for it must not take it for done.
  const asBefore = before.filter(({ target }) => left.has(target.path));
  return after.map((result) => {
    const was = asBefore.find(({ target }) => target.path === result.target.path);
    return was === undefined ? result : { ...was, unread: true };
  });
}

/** Makes only those edits after which a file says what it said, and no rule finds more in it than before. */
function harmlessMender(context: Context, request: CheckRequest) {
  // By file, and of the last round alone: what does harm now may do none once something else is mended.
  const refused = new Map<string, readonly Problem[]>();
  const check = async (target: LintTarget, text: string) => {
    const texts = new Map([...request.texts, [target.path, text]]);
    const [found] = await checkFiles(context, { ...request, targets: [target], texts });
    return found?.problems ?? [];
  };
  const changed = async ({ target, kind, text, problems }: CheckedTarget) => {
    if (text === undefined) return [];
    const wanted = problems.filter(({ file, edits, silenced }) => {
      return file === target.file && edits.length > 0 && silenced === undefined;
    });
    if (wanted.length === 0) return [];
    const known = await check(target, text);
    const isHarmless = async (fresh: string, made: readonly Problem[]) =>
      (kind === "template" || keepsValues(text, fresh, made)) &&
      findsNoMore(await check(target, fresh), known, made);
    const { kept, harmful } = await sorted(wanted, async (some) =>
      isHarmless(applyEdits(text, some), some),
    );
    refused.set(target.file, harmful);
    const fresh = applyEdits(text, kept);
    return fresh === text ? [] : [{ path: target.path, file: target.file, kind, text, fresh }];
  };
  return {
    changesIn: async (results: readonly CheckedTarget[]): Promise<readonly Mended[]> => {
      const all: Mended[] = [];
      for (const each of results) all.push(...(await changed(each)));
      return all;
    },
    refusals: () => [...refused.values()].flat().map(refusal).join(""),
  };
}

function refusal({ file, place, rule }: Problem): string {
  return `${file}:${place.line}:${place.column} was not mended: it would have changed more than this (${rule}).\n`;
}

type Test = (some: readonly Problem[]) => Promise<boolean>;

/** All at once where that is fine; else by halves, until the one that does harm is found. */
async function sorted(
  wanted: readonly Problem[],
  isFine: Test,
  kept: readonly Problem[] = [],
): Promise<{ readonly kept: readonly Problem[]; readonly harmful: readonly Problem[] }> {
  if (wanted.length === 0) return { kept, harmful: [] };
  if (await isFine([...kept, ...wanted])) return { kept: [...kept, ...wanted], harmful: [] };
  if (wanted.length === 1) return { kept, harmful: wanted };
  const middle = wanted.length >> 1;
  const first = await sorted(wanted.slice(0, middle), isFine, kept);
  const rest = await sorted(wanted.slice(middle), isFine, first.kept);
  return { kept: rest.kept, harmful: [...first.harmful, ...rest.harmful] };
}

/** What a misspelt name hid comes to light when it is mended, so there only errors count. */
function findsNoMore(
  now: readonly Problem[],
  before: readonly Problem[],
  made: readonly Problem[],
): boolean {
  const mayBringToLight = made.some(({ severity }) => severity === "error");
  const counts = new Map<string, number>();
  for (const each of before) counts.set(findingOf(each), (counts.get(findingOf(each)) ?? 0) + 1);
  return now.every((each) => {
    const left = counts.get(findingOf(each)) ?? 0;
    counts.set(findingOf(each), left - 1);
    return left > 0 || (mayBringToLight && each.severity !== "error");
  });
}

function findingOf({ file, rule, idPath, severity }: Problem): string {
  return JSON.stringify([file, rule, idPath, severity]);
}

interface Mended {
  readonly path: string;
  readonly file: string;
  readonly kind: string | undefined;
  readonly text: string;
  readonly fresh: string;
}

function diffOf({ file, text, fresh }: Mended): string {
  return textDiff(file, text, fresh);
}

/** Paths of the files that were left as they are, each with a word why. */
async function writeAll(context: Context, mended: readonly Mended[]): Promise<ReadonlySet<string>> {
  const left = new Set<string>();
  for (const each of mended) {
    const problem = await writeOne(context, each);
    if (problem === undefined) continue;
    left.add(each.path);
    context.stderr.write(`${each.file}: ${problem} It has not been mended.\n`);
  }
  context.stderr.write(`Mended ${counted(mended.length - left.size, "file")}.\n`);
  return left;
}

const CHANGED = "Something else changed it meanwhile.";

/** Undefined where it is written; otherwise why not. */
async function writeOne(context: Context, { path, kind, text, fresh }: Mended) {
  if (kind === "assessment") {
    const write = async (file: AssessmentWriter) => {
      if ((await file.read()) !== text) return CHANGED;
      await file.save(fresh);
      return undefined;
    };
    return withAssessment<string | undefined>(context, path, write, async (held) => ({
      instead: openElsewhere(context, held),
    }));
  }
  if ((await context.files.read(path)) !== text) return CHANGED;
  const mark = (await hasByteOrderMark(context, path)) ? BYTE_ORDER_MARK : "";
  await context.files.write(path, `${mark}${fresh}`);
  return undefined;
}

// Reading leaves it out, and a program that wants it may not open the file again without.
const BYTE_ORDER_MARK = "\ufeff";
