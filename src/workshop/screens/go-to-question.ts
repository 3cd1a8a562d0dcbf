import { lines, paragraph } from "../../terminal/blocks.ts";
import { echo, fold } from "../../terminal/typed-line.ts";
import { countPeople } from "../groups.ts";
import { criteriaOfItem } from "../items.ts";
import { messages } from "../messages/messages.ts";
import { atItem, progressLines } from "../progress.ts";
import type { At, AtOf, Interview, Outcome, Screen } from "../state.ts";

const wording = messages.goTo;

/** Asks for the number of a question to go to. */
export const goToQuestionScreen: Screen<AtOf<"go-to-question">> = {
  show: (state) => [lines(...progressLines(state)), paragraph(howToGo(state))],
  prompt: () => wording.prompt,
  hear(state, here, { line }) {
    if (["", "b", "back"].includes(fold(line))) return { at: here.returnTo, show: "short" };
    return goToQuestion(state, { line, stay: here });
  },
  help: (state) => [paragraph(howToGo(state))],
};

/** Goes to the question with this number, or stays and says what would work. */
export function goToQuestion(
  state: Interview,
  { line, stay }: { line: string; stay: At },
): Outcome {
  const typed = fold(line);
  if (["end", "check", "finish"].includes(typed)) return { at: { kind: "finish" }, walk: "left" };
  if (typed === "people") {
    return { at: countPeople(state, stay.kind === "go-to-question" ? stay.returnTo : stay) };
  }
  const number = typed.replace(/^(?:checklist|list) ?/u, "c").replace(/^question ?/u, "");
  const index = state.items.findIndex(
    (item) => item.number === number || criteriaOfItem(item).some(({ id }) => id === typed),
  );
  if (index >= 0) return { at: atItem(state, index), walk: "left" };
  return {
    at: stay,
    show: "prompt",
    say: [paragraph(`${wording.none(echo(line))} ${howToGo(state)}`)],
  };
}

function howToGo({ items }: Interview): string {
  const page = items.find((item) => item.kind === "checklist" && item.titles !== undefined);
  return wording.help(page === undefined ? "" : ` ${messages.barriers.howToGo(page.number)}`);
}
