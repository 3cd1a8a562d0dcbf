import type { EditableYaml } from "../yaml/edit/editable-yaml.ts";
import { isEnded } from "./actions.ts";
import type {
  Action,
  AssessmentFile,
  Group,
  PlanFacts,
  Response,
  Session,
  SuggestionReply,
} from "./schema.ts";

/** One change to an assessment, as data: what a confirmed line asks to be saved. */
export type AssessmentEdit =
  /** Nobody in the list takes the whole list out. */
  | {
      readonly kind: "people";
      readonly people: readonly Group[];
      /** Who is here today; kept with the session. */
      readonly here?: readonly Group[];
    }
  /** Puts the whole response to one question; `key` as it stands in the file. */
  | { readonly kind: "respond"; readonly key: string; readonly response: Response }
  | { readonly kind: "forget"; readonly key: string }
  /** Adds the action, or replaces the one with the same id. */
  | { readonly kind: "act"; readonly action: Action }
  | { readonly kind: "unact"; readonly id: string }
  /** Puts off a suggested step or says no to it; without a reply it is open again. */
  | {
      readonly kind: "reply";
      readonly step: Pick<SuggestionReply, "for" | "do">;
      readonly reply: Pick<SuggestionReply, "said" | "why"> | undefined;
    }
  | { readonly kind: "plan"; readonly plan: PlanFacts }
  | { readonly kind: "identify"; readonly id: string }
  /** Takes back what was confirmed last: the whole file as it stood before. */
  | { readonly kind: "restore"; readonly file: AssessmentFile }
  | { readonly kind: "begin"; readonly at: string }
  /** Ends the last session. */
  | { readonly kind: "end"; readonly at: string; readonly how: NonNullable<Session["how"]> };

/** The assessment after the edits, with its fields in the usual order. */
export function editAssessment(
  file: AssessmentFile,
  edits: readonly AssessmentEdit[],
): AssessmentFile {
  return edits.reduce(edited, file);
}

/** The file's text after the edits; what they do not touch stays as a person wrote it. */
export function editText(text: EditableYaml, edits: readonly AssessmentEdit[]): EditableYaml {
  return text.holding(editAssessment(text.value as AssessmentFile, edits));
}

function edited(file: AssessmentFile, edit: AssessmentEdit): AssessmentFile {
  switch (edit.kind) {
    case "people":
      return withPeople(file, edit);
    case "respond": {
      const answers = { ...file.answers, [edit.key]: responseInOrder(edit.response) };
      return inOrder({ ...file, answers });
    }
    case "forget":
      return withoutAnswer(file, edit.key);
    case "act":
      return inOrder({ ...file, actions: withAction(file.actions ?? [], edit.action) });
    case "unact":
      return withoutAction(file, edit.id);
    case "reply":
      return withReply(file, edit);
    case "plan":
      return inOrder({ ...file, plan: edit.plan });
    case "identify":
      return inOrder({ ...file, id: edit.id });
    case "restore":
      return edit.file;
    case "begin":
      return inOrder({ ...file, sessions: [...(file.sessions ?? []), { began: edit.at }] });
    case "end":
      return inOrder({ ...file, sessions: ended(file.sessions ?? [], edit) });
    default:
      return edit satisfies never;
  }
}

/** What the room said goes; what others answered outside is theirs, and stays. */
function withoutAnswer({ answers = {}, ...file }: AssessmentFile, key: string): AssessmentFile {
  const { [key]: gone, ...rest } = answers;
  const { outside, asked } = gone ?? {};
  const kept =
    outside === undefined
      ? rest
      : { ...answers, [key]: { outside, ...(asked !== undefined && { asked }) } };
  return inOrder(Object.keys(kept).length === 0 ? file : { ...file, answers: kept });
}

function withPeople(
  { people: _, ...file }: AssessmentFile,
  { people, here }: Extract<AssessmentEdit, { kind: "people" }>,
): AssessmentFile {
  const sessions = here === undefined ? file.sessions : countedOn(file.sessions ?? [], here);
  const rest = sessions === undefined ? file : { ...file, sessions };
  return inOrder(people.length === 0 ? rest : { ...rest, people: [...people] });
}

/** Who is here belongs to the day on which they were counted. */
function countedOn(sessions: readonly Session[], here: readonly Group[]): Session[] {
  return sessions.map((session, index) =>
    index === sessions.length - 1 ? { ...session, people: [...here] } : session,
  );
}

function withoutAction({ actions = [], ...file }: AssessmentFile, id: string): AssessmentFile {
  const rest = actions.filter((action) => action.id !== id);
  return inOrder(rest.length === 0 ? file : { ...file, actions: rest });
}

function withReply(
  { suggestions: before = [], ...file }: AssessmentFile,
  { step, reply }: Extract<AssessmentEdit, { kind: "reply" }>,
): AssessmentFile {
  const others = before.filter((each) => each.for !== step.for || each.do !== step.do);
  const suggestions = reply === undefined ? others : [...others, { ...step, ...reply }];
  return inOrder(suggestions.length === 0 ? file : { ...file, suggestions });
}

function withAction(actions: readonly Action[], action: Action): Action[] {
  const at = actions.findIndex(({ id }) => id === action.id);
  const before = actions[at];
  if (before === undefined) return [...actions, action];
  return actions.with(at, accounted(revised(before, action)));
}

/** Whoever changes an action of an earlier assessment, and does not end it, has said that it is still on. */
function accounted({ "still-on": _, ...action }: Action): Action {
  return action.since === undefined || isEnded(action) ? action : { ...action, "still-on": true };
}

/** Counts what a calendar has to hear of. A first date is none: no calendar has the action yet. */
function revised(before: Action, action: Action): Action {
  const isSame =
    before.do === action.do && before.by === action.by && ending(before) === ending(action);
  if (before.by === undefined || isSame) return action;
  return { ...action, revised: (before.revised ?? 0) + 1 };
}

function ending({ status }: Action): Action["status"] {
  return isEnded({ status }) ? status : undefined;
}

function ended(
  sessions: readonly Session[],
  { at, how }: Extract<AssessmentEdit, { kind: "end" }>,
): Session[] {
  return sessions.map((session, index) =>
    index === sessions.length - 1 ? endedAt(session, { at, how }) : session,
  );
}

function endedAt(
  { began, people }: Session,
  { at, how }: Pick<Extract<AssessmentEdit, { kind: "end" }>, "at" | "how">,
): Session {
  return { began, ended: at, how, ...(people === undefined ? {} : { people }) };
}

const FIELDS = [
  "coprod",
  "id",
  "title",
  "covers",
  "look",
  "picked",
  "started",
  "previous",
  "rubrics",
  "people",
  "voices",
  "answers",
  "actions",
  "suggestions",
  "plan",
  "sessions",
] as const satisfies readonly (keyof AssessmentFile)[];

const RESPONSE_FIELDS = [
  "answer",
  "from",
  "to",
  "text",
  "number",
  "chosen",
  "reason",
  "note",
  "evidence",
  "views",
  "votes",
  "outside",
  "unrevealed",
  "voted",
  "asked",
  "at",
] as const satisfies readonly (keyof Response)[];

/** The fields in the order in which coprod writes them. */
export function inOrder(file: AssessmentFile): AssessmentFile {
  return ordered(file, FIELDS);
}

export function responseInOrder(response: Response): Response {
  return ordered(response, RESPONSE_FIELDS);
}

function ordered<Value extends object>(value: Value, fields: readonly (keyof Value)[]): Value {
  const present = fields.filter((field) => value[field] !== undefined);
  return Object.fromEntries(present.map((field) => [field, value[field]])) as Value;
}
