import { choices, heading, paragraph } from "../../terminal/blocks.ts";
import { echo, fold, readNumber } from "../../terminal/typed-line.ts";
import { countPeople } from "../groups.ts";
import type { AtOf, Screen, VotingMethod } from "../state.ts";

const METHODS: readonly { readonly votingMethod: VotingMethod; readonly name: string }[] = [
  { votingMethod: "cards", name: "Cards or fingers, all at the same time (everyone sees)" },
  { votingMethod: "slips", name: "Paper slips, folded (nobody sees who wrote what)" },
  { votingMethod: "talk", name: "No votes. We will just talk" },
];

/** How people show what they think before they talk. */
export const votingMethodScreen: Screen<AtOf<"voting-method">> = {
  show: () => [
    heading(1, "How will people show what they think?"),
    choices(METHODS.map(({ name }, index) => ({ mark: String(index + 1), name }))),
    paragraph("You can type votes in at any question with v."),
  ],
  prompt: () => "1, 2 or 3: ",
  hear(state, here, { line }) {
    const chosen = METHODS[(readNumber(line) ?? 0) - 1];
    if (chosen !== undefined) return { at: here.returnTo, votingMethod: chosen.votingMethod };
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
