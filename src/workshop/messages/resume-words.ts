import { criteriaOf } from "../../rubric/rubric.ts";
import { type Block, heading, lines, paragraph } from "../../terminal/blocks.ts";
import type { Setting } from "../interview-options.ts";
import { isOfChecklist, progressLines } from "../progress.ts";
import { statusOfItem, storedKey } from "../responses.ts";
import type { Interview } from "../state.ts";
import { spokenTime } from "../when.ts";

type Beginning = Pick<Setting, "fresh" | "stopped" | "conflicts">;

/** The first words: how long it takes, or when it stopped and what is done. */
export function beginningBlocks(
  state: Interview,
  { fresh, stopped, conflicts = [] }: Beginning,
): readonly Block[] {
  if (fresh) return [];
  const beside = conflicts.map(
    (name) =>
      `Beside our file there is ${name}. It may hold answers that somebody saved on another computer. We leave it alone.`,
  );
  return [
    heading(1, welcome(state, stopped)),
    lines(...progressLines(state)),
    ...beside.map(paragraph),
    ...changes(state),
  ];
}

/** How long it takes, for a heading before anything is asked. */
export function lengthWords(state: Pick<Interview, "items">, minutes: number): string {
  const questions = state.items.filter((item) => !isOfChecklist(item)).length;
  const lists = new Set(state.items.filter(isOfChecklist).map(({ number }) => number)).size;
  const said = [
    ...(questions > 0 ? [`${questions} ${questions === 1 ? "question" : "questions"}`] : []),
    ...(lists > 0 ? [`${lists} ${lists === 1 ? "checklist" : "checklists"}`] : []),
  ];
  const long = minutes > 120 ? " Two meetings are easier than one." : "";
  return `This takes about ${minutes} minutes for ${said.join(" and ")}.${long}`;
}

function welcome({ file }: Interview, stopped: Beginning["stopped"]): string {
  const last = file.sessions?.at(-1);
  if (last === undefined) return "Welcome.";
  if (last.ended === undefined) return "Welcome back. Last time the program closed suddenly.";
  const word = last.how === "finished" ? "finished" : "stopped";
  return stopped === undefined
    ? "Welcome back."
    : `Welcome back. You ${word} on ${spokenTime(stopped)}.`;
}

function changes(state: Interview): readonly Block[] {
  const sudden = state.file.sessions?.at(-1);
  const gone = answersWithoutQuestion(state);
  const again = state.items.filter((item) => statusOfItem(state, item) === "look-again").length;
  const said = [
    ...(sudden !== undefined && sudden.ended === undefined
      ? ["Everything that was confirmed is here. A line you were typing may be missing."]
      : []),
    ...(again + gone > 0 ? ["The questions have changed since then."] : []),
    ...(again > 0
      ? [
          `${again} ${again === 1 ? "has" : "have"} new wording. Your answers are kept, marked "look again".`,
        ]
      : []),
    ...(gone > 0
      ? [
          gone === 1
            ? "1 was taken out. Its answer is kept in the file."
            : `${gone} were taken out. Their answers are kept in the file.`,
        ]
      : []),
  ];
  return said.length > 0 ? [lines(...said)] : [];
}

/** How many answers in the file belong to a question that its rubric no longer has. */
function answersWithoutQuestion(state: Interview): number {
  const known = state.rubrics.flatMap(criteriaOf).map((criterion) => storedKey(state, criterion));
  const asked = state.rubrics.map(({ id }) => `${id}/`);
  return Object.keys(state.file.answers ?? {}).filter(
    (key) => !known.includes(key) && asked.some((start) => key.startsWith(start)),
  ).length;
}
