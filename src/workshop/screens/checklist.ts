import { paragraph, points } from "../../terminal/blocks.ts";
import { echo } from "../../terminal/typed-line.ts";
import { checkSigns, readChecks } from "../check-characters.ts";
import type { CommandId } from "../commands.ts";
import type { ChecksItem } from "../item.ts";
import { obey } from "../item-commands.ts";
import {
  checklistInFull,
  checklistInShort,
  checksHelp,
  signLine,
  signNoun,
  signText,
} from "../messages/checklist-words.ts";
import { readTyped } from "../parse-input.ts";
import { keptAnswer, statusOf } from "../responses.ts";
import type { AtOf, Heard, Interview, Outcome, Screen } from "../state.ts";
import { afterItem } from "../walk.ts";

type Here = AtOf<"checks">;

/** A barrier's checks, all of them answered in one line. */
export const checksScreen: Screen<Here> = {
  show(state, here, how) {
    const item = checksAt(state, here.item);
    return how === "full" ? checklistInFull(state, item) : checklistInShort(state, item);
  },
  prompt: () => "In place: ",
  hear(state, here, heard) {
    const item = checksAt(state, here.item);
    const typed = readTyped(heard.line, []);
    if (typed.kind === "nothing") return keep(state, here, { item, heard });
    if (typed.kind !== "command" || readChecks(item.criteria, heard.line).kind === "answers") {
      return choose(here, item, heard);
    }
    return hearCommand(state, here, { ...typed, item, heard });
  },
  help: (state, here) => checksHelp(checksAt(state, here.item)),
};

export function checksAt({ items }: Interview, index: number): ChecksItem {
  const item = items[index];
  if (item?.kind !== "checks") throw new Error(`item ${index} is not a checklist`);
  return item;
}

function keep(
  state: Interview,
  here: Here,
  { item, heard }: { readonly item: ChecksItem; readonly heard: Heard },
): Outcome {
  const open = item.criteria.some((criterion) => statusOf(state, criterion) === "open");
  if (!open) {
    const edits = state.keepsOld
      ? []
      : item.criteria.flatMap((each) => keptAnswer(state, each, heard.moment));
    return { at: afterItem(state, here.item), edits, saved: "Kept for the new wording." };
  }
  const say = [
    paragraph("Some lines have no answer yet, and Enter alone does not choose."),
    signLine(item),
  ];
  return { at: here, show: "prompt", say };
}

function choose(here: Here, item: ChecksItem, { line }: Heard): Outcome {
  const typed = readChecks(item.criteria, line);
  switch (typed.kind) {
    case "answers":
      return { at: { kind: "checks-keep", item: here.item, answers: typed.answers } };
    case "unknown":
      return stay(
        here,
        `${echo(typed.sign)} is not one of the ${nounOf(item)}s. ${signText(item)}`,
      );
    case "count":
      return stay(
        here,
        `You typed ${typed.count} of ${item.criteria.length} ${nounOf(item)}s. ${signText(item)}`,
      );
    case "not-optional":
      return stay(
        here,
        `Line ${typed.line} is for everybody, so it cannot be left out. Type u for not sure.`,
      );
    default:
      return typed satisfies never;
  }
}

function nounOf({ criteria }: ChecksItem): string {
  return signNoun(checkSigns(criteria));
}

function stay(here: Here, words: string): Outcome {
  return { at: here, show: "prompt", say: [paragraph(words)] };
}

interface Command {
  readonly command: CommandId;
  readonly rest: string;
  readonly item: ChecksItem;
  readonly heard: Heard;
}

const FOR_THE_LIST: readonly CommandId[] = ["read", "back", "go", "list", "clear"];

function hearCommand(
  state: Interview,
  here: Here,
  { command, rest, item, heard }: Command,
): Outcome {
  if (command === "quit" || command === "help") return stay(here, signText(item));
  const [first] = item.criteria;
  if (FOR_THE_LIST.includes(command))
    return obey(command, { state, here, criterion: first, rest, heard });
  if (["unsure", "skip"].includes(command) && rest === "") {
    const answer = command === "unsure" ? "unsure" : "skipped";
    return {
      at: { kind: "checks-keep", item: here.item, answers: item.criteria.map(() => answer) },
    };
  }
  if (command === "talk" && rest === "") {
    const say = item.criteria.flatMap(({ talk }) => talk);
    return { at: here, show: "short", say: [points("To talk about:", say)] };
  }
  const criterion = item.criteria[Number(rest) - 1];
  if (criterion !== undefined)
    return staying(obey(command, { state, here, criterion, rest: "", heard }), here);
  return stay(
    here,
    `Which line is it about? Type the letter and the number of the line, for example ${echoCommand(heard)} 3.`,
  );
}

// An answer to one line leaves the others to do.
function staying(outcome: Outcome, here: Here): Outcome {
  return outcome.edits === undefined ? outcome : { ...outcome, at: here, show: "short" };
}

function echoCommand({ line }: Heard): string {
  return echo(line).slice(1, 2).toLowerCase();
}
