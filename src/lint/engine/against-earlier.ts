import { dirname, join, resolve } from "node:path";
import { displayPath } from "../../files/display-path.ts";
import { EXIT, FileProblems } from "../../platform/errors.ts";
import type { Context, EarlierRubrics } from "../../platform/ports.ts";
import { parseRubric } from "../../rubric/parse.ts";
import type { RubricFile } from "../../rubric/schema.ts";
import { type Diagnostic, START_OF_FILE } from "../../yaml/diagnostic.ts";
import { checkAgainst, checkFormerNames, idChanged } from "../breaking-changes.ts";
import { problemFrom } from "../reporters/lint-report.ts";
import type { LintedText } from "../subject.ts";
import type { CheckedTarget } from "./check-files.ts";
import type { LintTarget } from "./targets.ts";

/** What changed since the version that `--against` means. */
export interface SinceThen {
  readonly changesIn: (target: LintTarget, linted: LintedText) => Promise<readonly Diagnostic[]>;
  /** Rubrics that were there then and are no more; and what nothing was found for is said. */
  readonly gone: () => Promise<readonly CheckedTarget[]>;
}

interface Asked {
  /** A commit, branch or tag, or an earlier file; undefined to compare with nothing. */
  readonly given: string | undefined;
  readonly targets: readonly LintTarget[];
  /** As they were given: what is gone was in one of them. */
  readonly paths: readonly string[];
}

export async function againstEarlier(context: Context, asked: Asked): Promise<SinceThen> {
  const { given, targets } = asked;
  if (given === undefined) {
    const changesIn: SinceThen["changesIn"] = async (_, { source, rubric }) =>
      source === undefined || rubric === undefined ? [] : checkFormerNames(rubric, source);
    return { changesIn, gone: async () => [] };
  }
  const isFile = (await context.files.kind(resolve(context.cwd, given))) === "file";
  const then = isFile
    ? await oneFile(context, given, targets)
    : await history(context, given, asked);
  const alone: string[] = [];
  return {
    async changesIn(target, { source, rubric }) {
      if (source === undefined || rubric === undefined) return [];
      const former = checkFormerNames(rubric, source);
      const earlier = await then.earlierOf(target, rubric.id);
      if (earlier === undefined) alone.push(target.file);
      if (earlier === undefined) return former;
      return [
        ...former,
        ...idChanged(earlier, rubric, source),
        ...checkAgainst(earlier, rubric, source),
      ];
    },
    async gone() {
      const names = [...new Set(alone)];
      context.stderr.write(
        names
          .map((file) => `${file}: compared with nothing. There is no rubric for it at ${given}.\n`)
          .join(""),
      );
      return then.gone();
    },
  };
}

interface Then {
  readonly earlierOf: (target: LintTarget, id: string) => Promise<RubricFile | undefined>;
  readonly gone: SinceThen["gone"];
}

async function oneFile(
  context: Context,
  given: string,
  targets: readonly LintTarget[],
): Promise<Then> {
  const text = await context.files.read(resolve(context.cwd, given));
  const earlier = readEarlier(given, text);
  const earlierOf = async (_: LintTarget, id: string) =>
    // The one file that was named is meant, whatever it is called now.
    earlier.id === id || targets.length === 1 ? earlier : undefined;
  return { earlierOf, gone: async () => [] };
}

async function history(context: Context, given: string, asked: Asked): Promise<Then> {
  const { targets, paths } = asked;
  const [first] = targets;
  const folder = first === undefined ? context.cwd : dirname(first.path);
  const known = await context.rubricsAt(given, folder);
  const now = await idsNow(context, targets);
  const read = new Map<string, Promise<RubricFile | undefined>>();
  const at = (path: string) => {
    const found = read.get(path) ?? earlierAt(context, given, path);
    read.set(path, found);
    return found;
  };
  const used = new Set<string>();
  const earlierOf: Then["earlierOf"] = async (target, id) => {
    const found = await pair({ target, id, known, now, at });
    if (found !== undefined) used.add(found.id);
    return found;
  };
  const isGone = async (path: string, { id }: RubricFile) =>
    !now.has(id) && !used.has(id) && !(await isStillThere(context, path, id));
  const gone = async () => {
    const lost: CheckedTarget[] = [];
    for (const path of known.paths.filter((each) => isWithin(context, each, paths))) {
      const earlier = await at(path);
      if (earlier !== undefined && (await isGone(path, earlier)))
        lost.push(goneTarget(context, path, earlier));
    }
    return lost;
  };
  return { earlierOf, gone };
}

interface Pairing {
  readonly target: LintTarget;
  readonly id: string;
  readonly known: EarlierRubrics;
  readonly now: ReadonlySet<string>;
  readonly at: (path: string) => Promise<RubricFile | undefined>;
}

/** By its id, wherever it was; else by its place, where the rubric that was there is nowhere else now; else by git. */
async function pair({ target, id, known, now, at }: Pairing): Promise<RubricFile | undefined> {
  const here = await at(target.path);
  if (here?.id === id) return here;
  for (const path of known.paths) {
    const other = await at(path);
    if (other?.id === id) return other;
  }
  if (here !== undefined && !now.has(here.id)) return here;
  const from = known.renamed.get(target.path);
  const moved = from === undefined ? undefined : await at(from);
  return moved === undefined || now.has(moved.id) ? undefined : moved;
}

const RUBRIC = /^coprod:[ \t]*["']?rubric\//mu;
const ID = /^id:[ \t]*["']?([\w-]+)/mu;

/** The ids of all rubrics that are checked, by a look at their texts. */
async function idsNow(
  context: Context,
  targets: readonly LintTarget[],
): Promise<ReadonlySet<string>> {
  const ids = new Set<string>();
  for (const { path, lost } of targets) {
    const id = lost === undefined ? await idAt(context, path) : undefined;
    if (id !== undefined) ids.add(id);
  }
  return ids;
}

async function idAt({ files }: Context, path: string): Promise<string | undefined> {
  try {
    const text = await files.read(path);
    return RUBRIC.test(text) ? ID.exec(text)?.[1] : undefined;
  } catch {
    // What cannot be read is said where it is checked.
    return undefined;
  }
}

async function isStillThere(context: Context, path: string, id: string): Promise<boolean> {
  return (await context.files.kind(path)) === "file" && (await idAt(context, path)) === id;
}

/** Whether a path is in what was asked for; a pattern counts from the folder before its first sign. */
function isWithin(context: Context, path: string, given: readonly string[]): boolean {
  const folders =
    given.length === 0 ? ["."] : given.map((each) => each.replace(/[^/\\]*[*?[{].*$/u, "") || ".");
  return folders.some((each) => {
    const folder = resolve(context.cwd, each);
    return path === folder || path.startsWith(join(folder, "/"));
  });
}

function goneTarget(context: Context, path: string, { id, version }: RubricFile): CheckedTarget {
  const file = displayPath(context, path);
  const facts = { id, problem: "rubric-gone", version } as const;
  const place = START_OF_FILE;
  const gone = problemFrom({ rule: "id/renamed", severity: "error", file, place, facts });
  const target = { path, file, named: true, lost: "gone" } as const;
  return { target, kind: "rubric", skipped: false, unread: false, problems: [gone] };
}

/** Undefined where the file was not there, or was no rubric that could be read: nobody can have answered that. */
async function earlierAt(
  context: Context,
  given: string,
  path: string,
): Promise<RubricFile | undefined> {
  const text = await context.fileAt(given, path);
  if (text === undefined || !RUBRIC.test(text)) return undefined;
  return readEarlier(`${displayPath(context, path)} at ${given}`, text);
}

function readEarlier(shown: string, text: string): RubricFile {
  const { file, diagnostics } = parseRubric(shown, text);
  if (file !== undefined) return file;
  throw new FileProblems(diagnostics, new Map([[shown, text]]), EXIT.wrongUse);
}
