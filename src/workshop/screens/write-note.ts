import type { AssessmentEdit } from "../../assessment/edit.ts";
import { personalDataIn, reachedBy } from "../../assessment/personal-data.ts";
import type { Criterion } from "../../rubric/rubric.ts";
import { type Block, lines, paragraph, points } from "../../terminal/blocks.ts";
import { echo, fold, readYesNo } from "../../terminal/typed-line.ts";
import { criterionOf, respond, responseTo, storedKey } from "../responses.ts";
import type { At, AtOf, Interview, Outcome, Screen } from "../state.ts";

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
  help: () => [
    paragraph(
      "Type as many lines as you like. Each one is saved as you press Enter. Press Enter on an empty line to finish.",
    ),
  ],
  free: () => true,
  typing: "note",
};

function showNote(state: Interview, { key }: NotePlace): readonly Block[] {
  const { note } = responseTo(state, criterionOf(state, key)) ?? {};
  const before =
    note === undefined
      ? []
      : [
          lines("The note so far:", note),
          paragraph("What you type now is added to it. To take the whole note out, type x."),
        ];
  return [
    ...before,
    lines(
      "Type a note: an example, a story, or proof. Paste is fine.",
      "Press Enter on an empty line to finish. Please, no names or health details.",
    ),
  ];
}

function showEvidence(state: Interview, { key }: NotePlace): readonly Block[] {
  const criterion = criterionOf(state, key);
  const { evidence = [] } = responseTo(state, criterion) ?? {};
  return [
    ...(criterion.lookFor.length > 0 ? [points("For example:", criterion.lookFor)] : []),
    ...(evidence.length > 0
      ? [points("Listed so far:", evidence), paragraph("To take the whole list out, type x.")]
      : []),
    lines(
      "What could we show? One thing on each line.",
      "Press Enter on an empty line to finish. Please, no names.",
    ),
  ];
}

// No question here: the next lines of a paste would answer it.
function remark(line: string): readonly Block[] {
  const [found] = personalDataIn(line);
  if (found === undefined) return [];
  const words = `This looks like ${found.what}. The file is shared and kept, and somebody could be found by it. To take that line out again, type x. Or go on.`;
  return [paragraph(words)];
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
  const say = [paragraph("That line is taken out.")];
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
    return { at: here.returnTo, show: "short", say: [paragraph("There is nothing to take out.")] };
  }
  const change = isNote ? { note: undefined } : { evidence: [] };
  const saved = isNote ? "The note is taken out." : "The list is taken out.";
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
    return { at: returnTo, show: "short", say: [paragraph("Nothing was added.")] };
  const saved =
    kind === "write-note" ? "The note is kept." : "The list of what we could show is kept.";
  return { at: returnTo, show: "short", wasSaved: true, saved };
}

/** What began as a note ends as one: nothing up to the next empty line is an answer to anything. */
function tooLong(here: NotePlace): Outcome {
  const kept =
    here.typed.length > 0 ? "The lines before are saved. This one is not" : "This is not saved";
  const words = `A note can hold 20,000 characters, and this is more. ${kept}, nor is anything up to the next empty line. Press Enter on an empty line to go on.`;
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
  show: (_, { what }) => [
    paragraph(
      `This looks like ${what}. The file is shared and kept, and somebody could be found by it. Keep the line as it is?`,
    ),
  ],
  prompt: () => "y or n: ",
  hear(_, here, { line }) {
    if (readYesNo(line) === false || ["b", "back"].includes(fold(line))) {
      const say = [paragraph("It is not kept. Type the line again without it, or press Enter.")];
      return { at: here.returnTo, show: "prompt", say };
    }
    const wrong =
      fold(line) === "" ? "Nothing is chosen yet." : `${echo(line)} is neither y nor n.`;
    return { at: here, show: "prompt", say: [paragraph(`${wrong} Type y or n.`)] };
  },
  help: () => [paragraph("Type y to keep the line as it is, or n to type it again.")],
};

/** The question about a line that holds such data; undefined where it holds none. */
export function askAboutPersonal(line: string, returnTo: At): AtOf<"personal"> | undefined {
  // Who leads an action is asked about by the screen that asks for it.
  const isRole = returnTo.kind === "action" && ["who", "name"].includes(returnTo.draft.step);
  const [found] = isRole ? reachedBy(line) : personalDataIn(line);
  return found === undefined ? undefined : { kind: "personal", what: found.what, line, returnTo };
}
