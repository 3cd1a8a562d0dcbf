import { basename, dirname, extname, join, resolve } from "node:path";
import { withPicked } from "../../assessment/felt-most.ts";
import { type AssessmentWriter, freePath, withAssessment } from "../../files/assessment-file.ts";
import { displayPath } from "../../files/display-path.ts";
import { EXIT, type ExitCode } from "../../platform/errors.ts";
import type { Context, Reply } from "../../platform/ports.ts";
import type { Rubric } from "../../rubric/rubric.ts";
import { heading, lines, paragraph, spare } from "../../terminal/blocks.ts";
import {
  BACK,
  type Conversation,
  endingOf,
  orBack,
  readShortText,
  type Stopped,
} from "../../terminal/conversation.ts";
import { clockAt } from "../dates.ts";
import type { Selection } from "../items.ts";
import { messages } from "../messages/messages.ts";
import { chooseScope, howLong, pickQuestion } from "./choose-scope.ts";
import { askWhileHeld } from "./held-elsewhere.ts";
import {
  fileNameFor,
  isReserved,
  newAssessment,
  newText,
  referencesFrom,
  WHOLE_ORGANISATION,
} from "./new-assessment.ts";
import { following, pathAfter } from "./next-assessment.ts";
import type { NewOpening, Opened } from "./open-assessment.ts";
import { saveNew } from "./save-session.ts";

/**
 * Asks the few things a new assessment needs, makes its file, and goes on with the questions. Nothing is on the disk
 * before the last answer.
 */
export async function startNew(
  talk: Conversation,
  opening: NewOpening,
  goOn: (file: AssessmentWriter, opened: Opened) => Promise<ExitCode>,
): Promise<ExitCode> {
  introduce(talk, opening);
  const setUp = await askAll(talk, opening);
  if ("exitCode" in setUp) return setUp.exitCode;
  const { about, selection, path } = setUp;
  return withAssessment<ExitCode>(
    talk.context,
    path,
    async (file) => {
      const opened = await create(talk, file, { ...opening, ...about, ...selection });
      return typeof opened === "number" ? opened : goOn(file, { ...opened, ...selection });
    },
    (held) => askWhileHeld(talk, held, path),
  );
}

/** What is known so far, from the command line and from what was typed. */
interface SetUp {
  about: About;
  selection: Selection;
  path: string;
}

/** Asks a part of the set-up and keeps it there, if it is not one to go back or to stop at. */
type Step = (setUp: SetUp, at: { readonly isFirst: boolean }) => Promise<Went>;
type Went = Stopped | typeof BACK | undefined;

async function askAll(talk: Conversation, opening: NewOpening): Promise<SetUp | Stopped> {
  const setUp: SetUp = {
    about: opening.previous?.about ?? { charity: undefined, covers: WHOLE_ORGANISATION },
    selection: { quick: opening.quick },
    path: opening.path ?? "",
  };
  const steps = stepsOf(talk, opening);
  for (let at = 0; at < steps.length; ) {
    const went = await steps[at]?.(setUp, { isFirst: at === 0 });
    if (went !== undefined && went !== BACK) return went;
    at += went === BACK ? -1 : 1;
  }
  return setUp;
}

/** What the command line does not say. */
function stepsOf(talk: Conversation, opening: NewOpening): readonly Step[] {
  return [
    ...(opening.previous === undefined ? [askCharity(talk), askCovers(talk)] : []),
    ...(opening.open ? [askScope(talk, rubricsOf(opening))] : []),
    ...(opening.quick ? [askPicked(talk, rubricsOf(opening))] : []),
    ...(opening.path === undefined ? [askPath(talk, opening)] : []),
  ];
}

function askCharity(talk: Conversation): Step {
  return async (setUp, at) => {
    const { charity } = setUp.about;
    const enter = charity === undefined ? "leave it for now" : `keep “${charity}”`;
    const words = `What is your charity or group called? Press Enter to ${enter}.`;
    const typed = await askText(talk, { words, prompt: "Charity: ", ...at });
    if (typeof typed !== "string") return typed;
    if (typed !== "") setUp.about = { ...setUp.about, charity: typed };
    return undefined;
  };
}

function askCovers(talk: Conversation): Step {
  return async (setUp, at) => {
    const { covers } = setUp.about;
    const enter =
      covers === WHOLE_ORGANISATION ? "for the whole organisation" : `to keep “${covers}”`;
    const words = `What do we look at? Press Enter ${enter}, or type the name of one project.`;
    const typed = await askText(talk, { words, prompt: "We look at: ", ...at });
    if (typeof typed !== "string") return typed;
    if (typed !== "") setUp.about = { ...setUp.about, covers: typed };
    return undefined;
  };
}

function askScope(talk: Conversation, rubrics: readonly Rubric[]): Step {
  return async (setUp, at) => {
    const chosen = await chooseScope(talk, rubrics, at);
    if (chosen === BACK || "exitCode" in chosen) return chosen;
    setUp.selection = chosen;
    return undefined;
  };
}

function askPicked(talk: Conversation, rubrics: readonly Rubric[]): Step {
  return async (setUp, at) => {
    const picked = await pickQuestion(talk, rubrics, at);
    if (picked === BACK || "exitCode" in picked) return picked;
    setUp.selection = picked;
    return undefined;
  };
}

async function askText(
  talk: Conversation,
  { words, prompt, isFirst }: { words: string; prompt: string; isFirst: boolean },
): Promise<string | Stopped | typeof BACK> {
  const help = [paragraph(`${words} Type b to go back, or q to stop.`)];
  const read = orBack(readShortText, { isFirst });
  const answer = await talk.ask({ blocks: [paragraph(words)], prompt, help, read });
  return "exitCode" in answer ? answer : answer.value;
}

function rubricsOf({ chosen }: Pick<NewOpening, "chosen">): readonly Rubric[] {
  return chosen.map(({ rubric }) => rubric);
}

function introduce(talk: Conversation, opening: NewOpening): void {
  const { quick } = opening;
  const rubrics = rubricsOf(opening);
  talk.say([
    heading(1, "Co-production self-assessment"),
    lines(
      howLong(rubrics, { quick }),
      "You can stop at any time and go on another day. Every answer is saved.",
    ),
    paragraph("Please do not type anyone's name or health details."),
    ...(talk.masks ? [spare(1, paragraph(canAllRead(talk)))] : []),
  ]);
}

function canAllRead({ context }: Conversation): string {
  return messages.common.canAllRead(largerLetters(context.env), context.window());
}

/** The keys that make letters larger, where the terminal says what it is. */
function largerLetters({ TERM_PROGRAM, VTE_VERSION, WT_SESSION }: Context["env"]): string {
  if (["Apple_Terminal", "iTerm.app"].includes(TERM_PROGRAM ?? "")) return "Command and +";
  if (VTE_VERSION !== undefined) return "Ctrl, Shift and +";
  return WT_SESSION === undefined ? "Ctrl and + (on a Mac Command and +)" : "Ctrl and +";
}

/** Keeps a full path where nothing stands yet. */
function askPath(talk: Conversation, opening: NewOpening): Step {
  return async (setUp, at) => {
    const usual = await freePath(talk.context, suggestedPath(talk, opening, setUp.about));
    const found = await free(talk, usual, at);
    if (typeof found !== "string") return found;
    setUp.path = found;
    return undefined;
  };
}

async function free(
  talk: Conversation,
  usual: string,
  at: { readonly isFirst: boolean },
): Promise<string | Stopped | typeof BACK> {
  const words = `Where are we saving? ${displayPath(talk.context, usual)} in this folder. Press Enter to start, or type a different name.`;
  for (;;) {
    const typed = await askText(talk, { words, prompt: "Save in: ", ...at });
    if (typeof typed !== "string") return typed;
    if (typed === "") return usual;
    const path = resolve(talk.context.cwd, withEnding(typed));
    const problem = await pathProblem(talk, path);
    if (problem === undefined) return path;
    talk.say([paragraph(problem)]);
  }
}

/** In this folder, or beside the assessment of last time. */
function suggestedPath({ context }: Conversation, { previous }: NewOpening, about: About): string {
  if (previous === undefined) return join(context.cwd, fileNameFor(about.charity));
  return pathAfter(previous.path, clockAt(context.now()).today);
}

function withEnding(name: string): string {
  return [".yaml", ".yml"].includes(extname(name).toLowerCase()) ? name : `${name}.yaml`;
}

async function pathProblem({ context }: Conversation, path: string): Promise<string | undefined> {
  const name = displayPath(context, path);
  if (isReserved(basename(path)))
    return `Windows keeps the name ${basename(path)} for itself. Type another name.`;
  if ((await context.files.kind(path)) !== "missing") {
    return `There is already something called ${name}. To carry on with it, type q here and then: coprod assess ${name}. Or type another name.`;
  }
  if ((await context.files.kind(dirname(path))) !== "folder") {
    return `There is no folder ${displayPath(context, dirname(path))}. Type another name.`;
  }
  return undefined;
}

interface About {
  readonly charity: string | undefined;
  readonly covers: string;
}

/** Nothing is on the disk, and the people have given up. */
function notMade(talk: Conversation, reply: Reply): ExitCode {
  talk.say([paragraph("Stopped. Nothing is saved.")]);
  return reply.kind === "signal" ? endingOf(reply).exitCode : EXIT.file;
}

/** How the program ends where the file could not be made. */
async function create(
  talk: Conversation,
  file: AssessmentWriter,
  { chosen, quick, picked, question, previous, charity, covers }: NewOpening & About & Selection,
): Promise<Opened | ExitCode> {
  const { context } = talk;
  const { path } = file;
  const { today } = clockAt(context.now());
  const rubricsAsked = referencesFrom(path, chosen);
  const empty = newAssessment({ charity, covers, today, rubrics: rubricsAsked, quick, picked });
  const value = previous === undefined ? empty : following(previous, empty, path);
  const fresh = await newText(value);
  const { reply } = await saveNew(talk, file, { file: value, text: fresh });
  if (reply !== undefined) return notMade(talk, reply);
  const name = displayPath(context, file.path);
  talk.say([paragraph(`Saved ${talk.saved}. Your answers go into ${name}`)]);
  const rubrics = withPicked(rubricsOf({ chosen }), picked);
  return {
    kind: "opened",
    path: file.path,
    text: fresh,
    file: value,
    rubrics,
    fresh: true,
    quick,
    question,
  };
}
