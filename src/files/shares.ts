import { dirname, join, resolve } from "node:path";
import { EXIT, FileError, UserError } from "../platform/errors.ts";
import type { Context, RowStore } from "../platform/ports.ts";
import type { Rubric } from "../rubric/rubric.ts";
import {
  type AskedRubric,
  type Counts,
  differenceOf,
  FEWEST_DIFFERENT,
  isTooClose,
} from "../together/network.ts";
import { type Charity, type LeftOut, ShareReader } from "../together/read-share.ts";
import {
  exportSql,
  lastAnswersSql,
  loadingSql,
  SAID_COLUMNS,
  saidTable,
  schemaSql,
  TABLE_NAMES,
  VIEWS,
} from "../together/rows.ts";
import { type Release, releaseSchema } from "../together/schema.ts";
import { RELEASE_FORMAT } from "../util/formats.ts";
import { visible } from "../util/visible-text.ts";
import { counted, groupedDigits } from "../util/words.ts";
import { MOST_BYTES } from "./assessment-file.ts";
import { bundledRubricIds } from "./bundled.ts";
import { kindOnDisk } from "./declared-kind.ts";
import { displayPath } from "./display-path.ts";
import { loadBundled, loadRubric } from "./rubrics.ts";

/** The files that can be shares, in name order, and the questions that come with coprod or lie among them. */
export async function filesGiven(
  context: Context,
  given: readonly string[],
): Promise<{ readonly paths: readonly string[]; readonly rubrics: readonly Rubric[] }> {
  const found: string[] = [];
  for (const name of given) await addFiles(context, resolve(context.cwd, name), found);
  const rubrics: Rubric[] = [];
  for (const id of await bundledRubricIds(context)) rubrics.push(await loadBundled(context, id));
  const paths: string[] = [];
  for (const path of new Set(found)) {
    if (/\.ya?ml$/u.test(path)) rubrics.push(await loadRubric(context, path));
    else paths.push(path);
  }
  return { paths, rubrics };
}

/** A file as it is; of a folder, also of those below it, what can be a share or questions. */
async function addFiles(context: Context, path: string, found: string[]): Promise<void> {
  const { files } = context;
  if ((await files.kind(path)) !== "folder") {
    found.push(path);
    return;
  }
  for (const { name, kind } of await files.list(path)) {
    const at = join(path, name);
    if (name.startsWith(".")) continue;
    if (kind === "folder") await addFiles(context, at, found);
    else if (await isWanted(context, at)) found.push(at);
  }
}

async function isWanted({ files }: Context, path: string): Promise<boolean> {
  if (path.endsWith(".json")) return true;
  return /\.ya?ml$/u.test(path) && (await kindOnDisk(await files.read(path))) === "rubric";
}

/** Reads shares into a store whose tables of who says what are made first. */
export async function openReader(
  store: RowStore,
  rubrics: readonly Rubric[],
  keeping: { readonly keepsPrints: boolean },
): Promise<ShareReader> {
  for (const name of TABLE_NAMES) await store.pairs(saidTable(name), SAID_COLUMNS);
  return new ShareReader(rubrics, store, keeping);
}

const EVERY = 500;

/** Reads all of them; the result is what is left out. */
export async function readShares(
  context: Context,
  reader: ShareReader,
  shares: readonly string[],
): Promise<[file: string, why: LeftOut][]> {
  const leftOut: [string, LeftOut][] = [];
  for (const [at, file] of shares.entries()) {
    if (at % EVERY === 0)
      context.progress.write(
        `Reading shares: ${groupedDigits(at)} of ${groupedDigits(shares.length)}`,
      );
    const why = await readShare(context, reader, file);
    if (why !== undefined) leftOut.push([file, why]);
  }
  context.progress.write("");
  return leftOut;
}

/** What cannot be read is as damaged as what can be read and says nothing. */
async function readShare(
  { files }: Context,
  reader: ShareReader,
  file: string,
): Promise<LeftOut | undefined> {
  try {
    return reader.read(file, await files.read(file));
  } catch (error) {
    if (error instanceof FileError && error.fault !== "missing") return "damaged";
    throw error;
  }
}

const LEFT_OUT_WORDS: Readonly<Record<LeftOut, string>> = {
  damaged: "is no share, or is damaged",
  "unknown-questions": "answers questions that this version of coprod does not have",
  twice: "is there twice; it counts once",
  "two-versions": "is there in two versions, and nobody can say which is right",
};

/** Of a reason that thousands share, such as another version of the questions, nobody reads more names. */
const MOST_NAMED = 100;

/** Names the files that are left out, and says why. */
export function leftOutText(
  context: Context,
  leftOut: readonly (readonly [string, LeftOut])[],
): string {
  if (leftOut.length === 0) return "";
  const lines = Object.entries(LEFT_OUT_WORDS).flatMap(([why, words]) => {
    const files = leftOut.filter(([, each]) => each === why).map(([file]) => file);
    const named = files.slice(0, MOST_NAMED).map((file) => visible(displayPath(context, file)));
    const more = files.length - named.length;
    return [
      ...named.map((file) => `  ${file} ${words}\n`),
      ...(more === 0 ? [] : [`  ${counted(more, "more file")}: the same\n`]),
    ];
  });
  return `${counted(leftOut.length, "file")} left out:\n${lines.join("")}`;
}

/** The sets of questions that anybody answered, and who did. */
export function askedRubrics(
  charities: readonly Charity[],
  rubrics: readonly Rubric[],
): AskedRubric[] {
  return rubrics.flatMap((rubric) => {
    const own = charities.filter(({ frame }) =>
      frame.rubrics.some(({ hash }) => hash === rubric.hash),
    );
    const prints = own.map(
      ({ frame, prints: each }) => [frame.id, each.get(rubric.hash) ?? ""] as const,
    );
    return own.length === 0 ? [] : [{ rubric, charities: new Map(prints) }];
  });
}

/** Throws where a release and the last one would tell what a few charities answered. */
export function refuseTooClose(asked: readonly AskedRubric[], last: Release | undefined): void {
  for (const { rubric, charities } of asked) {
    const before = last?.rubrics[rubric.hash];
    if (before === undefined || !isTooClose(differenceOf(charities, before.charities))) continue;
    throw new UserError(
      `Fewer than ${FEWEST_DIFFERENT} charities differ from the last release in “${rubric.title}”. The two together could tell what they answered.`,
      {
        hint: `Nothing was written. Wait until ${FEWEST_DIFFERENT} differ, or leave the new shares out for now.`,
        exitCode: EXIT.problems,
      },
    );
  }
}

/** Runs the views of `src/together/sql` over what was read, and over the rows beside the last release. */
export async function count(store: RowStore, lastPath: string | undefined): Promise<Counts> {
  const before = lastPath && join(dirname(lastPath), "answers.csv").replaceAll("\\", "/");
  for (const sql of [loadingSql(store.folder), lastAnswersSql(before), ...Object.values(VIEWS)])
    await store.run(sql);
  const counts: [string, Counts[keyof Counts]][] = [];
  for (const view of Object.keys(VIEWS))
    counts.push([view, await store.rows(`select * from ${view}`)]);
  return Object.fromEntries(counts) as Counts;
}

/** What the network keeps of this release. */
export function releaseOf(
  asked: readonly AskedRubric[],
  rows: ReadonlyMap<string, Release["rubrics"][string]["rows"]>,
): Release {
  const rubrics = asked.flatMap(({ rubric: { hash }, charities }) => {
    const given = rows.get(hash);
    return given === undefined
      ? []
      : [[hash, { charities: Object.fromEntries(charities), rows: given }] as const];
  });
  return { coprod: RELEASE_FORMAT, rubrics: Object.fromEntries(rubrics) };
}

/** Rows, what makes tables of them elsewhere, and what the next release has to know. */
export async function writeRows(
  context: Context,
  store: RowStore,
  { folder, release }: { readonly folder: string; readonly release: Release },
): Promise<void> {
  const path = join(folder, "release.json");
  if ((await context.files.kind(path)) !== "missing")
    throw new UserError(`${displayPath(context, folder)} already holds a release.`, {
      hint: "Give each release a folder of its own.",
      exitCode: EXIT.wrongUse,
    });
  await context.files.makeFolder(folder);
  await store.export(exportSql(folder.replaceAll("\\", "/")), folder);
  await context.files.write(join(folder, "schema.sql"), schemaSql());
  await context.files.write(path, `${JSON.stringify(release)}\n`);
  context.stderr.write(
    `The rows are in ${displayPath(context, folder)}. They say what each charity answered: keep them to yourselves.\n`,
  );
}

/** What the network kept of the last one. */
export async function lastRelease(
  context: Context,
  given: string | undefined,
): Promise<Release | undefined> {
  if (given === undefined) return undefined;
  const text = await context.files.read(resolve(context.cwd, given), MOST_BYTES * 10);
  const found = releaseSchema.safeParse(parsed(text));
  if (found.success) return found.data;
  throw new UserError(`${given} is not the file that the next release needs.`, {
    hint: "Give release.json from the folder that --rows wrote last time.",
    exitCode: EXIT.wrongUse,
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
