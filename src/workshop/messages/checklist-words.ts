import type { Criterion } from "../../rubric/rubric.ts";
import { type Block, choices, heading, lines, options, paragraph } from "../../terminal/blocks.ts";
import { type CheckSign, checkSigns } from "../check-characters.ts";
import { type CommandId, commandHelp } from "../commands.ts";
import type { ChecksItem } from "../item.ts";
import { answerWords, responseTo, statusOf } from "../responses.ts";
import { saidAbout } from "../so-far.ts";
import type { Interview } from "../state.ts";

/** What the checks are, what each sign means, and how to type them. */
export function checklistInFull(state: Interview, item: ChecksItem): readonly Block[] {
  const { label, section, criteria } = item;
  return [
    heading(1, `${label} . ${section.title}`),
    paragraph("What do we have in place?"),
    meanings(item),
    // Nearest to the prompt, so that a small window shows the lines and how to type them.
    choices(criteria.map(({ asks }, index) => ({ mark: String(index + 1), name: asks }))),
    ...checksSoFar(state, item),
    signLine(item),
  ];
}

/** What was answered, what the signs mean and how they are typed. */
export function checklistInShort(state: Interview, item: ChecksItem): readonly Block[] {
  return [...checksSoFar(state, item), meanings(item), signLine(item)];
}

function meanings({ criteria }: ChecksItem): Block {
  const signs = checkSigns(criteria);
  const named = criteria[0].levels.map(({ name, id, text: words }) => ({
    mark: signs.find(({ answer }) => answer === id)?.sign ?? "",
    name,
    text: words,
  }));
  return choices(named.toReversed());
}

function checksSoFar(state: Interview, { criteria }: ChecksItem): readonly Block[] {
  const known = criteria.filter((criterion) => responseTo(state, criterion)?.answer !== undefined);
  const said = criteria.map((criterion, index) => {
    const again =
      statusOf(state, criterion) === "look-again" && !state.keepsOld
        ? " (look again: new wording)"
        : "";
    return `${index + 1} ${checkWords(criterion, responseTo(state, criterion))}${again}`;
  });
  const about = criteria.flatMap((criterion, index) =>
    saidAbout(state, criterion).map((line) => `Line ${index + 1}. ${line}`),
  );
  return [
    ...(known.length > 0 ? [paragraph("So far:"), options(...said)] : []),
    ...(about.length > 0 ? [lines(...about)] : []),
    ...(known.length > 0 ? [paragraph("Press Enter to keep it.")] : []),
  ];
}

export function signLine({ criteria }: ChecksItem): Block {
  const signs = checkSigns(criteria);
  const example = criteria.map((_, index) => signs[index % 3]?.sign).join(" ");
  return paragraph(
    `Type one ${signNoun(signs)} for each line: ${signNames(signs)}. For example: ${example}. Type ? for all choices.`,
  );
}

/** As `signLine`, for an answer to something that did not fit. */
export function signText({ criteria }: ChecksItem): string {
  const signs = checkSigns(criteria);
  return `Type one ${signNoun(signs)} for each of the ${criteria.length} lines: ${signNames(signs)}. Type ? for all choices.`;
}

/** `letter` where every sign is one, which is the usual case. */
export function signNoun(signs: readonly CheckSign[]): "letter" | "sign" {
  return signs.every(({ sign }) => /^[a-z]$/u.test(sign)) ? "letter" : "sign";
}

function signNames(signs: readonly CheckSign[]): string {
  return signs.map(({ sign, name }) => `${sign} ${name}`).join(", ");
}

export function checksHelp(item: ChecksItem): readonly Block[] {
  const signs = checkSigns(item.criteria)
    .filter(({ answer }) => item.criteria[0].levels.every(({ id }) => id !== answer))
    .map(({ sign, name }) => ({ mark: sign, name }));
  const first = [
    ...signs,
    { mark: "Enter", name: "keep the answers shown" },
    { mark: "w 3", name: "write a note about line 3" },
  ];
  return [
    ...commandHelp(first, FOR_A_LIST),
    paragraph("v, d, w, e, a and t take the number of a line, for example a 3."),
    meanings(item),
    signLine(item),
  ];
}

const FOR_A_LIST: readonly CommandId[] = [
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

function checkWords(criterion: Criterion, response: Parameters<typeof answerWords>[1]): string {
  const level = criterion.levels.find(({ id }) => id === response?.answer);
  return level?.name.toLowerCase() ?? answerWords(criterion, response);
}
