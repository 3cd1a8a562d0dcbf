import { paragraph } from "../../terminal/blocks.ts";
import { itemIndex, moveOn } from "../progress.ts";
import { answered, criterionOf } from "../responses.ts";
import type { AtOf, Screen } from "../state.ts";

const ASK = "Why does this not apply to us? In a few words:";

/** Why a question does not apply. Without a reason it stays open. */
export const reasonScreen: Screen<AtOf<"reason">> = {
  show: () => [paragraph(ASK)],
  prompt: () => "Because: ",
  hear(state, here, { line, now }) {
    const reason = line.trim();
    if (reason === "" || reason === "b") {
      const say = [paragraph("Without a reason the question stays as it was.")];
      return { at: here.returnTo, show: "short", say };
    }
    const edit = answered(
      state,
      criterionOf(state, here.key),
      { answer: "not-applicable", reason },
      now,
    );
    const index = itemIndex(here);
    const next =
      here.returnTo.kind === "question" && index !== undefined
        ? moveOn(state, { item: index, now, edits: [edit] })
        : { at: here.returnTo };
    return { ...next, edits: [edit], saved: "This does not apply to us." };
  },
  help: () => [paragraph(`${ASK} Press Enter alone to go back to the question.`)],
  free: () => true,
  guarded: () => true,
};
