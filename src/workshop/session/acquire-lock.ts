import { type Lock, takeLock } from "../../files/assessment-lock.ts";
import { EXIT, type ExitCode } from "../../platform/errors.ts";
import { text } from "../../terminal/blocks.ts";
import { choose, QUIT } from "./choose.ts";
import { type HeldElsewhere, openElsewhere } from "./lock-messages.ts";
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
    const chosen = await ask(talk, heldWords(talk, locking), path);
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
  return {
    kind: "stopped",
    exitCode: await (await import("./review.ts")).reviewAnswers(talk.context, path),
  };
}

function heldWords(talk: Talk, held: HeldElsewhere): string {
  const close = held.isHere ? "Close that window" : "Close it there";
  return `${openElsewhere(talk.context, held)} ${close} and type r, or type o to open a read-only view. If nobody is using it there, type y to go on here. q stops.`;
}
