import { dirname, join, parse, resolve } from "node:path";
import { highestNumber, numberOf } from "../../assessment/actions.ts";
import type { Action, AssessmentFile } from "../../assessment/schema.ts";
import { displayPath } from "../../files/display-path.ts";
import { loadAssessment, loadPrevious } from "../../files/load-assessment.ts";
import { EXIT, type ExitCode } from "../../platform/errors.ts";
import type { Context } from "../../platform/ports.ts";
import { criteriaOf, type Rubric } from "../../rubric/rubric.ts";
import { choices, paragraph } from "../../terminal/blocks.ts";
import { type Conversation, endingOf } from "../../terminal/conversation.ts";
import { ANYWHERE } from "../../terminal/typed-line.ts";
import { counted } from "../../util/words.ts";
import { type Day, isoDay } from "../dates.ts";
import { itemsOf } from "../items.ts";
import { messages } from "../messages/messages.ts";
import { answerWords, asksOtherwise, isOpen } from "../responses.ts";
import type { Interview } from "../state.ts";
import { type ChosenRubric, relativePath, WHOLE_ORGANISATION } from "./new-assessment.ts";

/** The assessment of last time, as a new one takes it over. */
export interface PreviousAssessment {
  readonly path: string;
  readonly file: AssessmentFile;
  readonly chosen: readonly ChosenRubric[];
  readonly about: { readonly charity: string | undefined; readonly covers: string };
}

interface Found {
  readonly path: string;
  readonly file: AssessmentFile;
  readonly rubrics: readonly Rubric[];
}

export async function readPrevious(context: Context, path: string): Promise<PreviousAssessment> {
  const { file, asked } = await loadAssessment(context, path);
  const chosen = asked.map((rubric, index) => {
    const own = file.rubrics[index]?.file;
    return { rubric, path: own === undefined ? undefined : resolve(dirname(path), own) };
  });
  const about = { charity: file.plan?.charity, covers: file.covers ?? WHOLE_ORGANISATION };
  return { path, file, chosen, about };
}

/** Whether the people have come to its end, whatever was changed later. */
export function isFinished({ sessions = [] }: AssessmentFile): boolean {
  return sessions.some(({ how }) => how === "finished");
}

/** What is finished could be written over by accident: asks whether a new one is wanted. */
export async function askWhetherNew(
  talk: Conversation,
  { file, rubrics, path, quick }: Found & { readonly quick: boolean },
): Promise<"new" | "change" | ExitCode> {
  const open = itemsOf(rubrics, { quick }).filter((item) => isOpen({ file }, item)).length;
  const goOn =
    open === 0
      ? "Change the finished one"
      : `Go on with this one: ${counted(open, "question or checklist", "questions or checklists")} to do`;
  talk.say(
    [
      paragraph(`${displayPath(talk.context, path)} is finished.`),
      choices([
        { mark: "1", name: "Start a new one, with last time beside it" },
        { mark: "2", name: goOn },
      ]),
    ],
    { apart: true },
  );
  const chosen = await talk.choose({
    prompt: "1, 2 or q: ",
    words: { new: ["1", "new"], change: ["2", "change"], quit: ANYWHERE.quit },
    otherwise: "Type 1 for a new one, 2 to go on with this one, or q to stop and change nothing.",
  });
  if (typeof chosen !== "string") return endingOf(chosen).exitCode;
  return chosen === "quit" ? EXIT.done : chosen;
}

/** The new assessment with what it takes over: groups, nobody counted yet, and the actions that are not finished. */
export function following(
  { file: before, path: old }: PreviousAssessment,
  empty: AssessmentFile,
  path: string,
): AssessmentFile {
  const { coprod, title, covers, started, rubrics, plan } = empty;
  const { id } = before;
  const actions = (before.actions ?? []).filter(isStillOn).map((each) => carried(each, before));
  return whole({
    coprod,
    id,
    title: plan?.charity === undefined ? renamed(before.title, title) : title,
    covers,
    started,
    previous: whole({
      title: before.title,
      started: before.started,
      file: relativePath(path, old),
      actions: highestNumber(before.actions ?? [], before.previous?.actions),
    }),
    rubrics,
    people: before.people?.map(({ group, name }) => ({ group, name, present: 0 })),
    actions: actions.length === 0 ? undefined : actions,
    plan: plan && whole({ ...plan, contact: before.plan?.contact }),
  });
}

/** Without the fields that nothing is known for. */
function whole<Value extends object>(
  value: {
    readonly [Field in keyof Value]: Value[Field] | undefined;
  },
): Value {
  const known = Object.entries(value).filter(([, each]) => each !== undefined);
  return Object.fromEntries(known) as Value;
}

function isStillOn({ status }: Action): boolean {
  return status !== "done" && status !== "dropped";
}

function carried({ "still-on": _, ...action }: Action, { started }: AssessmentFile): Action {
  const since = action.since ?? started;
  return since === undefined ? action : { ...action, since };
}

/** `River House, November 2026` becomes `River House, May 2027`. */
function renamed(before: string, now: string): string {
  const [, name] = /^(.+), \p{L}+ \d{4}$/u.exec(before) ?? [];
  const [, month] = /, (\p{L}+ \d{4})$/u.exec(now) ?? [];
  return name === undefined || month === undefined ? now : `${name}, ${month}`;
}

/** Beside the old one, with the month in its name. */
export function pathAfter(old: string, today: Day): string {
  const { dir, name, ext } = parse(old);
  const bare = name.replace(/-\d{4}(?:-\d{2})?$/u, "");
  return join(dir, `${bare}-${isoDay(today).slice(0, 7)}${ext === "" ? ".yaml" : ext}`);
}

/**
 * What was answered last time to the questions that are asked in the same words, and the questions about which
 * something was done then, each by key. Where the file is gone, nothing.
 */
export async function lastTimeOf(
  context: Context,
  { path, file, rubrics }: Found,
): Promise<Pick<Interview, "lastTime" | "first">> {
  const before = await loadPrevious(context, { path, file });
  if (before === undefined) return {};
  const done = before.assessment.actions.filter(({ status }) => status === "done");
  const first = done.flatMap(({ id, for: about, do: words }) =>
    about === undefined ? [] : [[about, messages.steps.askedFirst(numberOf(id), words)] as const],
  );
  const criteria = rubrics.flatMap(criteriaOf);
  const lastTime = new Map(
    criteria.flatMap((criterion) => {
      const response = before.assessment.answers.get(criterion.key);
      if (response?.answer === undefined || asksOtherwise(criterion, response)) return [];
      return [[criterion.key, answerWords(criterion, response)] as const];
    }),
  );
  return { lastTime, first: new Map(first) };
}
