import type { Criterion } from "../rubric/rubric.ts";
import { type Block, bullets, choices, heading, options, text } from "./block.ts";
import { type CheckSign, checkSigns, readChecks } from "./check-signs.ts";
import { type CommandId, commandHelp } from "./commands.ts";
import type { ChecksItem } from "./item.ts";
import { obey } from "./item-commands.ts";
import { answerWords, responseTo, statusOf } from "./responses.ts";
import type { AtOf, Heard, Interview, Outcome, Screen } from "./state.ts";
import { echo, readTyped } from "./typed.ts";
import { afterItem } from "./walk.ts";

type Here = AtOf<"checks">;

/** A barrier's checks, all of them answered in one line. */
export const checksScreen: Screen<Here> = {
  show(state, here, how) {
    const item = checksAt(state, here.item);
    return how === "full" ? inFull(state, item) : [...soFar(state, item), signLine(item)];
  },
  prompt: () => "In place: ",
  hear(state, here, heard) {
    const item = checksAt(state, here.item);
    const typed = readTyped(heard.line, []);
    if (typed.kind === "nothing") return keep(state, here, item);
    if (typed.kind !== "command" || readChecks(item.criteria, heard.line).kind === "answers") {
      return choose(here, item, heard);
    }
    return hearCommand(state, here, { ...typed, item, heard });
  },
  help: (state, here) => helpFor(checksAt(state, here.item)),
};

export function checksAt({ items }: Interview, index: number): ChecksItem {
  const item = items[index];
  if (item?.kind !== "checks") throw new Error(`item ${index} is not a checklist`);
  return item;
}

function inFull(state: Interview, item: ChecksItem): readonly Block[] {
  const { label, section, criteria } = item;
  const marks = checkSigns(criteria);
  const meaning = criteria[0].levels.map(({ name, id, text: words }) => ({
    mark: marks.find(({ answer }) => answer === id)?.sign ?? "",
    name,
    text: words,
  }));
  return [
    heading(`${label} . ${section.title}`),
    text("What do we have in place?"),
    ...(state.shown < 3 || item.number === "c1" ? [choices(meaning.toReversed())] : []),
    choices(criteria.map(({ asks }, index) => ({ mark: String(index + 1), name: asks }))),
    ...soFar(state, item),
    signLine(item),
  ];
}

function signLine({ criteria }: ChecksItem): Block {
  const signs = checkSigns(criteria);
  const said = signs.map(({ sign, name }) => `${sign} ${name}`).join(", ");
  const example = criteria.map((_, index) => signs[index % 3]?.sign).join(" ");
  return text(
    `Type one sign for each line: ${said}. For example: ${example}. Type ? for all choices.`,
  );
}

function soFar(state: Interview, { criteria }: ChecksItem): readonly Block[] {
  const known = criteria.filter((criterion) => responseTo(state, criterion)?.answer !== undefined);
  if (known.length === 0) return [];
  const said = criteria.map((criterion, index) => {
    const again = statusOf(state, criterion) === "look-again" ? " (look again: new wording)" : "";
    return `${index + 1} ${checkWords(criterion, responseTo(state, criterion))}${again}`;
  });
  return [text("So far:"), options(...said), text("Press Enter to keep it.")];
}

function checkWords(criterion: Criterion, response: Parameters<typeof answerWords>[1]): string {
  const level = criterion.levels.find(({ id }) => id === response?.answer);
  return level?.name.toLowerCase() ?? answerWords(criterion, response);
}

function keep(state: Interview, here: Here, item: ChecksItem): Outcome {
  const open = item.criteria.some((criterion) => statusOf(state, criterion) === "open");
  if (!open) return { at: afterItem(state, here.item) };
  const say = [
    text("Some lines have no answer yet, and Enter alone does not choose."),
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
      return stay(here, `${echo(typed.sign)} is not one of the signs. ${signText(item)}`);
    case "count":
      return stay(
        here,
        `You typed ${typed.count} of ${item.criteria.length} signs. ${signText(item)}`,
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

function signText({ criteria }: ChecksItem): string {
  const said = checkSigns(criteria).map(({ sign, name }: CheckSign) => `${sign} ${name}`);
  return `Type one for each line, from 1 to ${criteria.length}: ${said.join(", ")}. Type ? for all choices.`;
}

function stay(here: Here, words: string): Outcome {
  return { at: here, show: "prompt", say: [text(words)] };
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
    return { at: here, show: "short", say: [bullets("To talk about:", say)] };
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

function helpFor(item: ChecksItem): readonly Block[] {
  const signs = checkSigns(item.criteria).map(({ sign, name }) => ({ mark: sign, name }));
  const example = { mark: "w 3", name: "write a note about line 3" };
  const ids: readonly CommandId[] = [
    "votes",
    "differ",
    "write",
    "evidence",
    "action",
    "talk",
    "read",
    "back",
    "go",
    "list",
    "clear",
    "quit",
  ];
  const help = commandHelp(
    [...signs, { mark: "Enter", name: "keep the answers shown" }, example],
    ids,
  );
  return [
    ...help,
    text("v, d, w, e, a and t take the number of a line, for example a 3."),
    signLine(item),
  ];
}
