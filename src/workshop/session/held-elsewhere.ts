import { type HeldElsewhere, openElsewhere } from "../../files/assessment-lock.ts";
import { EXIT, type ExitCode } from "../../platform/errors.ts";
import { paragraph } from "../../terminal/blocks.ts";
import { type Conversation, endingOf } from "../../terminal/conversation.ts";
import { ANYWHERE } from "../../terminal/typed-line.ts";

/** Where the file is open already, the people decide. */
export async function askWhileHeld(
  talk: Conversation,
  held: HeldElsewhere,
  path: string,
): Promise<"again" | "anyway" | { readonly instead: ExitCode }> {
  talk.say([paragraph(wordsFor(talk, held))], { apart: true });
  const chosen = await talk.choose({
    prompt: "r, o, y or q: ",
    words: {
      again: ["r", "again", "try again"],
      view: ["o", "open"],
      anyway: ["y", "yes"],
      quit: ANYWHERE.quit,
    },
    otherwise:
      "Type r to try again, o to read the answers without changing them, y to go on here all the same, or q to stop.",
  });
  if (typeof chosen !== "string") return { instead: endingOf(chosen).exitCode };
  if (chosen === "quit") return { instead: EXIT.done };
  if (chosen !== "view") return chosen;
  if ((await talk.context.files.kind(path)) === "missing") {
    talk.say([paragraph("Nothing is saved in it yet, so there is nothing to read.")]);
    return { instead: EXIT.done };
  }
  const { readBack } = await import("./import-answers.ts");
  return { instead: await readBack(talk, path) };
}

function wordsFor(talk: Conversation, held: HeldElsewhere): string {
  const close = held.isHere ? "Close that window" : "Close it there";
  return `${openElsewhere(talk.context, held)} ${close} and type r, or type o to open a read-only view. If nobody is using it there, type y to go on here. q stops.`;
}
