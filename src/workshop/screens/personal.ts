import { personalDataIn, reachedBy } from "../../assessment/personal-data.ts";
import { paragraph } from "../../terminal/blocks.ts";
import { echo, fold, readYesNo } from "../../terminal/typed-line.ts";
import type { At, AtOf, Screen } from "../state.ts";

/** Asks once before a line is kept by which somebody could be found. What a yes does, the machine knows. */
export const personalScreen: Screen<AtOf<"personal">> = {
  show: (_, { what }) => [
    paragraph(
      `This looks like ${what}. The file is shared and kept, and somebody could be found by it. Keep the line as it is?`,
    ),
  ],
  prompt: () => "y or n: ",
  hear(_, here, { line }) {
    if (readYesNo(line) === false || ["b", "back"].includes(fold(line))) {
      const say = [paragraph("It is not kept. Type the line again without it, or press Enter.")];
      return { at: here.returnTo, show: "prompt", say };
    }
    const wrong =
      fold(line) === "" ? "Nothing is chosen yet." : `${echo(line)} is neither y nor n.`;
    return { at: here, show: "prompt", say: [paragraph(`${wrong} Type y or n.`)] };
  },
  help: () => [paragraph("Type y to keep the line as it is, or n to type it again.")],
};

/** The question about a line that holds such data; undefined where it holds none. */
export function askAboutPersonal(line: string, returnTo: At): AtOf<"personal"> | undefined {
  // Who leads an action is asked about by the screen that asks for it.
  const isRole = returnTo.kind === "action" && ["who", "name"].includes(returnTo.draft.step);
  const [found] = isRole ? reachedBy(line) : personalDataIn(line);
  return found === undefined ? undefined : { kind: "personal", what: found.what, line, returnTo };
}
