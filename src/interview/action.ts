import type { AssessmentEdit } from "../assessment/edit.ts";
import type { Action } from "../assessment/schema.ts";
import { type Block, text } from "./block.ts";
import { looksLikeName } from "./looks-like-name.ts";
import type { ActionDraft, At, AtOf, Heard, Interview, Outcome, Screen } from "./state.ts";
import { echo, fold, readYesNo } from "./typed.ts";
import { isPast, readWhen, spokenDate } from "./when.ts";

type Here = AtOf<"action">;

/** What we will do about it, who makes sure, and by when. Only the first line is needed. */
export const actionScreen: Screen<Here> = {
  show: (_, { draft }) => shown(draft),
  prompt: (_, { draft }) => PROMPTS[draft.step],
  hear: (state, here, heard) => HEAR[here.draft.step](state, here, heard),
  help: (_, { draft }) => [text(HELP[draft.step])],
  free: true,
  keep: (state, { draft }) => (draft.action.do === undefined ? [] : [edit(state, draft.action)]),
};

/** The next action that still needs somebody or a date, from the one after `after`. */
export function nextToFill(actions: readonly Action[], after: string | undefined): At {
  const open = actions.filter(needsMore);
  const past = actions.findIndex(({ id }) => id === after);
  const next = open.find((each) => actions.indexOf(each) > past);
  if (next === undefined) return { kind: "finish" };
  const step = next.who === undefined ? "who" : "by";
  return { kind: "action", draft: { step, action: next }, returnTo: { kind: "finish" } };
}

export function needsMore({ who, by, status }: Action): boolean {
  return (who === undefined || by === undefined) && status !== "done" && status !== "dropped";
}

const PROMPTS: Readonly<Record<ActionDraft["step"], string>> = {
  do: "> ",
  who: "Who will make sure it happens? ",
  name: "Enter, or a role: ",
  by: "By when? ",
  "keep-date": "y or n: ",
};

const HELP: Readonly<Record<ActionDraft["step"], string>> = {
  do: "Type what we will do, in one line. Press Enter alone for no action.",
  who: "Type a role, such as Chair or Volunteer lead. Press Enter to decide later.",
  name: "Press Enter to keep what you typed, or type a role instead.",
  by: "Type a month or a day, such as March 2027, next month or 31/1/27. Press Enter to decide later.",
  "keep-date": "Type y to keep this date, or n to type another one.",
};

function shown({ step, action, pending }: ActionDraft): readonly Block[] {
  switch (step) {
    case "do":
      return [text("Is there something we will do about this? One line, or Enter for none.")];
    case "who":
      return [
        ...(action.id === undefined ? [] : [text(`Action ${action.id}: ${action.do}`)]),
        text("A role, not a name. Press Enter to decide later."),
      ];
    case "name":
      return [
        text(
          `If "${pending}" is somebody's name, a role is better, such as Chair. Press Enter to keep it, or type a role.`,
        ),
      ];
    case "by":
      return [text("For example March 2027, next month or 31/1/27. Press Enter to decide later.")];
    case "keep-date":
      return [text(`${dateRead(pending ?? "")} Keep it?`)];
    default:
      return step satisfies never;
  }
}

function dateRead(date: string): string {
  const isMonth = date.length === "2027-03".length;
  return isMonth ? `That could be any day in ${spokenDate(date)}.` : `That is ${spokenDate(date)}.`;
}

type Hear = (state: Interview, here: Here, heard: Heard) => Outcome;

const HEAR: Readonly<Record<ActionDraft["step"], Hear>> = {
  do(_, here, { line }) {
    const words = line.trim();
    if (words === "" || words === "b")
      return { at: here.returnTo, show: "short", say: [text("No action added.")] };
    return to(here, { step: "who", action: { ...here.draft.action, do: words } });
  },
  who(state, here, { line }) {
    const who = line.trim();
    if (who === "b") return undoWho(here);
    if (who === "") return afterWho(state, here, undefined);
    if (looksLikeName(who)) return to(here, { ...here.draft, step: "name", pending: who });
    return afterWho(state, here, who);
  },
  name: (state, here, { line }) =>
    afterWho(state, here, line.trim() === "" ? here.draft.pending : line.trim()),
  by(state, here, { line, moment }) {
    const typed = line.trim();
    if (typed === "b") return to(here, { step: "who", action: here.draft.action });
    if (typed === "") return save(state, here, undefined);
    const when = readWhen(typed, moment.today);
    if (when === undefined) {
      const words = `We could not read ${echo(typed)} as a date. Try March 2027, next month or 31/1/27. Press Enter to decide later.`;
      return { at: here, show: "prompt", say: [text(words)] };
    }
    const past = isPast(when.date, moment.today);
    if (!when.guessed && !past) return save(state, here, when.date);
    const asked = to(here, { ...here.draft, step: "keep-date", pending: when.date });
    return past ? { ...asked, say: [text("That day has gone by already.")] } : asked;
  },
  "keep-date"(state, here, { line }) {
    const yes = readYesNo(line);
    if (yes === true) return save(state, here, here.draft.pending);
    if (yes === false || ["", "b"].includes(fold(line))) {
      return to(here, { step: "by", action: here.draft.action });
    }
    return {
      at: here,
      show: "prompt",
      say: [text(`${echo(line)} is neither y nor n. Type y or n.`)],
    };
  },
};

function to(here: Here, draft: ActionDraft): Outcome {
  return { at: { ...here, draft } };
}

function undoWho(here: Here): Outcome {
  const { do: _, ...action } = here.draft.action;
  if (action.id !== undefined) return { at: here.returnTo, show: "short" };
  return to(here, { step: "do", action });
}

function afterWho(state: Interview, here: Here, who: string | undefined): Outcome {
  const action = who === undefined ? here.draft.action : { ...here.draft.action, who };
  if (action.by !== undefined)
    return save(state, to(here, { step: "by", action }).at as Here, action.by);
  return to(here, { step: "by", action });
}

function save(state: Interview, here: Here, by: string | undefined): Outcome {
  const action = by === undefined ? here.draft.action : { ...here.draft.action, by };
  const made = edit(state, action);
  const when = by === undefined ? "No date yet." : `By ${spokenDate(by)}.`;
  if (action.id !== undefined) {
    const actions = (state.file.actions ?? []).map((each) =>
      each.id === action.id ? made.action : each,
    );
    return { at: nextToFill(actions, action.id), edits: [made], saved: when };
  }
  const all = [...(state.file.actions ?? []), made.action];
  const here_ = all.filter((each) => each.for === action.for).length;
  const counts = `${here_} ${here_ === 1 ? "action" : "actions"} for this question, ${all.length} in all.`;
  return { at: here.returnTo, show: "short", edits: [made], saved: `${when} ${counts}` };
}

function edit(
  { file }: Interview,
  draft: ActionDraft["action"],
): Extract<AssessmentEdit, { kind: "act" }> {
  const { id = nextId(file.actions ?? []), for: about, do: what = "", ...rest } = draft;
  const place = about === undefined ? {} : { for: about };
  return { kind: "act", action: { id, ...place, do: what, ...rest } };
}

function nextId(actions: readonly Action[]): string {
  const numbers = actions.map(({ id }) => Number(/^a(\d+)$/u.exec(id)?.[1] ?? 0));
  return `a${Math.max(0, ...numbers) + 1}`;
}
