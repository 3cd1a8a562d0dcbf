import type { VoteRound } from "../assessment/schema.ts";
import type { Criterion, Section } from "../rubric/rubric.ts";
import { type Block, paragraph } from "../terminal/blocks.ts";
import { countPeople, groupsHere, peopleHere } from "./groups.ts";
import { criteriaOfItem } from "./items.ts";
import { levelRead, talkingPoints } from "./messages/question-words.ts";
import { speakFirst } from "./messages/reveal-words.ts";
import type { CommandId } from "./parse-input.ts";
import { atItem, itemBefore, leftText, moveOn, openBlocks, progressLines } from "./progress.ts";
import { answered, responseTo } from "./responses.ts";
import { goToQuestion } from "./screens/go-to-question.ts";
import { startVoting } from "./screens/votes.ts";
import type { At, Heard, Interview, Outcome } from "./state.ts";

/** A command typed at a question or at one line of a checklist. */
interface Commanded {
  readonly state: Interview;
  readonly here: At & { readonly item: number };
  readonly criterion: Criterion;
  readonly rest: string;
  readonly heard: Heard;
}

/** What means something of its own at each place; the others mean the same anywhere. */
export type ObeyedCommand = Exclude<CommandId, "quit" | "help" | "undo">;

type Obey = (commanded: Commanded) => Outcome;

/** Does what a command asks for at a question or at a line of a checklist. */
export function obey(command: ObeyedCommand, commanded: Commanded): Outcome {
  return OBEY[command](commanded);
}

const OBEY: Readonly<Record<ObeyedCommand, Obey>> = {
  unsure: (commanded) => confirm(commanded, "unsure", "We are not sure."),
  skip: (commanded) => confirm(commanded, "skipped", "Skipped for now. We will offer it again."),
  "not-applicable": ({ here, criterion }) =>
    criterion.allowNotApplicable
      ? { at: { kind: "reason", key: criterion.key, returnTo: here } }
      : {
          at: here,
          show: "prompt",
          say: [
            paragraph(
              "This question is for everybody, so it cannot be left out. If you cannot answer it, type u for not sure or s to skip.",
            ),
          ],
        },
  differ: ({ state, here, criterion }) => ({
    at: startDisagreement(state, criterion, here),
    say: [
      paragraph(
        '"We do not agree" will go in the plan as it is. That is a finding, not a failure.',
      ),
    ],
  }),
  votes: startVotes,
  write: ({ here, criterion }) => ({
    at: { kind: "write-note", key: criterion.key, typed: [], returnTo: here },
  }),
  evidence: ({ here, criterion }) => ({
    at: { kind: "write-evidence", key: criterion.key, typed: [], returnTo: here },
  }),
  action: ({ here, criterion }) => ({
    at: { kind: "action", draft: { step: "do", action: { for: criterion.key } }, returnTo: here },
  }),
  talk: ({ state, here, criterion }) => {
    const section = sectionOf(state, criterion);
    const points = section === undefined ? [] : talkingPoints(criterion, section);
    const say = [...speakFirst(state, criterion), ...points];
    return { at: here, show: "short", isPage: true, say };
  },
  read: ({ here, criterion, rest }) => {
    const say = levelRead(criterion, rest);
    return say.length === 0 ? { at: here } : { at: here, show: "prompt", isPage: true, say };
  },
  back: ({ state, here }) =>
    here.item === 0 && state.walk === undefined
      ? {
          at: here,
          show: "prompt",
          say: [
            paragraph("This is the first question. To count again who is here, type g people."),
          ],
        }
      : { at: itemBefore(state, here.item) },
  go: ({ state, here, rest }) =>
    rest === ""
      ? { at: { kind: "go-to-question", returnTo: here } }
      : goToQuestion(state, { line: rest, stay: here }),
  list: ({ state, here, heard }) => ({
    at: here,
    show: "short",
    isPage: true,
    say: whatIsLeft(state, heard),
  }),
  clear: ({ state, here }) => startClearing(state, here),
};

function sectionOf({ rubrics }: Interview, { key }: Criterion): Section | undefined {
  const sections = rubrics.flatMap((rubric) => rubric.sections);
  return sections.find(({ criteria }) => criteria.some((each) => each.key === key));
}

/** Saves an answer that is not a level and moves on. */
function confirm(
  { state, here, criterion, heard }: Commanded,
  answer: "unsure" | "skipped",
  saved: string,
): Outcome {
  const edits = [answered(state, criterion, { answer }, heard.now)];
  return { ...moveOn(state, { item: here.item, now: heard.now, edits }), edits, saved };
}

export function whatIsLeft(state: Interview, { now }: Heard): readonly Block[] {
  return [
    ...openBlocks(state),
    paragraph([...progressLines(state), leftText(state, now)].join(" ")),
  ];
}

function startVotes({ state, here, criterion }: Commanded): Outcome {
  if (groupsHere(peopleHere(state)).length === 0) {
    return {
      at: countPeople(state, here),
      say: [paragraph("To count votes by group, first say who is here. Then type v again.")],
    };
  }
  return startVoting(state, criterion.key, here);
}

function startClearing(state: Interview, here: Commanded["here"]): Outcome {
  const item = state.items[here.item];
  const criteria = item === undefined ? [] : criteriaOfItem(item);
  const filled = criteria.filter((criterion) => responseTo(state, criterion) !== undefined);
  if (filled.length === 0) {
    return { at: here, show: "prompt", say: [paragraph("There is nothing to clear here.")] };
  }
  return { at: { kind: "clear-answer", keys: filled.map(({ key }) => key), returnTo: here } };
}

/** The commands that also make sense after the last question. */
export function obeyAtEnd(
  state: Interview,
  here: At,
  { command, heard }: { readonly command: CommandId; readonly heard: Heard },
): Outcome | undefined {
  switch (command) {
    case "back":
      return { at: atItem(state, state.items.length - 1) };
    case "go":
      return { at: { kind: "go-to-question", returnTo: here } };
    case "list":
      return { at: here, show: "short", isPage: true, say: whatIsLeft(state, heard) };
    case "read":
      return { at: here };
    case "action":
      return { at: { kind: "action", draft: { step: "do", action: {} }, returnTo: here } };
    default:
      return undefined;
  }
}

/** Where "we do not agree" begins: the votes already say between which levels, or the room is asked. */
function startDisagreement(state: Interview, criterion: Criterion, returnTo: At): At {
  const { key, levels } = criterion;
  const said = returnTo.kind === "question" ? returnTo.between : undefined;
  if (said !== undefined) return { kind: "views", key, ...said, heard: [], returnTo };
  const round = responseTo(state, criterion)?.votes?.at(-1);
  const chosen = levels.filter(({ id }) => round !== undefined && hasVotes(round, id));
  const [from, to] = [chosen[0], chosen.at(-1)];
  if (from === undefined || to === undefined || from === to)
    return { kind: "range", key, returnTo };
  return { kind: "views", key, from: from.id, to: to.id, heard: [], returnTo };
}

function hasVotes(round: VoteRound, level: string): boolean {
  return Object.values(round).some((counts) => (counts[level] ?? 0) > 0);
}
