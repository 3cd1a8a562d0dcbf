import { basename, dirname, join } from "node:path";
import { FileError } from "../platform/errors.ts";
import type { Context, Machine } from "../platform/ports.ts";
import { localTime, timeBefore } from "../workshop/dates.ts";

/** Who has an assessment open. */
export interface Holder {
  readonly pid: number;
  readonly machine: string;
  /** As an instant. */
  readonly since: string;
}

export type Locking = { readonly kind: "taken"; readonly lock: Lock } | HeldElsewhere;

export interface HeldElsewhere {
  readonly kind: "held";
  readonly holder: Holder;
  /** Whether it is open on this computer. */
  readonly isHere: boolean;
}

/** A file beside the assessment that says who has it open. */
export interface Lock {
  readonly path: string;
  readonly text: string;
}

/** Others can take the lock and leave it again between two of our looks. */
const TRIES = 3;

/**
 * Writes beside the file that it is open here. Of several programs that try at the same moment, one gets the lock. A
 * lock is taken over where its process on this machine has ended, and with `anyway` in any case. It is a help and no
 * guarantee: what keeps answers safe is that a file that somebody else has changed is never written over.
 */
export async function acquireLock(
  context: Pick<Context, "files" | "machine" | "now">,
  path: string,
  { anyway }: { readonly anyway: boolean },
): Promise<Locking> {
  const { files, machine, now } = context;
  const lockPath = lockPathOf(path);
  const since = now().toISOString();
  const own: Holder = { pid: machine.pid, machine: machine.name, since };
  const lock: Lock = { path: lockPath, text: `${JSON.stringify(own)}\n` };
  for (let tries = 0; tries < TRIES; tries++) {
    // A folder in which nothing can be written has other words to say when it comes to saving.
    const made = await quietly(() => files.create(lockPath, lock.text));
    if (made !== false) return { kind: "taken", lock };
    const found = await quietly(() => files.read(lockPath));
    const held = anyway ? undefined : heldBy(machine, found);
    if (held !== undefined) return held;
    if (found !== undefined) await releaseLock(context, { path: lockPath, text: found });
  }
  await quietly(() => files.write(lockPath, lock.text));
  return { kind: "taken", lock };
}

/** Undefined where the lock keeps nobody out. */
function heldBy(machine: Machine, text: string | undefined): Locking | undefined {
  const holder = text === undefined ? undefined : readHolder(text);
  if (holder === undefined) return undefined;
  const isHere = holder.machine === machine.name;
  return isHere && !isRunning(holder, machine) ? undefined : { kind: "held", holder, isHere };
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

/** Where an assessment is open, and since when. */
export function openElsewhere(
  { now }: Pick<Context, "now">,
  { holder, isHere }: HeldElsewhere,
): string {
  const began = localTime(new Date(holder.since));
  const time = timeBefore(began, localTime(now()));
  return isHere
    ? `This assessment is open in another window on this computer since ${time}.`
    : `This assessment has been open on another computer (${holder.machine}) since ${time}.`;
}
