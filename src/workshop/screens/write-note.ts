import type { AssessmentEdit } from "../../assessment/edit.ts";
import { personalDataIn, reachedBy } from "../../assessment/personal-data.ts";
import type { Criterion } from "../../rubric/rubric.ts";
import { type Block, lines, paragraph, points } from "../../terminal/blocks.ts";
import { echo, fold, readYesNo } from "../../terminal/typed-line.ts";
import { groupedDigits } from "../../util/words.ts";
import { messages } from "../messages/messages.ts";
import { criterionOf, respond, responseTo, storedKey } from "../responses.ts";
import type { At, AtOf, Interview, Outcome, Screen } from "../state.ts";

const wording = messages.note;

type NotePlace = AtOf<"write-note" | "write-evidence">;

/** Longer than any note that is typed or pasted on purpose; the file has to stay small enough to read. */
const LONGEST_NOTE = 20_000;

/** A note of several lines, or a list of things to show; an empty line ends it. */
export const writeNoteScreen: Screen<NotePlace> = {
  show: (state, here) =>
    here.kind === "write-note" ? showNote(state, here) : showEvidence(state, here),
  isForm: true,
  prompt: () => "> ",
  hear(state, here, { line }) {
    if (here.isFull === true) return pastTheLimit(here, line);
    if (line.trim() === "b" && here.typed.length === 0) return { at: here.returnTo, show: "short" };
    if (line.trim() === "") return finish(here);
    const size = here.typed.reduce((total, each) => total + each.length + 1, line.length);
    if (size > LONGEST_NOTE) return tooLong(here);
    if (line.trim() === "x" && here.flagged !== undefined)
      return takenOut(state, here, here.flagged);
    if (line.trim() === "x" && here.typed.length === 0) return emptied(state, here);
    const at = { ...here, typed: [...here.typed, line], ...flagging(line) };
    const edits = [added(state, here, line)];
    return { at, show: "prompt", edits, quiet: true, say: remark(line) };
  },
  help: () => [paragraph(wording.help)],
  free: () => true,
  typing: "note",
};

function showNote(state: Interview, { key }: NotePlace): readonly Block[] {
  const { note } = responseTo(state, criterionOf(state, key)) ?? {};
  const before = note === undefined ? [] : [lines(wording.soFar, note), paragraph(wording.isAdded)];
  return [...before, lines(...wording.ask)];
}

function showEvidence(state: Interview, { key }: NotePlace): readonly Block[] {
  const criterion = criterionOf(state, key);
  const { evidence = [] } = responseTo(state, criterion) ?? {};
  return [
    ...(criterion.lookFor.length > 0 ? [points(wording.forExample, criterion.lookFor)] : []),
    ...(evidence.length > 0
      ? [points(wording.listedSoFar, evidence), paragraph(wording.takeListOut)]
      : []),
    lines(...wording.askEvidence),
  ];
}

// No question here: the next lines of a paste would answer it.
function remark(line: string): readonly Block[] {
  const [found] = personalDataIn(line);
  if (found === undefined) return [];
  return [paragraph(`${wording.looksLike(found.what)} ${wording.orTakeOut}`)];
}

function flagging(line: string): Pick<NotePlace, "flagged"> {
  const flagged = line.split("\n").filter((each) => personalDataIn(each).length > 0);
  return flagged.length === 0 ? {} : { flagged: flagged.map((each) => each.trim()) };
}

function takenOut(
  state: Interview,
  { flagged: _, ...here }: NotePlace,
  out: readonly string[],
): Outcome {
  const criterion = criterionOf(state, here.key);
  const { note = "", evidence = [] } = responseTo(state, criterion) ?? {};
  const stays = (line: string) => !out.includes(line.trim());
  const change =
    here.kind === "write-note"
      ? { note: note.split("\n").filter(stays).join("\n").trim() || undefined }
      : { evidence: evidence.filter(stays) };
  const say = [paragraph(wording.lineOut)];
  const edits = withoutEmpty(state, criterion, change);
  const typed = here.typed.filter((line) => !out.includes(line.trim()));
  return { at: { ...here, typed }, show: "prompt", say, edits, quiet: true };
}

/** All of what was said before goes; there is nothing to take out where nothing was said. */
function emptied(state: Interview, here: NotePlace): Outcome {
  const criterion = criterionOf(state, here.key);
  const { note, evidence } = responseTo(state, criterion) ?? {};
  const isNote = here.kind === "write-note";
  if ((isNote ? note : evidence) === undefined) {
    return { at: here.returnTo, show: "short", say: [paragraph(wording.nothingToTakeOut)] };
  }
  const change = isNote ? { note: undefined } : { evidence: [] };
  const saved = isNote ? wording.noteOut : wording.listOut;
  const edits = withoutEmpty(state, criterion, change);
  return { at: here.returnTo, show: "short", edits, saved };
}

/** An answer that says nothing any more goes as a whole. */
function withoutEmpty(
  state: Interview,
  criterion: Criterion,
  change: { readonly note?: string | undefined; readonly evidence?: string[] },
): readonly AssessmentEdit[] {
  const { note, evidence = [], ...rest } = { ...responseTo(state, criterion), ...change };
  const nothing =
    note === undefined &&
    evidence.length === 0 &&
    rest.at === undefined &&
    Object.keys(rest).every((field) => field === "answer");
  if (nothing) return [{ kind: "forget", key: storedKey(state, criterion) }];
  return [
    respond(state, criterion, evidence.length > 0 ? change : { ...change, evidence: undefined }),
  ];
}

function finish({ typed, kind, returnTo }: NotePlace): Outcome {
  if (typed.length === 0)
    return { at: returnTo, show: "short", say: [paragraph(wording.nothingAdded)] };
  const saved = kind === "write-note" ? wording.noteKept : wording.listKept;
  return { at: returnTo, show: "short", wasSaved: true, saved };
}

/** What began as a note ends as one: nothing up to the next empty line is an answer to anything. */
function tooLong(here: NotePlace): Outcome {
  const words = wording.tooLong(groupedDigits(LONGEST_NOTE), here.typed.length > 0);
  return { at: { ...here, isFull: true }, show: "prompt", say: [paragraph(words)] };
}

function pastTheLimit(here: NotePlace, line: string): Outcome {
  return line.trim() === "" ? finish(here) : { at: here, show: "prompt" };
}

/** Saved line by line: people tell stories, and the computer may stop in the middle of one. */
function added(state: Interview, { key, kind }: NotePlace, line: string): AssessmentEdit {
  const criterion = criterionOf(state, key);
  const response = responseTo(state, criterion);
  const typed = line.split("\n").map((each) => each.trimEnd());
  if (kind === "write-note") {
    const words = typed.join("\n").trimEnd();
    const note = response?.note === undefined ? words.trimStart() : `${response.note}\n${words}`;
    return respond(state, criterion, { note });
  }
  const listed = typed.map((each) => each.trim()).filter((each) => each !== "");
  const evidence = [...(response?.evidence ?? []), ...listed];
  return respond(state, criterion, { evidence });
}

/** Asks once before a line is kept by which somebody could be found. What a yes does, the machine knows. */
export const personalScreen: Screen<AtOf<"personal">> = {
  show: (_, { what }) => [paragraph(`${wording.looksLike(what)} ${wording.keepAsIs}`)],
  prompt: () => messages.common.yesOrNo,
  hear(_, here, { line }) {
    if (readYesNo(line) === false || ["b", "back"].includes(fold(line))) {
      const say = [paragraph(wording.notKept)];
      return { at: here.returnTo, show: "prompt", say };
    }
    const { nothingChosen, neitherYesNorNo } = messages.common;
    const wrong = fold(line) === "" ? nothingChosen : neitherYesNorNo(echo(line));
    return { at: here, show: "prompt", say: [paragraph(wrong)] };
  },
  help: () => [paragraph(wording.keepAsIsHelp)],
};

/** The question about a line that holds such data; undefined where it holds none. */
export function askAboutPersonal(line: string, returnTo: At): AtOf<"personal"> | undefined {
  // Who leads an action is asked about by the screen that asks for it.
  const isRole = returnTo.kind === "action" && ["who", "name"].includes(returnTo.draft.step);
  const [found] = isRole ? reachedBy(line) : personalDataIn(line);
  return found === undefined ? undefined : { kind: "personal", what: found.what, line, returnTo };
}
