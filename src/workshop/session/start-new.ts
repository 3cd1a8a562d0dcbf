import { basename, dirname, extname, join, resolve } from "node:path";
import { displayPath } from "../../files/display-path.ts";
import { freePath, saveAssessment } from "../../files/save-assessment.ts";
import { FileError } from "../../platform/errors.ts";
import type { Rubric } from "../../rubric/rubric.ts";
import { heading, lines, text } from "../../terminal/blocks.ts";
import { ask, type Stopped } from "./ask.ts";
import { howLong, howMuch } from "./choose-scope.ts";
import { referencesFrom } from "./chosen-rubrics.ts";
import { momentOf, savedTime } from "./clock.ts";
import { fileNameFor, isReserved, newAssessment, newText, WHOLE_ORGANISATION } from "./new-file.ts";
import type { NewOpening, Opened } from "./opening.ts";
import { saveFault } from "./save-words.ts";
import type { Talk } from "./talk.ts";

/** Asks the few things a new assessment needs, and makes its file. Nothing is on the disk before the last answer. */
export async function startNew(talk: Talk, opening: NewOpening): Promise<Opened | Stopped> {
  introduce(talk, opening);
  const about = await askAbout(talk);
  if ("exitCode" in about) return about;
  const { quick } = opening;
  const selection = opening.open ? await howMuch(talk, rubricsOf(opening)) : { quick };
  if ("exitCode" in selection) return selection;
  for (;;) {
    const path = opening.path ?? (await askPath(talk, fileNameFor(about.charity)));
    if (typeof path !== "string") return path;
    const opened = await create(talk, opening, { ...about, path });
    if (opened !== undefined) return { ...opened, ...selection };
  }
}

async function askAbout(talk: Talk): Promise<Omit<About, "path"> | Stopped> {
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
  return {
    charity: charity === "" ? undefined : charity,
    covers: covers === "" ? WHOLE_ORGANISATION : covers,
  };
}

function rubricsOf({ chosen }: NewOpening): readonly Rubric[] {
  return chosen.map(({ rubric }) => rubric);
}

function introduce(talk: Talk, opening: NewOpening): void {
  const { quick } = opening;
  const rubrics = rubricsOf(opening);
  talk.say([
    heading("Co-production self-assessment"),
    lines(
      howLong(rubrics, { quick }),
      "You can stop at any time and go on another day. Every answer is saved.",
    ),
    text("Please do not type anyone's name or health details."),
  ]);
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
  const fresh = await newText(file);
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
