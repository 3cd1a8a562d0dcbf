import { basename, dirname, extname, join, resolve } from "node:path";
import { type AssessmentWriter, freePath, withAssessment } from "../../files/assessment-file.ts";
import { displayPath } from "../../files/display-path.ts";
import { EXIT, type ExitCode } from "../../platform/errors.ts";
import type { Reply } from "../../platform/ports.ts";
import type { Rubric } from "../../rubric/rubric.ts";
import { heading, lines, paragraph } from "../../terminal/blocks.ts";
import {
  type Conversation,
  endingOf,
  readShortText,
  type Stopped,
} from "../../terminal/conversation.ts";
import { clockAt } from "../clock.ts";
import { chooseScope, howLong } from "./choose-scope.ts";
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
  const about = opening.previous?.about ?? (await askAbout(talk));
  if ("exitCode" in about) return about.exitCode;
  const { quick } = opening;
  const selection = opening.open ? await chooseScope(talk, rubricsOf(opening)) : { quick };
  if ("exitCode" in selection) return selection.exitCode;
  const path = opening.path ?? (await askPath(talk, suggestedPath(talk, opening, about)));
  if (typeof path !== "string") return path.exitCode;
  return withAssessment<ExitCode>(
    talk.context,
    path,
    async (file) => {
      const opened = await create(talk, file, { ...opening, ...about, quick: selection.quick });
      return typeof opened === "number" ? opened : goOn(file, { ...opened, ...selection });
    },
    (held) => askWhileHeld(talk, held, path),
  );
}

async function askAbout(talk: Conversation): Promise<About | Stopped> {
  const charity = await askText(talk, {
    words: "What is your charity or group called? Press Enter to leave it for now.",
    prompt: "Charity: ",
  });
  if (typeof charity !== "string") return charity;
  const covers = await askText(talk, {
    words:
      "What do we look at? Press Enter for the whole organisation, or type the name of one project.",
    prompt: "We look at: ",
  });
  if (typeof covers !== "string") return covers;
  return {
    charity: charity === "" ? undefined : charity,
    covers: covers === "" ? WHOLE_ORGANISATION : covers,
  };
}

async function askText(
  talk: Conversation,
  { words, prompt }: { readonly words: string; readonly prompt: string },
): Promise<string | Stopped> {
  const help = [paragraph(`${words} Type q to stop.`)];
  const answer = await talk.ask({ blocks: [paragraph(words)], prompt, help, read: readShortText });
  return "exitCode" in answer ? answer : answer.value;
}

function rubricsOf({ chosen }: NewOpening): readonly Rubric[] {
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
  ]);
}

/** A full path where nothing stands yet. */
async function askPath(talk: Conversation, suggested: string): Promise<string | Stopped> {
  const { context } = talk;
  const usual = await freePath(context, suggested);
  for (;;) {
    const typed = await askText(talk, {
      words: `Where are we saving? ${displayPath(context, usual)} in this folder. Press Enter to start, or type a different name.`,
      prompt: "Save in: ",
    });
    if (typeof typed !== "string") return typed;
    if (typed === "") return usual;
    const path = resolve(context.cwd, withEnding(typed));
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
  { chosen, quick, question, previous, charity, covers }: NewOpening & About,
): Promise<Opened | ExitCode> {
  const { context } = talk;
  const { path } = file;
  const { today } = clockAt(context.now());
  const rubricsAsked = referencesFrom(path, chosen);
  const empty = newAssessment({ charity, covers, today, rubrics: rubricsAsked, quick });
  const value = previous === undefined ? empty : following(previous, empty, path);
  const fresh = await newText(value);
  const { reply } = await saveNew(talk, file, { file: value, text: fresh });
  if (reply !== undefined) return notMade(talk, reply);
  const name = displayPath(context, file.path);
  talk.say([paragraph(`Saved ${talk.saved}. Your answers go into ${name}`)]);
  const rubrics = chosen.map(({ rubric }) => rubric);
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
