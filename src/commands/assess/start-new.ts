import { basename, dirname, extname, join, resolve } from "node:path";
import type { Reply } from "../../context.ts";
import { EXIT, type ExitCode, FileError } from "../../errors.ts";
import { heading, lines, text } from "../../interview/block.ts";
import { itemsOf } from "../../interview/item.ts";
import { lengthWords } from "../../interview/resume-words.ts";
import { readAnywhere, tidy } from "../../interview/typed.ts";
import { criteriaOf } from "../../rubric/rubric.ts";
import { displayPath } from "../../workspace/display-path.ts";
import { freePath, saveAssessment } from "../../workspace/save-assessment.ts";
import { referencesFrom } from "./chosen-rubrics.ts";
import { momentOf, savedTime } from "./moment.ts";
import { fileNameFor, isReserved, newAssessment, newText, WHOLE_ORGANISATION } from "./new-file.ts";
import type { NewOpening, Opened } from "./opening.ts";
import { saveFault } from "./save-words.ts";
import { endingOf, type Talk } from "./talk.ts";

export interface Stopped {
  readonly kind: "stopped";
  readonly exitCode: ExitCode;
}

/** Asks the few things a new assessment needs, and makes its file. Nothing is on the disk before the last answer. */
export async function startNew(talk: Talk, opening: NewOpening): Promise<Opened | Stopped> {
  introduce(talk, opening);
  const charity = await ask(talk, {
    words: "What is your charity or group called? Press Enter to leave it for now.",
    prompt: "Charity: ",
  });
  if (typeof charity !== "string") return charity;
  const covers = await ask(talk, {
    words:
      "What do we look at? Press Enter for the whole organisation, or type the name of one project.",
    prompt: "We look at: ",
  });
  if (typeof covers !== "string") return covers;
  const about = {
    charity: charity === "" ? undefined : charity,
    covers: covers === "" ? WHOLE_ORGANISATION : covers,
  };
  for (;;) {
    const path = opening.path ?? (await askPath(talk, fileNameFor(about.charity)));
    if (typeof path !== "string") return path;
    const opened = await create(talk, opening, { ...about, path });
    if (opened !== undefined) return opened;
  }
}

function introduce(talk: Talk, { chosen, quick }: NewOpening): void {
  const rubrics = chosen.map(({ rubric }) => rubric);
  const items = itemsOf(rubrics, { quick });
  const minutes = rubrics.map((rubric) => {
    const criteria = criteriaOf(rubric);
    const asked = quick ? criteria.filter(({ core }) => core).length : criteria.length;
    return (rubric.minutes * asked) / criteria.length;
  });
  const total = Math.max(5, Math.round(minutes.reduce((sum, each) => sum + each, 0) / 5) * 5);
  talk.say([
    heading("Co-production self-assessment"),
    lines(
      lengthWords({ items }, total),
      "You can stop at any time and go on another day. Every answer is saved.",
    ),
    text("Please do not type anyone's name or health details."),
  ]);
}

const LONGEST_LINE = 200;

interface Asked {
  readonly words: string;
  readonly prompt: string;
}

/** One line of text, empty where it is left out; or how the conversation ended. */
async function ask(talk: Talk, { words, prompt }: Asked): Promise<string | Stopped> {
  talk.say([text(words)], { apart: true });
  for (;;) {
    const reply = await talk.ask(prompt);
    if (reply.kind !== "line") return stopped(talk, reply);
    const typed = tidy(reply.text).trim();
    const anywhere = readAnywhere(typed, true);
    if (anywhere === "quit") return stopped(talk, undefined);
    const fits = typed.length <= LONGEST_LINE;
    if (anywhere === undefined && fits) return typed;
    talk.say([
      text(fits ? `${words} Type q to stop.` : "That is too long. Use at most 200 signs."),
    ]);
  }
}

function stopped(talk: Talk, reply: Exclude<Reply, { kind: "line" }> | undefined): Stopped {
  const nothing = "Nothing has been saved yet.";
  if (reply === undefined) {
    talk.say([text(`Stopped. ${nothing}`)]);
    return { kind: "stopped", exitCode: EXIT.done };
  }
  const { exitCode } = endingOf(reply);
  talk.say([text(`${reply.kind === "end" ? "The input ended." : "Stopped."} ${nothing}`)]);
  return { kind: "stopped", exitCode };
}

/** A full path where nothing stands yet. */
async function askPath(talk: Talk, suggested: string): Promise<string | Stopped> {
  const { context } = talk;
  const usual = await freePath(context, join(context.cwd, suggested));
  for (;;) {
    const typed = await ask(talk, {
      words: `Where are we saving? ${displayPath(context, usual)} in this folder. Press Enter to start, or type a different name.`,
      prompt: "Save in: ",
    });
    if (typeof typed !== "string") return typed;
    if (typed === "") return usual;
    const path = resolve(context.cwd, withEnding(typed));
    const problem = await pathProblem(talk, path);
    if (problem === undefined) return path;
    talk.say([text(problem)]);
  }
}

function withEnding(name: string): string {
  return [".yaml", ".yml"].includes(extname(name).toLowerCase()) ? name : `${name}.yaml`;
}

async function pathProblem({ context }: Talk, path: string): Promise<string | undefined> {
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
  readonly path: string;
}

/** Undefined where the file could not be made and another name is needed. */
async function create(
  talk: Talk,
  { chosen, quick, question, path: fixed }: NewOpening,
  { charity, covers, path }: About,
): Promise<Opened | undefined> {
  const { context } = talk;
  const { today } = momentOf(context.now());
  const file = newAssessment({ charity, covers, today, rubrics: referencesFrom(path, chosen) });
  const fresh = newText(file);
  try {
    await saveAssessment(context, { path, last: undefined, text: fresh });
  } catch (error) {
    if (!(error instanceof FileError) || fixed !== undefined) throw error;
    talk.say([text(`${saveFault(error.fault).says} Type another name.`)]);
    return undefined;
  }
  talk.saved = savedTime(context.now());
  talk.say([text(`Saved ${talk.saved}. Your answers go into ${displayPath(context, path)}`)]);
  const rubrics = chosen.map(({ rubric }) => rubric);
  return { kind: "opened", path, text: fresh, file, rubrics, fresh: true, quick, question };
}
