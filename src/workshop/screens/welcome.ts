import { type Block, lines, options, paragraph } from "../../terminal/blocks.ts";
import { echo, fold, readYesNo } from "../../terminal/typed-line.ts";
import type { CommandId } from "../commands.ts";
import { countPeople, goOnCounting } from "../count-people.ts";
import { peopleWords } from "../groups.ts";
import { whatIsLeft } from "../item-commands.ts";
import { readTyped } from "../parse-input.ts";
import { statusOfItem } from "../responses.ts";
import type { AtOf, Heard, Interview, Outcome, Screen } from "../state.ts";
import { atItem, firstOpen, itemIndex } from "../walk.ts";
import { hearGo } from "./go-to-question.ts";

/** Asks whether the same people are here as last time. */
export const samePeopleScreen: Screen<AtOf<"same-people">> = {
  show: ({ file }) => {
    const said = peopleWords(file.people ?? []);
    return [
      lines(
        said === "" ? "Last time nobody was counted." : `Who was here last time? ${said}`,
        "Are the same people here today?",
      ),
    ];
  },
  prompt: () => "y or n: ",
  hear(state, here, { line }) {
    const yes = readYesNo(line);
    if (yes === true) return { at: goOnCounting(state, { kind: "welcome" }) };
    if (yes === false) return { at: countPeople(state, { kind: "welcome" }) };
    const wrong =
      line.trim() === "" ? "Nothing is typed yet." : `${echo(line)} is neither y nor n.`;
    return { at: here, show: "prompt", say: [paragraph(`${wrong} Type y or n.`)] };
  },
  help: () => [
    paragraph("Type y if the same groups are here in the same numbers, or n to count again."),
  ],
};

/** Where to carry on. */
export const welcomeScreen: Screen<AtOf<"welcome">> = {
  show: choicesHere,
  prompt: () => "Carry on: ",
  hear(state, here, heard) {
    const word = fold(heard.line);
    if (word === "") return { at: firstOpen(state) };
    if (["k", "skipped"].includes(word)) return { at: firstSkipped(state) };
    if (word === "o" && hasChanged(state)) return keepOld(state);
    const typed = readTyped(heard.line, []);
    const obeyed =
      typed.kind === "command" ? obeyHere(state, here, { ...typed, heard }) : undefined;
    return obeyed ?? wrong(state, here, heard.line);
  },
  help: choicesHere,
};

function keepOld(state: Interview): Outcome {
  const words =
    "The answers with an earlier wording stay as they are. Questions still to do come in their new wording: the file holds the old words of answered questions only.";
  const at = firstOpen({ ...state, keepsOld: true });
  return { at, keepsOld: true, say: [paragraph(words)] };
}

interface Command {
  readonly command: CommandId;
  readonly rest: string;
  readonly heard: Heard;
}

function obeyHere(
  state: Interview,
  here: AtOf<"welcome">,
  { command, rest, heard }: Command,
): Outcome | undefined {
  switch (command) {
    case "list":
      return { at: here, show: "short", say: whatIsLeft(state, heard) };
    case "action":
      return { at: { kind: "action", draft: { step: "do", action: {} }, returnTo: here } };
    case "back":
      return { at: countPeople(state, here) };
    case "go":
      return rest === ""
        ? { at: { kind: "go", returnTo: firstOpen(state) } }
        : hearGo(state, { line: rest, stay: here });
    default:
      return undefined;
  }
}

function choicesHere(state: Interview): readonly Block[] {
  const at = firstOpen(state);
  const item = state.items[itemIndex(at) ?? -1];
  const where = item === undefined ? "to check your answers" : `at ${item.label.toLowerCase()}`;
  return [
    paragraph(`Press Enter to carry on ${where}, or type:`),
    options(...offered(state).map(({ letter, does }) => `${letter} ${does}`)),
  ];
}

interface Offer {
  readonly letter: string;
  readonly does: string;
}

function offered(state: Interview): readonly Offer[] {
  const skipped = state.items.some((each) => statusOfItem(state, each) === "skipped");
  return [
    { letter: "g", does: "go to a question" },
    { letter: "l", does: "list" },
    ...(hasChanged(state)
      ? [{ letter: "o", does: "keep the answers under their old wording" }]
      : []),
    ...(skipped ? [{ letter: "k", does: "answer the skipped ones first" }] : []),
    { letter: "q", does: "stop" },
  ];
}

function hasChanged(state: Interview): boolean {
  return state.items.some((item) => statusOfItem(state, item) === "look-again");
}

function firstSkipped(state: Interview): ReturnType<typeof atItem> {
  const index = state.items.findIndex((item) => statusOfItem(state, item) === "skipped");
  return index < 0 ? firstOpen(state) : atItem(state, index);
}

function wrong(state: Interview, here: AtOf<"welcome">, line: string): Outcome {
  const letters = offered(state).map(({ letter }) => letter);
  const words = `${echo(line)} is not one of the choices. Press Enter to carry on, or type ${letters.slice(0, -1).join(", ")} or q.`;
  return { at: here, show: "prompt", say: [paragraph(words)] };
}
