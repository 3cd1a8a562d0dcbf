import { numberOf } from "../../assessment/actions.ts";
import type { Action } from "../../assessment/schema.ts";
import { type Block, type Choice, lines, titled } from "../../terminal/blocks.ts";
import { peopleWords } from "../groups.ts";
import { criteriaOfItem } from "../items.ts";
import { messages } from "../messages/messages.ts";
import { allBlocks, markOf, progressLines } from "../progress.ts";
import { responseTo } from "../responses.ts";
import type { Interview } from "../state.ts";

const wording = messages.review;

type Read = Pick<Interview, "rubrics" | "items" | "file">;

/** All answers, notes and actions read back. */
export function reviewBlocks(state: Read): readonly Block[] {
  const { title, covers, people = [], actions = [] } = state.file;
  const said = peopleWords(people);
  return [
    lines(title, ...(covers === undefined ? [] : [wording.about(covers)])),
    lines(...progressLines(state), said === "" ? wording.nobodyNoted : wording.whoWasHere(said)),
    ...allBlocks(state),
    ...notes(state),
    ...(actions.length > 0 ? [titled(wording.actions, actions.map(actionChoice))] : []),
  ];
}

function notes(state: Read): readonly Block[] {
  const noted = state.items.flatMap((item) =>
    criteriaOfItem(item).flatMap((criterion, index) => {
      const { note, reason, evidence = [], views = {} } = responseTo(state, criterion) ?? {};
      const sides = Object.entries(views).map(([group, words]) =>
        messages.common.says(groupName(state, group), words),
      );
      const said = [reason ?? [], note ?? [], evidence, sides].flat();
      return said.length === 0
        ? []
        : [{ mark: markOf(item, index), name: criterion.asks, text: said.join("\n") }];
    }),
  );
  return noted.length === 0 ? [] : [titled(wording.ownWords, noted)];
}

function groupName({ file }: Read, group: string): string {
  return file.people?.find((each) => each.group === group)?.name ?? group;
}

function actionChoice(action: Action): Choice {
  return { mark: numberOf(action.id), name: action.do, text: messages.action.whoAndWhen(action) };
}
