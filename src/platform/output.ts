import { fstatSync, statSync, writeSync } from "node:fs";
import { codeOf, EXIT } from "./errors.ts";
import type { Output } from "./ports.ts";

type Name = "stdout" | "stderr";

const NUMBERS = { stdout: 1, stderr: 2 } as const;

/** One of the two ways out of the process. */
export interface WayOut extends Output {
  /** Whether people read it as it comes, so that it has a width and may have colours. */
  readonly isTerminal: () => boolean;
}

/** Less than an empty pipe usually holds, so that a slow reader does not hold up the program. */
const ROOM_IN_PIPE = 16_000;
const ROOM = { file: Number.POSITIVE_INFINITY, pipe: ROOM_IN_PIPE, other: 0 } as const;

/**
 * What goes to a file, or first into a pipe, is written there directly: a stream of Node's would do the same, but to
 * make one is about a third of the work of a short run.
 */
export function wayOut(name: Name): WayOut {
  const number = NUMBERS[name];
  let kind: keyof typeof ROOM | undefined;
  let stream: NodeJS.WriteStream | undefined;
  let sent = 0;
  const kindOfEnd = () => {
    kind ??= endOf(number);
    return kind;
  };
  const directly = (bytes: Uint8Array): Uint8Array => {
    sent += bytes.length;
    return stream === undefined && sent <= ROOM[kindOfEnd()] ? unwritten(number, bytes) : bytes;
  };
  return {
    isTerminal: () => kindOfEnd() === "other" && process[name].isTTY === true,
    write(text) {
      const rest = directly(Buffer.from(text));
      // With nothing to say, no stream need be made.
      if (rest.length === 0) return;
      stream ??= process[name].on("error", noted);
      if (stream.writable) stream.write(rest);
    },
  };
}

/** What a number of the process leads to. Windows has other rules for pipes, so there Node's streams are asked. */
function endOf(number: number): keyof typeof ROOM {
  if (process.platform === "win32") return "other";
  try {
    const found = fstatSync(number);
    if (found.isFIFO() || found.isSocket()) return "pipe";
    const isNowhere = () => found.rdev === statSync("/dev/null").rdev;
    return found.isFile() || (found.isCharacterDevice() && isNowhere()) ? "file" : "other";
  } catch {
    return "other";
  }
}

/** Writes all that goes out now, and gives back the rest. */
function unwritten(number: number, bytes: Uint8Array): Uint8Array {
  let done = 0;
  try {
    while (done < bytes.length) done += writeSync(number, bytes, done);
  } catch (error) {
    if (codeOf(error) === "EAGAIN") return bytes.subarray(done);
    noted(error);
  }
  return NOTHING;
}

const NOTHING = new Uint8Array();

let isNoted = false;

function lostWords(code: string): string {
  const why = code === "ENOSPC" ? "The disk is full" : "It could not be written";
  return `Error: not all of the output arrived. ${why}.`;
}

/**
 * A reader that stops early (`| head`) closes the pipe; that is no fault and ends quietly. Any other error (a full disk)
 * means that what was promised is not there, and the exit code has to say so.
 */
function noted(error: unknown): void {
  if (isNoted || ["EPIPE", "EIO"].includes(codeOf(error))) return;
  isNoted = true;
  try {
    writeSync(NUMBERS.stderr, `${lostWords(codeOf(error))}\n`);
  } catch {
    // Nobody can be told: the exit code still tells.
  }
  process.once("exit", () => {
    process.exitCode = EXIT.file;
  });
}
