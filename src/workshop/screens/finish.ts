import { isUnaccounted, numberOf } from "../../assessment/actions.ts";
import { type Block, heading, lines, options, paragraph, spare } from "../../terminal/blocks.ts";
import { echo, fold } from "../../terminal/typed-line.ts";
import { criteriaOfItem, type Item, isOfChecklist } from "../items.ts";
import { messages } from "../messages/messages.ts";
import { obeyAtEnd } from "../obey.ts";
import { readTyped } from "../parse-input.ts";
import { doneLists, markOf, walkThrough } from "../progress.ts";
import { askedLists, responseTo, type Status, statusOfItem, waitingLists } from "../responses.ts";
import type { AtOf, Heard, Interview, Outcome, Screen } from "../state.ts";
import { beginAccounts } from "./account.ts";
import { needsMore, nextToFill } from "./action.ts";
import { beginEnding } from "./ending.ts";
import { goToQuestion } from "./go-to-question.ts";

const wording = messages.finish;

type FinishPlace = AtOf<"finish">;

/** Everything in a few lines before the end: what is left, what is not agreed, which actions lack somebody. */
export const finishScreen: Screen<FinishPlace> = {
  guarded: () => true,
  show: (state, _, how) =>
    how === "short"
      ? [choicesLine(state)]
      : [
          heading(1, wording.title),
          ...overview(state),
          paragraph(wording.forgot),
          choicesLine(state),
        ],
  prompt: () => wording.prompt,
  hear(state, here, heard) {
    const typed = fold(heard.line);
    const chosen = choicesAt(state).find(({ name }, index) =>
      [String(index + 1), fold(name)].includes(typed),
    );
    if (chosen !== undefined) return chosen.leads;
    const read = readTyped(heard.line, []);
    if (read.kind === "command" && read.command === "go" && read.rest !== "") {
      return goToQuestion(state, { line: read.rest, stay: here });
    }
    if (read.kind === "other" && isSentence(heard.line)) return keepForgotten(state, here, heard);
    return (
      (read.kind === "command"
        ? obeyAtEnd(state, here, { command: read.command, heard })
        : undefined) ?? wrong(state, here, heard.line)
    );
  },
  help: (state) => [choicesLine(state), paragraph(wording.help)],
};

interface EndChoice {
  readonly name: string;
  readonly leads: Outcome;
}

function choicesAt(state: Interview): readonly EndChoice[] {
  const actions = state.file.actions ?? [];
  return [
    { name: wording.choices.finish, leads: { at: beginAccounts(state, beginEnding(state)) } },
    ...walkChoice(state, "open", wording.choices.open),
    ...walkChoice(state, "look-again", wording.choices["look-again"]),
    ...walkChoice(state, "skipped", wording.choices.skipped),
    ...walkChoice(state, "waits", messages.barriers.waitingToo(waitingLists(state).length)),
    ...(actions.some(needsMore)
      ? [{ name: wording.choices.actions, leads: { at: nextToFill(actions, undefined) } }]
      : []),
  ];
}

function walkChoice(state: Interview, status: Status, name: string): readonly EndChoice[] {
  if (status === "look-again" && state.keepsOld) return [];
  const isAsked = (item: Item) => statusOfItem(state, item) === status;
  const leads = walkThrough(state, isAsked, { kind: "finish" });
  return leads === undefined ? [] : [{ name, leads }];
}

function choicesLine(state: Interview): Block {
  const numbered = choicesAt(state).map(({ name }, index) => `${index + 1} ${name}`);
  return options(...numbered, wording.choices.stop);
}

// A slip of the finger is one character or one word; a question has more.
function isSentence(line: string): boolean {
  return line.trim().split(/\s+/u).length > 2 && /\p{L}{2}/u.test(line);
}

function keepForgotten(state: Interview, here: FinishPlace, { line }: Heard): Outcome {
  const plan = state.file.plan ?? {};
  const forgotten = [...(plan.forgotten ?? []), line.trim()];
  const edits = [{ kind: "plan" as const, plan: { ...plan, forgotten } }];
  return { at: here, show: "short", edits, saved: wording.questionKept };
}

function wrong(state: Interview, here: FinishPlace, line: string): Outcome {
  const start = messages.common.notAChoice(fold(line) === "" ? "" : echo(line));
  return { at: here, show: "prompt", say: [paragraph(start), choicesLine(state)] };
}

function overview(state: Interview): readonly Block[] {
  const sections = [
    ...new Set(state.items.filter((item) => !isOfChecklist(item)).map(({ section }) => section)),
  ];
  const counts = sections.map((section) => {
    const own = state.items.filter((item) => item.section === section);
    return messages.common.says(
      section.title,
      countWords(own.map((item) => statusOfItem(state, item))),
    );
  });
  const lists = askedLists(state);
  const listed = lists.length > 0 ? [wording.lists(doneLists(state).length, lists.length)] : [];
  const waiting = waitingLists(state);
  const waits =
    waiting.length === 0
      ? []
      : [
          messages.barriers.waiting(waiting.length),
          ...waiting.map(({ number, section }) => `${number} ${section.title}`),
        ];
  const forgotten = (state.file.plan?.forgotten ?? []).map(wording.alsoToAsk);
  const said = [...differing(state), ...unfilled(state), ...forgotten];
  return [
    lines(...counts, ...listed),
    ...(waits.length > 0 ? [spare(2, lines(...waits))] : []),
    ...(said.length > 0 ? [lines(...said)] : []),
  ];
}

function countWords(found: readonly Status[]): string {
  const count = (status: Status) => found.filter((each) => each === status).length;
  const parts = [
    [count("unsure"), wording.unsure],
    [count("skipped"), wording.skipped],
    [count("look-again"), wording.lookAgain],
    [count("open"), wording.open],
  ] as const;
  const rest = parts.flatMap(([number, words]) => (number > 0 ? [words(number)] : []));
  return [wording.answered(count("answered"), found.length - count("left-out")), ...rest].join("");
}

function differing(state: Interview): readonly string[] {
  const numbers = state.items.flatMap((item) =>
    criteriaOfItem(item).flatMap((criterion, index) =>
      responseTo(state, criterion)?.answer === "differ" ? [markOf(item, index)] : [],
    ),
  );
  return numbers.length === 0 ? [] : [wording.differ(numbers)];
}

function unfilled({ file }: Interview): readonly string[] {
  const actions = (file.actions ?? []).filter(needsMore);
  const noOne = actions.filter(({ who }) => who === undefined).map(({ id }) => numberOf(id));
  const noDate = actions.filter(({ by }) => by === undefined).map(({ id }) => numberOf(id));
  const unsaid = (file.actions ?? []).filter(isUnaccounted).map(({ id }) => numberOf(id));
  return [
    ...(unsaid.length > 0 ? [messages.accounts.unsaid(unsaid)] : []),
    ...(noOne.length > 0 ? [wording.noOne(noOne)] : []),
    ...(noDate.length > 0 ? [wording.noDate(noDate)] : []),
  ];
}
