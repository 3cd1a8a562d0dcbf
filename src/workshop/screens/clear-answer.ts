import { paragraph } from "../../terminal/blocks.ts";
import { echo, fold, readYesNo } from "../../terminal/typed-line.ts";
import { criterionOf, storedKey } from "../responses.ts";
import type { AtOf, Screen } from "../state.ts";

/** Asks before an answer, its note and its votes are taken out. */
export const clearAnswerScreen: Screen<AtOf<"clear-answer">> = {
  show: (_, { keys }) => [
    paragraph(
      keys.length === 1
        ? "This takes out our answer with its note, its votes and all else we said about it. Actions stay. Take it out?"
        : "This takes out our answers on this list, with their notes, votes and all else we said about them. Actions stay. Take them out?",
    ),
  ],
  prompt: () => "y or n: ",
  hear(state, here, { line }) {
    const yes = readYesNo(line);
    if (yes === true) {
      const edits = here.keys.map((key) => ({
        kind: "forget" as const,
        key: storedKey(state, criterionOf(state, key)),
      }));
      return { at: here.returnTo, edits, saved: "The answer is cleared." };
    }
    if (yes === false || ["", "b", "back"].includes(fold(line))) {
      return { at: here.returnTo, show: "short", say: [paragraph("Nothing was cleared.")] };
    }
    return {
      at: here,
      show: "prompt",
      say: [paragraph(`${echo(line)} is neither y nor n. Type y or n.`)],
    };
  },
  help: () => [paragraph("Type y to take the answer out, or n to keep it.")],
};
