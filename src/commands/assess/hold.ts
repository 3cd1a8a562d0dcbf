import { EXIT, type ExitCode } from "../../errors.ts";
import { text } from "../../interview/block.ts";
import { clockTime, isoDay, spokenTime } from "../../interview/when.ts";
import { type Holder, type Lock, takeLock } from "../../workspace/assessment-lock.ts";
import { choose, QUIT } from "./choose.ts";
import { localTime } from "./moment.ts";
import { reviewAnswers } from "./review.ts";
import { endingOf, type Talk } from "./talk.ts";

/** The lock, or how the program ends without it. */
export type Held =
  | { readonly kind: "held"; readonly lock: Lock }
  | { readonly kind: "stopped"; readonly exitCode: ExitCode };

/** Takes the file for this session. Where it is open already, the people decide. */
export async function hold(talk: Talk, path: string): Promise<Held> {
  for (let anyway = false; ; ) {
    const locking = await takeLock(talk.context, path, { anyway });
    if (locking.kind === "taken") return { kind: "held", lock: locking.lock };
    const chosen = await ask(talk, heldWords(talk, locking.holder, locking.isHere), path);
    if (typeof chosen !== "string") return chosen;
    anyway = chosen === "anyway";
  }
}

type Stopped = Extract<Held, { kind: "stopped" }>;

async function ask(talk: Talk, words: string, path: string): Promise<"again" | "anyway" | Stopped> {
  talk.say([text(words)], { apart: true });
  const chosen = await choose(talk, {
    prompt: "r, o, y or q: ",
    words: {
      again: ["r", "again", "try again"],
      view: ["o", "open"],
      anyway: ["y", "yes"],
      quit: QUIT,
    },
    otherwise:
      "Type r to try again, o to read the answers without changing them, y to go on here all the same, or q to stop.",
  });
  if (typeof chosen !== "string") {
    return { kind: "stopped", exitCode: endingOf(chosen).exitCode };
  }
  if (chosen === "quit") return { kind: "stopped", exitCode: EXIT.done };
  if (chosen !== "view") return chosen;
  return { kind: "stopped", exitCode: await reviewAnswers(talk.context, path) };
}

function heldWords(talk: Talk, { since, machine }: Holder, isHere: boolean): string {
  const began = localTime(new Date(since));
  const isToday = isoDay(began) === isoDay(localTime(talk.context.now()));
  const time = isToday ? clockTime(began) : spokenTime(began);
  const choice =
    "or type o to open a read-only view. If nobody is using it there, type y to go on here. q stops.";
  return isHere
    ? `This assessment is open in another window on this computer since ${time}. Close that window and type r, ${choice}`
    : `This assessment has been open on another computer (${machine}) since ${time}. Close it there and type r, ${choice}`;
}
