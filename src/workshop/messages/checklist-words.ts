import { type Criterion, listHeading } from "../../rubric/rubric.ts";
import {
  type Block,
  choices,
  heading,
  lines,
  options,
  orBrief,
  paragraph,
  spare,
} from "../../terminal/blocks.ts";
import { capitalised } from "../../util/words.ts";
import type { ChecklistItem } from "../items.ts";
import {
  type CheckCharacter,
  type CommandId,
  checkCharacters,
  commandHelp,
} from "../parse-input.ts";
import { answerWords, responseTo, statusOf } from "../responses.ts";
import { saidAbout } from "../so-far.ts";
import type { Interview } from "../state.ts";
import { messages } from "./messages.ts";

/** What the checks are, what each character means, and how to type them. */
export function checklistInFull(state: Interview, item: ChecklistItem): readonly Block[] {
  const { label, section, criteria } = item;
  if (item.titles !== undefined) return feltInFull(state, { ...item, titles: item.titles });
  return [
    spare(1, heading(1, `${label} . ${section.title}`)),
    ...introduction(state, item),
    spare(2, paragraph(listHeading(section))),
    spare(3, meanings(item)),
    // Nearest to the prompt, so that a small window shows the lines and how to type them.
    orBrief(
      choices(criteria.map(({ asks }, index) => ({ mark: String(index + 1), name: asks }))),
      paragraph(criteria.map(({ asks }, index) => `${index + 1} ${asks}`).join(" | ")),
    ),
    ...askedElsewhere(state, item),
    ...checksSoFar(state, item),
    charactersLine(item),
  ];
}

/** Why it matters, where no question of the part has said it before. */
function introduction(state: Interview, { section, rivals }: ChecklistItem): readonly Block[] {
  return rivals === undefined || state.section === section.key
    ? []
    : [spare(4, paragraph(section.why))];
}

type FeltPage = ChecklistItem & Required<Pick<ChecklistItem, "titles">>;

/** How much each barrier is felt; in a small window each goes by its name. */
function feltInFull(state: Interview, item: FeltPage): readonly Block[] {
  const { label, section, criteria, titles } = item;
  const words = messages.barriers;
  return [
    spare(1, heading(1, `${label} . ${section.title}`)),
    paragraph(words.mayPass),
    paragraph(words.heading),
    orBrief(
      choices(criteria.map(({ asks }, index) => ({ mark: String(index + 1), name: asks }))),
      choices(titles.map((title, index) => ({ mark: String(index + 1), name: title }))),
    ),
    spare(2, paragraph(waysToShow(state))),
    ...checksSoFar(state, item),
    charactersLine(item),
  ];
}

function waysToShow({ votingMethod = "talk" }: Interview): string {
  const { howToShow, readOne, voteOne } = messages.barriers;
  const how = howToShow[votingMethod === "either" ? "cards" : votingMethod];
  return [how, ...(votingMethod === "talk" ? [] : [voteOne]), readOne(3)].join(" ");
}

/** Checks that nobody is asked twice, with what was answered. */
function askedElsewhere(state: Interview, { shared }: ChecklistItem): readonly Block[] {
  const said = shared.map((criterion) => {
    const response = responseTo(state, criterion);
    return response?.answer === undefined
      ? criterion.asks
      : `${criterion.asks} ${capitalised(checkWords(criterion, response))}.`;
  });
  return said.length === 0 ? [] : [spare(2, lines(messages.atQuestions.askedElsewhere, ...said))];
}

/** What was answered, what the characters mean and how they are typed. */
export function checklistInShort(state: Interview, item: ChecklistItem): readonly Block[] {
  const meant = item.titles === undefined ? [meanings(item)] : [];
  return [...checksSoFar(state, item), ...meant, charactersLine(item)];
}

function meanings({ criteria }: ChecklistItem): Block {
  const characters = checkCharacters(criteria);
  const named = criteria[0].levels.map(({ name, id, text: words }) => {
    const mark = characters.find(({ answer }) => answer === id)?.character ?? "";
    return { mark, name: name === mark ? "" : name, text: words };
  });
  return choices(named.toReversed());
}

function checksSoFar(state: Interview, { criteria }: ChecklistItem): readonly Block[] {
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

export function charactersLine({ criteria, titles }: ChecklistItem): Block {
  const characters = checkCharacters(criteria);
  const example = criteria.map((_, index) => characters[index % 3]?.character).join(" ");
  return orBrief(
    paragraph(
      `Type one ${characterNoun(characters)} for each line: ${characterNames(characters)}. For example: ${example}. Type ? for all choices.`,
    ),
    options(
      ...characters.map(characterName),
      ...(titles === undefined ? [] : [messages.barriers.readInShort(1)]),
      "? all choices",
    ),
  );
}

/** As `charactersLine`, for an answer to something that did not fit. */
export function charactersText({ criteria }: ChecklistItem): string {
  const characters = checkCharacters(criteria);
  return `Type one ${characterNoun(characters)} for each of the ${criteria.length} lines: ${characterNames(characters)}. Type ? for all choices.`;
}

/** `letter` where every character is one, which is the usual case. */
export function characterNoun(characters: readonly CheckCharacter[]): "letter" | "character" {
  return characters.every(({ character }) => /^[a-z]$/u.test(character)) ? "letter" : "character";
}

function characterNames(characters: readonly CheckCharacter[]): string {
  return characters.map(characterName).join(", ");
}

/** A level that is named by its own figure is said once. */
function characterName({ character, name }: CheckCharacter): string {
  return name === character ? name : `${character} ${name}`;
}

export function checklistHelp(item: ChecklistItem): readonly Block[] {
  const characters = checkCharacters(item.criteria)
    .filter(({ answer }) => item.criteria[0].levels.every(({ id }) => id !== answer))
    .map(({ character, name }) => ({ mark: character, name }));
  const first = [
    ...characters,
    { mark: "Enter", name: "keep the answers shown" },
    { mark: oneLineAgain(item), name: `change line ${item.criteria.length} alone` },
    { mark: "w 3", name: "write a note about line 3" },
    ...(item.titles === undefined ? [] : [{ mark: "r 3", name: messages.barriers.readMeaning(3) }]),
  ];
  return [
    ...commandHelp(first, FOR_A_LIST),
    paragraph("v, d, w, e, a and t take the number of a line, for example a 3."),
    ...(item.titles === undefined ? [meanings(item)] : []),
    charactersLine(item),
  ];
}

/** A line and an answer as they are typed to change that line alone. */
export function oneLineAgain({ criteria }: Pick<ChecklistItem, "criteria">): string {
  const top = criteria[0].levels.at(-1)?.id;
  const typed = checkCharacters(criteria).find(({ answer }) => answer === top);
  return `${criteria.length} ${typed?.character ?? "y"}`;
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
  "undo",
  "quit",
];

function checkWords(criterion: Criterion, response: Parameters<typeof answerWords>[1]): string {
  const level = criterion.levels.find(({ id }) => id === response?.answer);
  return level?.name.toLowerCase() ?? answerWords(criterion, response);
}
