import { criteriaOf } from "../../rubric/rubric.ts";
import { lengthText } from "../../rubric/session-time.ts";
import { type Block, choices, heading, lines, options, paragraph } from "../../terminal/blocks.ts";
import { echo, fold, readNumber, readYesNo } from "../../terminal/typed-line.ts";
import { counted } from "../../util/words.ts";
import { spokenTime } from "../dates.ts";
import { countPeople, goOnCounting, peopleWords } from "../groups.ts";
import { askedAtFirst, checklists, everything, type Item, isOfChecklist } from "../items.ts";
import { messages } from "../messages/messages.ts";
import { whatIsLeft } from "../obey.ts";
import { type CommandId, readTyped } from "../parse-input.ts";
import { firstOpen, itemIndex, progressLines, walkThrough } from "../progress.ts";
import { statusOfItem, storedKey } from "../responses.ts";
import type {
  AtOf,
  Heard,
  Interview,
  InterviewOptions,
  Outcome,
  Screen,
  VotingMethod,
} from "../state.ts";
import { goToQuestion } from "./go-to-question.ts";

const wording = messages.welcome;

/** Asks whether the same people are here as last time. */
export const samePeopleScreen: Screen<AtOf<"same-people">> = {
  show: ({ file }) => {
    const said = peopleWords(file.people ?? []);
    return [
      lines(said === "" ? wording.nobodyCounted : wording.whoWasHere(said), wording.samePeople),
    ];
  },
  prompt: () => messages.common.yesOrNo,
  hear(state, here, { line }) {
    const yes = readYesNo(line);
    if (yes === true) return { at: goOnCounting(state, { kind: "welcome" }) };
    if (yes === false) return { at: countPeople(state, { kind: "welcome" }) };
    const { nothingTyped, neitherYesNorNo } = messages.common;
    const wrong = line.trim() === "" ? nothingTyped : neitherYesNorNo(echo(line));
    return { at: here, show: "prompt", say: [paragraph(wrong)] };
  },
  help: () => [paragraph(wording.samePeopleHelp)],
};

/** Where to carry on. */
export const welcomeScreen: Screen<AtOf<"welcome">> = {
  show: choicesHere,
  prompt: () => wording.prompt,
  hear(state, here, heard) {
    const word = fold(heard.line);
    if (word === "") return { at: firstOpen(state) };
    if (["k", "skipped"].includes(word)) return skippedOnes(state, here);
    if (word === "o" && hasChanged(state)) return keepOld(state);
    if (word === "e" && isQuick(state)) return askEverything(state);
    const typed = readTyped(heard.line, []);
    const obeyed =
      typed.kind === "command" ? obeyHere(state, here, { ...typed, heard }) : undefined;
    return obeyed ?? wrong(state, here, heard.line);
  },
  help: choicesHere,
};

const METHODS = ["cards", "slips", "talk"] as const satisfies readonly VotingMethod[];

/** How people show what they think before they talk. */
export const votingMethodScreen: Screen<AtOf<"voting-method">> = {
  show: () => [
    heading(1, wording.howToVote),
    choices(
      METHODS.map((method, index) => ({ mark: String(index + 1), name: wording.methods[method] })),
    ),
    paragraph(wording.votesAnywhere),
  ],
  prompt: () => wording.votePrompt,
  hear(state, here, { line }) {
    const chosen = METHODS[(readNumber(line) ?? 0) - 1];
    if (chosen !== undefined) return { at: here.returnTo, votingMethod: chosen };
    if (["b", "back"].includes(fold(line))) return { at: countPeople(state, here) };
    const wrong = wording.voteWrong(fold(line) === "" ? "" : echo(line));
    return { at: here, show: "prompt", say: [paragraph(wrong)] };
  },
  help: () => [paragraph(wording.voteHelp)],
};

/** Whether only the core questions are asked, because somebody chose that when it began. */
function isQuick({ file, selected }: Interview): boolean {
  return file.look === "quick" && selected;
}

function askEverything(state: Interview): Outcome {
  const at = firstOpen({ ...state, ...everything(state) });
  return { at, everything: true, say: [paragraph(messages.common.quickLook.everything)] };
}

function keepOld(state: Interview): Outcome {
  const at = firstOpen({ ...state, keepsOld: true });
  return { at, keepsOld: true, say: [paragraph(wording.keepsOld)] };
}

interface Command {
  readonly command: CommandId;
  readonly rest: string;
  readonly heard: Heard;
}

function obeyHere(
  state: Interview,
  here: AtOf<"welcome">,
  { command, rest, heard }: Command,
): Outcome | undefined {
  switch (command) {
    case "list":
      return { at: here, show: "short", isPage: true, say: whatIsLeft(state, heard) };
    case "action":
      return { at: { kind: "action", draft: { step: "do", action: {} }, returnTo: here } };
    case "back":
      return { at: countPeople(state, here) };
    case "go":
      return rest === ""
        ? { at: { kind: "go-to-question", returnTo: firstOpen(state) } }
        : goToQuestion(state, { line: rest, stay: here });
    default:
      return undefined;
  }
}

function choicesHere(state: Interview): readonly Block[] {
  const at = firstOpen(state);
  const item = state.items[itemIndex(at) ?? -1];
  const where = item === undefined ? wording.toCheck : wording.at(item.label.toLowerCase());
  return [
    paragraph(wording.carryOn(where)),
    options(...offered(state).map(({ letter, does }) => `${letter} ${does}`)),
  ];
}

interface Offer {
  readonly letter: string;
  readonly does: string;
}

function offered(state: Interview): readonly Offer[] {
  const skipped = state.items.some((each) => statusOfItem(state, each) === "skipped");
  return [
    { letter: "g", does: wording.offers.go },
    { letter: "l", does: wording.offers.list },
    ...(isQuick(state) ? [{ letter: "e", does: messages.common.quickLook.letter }] : []),
    ...(hasChanged(state) ? [{ letter: "o", does: wording.offers.old }] : []),
    ...(skipped ? [{ letter: "k", does: wording.offers.skipped }] : []),
    { letter: "q", does: wording.offers.stop },
  ];
}

function hasChanged(state: Interview): boolean {
  return state.items.some((item) => statusOfItem(state, item) === "look-again");
}

function skippedOnes(state: Interview, here: AtOf<"welcome">): Outcome {
  const isSkipped = (item: Item) => statusOfItem(state, item) === "skipped";
  return walkThrough(state, isSkipped, here) ?? { at: firstOpen(state) };
}

function wrong(state: Interview, here: AtOf<"welcome">, line: string): Outcome {
  const letters = offered(state).map(({ letter }) => letter);
  const words = wording.wrong(echo(line), letters.slice(0, -1).join(", "));
  return { at: here, show: "prompt", say: [paragraph(words)] };
}

type Beginning = Pick<InterviewOptions, "fresh" | "stopped" | "conflicts">;

/** The first words: how long it takes, or when it stopped and what is done. */
export function beginningBlocks(
  state: Interview,
  { fresh, stopped, conflicts = [] }: Beginning,
): readonly Block[] {
  if (fresh) return [];
  const beside = conflicts.map(wording.beside);
  return [
    heading(1, welcome(state, stopped)),
    lines(...(isQuick(state) ? [messages.common.quickLook.said] : []), ...progressLines(state)),
    ...beside.map(paragraph),
    ...changes(state),
  ];
}

/** How long it takes with a start, breaks and an end, for a heading before anything is asked. */
export function lengthWords(state: Pick<Interview, "items">, minutes: number): string {
  const asked = askedAtFirst(state.items);
  const questions = asked.filter((item) => !isOfChecklist(item)).length;
  const pages = asked.flatMap((item) => (item.kind === "checklist" ? (item.titles ?? []) : []));
  const lists = checklists(asked).length - (pages.length > 0 ? 1 : 0);
  const said = [
    ...(questions > 0 ? [counted(questions, "question")] : []),
    ...(pages.length > 0 ? [messages.barriers.onOnePage(pages.length)] : []),
    ...(lists > 0 ? [counted(lists, "checklist")] : []),
  ];
  const long = minutes > 120 ? wording.twoMeetings : "";
  return `${wording.takes(lengthText(minutes), said)}${long}`;
}

function welcome({ file }: Interview, stopped: Beginning["stopped"]): string {
  const last = file.sessions?.at(-1);
  if (last === undefined) return wording.first;
  if (last.ended === undefined) return wording.closedSuddenly;
  const word = last.how === "finished" ? "finished" : "stopped";
  return stopped === undefined ? wording.back : wording.stoppedOn(word, spokenTime(stopped));
}

function changes(state: Interview): readonly Block[] {
  const sudden = state.file.sessions?.at(-1);
  const gone = answersWithoutQuestion(state);
  const again = state.items.filter((item) => statusOfItem(state, item) === "look-again").length;
  const said = [
    ...(sudden !== undefined && sudden.ended === undefined ? [wording.allIsHere] : []),
    ...(again + gone > 0 ? [wording.haveChanged] : []),
    ...(again > 0 ? [wording.newWording(again)] : []),
    ...(gone > 0 ? [wording.takenOut(gone)] : []),
  ];
  return said.length > 0 ? [lines(...said)] : [];
}

/** How many answers in the file belong to a question that its rubric no longer has. */
function answersWithoutQuestion(state: Interview): number {
  const known = state.rubrics.flatMap(criteriaOf).map((criterion) => storedKey(state, criterion));
  const asked = state.rubrics.map(({ id }) => `${id}/`);
  return Object.keys(state.file.answers ?? {}).filter(
    (key) => !known.includes(key) && asked.some((start) => key.startsWith(start)),
  ).length;
}
