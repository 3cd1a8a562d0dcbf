import { HELPED_WORDS } from "../../assessment/actions.ts";
import { type Block, type ListItem, list } from "../../terminal/blocks.ts";
import { asSentence } from "../../util/words.ts";
import type { ActionOutcome } from "../schema.ts";
import { answeredWords, wasAndNow } from "./comparison-scores.ts";

/** What came of each action of last time: how far it is, whether it helped, and what people say now. */
export function comparedActions(actions: readonly ActionOutcome[]): Block[] {
  return list("What came of each action:", actions.map(actionItem));
}

function actionItem(action: ActionOutcome): ListItem {
  const { number, do: words, question, why, note } = action;
  const moved =
    question === null
      ? []
      : [
          `${question.asks} ${wasAndNow(answeredWords(question.before), answeredWords(question.after))}`,
        ];
  return {
    name: number,
    text: asSentence(words),
    details: [
      outcomeText(action),
      ...(why === null ? [] : [`Why: ${asSentence(why)}`]),
      ...(note === null ? [] : [`Note: ${asSentence(note)}`]),
      ...moved,
    ],
  };
}

const STATUS: Readonly<Record<ActionOutcome["status"], string>> = {
  done: "Done",
  doing: "Under way",
  planned: "Not started",
  dropped: "Dropped",
  gone: "In no list now, and nobody has written down what happened",
};

/** Done, and no change seen: a finding like any other. */
function outcomeText({ status, helped, change }: ActionOutcome): string {
  const isUnmoved = status === "done" && (change === "same" || change === "worse");
  const seen = isUnmoved ? ", and no change for the better is seen" : "";
  const said = helped === null ? "" : ` ${HELPED_WORDS[helped]}`;
  return `${STATUS[status]}${seen}.${said}`;
}
