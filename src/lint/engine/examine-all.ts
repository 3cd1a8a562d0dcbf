import type { Context } from "../../platform/ports.ts";
import { plainSettings, type Settings } from "../settings.ts";
import type { Batch, Examined } from "./examine.ts";
import type { Around, LoneFile } from "./standalone-file.ts";
import { todayOf } from "./surroundings-finder.ts";

/** Letters in one batch: so few that threads end at about the same time, so many that handing over costs nothing. */
const BATCH = 150_000;
/** Below this many letters in all, a thread costs more to start than it saves. */
const WORTH_A_CREW = 600_000;
const PATIENCE_MS = 1000;

/**
 * By path; undefined for what turns out to belong to other files. In several threads where there is much to do, and with
 * a word on how far it is.
 */
export async function examineAll(
  context: Context,
  files: readonly LoneFile[],
  settingsFor: (path: string) => Promise<Settings>,
): Promise<ReadonlyMap<string, Examined | undefined>> {
  const readable: Readable[] = [];
  for (const file of files) {
    const text = await file.text();
    if (text !== undefined) readable.push({ ...file, text });
  }
  const groups = batchesOf(readable);
  const batches: Batch[] = [];
  for (const group of groups) {
    const [{ path, around }] = group;
    batches.push(batchFrom(group, around, await settingsFor(path), todayOf(context)));
  }
  const report = progressReport(context, readable.length, batches.length);
  const results = (await work(context, batches, report.oneDone)).flat();
  report.end();
  return new Map(groups.flat().map(({ path }, index) => [path, results[index]]));
}

type Results = readonly (readonly (Examined | undefined)[])[];

async function work(
  { crew }: Context,
  batches: readonly Batch[],
  oneDone: () => void,
): Promise<Results> {
  const texts = batches.flatMap(({ files }) => files);
  const letters = texts.reduce((total, { text }) => total + text.length, 0);
  if (crew !== undefined && letters >= WORTH_A_CREW) {
    const call = { module: "lint/engine/examine", name: "examine" };
    return (await crew.workThrough(call, batches, oneDone)) as Results;
  }
  const { examine } = await import("./examine.ts");
  const results: Results[number][] = [];
  for (const batch of batches) {
    results.push(await examine(batch));
    oneDone();
  }
  return results;
}

function progressReport({ now, progress }: Context, files: number, batches: number) {
  const began = now().getTime();
  let done = 0;
  return {
    oneDone(): void {
      done += 1;
      if (now().getTime() - began < PATIENCE_MS) return;
      progress.write(`Checking ${files} files: ${Math.floor((100 * done) / batches)}%`);
    },
    end: () => progress.write(""),
  };
}

interface Readable extends Omit<LoneFile, "text"> {
  readonly text: string;
}

/** Never empty, and each of one folder. */
type Group = [Readable, ...Readable[]];

function batchesOf(files: readonly Readable[]): Group[] {
  const groups: Group[] = [];
  let letters = 0;
  for (const file of files) {
    const last = groups.at(-1);
    letters += file.text.length;
    if (last !== undefined && last[0].around === file.around && letters <= BATCH) last.push(file);
    else {
      groups.push([file]);
      letters = file.text.length;
    }
  }
  return groups;
}

function batchFrom(files: Group, { beside }: Around, settings: Settings, today: string): Batch {
  return {
    files: files.map(({ file, named, text }) => ({ file, named, text })),
    settings: plainSettings(settings),
    surroundings: { ...beside, agreed: settings.agreed, today },
  };
}
