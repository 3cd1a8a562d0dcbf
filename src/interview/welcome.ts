import { type Block, lines, options, text } from "./block.ts";
import { hearGo } from "./go.ts";
import { peopleWords } from "./groups.ts";
import { whatIsLeft } from "./item-commands.ts";
import { statusOfItem } from "./responses.ts";
import type { AtOf, Interview, Outcome, Screen } from "./state.ts";
import { echo, fold, readTyped, readYesNo } from "./typed.ts";
import { atItem, firstOpen, itemIndex } from "./walk.ts";

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
    if (yes === true) return { at: { kind: "welcome" } };
    if (yes === false) {
      const people = state.file.people ?? [];
      return { at: { kind: "people", index: 0, people, returnTo: { kind: "welcome" } } };
    }
    const wrong =
      line.trim() === "" ? "Nothing is typed yet." : `${echo(line)} is neither y nor n.`;
    return { at: here, show: "prompt", say: [text(`${wrong} Type y or n.`)] };
  },
  help: () => [
    text("Type y if the same groups are here in the same numbers, or n to count again."),
  ],
};

/** Where to carry on. */
export const welcomeScreen: Screen<AtOf<"welcome">> = {
  show: choicesHere,
  prompt: () => "Carry on: ",
  hear(state, here, heard) {
    const typed = readTyped(heard.line, []);
    if (typed.kind === "nothing") return { at: firstOpen(state) };
    if (["k", "skipped"].includes(heard.line.trim().toLowerCase()))
      return { at: firstSkipped(state) };
    if (fold(heard.line) === "o" && hasChanged(state)) {
      const say = [text("The answers with an earlier wording stay as they are.")];
      return { at: firstOpen({ ...state, keepsOld: true }), keepsOld: true, say };
    }
    if (typed.kind === "command" && typed.command === "list") {
      return { at: here, show: "short", say: whatIsLeft(state, heard) };
    }
    if (typed.kind === "command" && typed.command === "go") {
      const returnTo = firstOpen(state);
      return typed.rest === ""
        ? { at: { kind: "go", returnTo } }
        : hearGo(state, { line: typed.rest, stay: here });
    }
    return wrong(here, heard.line);
  },
  help: choicesHere,
};

function choicesHere(state: Interview): readonly Block[] {
  const at = firstOpen(state);
  const item = state.items[itemIndex(at) ?? -1];
  const where = item === undefined ? "to check your answers" : `at ${item.label.toLowerCase()}`;
  const skipped = state.items.some((each) => statusOfItem(state, each) === "skipped");
  return [
    text(`Press Enter to carry on ${where}, or type:`),
    options(
      "g go to a question",
      "l list",
      ...(hasChanged(state) ? ["o finish with the old wording"] : []),
      ...(skipped ? ["k answer the skipped ones first"] : []),
      "q stop",
    ),
  ];
}

function hasChanged(state: Interview): boolean {
  return state.items.some((item) => statusOfItem(state, item) === "look-again");
}

function firstSkipped(state: Interview): ReturnType<typeof atItem> {
  const index = state.items.findIndex((item) => statusOfItem(state, item) === "skipped");
  return index < 0 ? firstOpen(state) : atItem(state, index);
}

function wrong(here: AtOf<"welcome">, line: string): Outcome {
  const words = `${echo(line)} is not one of the choices. Press Enter to carry on, or type g, l, k or q.`;
  return { at: here, show: "prompt", say: [text(words)] };
}
