import {
  type ActionProgress,
  actionNamed,
  isEnded,
  isUnaccounted,
  numberOf,
  withProgress,
} from "../../assessment/actions.ts";
import type { AssessmentEdit } from "../../assessment/edit.ts";
import type { Action } from "../../assessment/schema.ts";
import { type Block, heading, options, paragraph, spare } from "../../terminal/blocks.ts";
import { echo, fold } from "../../terminal/typed-line.ts";
import { asSentence } from "../../util/words.ts";
import { groupsHere, peopleHere } from "../groups.ts";
import { messages } from "../messages/messages.ts";
import type { At, AtOf, Interview, Outcome, Screen } from "../state.ts";

const accounts = messages.accounts;

type AccountPlace = AtOf<"account">;

/** Each action of an earlier assessment of which nobody has said what became of it, and then `returnTo`. */
export function beginAccounts({ file }: Pick<Interview, "file">, returnTo: At): At {
  const ids = (file.actions ?? []).filter(isUnaccounted).map(({ id }) => id);
  if (ids.length === 0) return returnTo;
  return { kind: "account", ids, index: 0, ask: "how", said: [], returnTo };
}

/** What became of an action of last time: done, still on, or stopped and why. Enter alone says nothing of it. */
export const accountScreen: Screen<AccountPlace> = {
  show: accountBlocks,
  prompt: (state, { ask, said }) => {
    const groups = groupsToAsk(state);
    const group = ask === "helped" && groups.length > 1 ? groups[said.length] : undefined;
    return group === undefined ? accounts.prompts[ask] : accounts.helpedOf(group.name);
  },
  hear(state, here, { line }) {
    if (["b", "back"].includes(fold(line))) return { at: accountBefore(state, here) };
    return HEAR_ACCOUNT[here.ask](state, here, line.trim());
  },
  help: accountBlocks,
  free: isWritten,
  guarded: (_, here) => isWritten(here),
};

function isWritten({ ask }: AccountPlace): boolean {
  return ask === "why" || ask === "evidence";
}

function accountedOf({ file }: Interview, { ids, index }: AccountPlace): Action {
  return actionNamed(file.actions ?? [], ids[index] ?? "");
}

function groupsToAsk(state: Interview) {
  return groupsHere(peopleHere(state));
}

function accountBlocks(state: Interview, here: AccountPlace): readonly Block[] {
  const action = accountedOf(state, here);
  const { sign } = action;
  const asked = {
    how: [
      spare(2, paragraph(messages.action.whoAndWhen(action))),
      paragraph(accounts.ask),
      options(...accounts.choices),
      spare(3, paragraph(accounts.later)),
    ],
    helped: [
      ...(sign === undefined ? [] : [paragraph(messages.steps.sign(sign))]),
      paragraph(accounts.helped(groupsToAsk(state).length)),
    ],
    evidence: [paragraph(accounts.evidence)],
    why: [paragraph(accounts.why)],
  };
  return [
    heading(1, accounts.title(numberOf(action.id), here.index + 1, here.ids.length)),
    paragraph(asSentence(action.do)),
    ...asked[here.ask],
  ];
}

type HearAccount = (state: Interview, here: AccountPlace, line: string) => Outcome;

const HEAR_ACCOUNT: Readonly<Record<AccountPlace["ask"], HearAccount>> = {
  how(state, here, line) {
    const action = accountedOf(state, here);
    const { id } = action;
    switch (fold(line)) {
      case "":
        return { at: accountAfter(here) };
      case "1":
      case "done":
        return {
          at: { ...here, ask: "helped" },
          edits: [progressed(state, { id, status: "done" })],
          saved: accounts.isDone(numberOf(id)),
        };
      case "2":
      case "still on":
        return {
          at: accountAfter(here),
          edits: [isEnded(action) ? progressed(state, { id, status: "doing" }) : acted(action)],
          saved: accounts.isOn(numberOf(id)),
        };
      case "3":
      case "stopped":
        return { at: { ...here, ask: "why" } };
      case "f":
      case "finish":
        return { at: here.returnTo };
      default:
        return again(here, accounts.wrong(echo(line)));
    }
  },
  why(state, here, why) {
    if (why === "") return again(here, accounts.needsWhy);
    const { id } = accountedOf(state, here);
    const edits = [progressed(state, { id, status: "dropped", why })];
    return { at: accountAfter(here), edits, saved: accounts.isStopped(numberOf(id)) };
  },
  helped(state, here, line) {
    if (!Object.hasOwn(HELPED, fold(line))) return again(here, accounts.wrong(echo(line)));
    const said = [...here.said, HELPED[fold(line)]];
    if (said.length < groupsToAsk(state).length) return { at: { ...here, said }, show: "prompt" };
    const { helped: _, "helped-by": __, ...action } = accountedOf(state, here);
    const edits = [acted({ ...action, ...saidOf(state, said) })];
    return { at: { ...here, ask: "evidence", said: [] }, edits, quiet: true };
  },
  evidence(state, here, line) {
    const { id, note } = accountedOf(state, here);
    if (line === "") return { at: accountAfter(here) };
    const both = note === undefined ? line : `${note}\n${line}`;
    const edits = [progressed(state, { id, status: "done", note: both })];
    return { at: accountAfter(here), edits };
  },
};

const HELPED: Readonly<Record<string, Action["helped"]>> = {
  y: "yes",
  p: "partly",
  n: "no",
  e: "too-early",
  "": undefined,
};

/** What all groups say, or where they do not say the same, what each says. */
function saidOf(
  state: Interview,
  said: readonly Action["helped"][],
): Pick<Action, "helped" | "helped-by"> {
  const [helped, ...others] = new Set(said.filter((each) => each !== undefined));
  if (helped === undefined) return {};
  if (others.length === 0) return { helped };
  const by = groupsToAsk(state).flatMap(({ group }, at) => {
    const each = said[at];
    return each === undefined ? [] : [[group, each] as const];
  });
  return { "helped-by": Object.fromEntries(by) };
}

function progressed(
  { file }: Interview,
  progress: Pick<ActionProgress, "id" | "status"> & Partial<ActionProgress>,
): AssessmentEdit {
  return acted(withProgress(file.actions ?? [], { why: undefined, note: undefined, ...progress }));
}

function acted(action: Action): AssessmentEdit {
  return { kind: "act", action };
}

function again(here: AccountPlace, words: string): Outcome {
  return { at: here, show: "prompt", say: [paragraph(words)] };
}

function accountAfter(here: AccountPlace): At {
  const index = here.index + 1;
  return index < here.ids.length ? { ...here, index, ask: "how", said: [] } : here.returnTo;
}

function accountBefore({ task }: Interview, here: AccountPlace): At {
  if (here.ask !== "how") return { ...here, ask: "how", said: [] };
  if (here.index > 0) return { ...here, index: here.index - 1 };
  return task === "talk" ? { kind: "finish" } : here;
}
