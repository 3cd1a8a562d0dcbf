import type { AssessmentEdit } from "../../assessment/edit.ts";
import type { Response } from "../../assessment/schema.ts";
import { lines, paragraph } from "../../terminal/blocks.ts";
import { echo, fold, readYesNo } from "../../terminal/typed-line.ts";
import { sameValue } from "../../util/values.ts";
import { criteriaOfItem } from "../items.ts";
import { messages } from "../messages/messages.ts";
import { answerTo } from "../progress.ts";
import { criterionOf, storedKey } from "../responses.ts";
import type { At, AtOf, Interview, Outcome, Replacement, Screen } from "../state.ts";

const wording = messages.change;

/** Asks before something that was confirmed is replaced. What a yes does, the machine knows. */
export const replaceAnswerScreen: Screen<AtOf<"replace-answer">> = {
  show: (_, { changes }) => {
    const [first] = changes;
    const said = changes.map(({ line, before, after }) =>
      line === undefined
        ? wording.replaceOne(before, after)
        : wording.replaceLine(line, before, after),
    );
    return [lines(...said, ...(first?.line === undefined ? [] : [wording.replaceLines]))];
  },
  prompt: () => messages.common.yesOrNo,
  hear(_, here, { line }) {
    if (readYesNo(line) === false || ["b", "back"].includes(fold(line))) {
      return { at: here.returnTo, show: "short", say: [paragraph(wording.stays)] };
    }
    const { nothingTyped, neitherYesNorNo } = messages.common;
    const wrong = fold(line) === "" ? nothingTyped : neitherYesNorNo(echo(line));
    return { at: here, show: "prompt", say: [paragraph(wrong)] };
  },
  help: () => [paragraph(wording.help)],
};

interface Waiting {
  readonly line: string;
  readonly returnTo: At;
}

/** The question whether to replace what was confirmed; undefined where the outcome replaces nothing. */
export function askToReplace(
  state: Interview,
  { edits = [] }: Outcome,
  { line, returnTo }: Waiting,
): Outcome | undefined {
  const changes = edits.flatMap((edit) => replaced(state, edit));
  if (changes.length === 0) return undefined;
  return { at: { kind: "replace-answer", line, changes, returnTo } };
}

function replaced(state: Interview, edit: AssessmentEdit): readonly Replacement[] {
  if (edit.kind !== "respond") return [];
  const before = state.file.answers?.[edit.key];
  if (!isConfirmed(before) || isSameAnswer(before, edit.response)) return [];
  return state.items.flatMap((item) =>
    criteriaOfItem(item).flatMap((criterion, index) =>
      storedKey(state, criterion) === edit.key
        ? [
            {
              line: item.kind === "checklist" ? index + 1 : undefined,
              before: `"${answerTo(item, criterion, before)}"`,
              after: `"${answerTo(item, criterion, edit.response)}"`,
            },
          ]
        : [],
    ),
  );
}

function isConfirmed(response: Response | undefined): response is Response {
  return response?.answer !== undefined && response.answer !== "skipped";
}

function isSameAnswer(before: Response, after: Response): boolean {
  const fields = ["answer", "from", "to", "text", "number", "chosen", "reason"] as const;
  return fields.every((field) => sameValue(before[field], after[field]));
}

/** Asks before an answer, its note and its votes are taken out. */
export const clearAnswerScreen: Screen<AtOf<"clear-answer">> = {
  show: (_, { keys }) => [paragraph(messages.clear.ask(keys.length))],
  prompt: () => messages.common.yesOrNo,
  hear(state, here, { line }) {
    const yes = readYesNo(line);
    if (yes === true) {
      const edits = here.keys.map((key) => ({
        kind: "forget" as const,
        key: storedKey(state, criterionOf(state, key)),
      }));
      return { at: here.returnTo, edits, saved: messages.clear.isOut };
    }
    if (yes === false || ["", "b", "back"].includes(fold(line))) {
      return { at: here.returnTo, show: "short", say: [paragraph(messages.clear.stays)] };
    }
    return {
      at: here,
      show: "prompt",
      say: [paragraph(messages.common.neitherYesNorNo(echo(line)))],
    };
  },
  help: () => [paragraph(messages.clear.help)],
};
