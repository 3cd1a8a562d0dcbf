import { criteriaOf } from "../../rubric/rubric.ts";
import { lengthText } from "../../rubric/session-time.ts";
import { type Block, choices, heading, lines, options, paragraph } from "../../terminal/blocks.ts";
import { echo, fold, readNumber, readYesNo } from "../../terminal/typed-line.ts";
import { counted, listOf } from "../../util/words.ts";
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

/** Asks whether the same people are here as last time. */
export const samePeopleScreen: Screen<AtOf<"same-people">> = {
  show: ({ file }) => {
    const said = peopleWords(file.people ?? []);
    return [
      lines(
        said === "" ? "Last time nobody was counted." : `Who was here last time? ${said}`,
        "Are the same people here today?",
      ),
    ];
  },
  prompt: () => "y or n: ",
  hear(state, here, { line }) {
    const yes = readYesNo(line);
    if (yes === true) return { at: goOnCounting(state, { kind: "welcome" }) };
    if (yes === false) return { at: countPeople(state, { kind: "welcome" }) };
    const wrong =
      line.trim() === "" ? "Nothing is typed yet." : `${echo(line)} is neither y nor n.`;
    return { at: here, show: "prompt", say: [paragraph(`${wrong} Type y or n.`)] };
  },
  help: () => [
    paragraph("Type y if the same groups are here in the same numbers, or n to count again."),
  ],
};

/** Where to carry on. */
export const welcomeScreen: Screen<AtOf<"welcome">> = {
  show: choicesHere,
  prompt: () => "Carry on: ",
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

const METHODS: readonly { readonly votingMethod: VotingMethod; readonly name: string }[] = [
  { votingMethod: "cards", name: "Cards or fingers, all at the same time (everyone sees)" },
  { votingMethod: "slips", name: "Paper slips, folded (nobody sees who wrote what)" },
  { votingMethod: "talk", name: "No votes. We will just talk" },
];

/** How people show what they think before they talk. */
export const votingMethodScreen: Screen<AtOf<"voting-method">> = {
  show: () => [
    heading(1, "How will people show what they think?"),
    choices(METHODS.map(({ name }, index) => ({ mark: String(index + 1), name }))),
    paragraph("You can type votes in at any question with v."),
  ],
  prompt: () => "1, 2 or 3: ",
  hear(state, here, { line }) {
    const chosen = METHODS[(readNumber(line) ?? 0) - 1];
    if (chosen !== undefined) return { at: here.returnTo, votingMethod: chosen.votingMethod };
    if (["b", "back"].includes(fold(line))) return { at: countPeople(state, here) };
    const wrong =
      fold(line) === "" ? "Nothing is chosen yet." : `${echo(line)} is not one of the choices.`;
    return { at: here, show: "prompt", say: [paragraph(`${wrong} Type 1, 2 or 3.`)] };
  },
  help: () => [
    paragraph("Type 1 for cards or fingers, 2 for paper slips, or 3 to talk without votes."),
  ],
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
  const words =
    "The answers with an earlier wording stay as they are. Questions still to do come in their new wording: the file holds the old words of answered questions only.";
  const at = firstOpen({ ...state, keepsOld: true });
  return { at, keepsOld: true, say: [paragraph(words)] };
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
  const where = item === undefined ? "to check your answers" : `at ${item.label.toLowerCase()}`;
  return [
    paragraph(`Press Enter to carry on ${where}, or type:`),
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
    { letter: "g", does: "go to a question" },
    { letter: "l", does: "list" },
    ...(isQuick(state) ? [{ letter: "e", does: messages.common.quickLook.letter }] : []),
    ...(hasChanged(state)
      ? [{ letter: "o", does: "keep the answers under their old wording" }]
      : []),
    ...(skipped ? [{ letter: "k", does: "answer the skipped ones first" }] : []),
    { letter: "q", does: "stop" },
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
  const words = `${echo(line)} is not one of the choices. Press Enter to carry on, or type ${letters.slice(0, -1).join(", ")} or q.`;
  return { at: here, show: "prompt", say: [paragraph(words)] };
}

type Beginning = Pick<InterviewOptions, "fresh" | "stopped" | "conflicts">;

/** The first words: how long it takes, or when it stopped and what is done. */
export function beginningBlocks(
  state: Interview,
  { fresh, stopped, conflicts = [] }: Beginning,
): readonly Block[] {
  if (fresh) return [];
  const beside = conflicts.map(
    (name) =>
      `Beside our file there is ${name}. It may hold answers that somebody saved on another computer. We leave it alone.`,
  );
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
  const long = minutes > 120 ? " Two meetings are easier than one." : "";
  return `This takes ${lengthText(minutes)} for ${listOf(said)}.${long}`;
}

function welcome({ file }: Interview, stopped: Beginning["stopped"]): string {
  const last = file.sessions?.at(-1);
  if (last === undefined) return "Welcome.";
  if (last.ended === undefined) return "Welcome back. Last time the program closed suddenly.";
  const word = last.how === "finished" ? "finished" : "stopped";
  return stopped === undefined
    ? "Welcome back."
    : `Welcome back. You ${word} on ${spokenTime(stopped)}.`;
}

function changes(state: Interview): readonly Block[] {
  const sudden = state.file.sessions?.at(-1);
  const gone = answersWithoutQuestion(state);
  const again = state.items.filter((item) => statusOfItem(state, item) === "look-again").length;
  const said = [
    ...(sudden !== undefined && sudden.ended === undefined
      ? ["Everything that was confirmed is here. A line you were typing may be missing."]
      : []),
    ...(again + gone > 0 ? ["The questions have changed since then."] : []),
    ...(again > 0
      ? [
          `${again} ${again === 1 ? "has" : "have"} new wording. Your answers are kept, marked "look again".`,
        ]
      : []),
    ...(gone > 0
      ? [
          gone === 1
            ? "1 was taken out. Its answer is kept in the file."
            : `${gone} were taken out. Their answers are kept in the file.`,
        ]
      : []),
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
