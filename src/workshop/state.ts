import type { AssessmentEdit } from "../assessment/edit.ts";
import type { PersonalDataKind } from "../assessment/personal-data.ts";
import type { Action, AssessmentFile, Group, Session } from "../assessment/schema.ts";
import type { SuggestedStep } from "../plan/suggestions.ts";
import type { Rubric } from "../rubric/rubric.ts";
import type { Block } from "../terminal/blocks.ts";
import type { Clock, LocalTime } from "./dates.ts";
import type { Item, Selection } from "./items.ts";

/** The whole state of one walk through the questions. Plain data; each typed line gives a new one. */
export interface Interview {
  readonly rubrics: readonly Rubric[];
  readonly items: readonly Item[];
  /** What is confirmed so far. */
  readonly file: AssessmentFile;
  /** How the file is called on the screen. */
  readonly fileName: string;
  readonly at: At;
  /** When this session began, as a UTC instant. */
  readonly began: string;
  /** When the last line was typed, as a UTC instant. */
  readonly instant: string;
  /** How many answers were confirmed in this session; the pace is worked out from it. */
  readonly confirmed: number;
  /** How many questions were shown in full; the first ones come with all choices. */
  readonly shown: number;
  /** Key of the section shown last, so that its introduction is read once. */
  readonly section: string | undefined;
  readonly votingMethod: VotingMethod | undefined;
  /** Index of the question at which the room goes on without votes, where they would open by themselves. */
  readonly withoutVotes: number | undefined;
  /** Who was counted in this session; the file can name more, as its numbers cover the votes of earlier days. */
  readonly here?: readonly Group[] | undefined;
  /** Whether only some sections were chosen for today. */
  readonly selected: boolean;
  /** Whether answers under an earlier wording stay as they are and are not asked again. */
  readonly keepsOld: boolean;
  /** Whether votes stay hidden while they are typed. */
  readonly masked: boolean;
  /** The questions that people asked to go through, where their walk is such a one. */
  readonly walk: Walk | undefined;
  /** What people came for; only a talk is a session of the room. */
  readonly task: Task;
  /** What was answered last time, in words, by the question's key: said only after the answer of today. */
  readonly lastTime?: ReadonlyMap<string, string> | undefined;
  /** The questions that are asked first, because something was done about them, by key; with the words that say so. */
  readonly first?: ReadonlyMap<string, string> | undefined;
  /** Whether this session is in the file: it is from the first thing that is confirmed in it. */
  readonly recorded: boolean;
  /** How things stood before each of the last confirmed lines, and to which item it led; the last one at the end. */
  readonly undoable: readonly { readonly before: Interview; readonly led: number | undefined }[];
}

/** A walk through some questions only, such as the skipped ones, and the place to come back to. */
export interface Walk {
  /** Indices of items, rising. */
  readonly items: readonly number[];
  readonly returnTo: At;
}

/** The questions; only the steps that they suggest; or only what the trustees' paper says besides. */
export type Task = "talk" | "steps" | "paper";

/** `either` on another day: the file has votes, and nobody is asked again how they are shown. */
export type VotingMethod = "cards" | "slips" | "talk" | "either";

/** Where the walk stands: which line is waited for. */
export type At =
  | { readonly kind: "same-people" }
  | { readonly kind: "welcome" }
  | {
      readonly kind: "people";
      readonly index: number;
      readonly people: readonly Group[];
      /** Whether the last group was named just now and may be left out again. */
      readonly added?: true;
      /** A number of people so large that it waits for a yes. */
      readonly many?: number;
      /** Who the file said is here when the counting began. */
      readonly before: readonly Group[];
      readonly returnTo: At;
    }
  | {
      readonly kind: "more-people";
      readonly people: readonly Group[];
      readonly before: readonly Group[];
      readonly returnTo: At;
    }
  | {
      readonly kind: "join-small-groups";
      readonly people: readonly Group[];
      /** As they were counted today; votes of earlier days can ask for more. */
      readonly counted: readonly Group[];
      readonly before: readonly Group[];
      /** Ids of small groups that are happy to be shown on their own. */
      readonly alone: readonly string[];
      readonly returnTo: At;
    }
  | { readonly kind: "voting-method"; readonly returnTo: At }
  | {
      readonly kind: "question";
      readonly item: number;
      /** Two levels that somebody typed, such as 2-3: ids, the lower one first. */
      readonly between?: LevelRange;
    }
  | { readonly kind: "checklist"; readonly item: number }
  | { readonly kind: "checklist-save"; readonly item: number; readonly answers: readonly string[] }
  | {
      readonly kind: "checklist-reasons";
      readonly item: number;
      readonly answers: readonly string[];
      readonly reasons: readonly string[];
    }
  | {
      readonly kind: "write-note" | "write-evidence";
      readonly key: string;
      readonly typed: readonly string[];
      /** Lines by which somebody could be found; they are kept unless people take them out. */
      readonly flagged?: readonly string[];
      /** More was typed than a note can hold: all up to the next empty line is left out. */
      readonly isFull?: boolean;
      readonly returnTo: At;
    }
  | { readonly kind: "reason"; readonly key: string; readonly returnTo: At }
  | { readonly kind: "range"; readonly key: string; readonly returnTo: At }
  | {
      readonly kind: "views";
      readonly key: string;
      readonly from: string;
      readonly to: string;
      readonly heard: readonly string[];
      readonly returnTo: At;
    }
  | { readonly kind: "votes"; readonly vote: Vote; readonly returnTo: At }
  | { readonly kind: "more-votes"; readonly vote: Vote; readonly returnTo: At }
  | { readonly kind: "action"; readonly draft: ActionDraft; readonly returnTo: At }
  | {
      readonly kind: "personal";
      readonly what: PersonalDataKind;
      /** The line that waits for a yes. */
      readonly line: string;
      readonly returnTo: At;
    }
  | {
      readonly kind: "replace-answer";
      /** The line that waits for a yes. */
      readonly line: string;
      readonly changes: readonly Replacement[];
      readonly returnTo: At;
    }
  | { readonly kind: "clear-answer"; readonly keys: readonly string[]; readonly returnTo: At }
  | { readonly kind: "go-to-question"; readonly returnTo: At }
  | { readonly kind: "finish" }
  /** One action of an earlier assessment: what became of it, and then why, or whether it helped and what shows it. */
  | {
      readonly kind: "account";
      readonly ids: readonly string[];
      readonly index: number;
      readonly ask: "how" | "why" | "helped" | "evidence";
      /** Whether it helped, as the groups have said so far, in their order; undefined for one that said nothing. */
      readonly said: readonly Action["helped"][];
      readonly returnTo: At;
    }
  /** What the room did, a page for each thing. */
  | { readonly kind: "ending"; readonly page: "agreed" | "differ" | "unknown" | "steps" }
  /** One of the suggested steps, as they were when the walk through them began. */
  | ({ readonly kind: "steps" } & WalkedSteps)
  | ({ readonly kind: "step-refused" } & WalkedSteps)
  /** A fact of the paper, or before the first one all of them; `single` where one was asked for by its number. */
  | { readonly kind: "trustee-paper"; readonly fact: number; readonly single?: true }
  | { readonly kind: "done" };

interface WalkedSteps {
  readonly steps: readonly SuggestedStep[];
  readonly index: number;
}

/** A confirmed answer that a line would replace, each in words. */
export interface Replacement {
  /** Of a checklist's line its number. */
  readonly line: number | undefined;
  readonly before: string;
  readonly after: string;
}

export interface LevelRange {
  readonly from: string;
  readonly to: string;
}

/** The votes of one round while they are typed, one form: a text of characters for each group that is shown. */
export interface Vote {
  readonly key: string;
  /** Undefined where a group has not got its votes yet. */
  readonly typed: readonly (string | undefined)[];
  /** What is typed for each group so far where that is fewer than the people there, or more. */
  readonly partial: readonly string[];
  /** Index of the group that is asked for. */
  readonly group: number;
}

type ActionStep = "do" | "who" | "name" | "by" | "keep-date";

export interface ActionDraft {
  readonly step: ActionStep;
  /** What is known so far; it has its id from its first line on, when it is in the file. */
  readonly action: Omit<Action, "id" | "do"> & { readonly id?: string; readonly do?: string };
  /** What was typed and waits for a yes: a name-like role or a date. */
  readonly pending?: string;
  /** Whether the actions that lack somebody or a date are filled in one after the other. */
  readonly filling?: true;
  /** A role that could lead it: offered, and never taken without a yes. */
  readonly idea?: string;
}

/** What a typed line leads to. */
export interface Outcome {
  readonly at: At;
  /** How the place we come to is shown: in full, in short, or only its prompt. */
  readonly show?: "full" | "short" | "prompt";
  readonly say?: readonly Block[];
  /** Whether what is said is a page of its own, laid out for the window. */
  readonly isPage?: true;
  /** Whether what is said is left out where pages are turned: the page of the place shows it. */
  readonly inLog?: true;
  readonly edits?: readonly AssessmentEdit[];
  /** Follows the word that it is saved. */
  readonly saved?: string;
  /** Whether the edits are one of several lines that belong together: the word that it is saved follows the last one. */
  readonly quiet?: boolean;
  /** Whether what is said to be saved was saved line by line before. */
  readonly wasSaved?: boolean;
  readonly votingMethod?: VotingMethod;
  /** Whether the room goes on without votes at the question it comes to. */
  readonly withoutVotes?: true;
  /** Whether the line was not meant for this place, but for the one it leads to. */
  readonly passesOn?: true;
  readonly here?: readonly Group[];
  readonly keepsOld?: boolean;
  /** Whether all questions are asked from here on, where it was a quick look. */
  readonly everything?: true;
  /** A walk that begins here, or `left` where people go elsewhere. */
  readonly walk?: Walk | "left";
}

/** One kind of place: what it shows, what it asks, what a line does there. */
export interface Screen<Place extends At = At> {
  readonly show: (state: Interview, here: Place, how: "full" | "short") => readonly Block[];
  readonly prompt: (state: Interview, here: Place) => string;
  readonly hear: (state: Interview, here: Place, heard: Heard) => Outcome;
  readonly help: (state: Interview, here: Place) => readonly Block[];
  /** All that is shown of the place where pages are turned, if it is more than what is shown in a log. */
  readonly page?: (state: Interview, here: Place) => readonly Block[];
  /** Whether one field comes after the other, each below the one before while there is room. */
  readonly isForm?: true;
  /** Whether text of the people's own is typed here, in which only single letters can be commands. */
  readonly free?: (here: Place) => boolean;
  /** Whether what is typed stays in the file in people's own words, so that it is looked at for personal data. */
  readonly guarded?: (state: Interview, here: Place) => boolean;
  /** A secret is hidden while it is typed; a note may come as several lines at once. */
  readonly typing?: "secret" | "note";
  /** What is said again just above the prompt where it would be out of sight. */
  readonly reminder?: (state: Interview, here: Place) => readonly Block[];
}

export interface Heard {
  /** The line without control codes. */
  readonly line: string;
  readonly now: Clock;
}

export type HowEnded = NonNullable<Session["how"]>;

/** The place of one kind. */
export type AtOf<Kind extends At["kind"]> = Extract<At, { kind: Kind }>;

/** What a walk starts from. */
export interface InterviewOptions extends Selection {
  readonly rubrics: readonly Rubric[];
  readonly file: AssessmentFile;
  readonly fileName: string;
  /** Whether the file was made just now. */
  readonly fresh: boolean;
  /** When the last session ended, on the clock of the people. */
  readonly stopped: LocalTime | undefined;
  /** Names of files beside this one that a sync tool made where two people saved at once. */
  readonly conflicts?: readonly string[];
  /** Whether votes stay hidden while they are typed. */
  readonly masked?: boolean;
  /** Key of the question to start at. */
  readonly question: string | undefined;
  /** A talk where it is left out. */
  readonly task?: Task | undefined;
  /** What was answered last time, in words, by the question's key. */
  readonly lastTime?: ReadonlyMap<string, string> | undefined;
  readonly first?: ReadonlyMap<string, string> | undefined;
}
