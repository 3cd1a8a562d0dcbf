import type { Criterion } from "../rubric/rubric.ts";
import { type Block, choices, heading, options, text } from "./block.ts";
import { type CheckSign, checkSigns } from "./check-signs.ts";
import { type CommandId, commandHelp } from "./commands.ts";
import type { ChecksItem } from "./item.ts";
import { answerWords, responseTo, statusOf } from "./responses.ts";
import type { Interview } from "./state.ts";

/** What the checks are, what each sign means, and how to type them. */
export function checklistInFull(state: Interview, item: ChecksItem): readonly Block[] {
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
    ...checksSoFar(state, item),
    signLine(item),
  ];
}

export function checksSoFar(state: Interview, { criteria }: ChecksItem): readonly Block[] {
  const known = criteria.filter((criterion) => responseTo(state, criterion)?.answer !== undefined);
  if (known.length === 0) return [];
  const said = criteria.map((criterion, index) => {
    const again = statusOf(state, criterion) === "look-again" ? " (look again: new wording)" : "";
    return `${index + 1} ${checkWords(criterion, responseTo(state, criterion))}${again}`;
  });
  return [text("So far:"), options(...said), text("Press Enter to keep it.")];
}

export function signLine({ criteria }: ChecksItem): Block {
  const signs = checkSigns(criteria);
  const said = signs.map(({ sign, name }) => `${sign} ${name}`).join(", ");
  const example = criteria.map((_, index) => signs[index % 3]?.sign).join(" ");
  return text(
    `Type one sign for each line: ${said}. For example: ${example}. Type ? for all choices.`,
  );
}

/** As `signLine`, for an answer to something that did not fit. */
export function signText({ criteria }: ChecksItem): string {
  const said = checkSigns(criteria).map(({ sign, name }: CheckSign) => `${sign} ${name}`);
  return `Type one for each line, from 1 to ${criteria.length}: ${said.join(", ")}. Type ? for all choices.`;
}

export function checksHelp(item: ChecksItem): readonly Block[] {
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

function checkWords(criterion: Criterion, response: Parameters<typeof answerWords>[1]): string {
  const level = criterion.levels.find(({ id }) => id === response?.answer);
  return level?.name.toLowerCase() ?? answerWords(criterion, response);
}
