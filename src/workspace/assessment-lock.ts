import { basename, dirname, join } from "node:path";
import type { Context, Machine } from "../context.ts";
import { FileError } from "../errors.ts";

type Here = Pick<Context, "files" | "machine" | "now">;

/** Who has an assessment open. */
export interface Holder {
  readonly pid: number;
  readonly machine: string;
  /** As an instant. */
  readonly since: string;
}

export type Locking =
  | { readonly kind: "taken"; readonly lock: Lock }
  | { readonly kind: "held"; readonly holder: Holder; readonly isHere: boolean };

export interface Lock {
  readonly path: string;
  readonly text: string;
}

/**
 * Says beside the file that it is open. A lock whose process on this machine has gone is taken over; `anyway` takes over
 * any. It is a help and no guarantee: what keeps answers safe is that a file changed outside is never written over.
 */
export async function takeLock(
  context: Here,
  path: string,
  { anyway }: { readonly anyway: boolean },
): Promise<Locking> {
  const { files, machine, now } = context;
  const lockPath = lockPathOf(path);
  const holder = await holderOf(context, lockPath);
  const isHere = holder?.machine === machine.name;
  if (holder !== undefined && !anyway && (!isHere || isRunning(holder, machine))) {
    return { kind: "held", holder, isHere };
  }
  const own: Holder = {
    pid: machine.pid,
    machine: machine.name,
    since: now().toISOString(),
  };
  const text = `${JSON.stringify(own)}\n`;
  // A folder in which nothing can be written has other words to say when it comes to saving.
  await quietly(() => files.write(lockPath, text));
  return { kind: "taken", lock: { path: lockPath, text } };
}

// After a restart a process can get the number of the one that held the lock: where that is this one, nobody holds it.
function isRunning({ pid }: Holder, machine: Machine): boolean {
  return pid !== machine.pid && machine.isAlive(pid);
}

/** Takes the lock away again, unless somebody else has taken it over. */
export async function releaseLock({ files }: Pick<Context, "files">, lock: Lock): Promise<void> {
  await quietly(async () => {
    if ((await files.read(lock.path)) === lock.text) await files.remove(lock.path);
  });
}

function lockPathOf(path: string): string {
  return join(dirname(path), `.${basename(path)}.lock`);
}

async function holderOf({ files }: Here, path: string): Promise<Holder | undefined> {
  const text = await quietly(() => files.read(path));
  return text === undefined ? undefined : readHolder(text);
}

/** Undefined where the text says nothing we could have written: then nobody can be named, and nobody is kept out. */
function readHolder(text: string): Holder | undefined {
  try {
    const { pid, machine, since } = JSON.parse(text) as Partial<Holder>;
    const isWhole =
      typeof pid === "number" && typeof machine === "string" && typeof since === "string";
    return isWhole && !Number.isNaN(Date.parse(since)) ? { pid, machine, since } : undefined;
  } catch {
    return undefined;
  }
}

async function quietly<Value>(work: () => Promise<Value>): Promise<Value | undefined> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof FileError) return undefined;
    throw error;
  }
}
