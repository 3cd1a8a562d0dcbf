import { numberOf } from "../../assessment/actions.ts";
import { answerOf } from "../../assessment/assessment.ts";
import { levelName } from "../../rubric/rubric.ts";
import {
  type Block,
  heading,
  type ListItem,
  lines,
  list,
  options,
  paragraph,
  spare,
} from "../../terminal/blocks.ts";
import { echo, fold } from "../../terminal/typed-line.ts";
import { asSentence } from "../../util/words.ts";
import { criteriaOfItem, isOfChecklist } from "../items.ts";
import { messages } from "../messages/messages.ts";
import { markOf } from "../progress.ts";
import { responseTo } from "../responses.ts";
import type { At, AtOf, Interview, Outcome, Screen } from "../state.ts";
import { stepsToOffer } from "./steps.ts";

const wording = messages.ending;

type EndingPlace = AtOf<"ending">;
type Page = EndingPlace["page"];

/** What the room did, read aloud in two minutes, a page for each thing; then the steps, or the end. */
export const endingScreen: Screen<EndingPlace> = {
  show: (state, { page }) => PAGES[page](state),
  prompt: (_, { page }) => (page === "steps" ? wording.toSteps : wording.next),
  hear(state, here, { line }) {
    const pages = pagesOf(state);
    const at = pages.indexOf(here.page);
    switch (fold(line)) {
      case "":
        return { at: pageAt(pages[at + 1]) ?? afterPages(state) };
      case "b":
      case "back":
        return { at: pageAt(pages[at - 1]) ?? { kind: "finish" } };
      case "f":
      case "finish":
        return { at: PAPER };
      default:
        return wrong(here, line);
    }
  },
  help: (_, { page }) => [paragraph(page === "steps" ? wording.toStepsHelp : wording.nextHelp)],
};

const PAPER: At = { kind: "trustee-paper", fact: -1 };

/** Where the end begins: its first page, or where nothing is to be said, what comes after. */
export function beginEnding(state: Interview): At {
  return pageAt(pagesOf(state)[0]) ?? PAPER;
}

function pageAt(page: Page | undefined): EndingPlace | undefined {
  return page === undefined ? undefined : { kind: "ending", page };
}

function afterPages(state: Interview): At {
  const steps = stepsToOffer(state);
  return steps.length === 0 ? PAPER : { kind: "steps", steps, index: 0 };
}

const ORDER: readonly Page[] = ["agreed", "differ", "unknown", "steps"];

/** The pages that have something to say. */
function pagesOf(state: Interview): readonly Page[] {
  const found = answersOf(state);
  const isFull: Readonly<Record<Page, boolean>> = {
    agreed: found.some(({ answer }) => answer.kind !== "none"),
    differ: found.some(({ answer }) => answer.kind === "differ"),
    unknown: found.some(({ answer }) => answer.kind === "unsure"),
    steps: stepsToOffer(state).length > 0,
  };
  return ORDER.filter((page) => isFull[page]);
}

const PAGES: Readonly<Record<Page, (state: Interview) => readonly Block[]>> = {
  agreed: agreedPage,
  differ: (state) =>
    page(
      wording.differTitle,
      few(
        answersOf(state)
          .filter(({ answer }) => answer.kind === "differ")
          .map(differItem),
        wording.differ,
      ),
    ),
  unknown: (state) =>
    page(
      wording.unknownTitle,
      few(
        answersOf(state)
          .filter(({ answer }) => answer.kind === "unsure")
          .map(({ mark, criterion }) => ({ name: mark, text: criterion.asks })),
        wording.unknown,
      ),
    ),
  steps: (state) =>
    page(
      wording.stepsTitle,
      stepsToOffer(state)
        .slice(0, MOST)
        .flatMap(({ letter, do: words, reason }) => [
          lines(`${letter}  ${asSentence(words)}`),
          spare(2, paragraph(messages.steps.why(reason))),
        ]),
    ),
};

const MOST = 3;

function page(title: string, blocks: readonly Block[]): readonly Block[] {
  return [
    heading(1, title),
    spare(3, paragraph(wording.readAloud)),
    ...blocks,
    spare(1, options(...wording.choices)),
  ];
}

function agreedPage(state: Interview): readonly Block[] {
  const found = answersOf(state);
  const agreed = found.filter(({ answer }) => answer.kind === "level");
  const left = found.filter(({ answer }) => ["none", "skipped"].includes(answer.kind)).length;
  const actions = (state.file.actions ?? []).filter(({ status }) => status !== "dropped");
  return page(wording.agreedTitle, [
    paragraph(wording.counts(agreed.length, found.length)),
    ...list(wording.strong, strongest(agreed)),
    ...(actions.length === 0
      ? []
      : few(
          actions.map(({ id, do: words }) => ({ name: numberOf(id), text: asSentence(words) })),
          wording.agreedBefore(actions.length),
        )),
    ...(left === 0 ? [] : [spare(2, paragraph(wording.left(left)))]),
  ]);
}

/** At most three points, and how many more there are. */
function few(items: readonly ListItem[], title: string): readonly Block[] {
  const more = items.length - MOST;
  return [
    ...list(title, items.slice(0, MOST)),
    ...(more > 0 ? [paragraph(wording.more(more))] : []),
  ];
}

type Found = ReturnType<typeof answersOf>[number];

/** The questions that are asked one by one, each with its answer; checks and how much is felt are no strengths. */
function answersOf(state: Interview) {
  return state.items
    .filter((item) => !isOfChecklist(item))
    .flatMap((item) =>
      criteriaOfItem(item).map((criterion, index) => ({
        mark: markOf(item, index),
        criterion,
        answer: answerOf(criterion, responseTo(state, criterion)),
      })),
    );
}

function strongest(agreed: readonly Found[]): readonly ListItem[] {
  const shares = agreed.flatMap(({ answer, criterion }) =>
    answer.kind === "level" && answer.level * 2 >= criterion.levels.length
      ? [{ criterion, level: answer.level, below: criterion.levels.length - 1 - answer.level }]
      : [],
  );
  return shares
    .toSorted((a, b) => a.below - b.below)
    .slice(0, MOST)
    .map(({ criterion, level }) => ({
      text: `${criterion.asks} ${asSentence(levelName(criterion, level))}`,
    }));
}

function differItem({ mark, criterion, answer }: Found): ListItem {
  const details =
    answer.kind === "differ"
      ? [wording.from(levelName(criterion, answer.from), levelName(criterion, answer.to))]
      : [];
  return { name: mark, text: criterion.asks, details };
}

function wrong(here: EndingPlace, line: string): Outcome {
  const say = [paragraph(`${messages.common.notAChoice(echo(line))} ${wording.nextHelp}`)];
  return { at: here, show: "prompt", say };
}
