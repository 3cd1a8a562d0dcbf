import { idNamed, nextActionId } from "../../assessment/actions.ts";
import type { AssessmentEdit } from "../../assessment/edit.ts";
import { looksLikeName } from "../../assessment/names.ts";
import type { Action, AssessmentFile } from "../../assessment/schema.ts";
import { type Block, lines, paragraph } from "../../terminal/blocks.ts";
import { echo, fold, readYesNo } from "../../terminal/typed-line.ts";
import { dateText } from "../../util/dates.ts";
import { inSentence } from "../../util/words.ts";
import type { Clock } from "../dates.ts";
import { isNoSuchDay, isPast, readWhen } from "../dates.ts";
import { messages } from "../messages/messages.ts";
import type { ActionDraft, At, AtOf, Heard, Interview, Outcome, Screen } from "../state.ts";

const wording = messages.action;

type ActionPlace = AtOf<"action">;

/** What we will do about it, who makes sure, and by when. Only the first line is needed, and each line is saved. */
export const actionScreen: Screen<ActionPlace> = {
  show: ({ file }, { draft }) => shownStep(draft, file),
  page: ({ file }, { draft }) => [
    ...(draft.step === "do" || draft.filling === true ? [] : [paragraph(draft.action.do ?? "")]),
    ...shownStep(draft, file),
  ],
  isForm: true,
  prompt: (_, { draft }) => wording.prompts[draft.step],
  hear: (state, here, heard) => HEAR[here.draft.step](state, here, heard),
  help: (_, { draft }) => [paragraph(wording.help[draft.step])],
  free: ({ draft }) => !["by", "keep-date"].includes(draft.step),
  guarded: () => true,
};

/** The next action that still needs somebody or a date, from the one after `after`. */
export function nextToFill(actions: readonly Action[], after: string | undefined): At {
  const open = actions.filter(needsMore);
  const past = actions.findIndex(({ id }) => id === after);
  const action = open.find((each) => actions.indexOf(each) > past);
  if (action === undefined) return { kind: "finish" };
  const step = action.who === undefined ? "who" : "by";
  return { kind: "action", draft: { step, action, filling: true }, returnTo: { kind: "finish" } };
}

export function needsMore({ who, by, status }: Action): boolean {
  return (who === undefined || by === undefined) && status !== "done" && status !== "dropped";
}

type Hear = (state: Interview, here: ActionPlace, heard: Heard) => Outcome;

const HEAR: Readonly<Record<ActionDraft["step"], Hear>> = {
  do(state, here, { line }) {
    const words = line.trim();
    const { action } = here.draft;
    if (isBack(words)) return { at: here.returnTo, show: "short" };
    if (action.id !== undefined) return hearAgain(state, here, words);
    if (words === "")
      return { at: here.returnTo, show: "short", say: [paragraph(wording.noneAdded)] };
    const named = idNamed(state.file.actions ?? [], words);
    const known = state.file.actions?.find(({ id }) => id === named);
    if (known !== undefined) return to(here, { step: "do", action: known });
    return kept(state, here, { step: "who", action: { ...action, do: words } });
  },
  who(state, here, { line, now }) {
    const who = line.trim();
    if (isBack(who)) return undoWho(here);
    if (isLater(who)) return afterWho(state, here, undefined);
    const { idea } = here.draft;
    if (idea !== undefined && readYesNo(who) === true) return afterWho(state, here, idea);
    if (fold(who) === "x") return kept(state, here, { ...here.draft, ...without(here, "who") });
    if (isDate(who, now)) return dateComesNext(here, who);
    if (looksLikeName(who)) return to(here, { ...here.draft, step: "name", pending: who });
    return afterWho(state, here, who);
  },
  name(state, here, { line, now }) {
    const who = line.trim();
    if (isBack(who)) return to(here, { ...withoutPending(here.draft), step: "who" });
    if (isDate(who, now)) return dateComesNext(here, who);
    return afterWho(state, here, who === "" ? here.draft.pending : who);
  },
  by(state, here, { line, now }) {
    const typed = line.trim();
    if (isBack(typed)) return to(here, { ...here.draft, step: "who" });
    if (isLater(typed)) return finish(state, here, here.draft.action.by);
    if (fold(typed) === "x") return kept(state, here, { ...here.draft, ...without(here, "by") });
    const when = readWhen(typed, now.today);
    if (when === undefined) return { at: here, show: "prompt", say: [paragraph(notRead(typed))] };
    const past = isPast(when.date, now.today);
    if (!when.guessed && !past) return finish(state, here, when.date);
    const asked = to(here, { ...here.draft, step: "keep-date", pending: when.date });
    return past ? { ...asked, say: [paragraph(wording.dayGone)] } : asked;
  },
  "keep-date"(state, here, { line }) {
    const yes = readYesNo(line);
    if (yes === true) return finish(state, here, here.draft.pending);
    if (yes === false || isBack(line) || line.trim() === "") {
      return to(here, { ...withoutPending(here.draft), step: "by" });
    }
    const say = [paragraph(messages.common.neitherYesNorNo(echo(line)))];
    return { at: here, show: "prompt", say };
  },
};

function isBack(line: string): boolean {
  return ["b", "back"].includes(fold(line));
}

function isLater(line: string): boolean {
  return ["", "s", "skip", "later"].includes(fold(line));
}

function isDate(typed: string, { today }: Clock): boolean {
  return readWhen(typed, today) !== undefined;
}

// Who is in a hurry types the date at once.
function dateComesNext(here: ActionPlace, typed: string): Outcome {
  const { step, pending } = here.draft;
  const next = pending === undefined ? wording.help[step] : wording.keepRole(pending);
  return { at: here, show: "prompt", say: [paragraph(wording.dateComesNext(echo(typed), next))] };
}

function notRead(typed: string): string {
  return isNoSuchDay(typed) ? wording.noSuchDay(echo(typed)) : wording.notRead(echo(typed));
}

function withoutPending({ pending: _, ...draft }: ActionDraft): ActionDraft {
  return draft;
}

/** The action without who or when; that is asked again. */
function without({ draft }: ActionPlace, field: "who" | "by"): Pick<ActionDraft, "action"> {
  const { [field]: _, ...action } = draft.action;
  return { action };
}

function to(here: ActionPlace, draft: ActionDraft): Outcome {
  return { at: { ...here, draft } };
}

/** Saves what is known of the action and goes on to its next line. */
function kept(state: Interview, here: ActionPlace, draft: ActionDraft): Outcome {
  const { action } = edit(state, draft.action);
  return { ...to(here, { ...draft, action }), edits: [{ kind: "act", action }], quiet: true };
}

/** The first line of an action that is in the file: kept, said otherwise, or taken out. */
function hearAgain(state: Interview, here: ActionPlace, words: string): Outcome {
  const { action } = here.draft;
  if (words === "") return to(here, { step: "who", action });
  if (words === "x" && action.id !== undefined) {
    const edits: AssessmentEdit[] = [{ kind: "unact", id: action.id }];
    return { at: here.returnTo, show: "short", edits, saved: wording.takenOut };
  }
  return kept(state, here, { step: "who", action: { ...action, do: words } });
}

function undoWho(here: ActionPlace): Outcome {
  const { action, filling } = here.draft;
  if (filling === true) return { at: here.returnTo, show: "short" };
  return to(here, { step: "do", action });
}

function afterWho(state: Interview, here: ActionPlace, typed: string | undefined): Outcome {
  const { pending: _, ...draft } = here.draft;
  const action = typed === undefined ? draft.action : { ...draft.action, who: typed };
  if (draft.filling === true && action.by !== undefined)
    return finish(state, { ...here, draft: { ...draft, action } }, action.by);
  return kept(state, here, { ...draft, step: "by", action });
}

function finish(state: Interview, here: ActionPlace, by: string | undefined): Outcome {
  const { draft, returnTo } = here;
  const made = edit(state, by === undefined ? draft.action : { ...draft.action, by });
  const when = by === undefined ? wording.noDate : wording.byDate(by);
  const others = (state.file.actions ?? []).filter(({ id }) => id !== made.action.id);
  const all = [...others, made.action];
  if (draft.filling === true) {
    const inOrder = (state.file.actions ?? []).map((each) =>
      each.id === made.action.id ? made.action : each,
    );
    return { at: nextToFill(inOrder, made.action.id), edits: [made], saved: when };
  }
  const saved = [when, countWords(made.action, all), wording.toChange(made.action.id)];
  return { at: returnTo, show: "short", edits: [made], saved: saved.join(" ") };
}

function countWords({ for: about }: Action, all: readonly Action[]): string {
  const here = all.filter((each) => each.for === about).length;
  return about === undefined ? wording.counted(all.length) : wording.countedHere(here, all.length);
}

function edit(
  { file }: Interview,
  draft: ActionDraft["action"],
): Extract<AssessmentEdit, { kind: "act" }> {
  const { id = nextActionId(file), for: about, do: what = "", ...rest } = draft;
  const place = about === undefined ? {} : { for: about };
  return { kind: "act", action: { id, ...place, do: what, ...rest } };
}

type Room = Pick<AssessmentFile, "people" | "actions">;

/** What stands above the prompt of each step. */
function shownStep(draft: ActionDraft, room: Room): readonly Block[] {
  const { step, action, pending } = draft;
  switch (step) {
    case "do":
      return action.id === undefined ? newAction(draft, room) : knownAction(draft);
    case "who":
      return [
        ...filled(draft),
        ...(draft.idea === undefined ? [] : [paragraph(messages.steps.idea(draft.idea))]),
        paragraph(`${rolesWords(room)} ${wording.soFar(action.who)}`),
      ];
    case "name":
      return [paragraph(wording.roleOrName(pending ?? ""))];
    case "by": {
      const by = action.by === undefined ? undefined : dateText(action.by);
      return [...filled(draft), paragraph(wording.dateExamples(wording.soFar(by)))];
    }
    case "keep-date":
      return [paragraph(wording.keepDate(pending ?? ""))];
    default:
      return step satisfies never;
  }
}

function newAction({ action }: ActionDraft, { actions = [] }: Room): readonly Block[] {
  const known = actions.filter((each) => action.for === undefined || each.for === action.for);
  const first = known[0]?.id;
  return [
    paragraph(action.for === undefined ? wording.ask : wording.askAbout),
    ...(first === undefined
      ? []
      : [lines(...known.map(wording.line)), paragraph(wording.changeOne(first))]),
  ];
}

function knownAction({ action }: ActionDraft): readonly Block[] {
  return [lines(...wording.known(action))];
}

// Where actions are filled in one after the other, each is named with what is asked of it.
function filled({ filling, action }: ActionDraft): readonly Block[] {
  return filling === true ? [paragraph(wording.filling(action))] : [];
}

function rolesWords({ people = [] }: Room): string {
  const [role] = people.filter(({ present }) => present > 0).map(({ name }) => inSentence(name));
  return wording.roles(role);
}
