import { choices, heading, paragraph } from "../../terminal/blocks.ts";
import { echo, fold, readNumber } from "../../terminal/typed-line.ts";
import { countPeople } from "../count-people.ts";
import type { AtOf, Screen, VotingWay } from "../state.ts";

const WAYS: readonly { readonly way: VotingWay; readonly name: string }[] = [
  { way: "cards", name: "Cards or fingers, all at the same time (everyone sees)" },
  { way: "slips", name: "Paper slips, folded (nobody sees who wrote what)" },
  { way: "talk", name: "No votes. We will just talk" },
];

/** How people show what they think before they talk. */
export const wayScreen: Screen<AtOf<"way">> = {
  show: () => [
    heading(1, "How will people show what they think?"),
    choices(WAYS.map(({ name }, index) => ({ mark: String(index + 1), name }))),
    paragraph("You can type votes in at any question with v."),
  ],
  prompt: () => "1, 2 or 3: ",
  hear(state, here, { line }) {
    const chosen = WAYS[(readNumber(line) ?? 0) - 1];
    if (chosen !== undefined) return { at: here.returnTo, way: chosen.way };
    if (["b", "back"].includes(fold(line))) {
      return { at: countPeople(state, here) };
    }
    const wrong =
      fold(line) === "" ? "Nothing is chosen yet." : `${echo(line)} is not one of the choices.`;
    return { at: here, show: "prompt", say: [paragraph(`${wrong} Type 1, 2 or 3.`)] };
  },
  help: () => [
    paragraph("Type 1 for cards or fingers, 2 for paper slips, or 3 to talk without votes."),
  ],
};
