import type { Context } from "../../platform/ports.ts";
import { allNames, type Introduction, type Names } from "../exported-ids.ts";
import type { CheckedTarget, CheckRequest } from "./check-files.ts";
import { markOf, type Worlds, worldOf, worldsOf } from "./dependency-hash.ts";
import type { Examined } from "./examine.ts";
import { type Card, openShelf, type Shelf } from "./result-cache.ts";
import { type LoneFile, readAlone } from "./standalone-file.ts";

export interface ManyRequest extends CheckRequest {
  /** Stands for the settings of a folder's files, without working them out. */
  readonly settingsMark: (folder: string) => Promise<string>;
  /** Whether what earlier runs found may be used, and what this one finds be kept. */
  readonly keeps: boolean;
}

/**
 * As `checkFiles`, for many: what has not changed since an earlier run is not looked at again, and much work is shared
 * out among threads. What can't be judged by itself is left to `checkFiles`.
 */
export async function checkMany(
  context: Context,
  request: ManyRequest,
): Promise<readonly CheckedTarget[]> {
  const shelf = request.keeps ? await openShelf(context) : undefined;
  const files = await readAlone(context, request, shelf);
  const { cards, examined, worlds } = await findOut(context, request, { files, shelf });
  const introductions = await introduced({ cards, examined, shelf });
  const broken = await brokenAmong(context, examined, introductions);
  const done = files.filter(
    ({ path }) => !broken.has(path) && (cards.has(path) || examined.has(path)),
  );
  const isDone = new Set(done.map(({ path }) => path));
  const together = await checkTogether(context, {
    ...request,
    targets: request.targets.filter(({ path }) => !isDone.has(path)),
    others: new Map(done.map(({ path, file }) => [file, introductions.get(path) ?? NOBODY])),
  });
  const results = new Map(together.map((each) => [each.target.path, each]));
  for (const file of done) results.set(file.path, await checkedFrom(file, { cards, examined }));
  if (shelf !== undefined) await keep(shelf, { done, cards, examined, worlds });
  return request.targets.flatMap(({ path }) => results.get(path) ?? []);
}

interface Found {
  /** By path: what earlier runs found, where it still holds. */
  readonly cards: ReadonlyMap<string, Card>;
  /** By path: what this run found. */
  readonly examined: ReadonlyMap<string, Examined>;
}

interface Given {
  readonly files: readonly LoneFile[];
  readonly shelf: Shelf | undefined;
}

async function findOut(
  context: Context,
  request: ManyRequest,
  { files, shelf }: Given,
): Promise<Found & { readonly worlds: Worlds }> {
  const cards = new Map<string, Card>();
  const examined = new Map<string, Examined>();
  const examineThose = async (which: (file: LoneFile) => boolean): Promise<void> => {
    const those = files.filter(which);
    if (those.length === 0) return;
    const { examineAll } = await import("./examine-all.ts");
    for (const [path, found] of await examineAll(context, those, request.settingsFor)) {
      cards.delete(path);
      if (found !== undefined) examined.set(path, found);
    }
  };
  if (shelf === undefined) {
    await examineThose(() => true);
    return { cards, examined, worlds: new Map() };
  }
  for (const { path, key } of files) {
    const card = shelf.card(key());
    if (card !== undefined) cards.set(path, card);
  }
  await examineThose(({ path }) => !cards.has(path));
  const introductions = [...examined.values()].map(({ introduction }) => introduction);
  const worlds = worldsOf([...cards.values(), ...introductions.map(markOf)]);
  // What a file refers to may have changed, though the file itself has not.
  const worldNow = remembered((refers) => worldOf({ refers }, worlds));
  const isStale = (card: Card): boolean => worldNow(card.refers) !== card.world;
  const someNew = examined.size > 0 || [...cards.values()].some(isStale);
  const names = await namesWhere(someNew, shelf);
  await examineThose(({ path }) => {
    const card = cards.get(path);
    return card !== undefined && (isStale(card) || (someNew && !names.has(card.names)));
  });
  return { cards, examined, worlds };
}

/** Many files refer to the same few. */
function remembered(work: (ids: readonly string[]) => string): (ids: readonly string[]) => string {
  const known = new Map<string, string>();
  return (ids) => {
    const key = ids.join(" ");
    const found = known.get(key) ?? work(ids);
    known.set(key, found);
    return found;
  };
}

const NONE: Names = { barrier: [], question: [], "guide page": [] };
const NOBODY: Introduction = { id: undefined, names: NONE, references: [] };

async function namesWhere(
  needed: boolean,
  shelf: Shelf | undefined,
): Promise<ReadonlyMap<string, Names>> {
  return needed && shelf !== undefined ? shelf.names() : new Map();
}

/** By path. The names on cards are looked up only where something new may refer to them. */
async function introduced({
  cards,
  examined,
  shelf,
}: Found & Pick<Given, "shelf">): Promise<ReadonlyMap<string, Introduction>> {
  const known = await namesWhere(examined.size > 0, shelf);
  const fromCard = ({ id, names }: Card): Introduction => ({
    id,
    names: known.get(names) ?? NONE,
    references: [],
  });
  return new Map([
    ...[...cards].map(([path, card]) => [path, fromCard(card)] as const),
    ...[...examined].map(([path, { introduction }]) => [path, introduction] as const),
  ]);
}

/** Paths of what refers to something that is not there: to say it well, all the files are needed. */
async function brokenAmong(
  context: Context,
  examined: Found["examined"],
  introductions: ReadonlyMap<string, Introduction>,
): Promise<ReadonlySet<string>> {
  if (examined.size === 0) return new Set();
  const { bundledReferredTo } = await import("./bundled-referred-to.ts");
  const { brokenReferenceFinder } = await import("../reference-rules.ts");
  const here = [...introductions.values()];
  const known = allNames([...here, ...(await bundledReferredTo(context, here))]);
  const isBroken = brokenReferenceFinder(known);
  const broken = [...examined].filter(([, { introduction }]) => isBroken(introduction));
  return new Set(broken.map(([path]) => path));
}

async function checkTogether(
  context: Context,
  request: CheckRequest,
): Promise<readonly CheckedTarget[]> {
  if (request.targets.length === 0) return [];
  const { checkFiles } = await import("./check-files.ts");
  return checkFiles(context, request);
}

async function checkedFrom(
  { path, file, named, ...lone }: LoneFile,
  { cards, examined }: Found,
): Promise<CheckedTarget> {
  const card = cards.get(path);
  const { kind, skipped = false, problems = [] } = card ?? examined.get(path) ?? {};
  const target = { path, file, named };
  // Only what has something to say is shown with its lines.
  const text = problems.length === 0 ? "" : ((await lone.text()) ?? "");
  return { target, file, kind, text, skipped, unread: false, problems, kept: card !== undefined };
}

async function keep(
  shelf: Shelf,
  { done, cards, examined, worlds }: Found & { done: readonly LoneFile[]; worlds: Worlds },
): Promise<void> {
  const fresh = new Map<string, Card>();
  const names = new Map<string, Names>();
  const sights = new Map<string, readonly [string, string]>();
  let isNew = examined.size > 0;
  for (const { path, key, sight } of done) {
    if (sight !== undefined) {
      isNew ||= shelf.known(path, sight) === undefined;
      sights.set(path, [sight, key()]);
    }
    const old = cards.get(path);
    const found = examined.get(path);
    if (old !== undefined) fresh.set(key(), old);
    if (found === undefined) continue;
    const { introduction, kind, skipped, problems } = found;
    const mark = markOf(introduction);
    names.set(mark.names, introduction.names);
    fresh.set(key(), { ...mark, kind, skipped, problems, world: worldOf(mark, worlds) });
  }
  if (isNew) await shelf.keep({ cards: fresh, names, sights });
}
