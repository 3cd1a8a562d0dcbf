import type { AssessmentEdit } from "../assessment/edit.ts";
import { type Block, bullets, lines, text } from "./block.ts";
import { criterionOf, respond, responseTo } from "./responses.ts";
import type { AtOf, Interview, Outcome, Screen } from "./state.ts";

type Here = AtOf<"note" | "evidence">;

/** Longer than any note that is typed or pasted on purpose; the file has to stay small enough to read. */
const LONGEST_NOTE = 20_000;

/** A note of several lines, or a list of things to show; an empty line ends it. */
export const noteScreen: Screen<Here> = {
  show: (state, here) => (here.kind === "note" ? showNote(state, here) : showEvidence(state, here)),
  prompt: () => "> ",
  hear(state, here, { line }) {
    if (line.trim() === "b" && here.typed.length === 0) return { at: here.returnTo, show: "short" };
    if (line.trim() === "") return finish(state, here);
    const size = here.typed.reduce((total, each) => total + each.length + 1, line.length);
    if (size > LONGEST_NOTE) return tooLong(state, here);
    const typed = line.split("\n").map((each) => each.trimEnd());
    return { at: { ...here, typed: [...here.typed, ...typed] }, show: "prompt" };
  },
  help: () => [
    text(
      "Type as many lines as you like. Press Enter on an empty line to finish and save. Type q to stop; what you typed is saved.",
    ),
  ],
  free: true,
  typing: "note",
  keep: (state, here) => edits(state, here),
};

function showNote(state: Interview, { key }: Here): readonly Block[] {
  const { note } = responseTo(state, criterionOf(state, key)) ?? {};
  const before =
    note === undefined
      ? []
      : [lines("The note so far:", note), text("What you type now is added to it.")];
  return [
    ...before,
    lines(
      "Type a note: an example, a story, or proof. Paste is fine.",
      "Press Enter on an empty line to finish. Please, no names or health details.",
    ),
  ];
}

function showEvidence(state: Interview, { key }: Here): readonly Block[] {
  const criterion = criterionOf(state, key);
  const { evidence = [] } = responseTo(state, criterion) ?? {};
  return [
    ...(criterion.lookFor.length > 0 ? [bullets("For example:", criterion.lookFor)] : []),
    ...(evidence.length > 0 ? [bullets("Listed so far:", evidence)] : []),
    lines(
      "What could we show? One thing on each line.",
      "Press Enter on an empty line to finish. Please, no names.",
    ),
  ];
}

function finish(state: Interview, here: Here): Outcome {
  const made = edits(state, here);
  if (made.length === 0)
    return { at: here.returnTo, show: "short", say: [text("Nothing was added.")] };
  return { at: here.returnTo, show: "short", edits: made };
}

function tooLong(state: Interview, here: Here): Outcome {
  const words =
    "This is more than one note can hold. The last line is not in it; the lines before it are saved.";
  return { at: here.returnTo, show: "short", edits: edits(state, here), say: [text(words)] };
}

function edits(state: Interview, here: Here): readonly AssessmentEdit[] {
  const criterion = criterionOf(state, here.key);
  const typed = here.typed.join("\n").trim();
  if (typed === "") return [];
  const response = responseTo(state, criterion);
  if (here.kind === "note") {
    const note = response?.note === undefined ? typed : `${response.note}\n${typed}`;
    return [respond(state, criterion, { note })];
  }
  const listed = here.typed.map((each) => each.trim()).filter((each) => each !== "");
  const evidence = [...(response?.evidence ?? []), ...listed];
  // What we could show, alone, is no answer; until there is one the question counts as skipped.
  const empty =
    response?.answer === undefined && response?.votes === undefined && response?.note === undefined;
  return [respond(state, criterion, { evidence, ...(empty ? { answer: "skipped" } : {}) })];
}
