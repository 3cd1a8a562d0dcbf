import type { AssessmentEdit } from "../assessment/edit.ts";
import { withSharedAnswers } from "../rubric/same-as.ts";
import { type Block, paragraph } from "../terminal/blocks.ts";
import { readAnywhere, readYesNo, tidy, tidyLines } from "../terminal/typed-line.ts";
import type { Clock } from "./dates.ts";
import { countPeople, isCounted } from "./groups.ts";
import { everything, type Item, isAnsweredIn, itemsOf, placeOf } from "./items.ts";
import { messages } from "./messages/messages.ts";
import { readUndo } from "./parse-input.ts";
import { atItem, firstOpen, itemIndex, openUnits, withEdits } from "./progress.ts";
import { beginAccounts } from "./screens/account.ts";
import { closingBlocks } from "./screens/closing.ts";
import { askToReplace } from "./screens/replace-answer.ts";
import { screenOf } from "./screens/screens.ts";
import { firstStep } from "./screens/steps.ts";
import { beginningBlocks } from "./screens/welcome.ts";
import { askAboutPersonal } from "./screens/write-note.ts";
import { withLastTime } from "./so-far.ts";
import type {
  At,
  AtOf,
  Heard,
  HowEnded,
  Interview,
  InterviewOptions,
  Outcome,
  Screen,
  Walk,
} from "./state.ts";
import { areTypedOpenly, hasVotes, withVotesOpen } from "./votes.ts";
import { pageOf, type StepPage } from "./wall.ts";
import { changedBy, withoutLast, withUndo } from "./what-changed.ts";

/** What one typed line, or the beginning or end, leads to. `edits` are to be saved before the rest is shown. */
export interface Step {
  readonly state: Interview;
  readonly edits: readonly AssessmentEdit[];
  /** Follows the word that it is saved; undefined where nothing needs to be said. */
  readonly saved: string | undefined;
  readonly blocks: readonly Block[];
  /** What the next line is asked with; undefined at the end. */
  readonly prompt: string | undefined;
  readonly typing?: Screen["typing"];
  /** What should be in sight together with the prompt. */
  readonly reminder?: readonly Block[];
  /** Whether the blocks show the place in full, and with it what the reminder says. */
  readonly inFull?: boolean;
  /** Where pages are turned, in place of the blocks. */
  readonly page?: StepPage;
}

export function beginInterview(setting: InterviewOptions, { instant }: Clock): Step {
  const { file, fileName } = setting;
  const rubrics = withSharedAnswers(setting.rubrics);
  const items = itemsOf(rubrics, { ...setting, isAnswered: isAnsweredIn(file) });
  const state: Interview = {
    rubrics,
    items,
    file,
    fileName,
    at: firstPlace(setting, items),
    began: instant,
    instant,
    confirmed: 0,
    shown: 0,
    section: undefined,
    votingMethod: hasVotes(file) ? "either" : undefined,
    withoutVotes: undefined,
    selected: setting.quick || setting.sections !== undefined,
    keepsOld: false,
    masked: setting.masked === true,
    walk: undefined,
    task: setting.task ?? "talk",
    lastTime: setting.lastTime,
    first: setting.first,
    recorded: false,
    undoable: [],
  };
  // How far the talk is, nobody asks who came for the steps or the paper alone.
  const say = state.task === "talk" ? beginningBlocks(state, setting) : [];
  const step = arrive(state, { at: state.at, say });
  return step.page === undefined
    ? step
    : { ...step, page: { ...step.page, remarks: say, turns: true } };
}

/** The machine: a state and a typed line give the next state, what to say and what to save. */
export function hearLine(before: Interview, line: string, now: Clock): Step {
  const state = { ...before, instant: now.instant };
  if (state.at.kind === "done") return endInterview(state, "finished", now);
  const screen = screenOf(state.at);
  const typed = screen.typing === "note" ? tidyLines(line) : tidy(line);
  const isFree = screen.free?.(state.at) === true;
  switch (readAnywhere(typed, isFree)) {
    case "quit":
      return endInterview(state, isPastFinish(state.at) ? "finished" : "stopped", now);
    case "help":
      return arrive(state, helped(state));
    default:
      if (readUndo(typed, isFree)) return takeBack(state);
      if (typed.length > longestLine(state.at)) return arrive(state, tooLong(state.at));
      return follow(state, hear(state, { line: typed, now }), now);
  }
}

/** Help is a page of its own where it is more than a sentence. */
function helped(state: Interview): Outcome {
  const { at } = state;
  const say = screenOf(at).help(state, at);
  return { at, show: "prompt", say, ...(say.length > 1 ? { isPage: true } : {}) };
}

/** What a line does here; one by which somebody could be found, or that replaces an answer, waits for a yes. */
function hear(state: Interview, heard: Heard): Outcome {
  const { at } = state;
  const isYes = readYesNo(heard.line) === true;
  if (at.kind === "replace-answer" && isYes) return heldBack(state, at, heard);
  if (at.kind === "personal" && isYes) {
    const kept = heldBack(state, at, heard);
    return askToReplace(state, kept, at) ?? kept;
  }
  const screen = screenOf(at);
  const asked = screen.guarded?.(state, at) ? askAboutPersonal(heard.line, at) : undefined;
  if (asked !== undefined) return { at: asked };
  const outcome = screen.hear(state, at, heard);
  if (outcome.passesOn === true) return hear({ ...state, at: outcome.at }, heard);
  return askToReplace(state, outcome, { line: heard.line, returnTo: at }) ?? outcome;
}

function heldBack(
  state: Interview,
  { line, returnTo }: AtOf<"personal" | "replace-answer">,
  { now }: Pick<Heard, "now">,
): Outcome {
  return screenOf(returnTo).hear(state, returnTo, { line, now });
}

/** Ends the walk from outside or at the end, keeping what was being typed. */
export function endInterview(state: Interview, how: HowEnded, now: Clock): Step {
  const kept = waiting(state, now);
  const edits = recording(state, [...kept, ...ending(state, kept, { how, now })]);
  return {
    state: { ...withEdits(state, edits), at: { kind: "done" } },
    edits,
    saved: undefined,
    blocks: closingBlocks(state, how),
    prompt: undefined,
  };
}

/** Whether people have said that the questions are finished, and are at the steps or the paper. */
function isPastFinish(at: At): boolean {
  if (["ending", "steps", "step-refused", "trustee-paper"].includes(at.kind)) return true;
  return "returnTo" in at && isPastFinish(at.returnTo);
}

/** A line that waits for a yes because of what is in it was typed to be kept; one that replaces an answer was not. */
function waiting(state: Interview, now: Clock): readonly AssessmentEdit[] {
  if (state.at.kind !== "personal") return [];
  const outcome = heldBack(state, state.at, { now });
  return askToReplace(state, outcome, state.at) === undefined ? (outcome.edits ?? []) : [];
}

/** The end of a session in which something was confirmed; finishing for the first time is such a thing. */
function ending(
  { file, recorded, task }: Interview,
  kept: readonly AssessmentEdit[],
  { how, now }: { readonly how: HowEnded; readonly now: Clock },
): readonly AssessmentEdit[] {
  if (task !== "talk") return [];
  const finishes = how === "finished" && file.sessions?.at(-1)?.how !== "finished";
  return recorded || kept.length > 0 || finishes ? [{ kind: "end", at: now.instant, how }] : [];
}

/** The edits, with the beginning of the session before the first of them. */
function recording(
  { recorded, began, task }: Interview,
  edits: readonly AssessmentEdit[],
): readonly AssessmentEdit[] {
  return recorded || edits.length === 0 || task !== "talk"
    ? edits
    : [{ kind: "begin", at: began }, ...edits];
}

// Notes have a limit of their own; anything else is one sentence, and the file has to stay small enough to read.
function longestLine({ kind }: At): number {
  return kind === "write-note" || kind === "write-evidence" ? Number.POSITIVE_INFINITY : 2000;
}

function tooLong(at: At): Outcome {
  const words =
    "That is too long for one line. Use at most 2,000 characters, or put it in a note with w.";
  return { at, show: "prompt", say: [paragraph(words)] };
}

function firstPlace(options: InterviewOptions, items: readonly Item[]): At {
  const { fresh, file, question, task, rubrics, first } = options;
  if (task === "steps") return beginAccounts({ file }, firstStep({ file, rubrics }));
  if (task === "paper") return { kind: "trustee-paper", fact: -1 };
  const asked = placeOf(items, question);
  if (asked >= 0) return atItem({ items }, asked);
  const start = firstOpen({ items, file, first });
  if (isCounted(file) && !fresh) return { kind: "same-people" };
  const returnTo: At = fresh ? { kind: "voting-method", returnTo: start } : { kind: "welcome" };
  return isCounted(file) ? returnTo : countPeople({ file }, returnTo);
}

function follow(state: Interview, outcome: Outcome, now: Clock): Step {
  if (outcome.at.kind !== "done") return arrive(state, outcome);
  const step = arrive(state, { ...outcome, say: [] });
  const end = endInterview({ ...step.state, at: { kind: "done" } }, "finished", now);
  return { ...end, edits: [...step.edits, ...end.edits] };
}

/** Makes the edits, goes to the place and shows it. */
function arrive(before: Interview, outcome: Outcome): Step {
  const { show = "full", say = [], saved } = outcome;
  const edits = recording(before, outcome.edits ?? []);
  const state = settled(before, outcome, edits);
  const { at } = state;
  const screen = screenOf(at);
  const shown = show === "prompt" ? [] : screen.show(state, at, show);
  return {
    state: seen(state, show === "full"),
    edits,
    saved: isSaid(outcome) ? withLastTime(before, edits, saved ?? "") : undefined,
    blocks: [...say, ...shown],
    prompt: screen.prompt(state, at),
    typing: areTypedOpenly(state) ? undefined : screen.typing,
    reminder: screen.reminder?.(state, at) ?? [],
    inFull: show === "full" || (show === "short" && outcome.isPage === true),
    page: pageOf(before, outcome, state),
  };
}

function settled(before: Interview, outcome: Outcome, edits: readonly AssessmentEdit[]): Interview {
  const changed = changedBy(before, edits);
  const asked = Math.max(0, openUnits(before) - openUnits(changed));
  const next = {
    ...changed,
    at: outcome.at,
    votingMethod: outcome.votingMethod ?? changed.votingMethod,
    here: outcome.here ?? changed.here,
    keepsOld: outcome.keepsOld ?? changed.keepsOld,
    ...(outcome.everything === true ? everything(changed) : {}),
    confirmed: changed.confirmed + asked,
    walk: walkAfter(before, outcome),
    recorded: before.recorded || edits.length > 0,
    undoable: changed.file === before.file ? before.undoable : withUndo(before, outcome.at),
    withoutVotes: withoutVotesAt(before, outcome),
  };
  return { ...next, at: withVotesOpen(next) };
}

/** The room goes on without votes at one question, until it comes to another one. */
function withoutVotesAt(
  { withoutVotes }: Interview,
  { at, withoutVotes: goesOn }: Outcome,
): number | undefined {
  const index = itemIndex(at);
  return goesOn === true || withoutVotes === index ? index : undefined;
}

function walkAfter({ walk }: Interview, { at, walk: next }: Outcome): Walk | undefined {
  if (next !== undefined) return next === "left" ? undefined : next;
  return at.kind === walk?.returnTo.kind ? undefined : walk;
}

/** Takes back the last confirmed line, whatever it was. */
function takeBack(state: Interview): Step {
  const undone = withoutLast(state);
  if (undone === undefined) {
    const say = [paragraph(messages.change.nothingToUndo)];
    return arrive(state, { at: state.at, show: "prompt", say });
  }
  const { before, what } = undone;
  const edits = [{ kind: "restore" as const, file: before.file }];
  return { ...arrive(before, { at: before.at }), edits, saved: what };
}

function isSaid({ edits = [], quiet = false, wasSaved = false }: Outcome): boolean {
  return wasSaved || (edits.length > 0 && !quiet);
}

/** Remembers that a question was shown, by itself or with the form for its votes, and with it the introduction to its part. */
function seen(state: Interview, inFull: boolean): Interview {
  const isItem = ["question", "checklist", "votes"].includes(state.at.kind);
  const item = state.items[itemIndex(state.at) ?? -1];
  if (!isItem || !inFull || item === undefined) return state;
  return { ...state, shown: state.shown + 1, section: item.section.key };
}
