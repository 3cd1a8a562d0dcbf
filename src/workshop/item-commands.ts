import type { Criterion } from "../rubric/rubric.ts";
import { type Block, paragraph } from "../terminal/blocks.ts";
import type { CommandId } from "./commands.ts";
import { countPeople } from "./count-people.ts";
import { peopleHere, shownGroups } from "./groups.ts";
import { criteriaOfItem } from "./item.ts";
import { talkingPoints } from "./messages/question-words.ts";
import { moveOn } from "./move-on.ts";
import { leftText, openBlocks, progressLines } from "./progress.ts";
import { answered, responseTo } from "./responses.ts";
import { hearGo } from "./screens/go-to-question.ts";
import { startVoting } from "./screens/votes.ts";
import { startDiffer } from "./start-disagreement.ts";
import type { At, Heard, Interview, Outcome } from "./state.ts";
import { atItem } from "./walk.ts";

/** A command typed at a question or at one line of a checklist. */
export interface Commanded {
  readonly state: Interview;
  readonly here: At & { readonly item: number };
  readonly criterion: Criterion;
  readonly rest: string;
  readonly heard: Heard;
}

type Obey = (commanded: Commanded) => Outcome;

/** Does what a command asks for at a question or at a line of a checklist. */
export function obey(command: Exclude<CommandId, "quit" | "help">, commanded: Commanded): Outcome {
  return OBEY[command](commanded);
}

const OBEY: Readonly<Record<Exclude<CommandId, "quit" | "help">, Obey>> = {
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
    at: startDiffer(state, criterion, here),
    say: [
      paragraph(
        '"We do not agree" will go in the plan as it is. That is a finding, not a failure.',
      ),
    ],
  }),
  votes: startVotes,
  write: ({ here, criterion }) => ({
    at: { kind: "note", key: criterion.key, typed: [], returnTo: here },
  }),
  evidence: ({ here, criterion }) => ({
    at: { kind: "evidence", key: criterion.key, typed: [], returnTo: here },
  }),
  action: ({ here, criterion }) => ({
    at: { kind: "action", draft: { step: "do", action: { for: criterion.key } }, returnTo: here },
  }),
  talk: ({ state, here, criterion }) => {
    const section = state.items[here.item]?.section;
    const say = section === undefined ? [] : talkingPoints(criterion, section);
    return { at: here, show: "short", say };
  },
  read: ({ here }) => ({ at: here }),
  back: ({ state, here }) =>
    here.item === 0 && state.trail.length === 0
      ? {
          at: here,
          show: "prompt",
          say: [
            paragraph("This is the first question. To count again who is here, type g people."),
          ],
        }
      : { at: atItem(state, state.trail.at(-1) ?? here.item - 1), back: true },
  go: ({ state, here, rest }) =>
    rest === ""
      ? { at: { kind: "go", returnTo: here } }
      : hearGo(state, { line: rest, stay: here }),
  list: ({ state, here, heard }) => ({ at: here, show: "short", say: whatIsLeft(state, heard) }),
  clear: ({ state, here }) => startClear(state, here),
};

/** Saves an answer that is not a level and moves on. */
function confirm(
  { state, here, criterion, heard }: Commanded,
  answer: "unsure" | "skipped",
  saved: string,
): Outcome {
  return {
    ...moveOn(state, here.item, heard.moment),
    edits: [answered(state, criterion, { answer }, heard.moment)],
    saved,
  };
}

export function whatIsLeft(state: Interview, { moment }: Heard): readonly Block[] {
  return [
    ...openBlocks(state),
    paragraph([...progressLines(state), leftText(state, moment)].join(" ")),
  ];
}

function startVotes({ state, here, criterion }: Commanded): Outcome {
  if (shownGroups(peopleHere(state)).length === 0) {
    return {
      at: countPeople(state, here),
      say: [paragraph("To count votes by group, first say who is here. Then type v again.")],
    };
  }
  return startVoting(state, criterion.key, here);
}

function startClear(state: Interview, here: Commanded["here"]): Outcome {
  const item = state.items[here.item];
  const criteria = item === undefined ? [] : criteriaOfItem(item);
  const filled = criteria.filter((criterion) => responseTo(state, criterion) !== undefined);
  if (filled.length === 0) {
    return { at: here, show: "prompt", say: [paragraph("There is nothing to clear here.")] };
  }
  return { at: { kind: "clear", keys: filled.map(({ key }) => key), returnTo: here } };
}
