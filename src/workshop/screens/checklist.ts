import type { Criterion } from "../../rubric/rubric.ts";
import { paragraph, points } from "../../terminal/blocks.ts";
import { echo } from "../../terminal/typed-line.ts";
import type { ChecklistItem } from "../items.ts";
import {
  characterNoun,
  charactersLine,
  charactersText,
  checklistHelp,
  checklistInFull,
  checklistInShort,
} from "../messages/checklist-words.ts";
import { messages } from "../messages/messages.ts";
import { levelsRead } from "../messages/question-words.ts";
import { obey } from "../obey.ts";
import {
  type CommandId,
  checkCharacters,
  readChecks,
  readOneCheck,
  readTyped,
} from "../parse-input.ts";
import { afterItem } from "../progress.ts";
import { answered, keptAnswer, responseTo, statusOf } from "../responses.ts";
import type { AtOf, Heard, Interview, Outcome, Screen } from "../state.ts";

const wording = messages.list;

type ChecklistPlace = AtOf<"checklist">;

/** A barrier's checks, all of them answered in one line. */
export const checklistScreen: Screen<ChecklistPlace> = {
  show(state, here, how) {
    const item = checklistAt(state, here.item);
    return how === "full" ? checklistInFull(state, item) : checklistInShort(state, item);
  },
  prompt(state, here) {
    const { section, titles } = checklistAt(state, here.item);
    if (titles !== undefined) return messages.barriers.prompt;
    return section.kind === "barrier" ? wording.inPlace : wording.answers;
  },
  hear(state, here, heard) {
    const item = checklistAt(state, here.item);
    const typed = readTyped(heard.line, []);
    if (typed.kind === "nothing") return keep(state, here, { item, heard });
    if (typed.kind !== "command" || readChecks(item.criteria, heard.line).kind === "answers") {
      return choose(state, here, { item, heard });
    }
    const command = { ...typed, item, heard };
    return hearAtBarriers(state, here, command) ?? hearCommand(state, here, command);
  },
  help: (state, here) => checklistHelp(checklistAt(state, here.item)),
};

export function checklistAt({ items }: Interview, index: number): ChecklistItem {
  const item = items[index];
  if (item?.kind !== "checklist") throw new Error(`item ${index} is not a checklist`);
  return item;
}

interface ListHeard {
  readonly item: ChecklistItem;
  readonly heard: Heard;
}

function keep(state: Interview, here: ChecklistPlace, { item, heard }: ListHeard): Outcome {
  const open = item.criteria.some((criterion) => statusOf(state, criterion) === "open");
  if (!open) {
    const edits = state.keepsOld
      ? []
      : item.criteria.flatMap((each) => keptAnswer(state, each, heard.now));
    return { at: afterItem(state, here.item), edits, saved: wording.kept };
  }
  const say = [paragraph(wording.someOpen), charactersLine(item)];
  return { at: here, show: "prompt", say };
}

function choose(state: Interview, here: ChecklistPlace, { item, heard }: ListHeard): Outcome {
  const typed = readChecks(item.criteria, heard.line);
  const one = typed.kind === "answers" ? undefined : readOneCheck(item.criteria, heard.line);
  if (one !== undefined) return chooseOne(state, here, { ...one, item, heard });
  switch (typed.kind) {
    case "answers":
      return { at: { kind: "checklist-save", item: here.item, answers: typed.answers } };
    case "unknown":
      return wrong(here, item, wording.unknown(echo(typed.character), nounOf(item)));
    case "count":
      return wrong(here, item, wording.count(typed.count, item.criteria.length, nounOf(item)));
    case "not-optional":
      return stay(here, wording.forEverybody(typed.line));
    default:
      return typed satisfies never;
  }
}

/** The answer to one line alone; the others stay as they are. */
function chooseOne(
  state: Interview,
  here: ChecklistPlace,
  { item, heard, index, answer }: ListHeard & { readonly index: number; readonly answer: string },
): Outcome {
  const criterion = item.criteria[index];
  if (criterion === undefined) return stay(here, charactersText(item));
  if (answer === "not-applicable")
    return obey("not-applicable", { state, here, criterion, rest: "", heard });
  const name = checkCharacters(item.criteria).find((each) => each.answer === answer)?.name;
  const edits = [answered(state, criterion, { answer }, heard.now)];
  return { at: here, show: "short", edits, saved: wording.answered(index + 1, `${name}`) };
}

function nounOf({ criteria }: ChecklistItem): string {
  return characterNoun(checkCharacters(criteria));
}

function stay(here: ChecklistPlace, words: string): Outcome {
  return { at: here, show: "prompt", say: [paragraph(words)] };
}

function wrong(here: ChecklistPlace, item: ChecklistItem, words: string): Outcome {
  return stay(here, `${words} ${charactersText(item)}`);
}

interface Command {
  readonly command: CommandId;
  readonly rest: string;
  readonly item: ChecklistItem;
  readonly heard: Heard;
}

const FOR_THE_LIST: readonly CommandId[] = ["read", "back", "go", "list", "clear"];

function hearCommand(
  state: Interview,
  here: ChecklistPlace,
  { command, rest, item, heard }: Command,
): Outcome {
  if (command === "quit" || command === "help" || command === "undo")
    return stay(here, charactersText(item));
  const [first] = item.criteria;
  if (FOR_THE_LIST.includes(command))
    return obey(command, { state, here, criterion: first, rest, heard });
  if (["unsure", "skip"].includes(command) && rest === "") {
    const answer = command === "unsure" ? "unsure" : "skipped";
    return {
      at: { kind: "checklist-save", item: here.item, answers: item.criteria.map(() => answer) },
    };
  }
  if (command === "talk" && rest === "") {
    const say = item.criteria.flatMap(({ talk }) => talk);
    return { at: here, show: "short", isPage: true, say: [points(wording.toTalk, say)] };
  }
  const criterion = item.criteria[Number(rest) - 1];
  if (criterion !== undefined)
    return staying(obey(command, { state, here, criterion, rest: "", heard }), here);
  return stay(here, wording.whichLine(echoCommand(heard)));
}

/** On the page of all barriers: what the numbers mean at a line, and votes from line to line. */
function hearAtBarriers(
  state: Interview,
  here: ChecklistPlace,
  { command, rest, item, heard }: Command,
): Outcome | undefined {
  if (item.titles === undefined) return undefined;
  if (command === "talk" && rest === "") return stay(here, wording.whichLine("t"));
  if (command === "votes" && rest === "") {
    const criterion = nextToVote(state, item);
    return criterion && staying(obey("votes", { state, here, criterion, rest, heard }), here);
  }
  const asked = command === "read" ? item.criteria[Number(rest) - 1] : undefined;
  return asked && { at: here, show: "short", isPage: true, say: levelsRead(asked) };
}

function nextToVote(state: Interview, { criteria }: ChecklistItem): Criterion | undefined {
  return criteria.find((each) => {
    const { answer, votes } = responseTo(state, each) ?? {};
    return answer === undefined && votes === undefined;
  });
}

// An answer to one line leaves the others to do.
function staying(outcome: Outcome, here: ChecklistPlace): Outcome {
  return outcome.edits === undefined ? outcome : { ...outcome, at: here, show: "short" };
}

function echoCommand({ line }: Heard): string {
  return echo(line).slice(1, 2).toLowerCase();
}
