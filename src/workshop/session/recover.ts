import { parseAssessment } from "../../assessment/parse.ts";
import type { AssessmentFile } from "../../assessment/schema.ts";
import { MOST_BYTES } from "../../files/assessment-file.ts";
import { goodCopies, holdings, type ReadableCopy, useCopy } from "../../files/backups.ts";
import { displayPath } from "../../files/display-path.ts";
import { EXIT, type ExitCode, FileError, FileProblems } from "../../platform/errors.ts";
import { paragraph } from "../../terminal/blocks.ts";
import { type Conversation, endingOf } from "../../terminal/conversation.ts";
import { ANYWHERE } from "../../terminal/typed-line.ts";
import { counted } from "../../util/words.ts";
import { localTime, timeBefore } from "../dates.ts";

/**
 * Offers the last good copy of a file that cannot be read. Undefined where the copy was put in its place; otherwise
 * how the program ends. What is no damage, or has no copy, is thrown again.
 */
export async function recover(
  talk: Conversation,
  path: string | undefined,
  problem: unknown,
): Promise<ExitCode | undefined> {
  // A file that is not there yet cannot be damaged: the problem is in something else, such as a rubric.
  const isThere = path !== undefined && (await talk.context.files.kind(path)) === "file";
  const damage = isThere ? await damageOf(talk, path, problem) : undefined;
  const copy = path === undefined ? undefined : (await goodCopies(talk.context, path))[0];
  if (path === undefined || damage === undefined || copy === undefined) throw problem;
  const name = displayPath(talk.context, path);
  talk.say(
    [
      paragraph(
        `${damage} of ${name}. The last good copy is from ${when(talk, copy)}. Type u to use that copy (we will keep the damaged one), or q to stop.`,
      ),
    ],
    { apart: true },
  );
  const chosen = await talk.choose({
    prompt: "u or q: ",
    words: { use: ["u", "use"], quit: ANYWHERE.quit },
    otherwise: "Type u to use the good copy, or q to stop and change nothing.",
  });
  if (typeof chosen !== "string") return endingOf(chosen).exitCode;
  if (chosen === "quit") return EXIT.done;
  await putBack(talk, path, copy);
  return undefined;
}

async function putBack(talk: Conversation, path: string, { text }: ReadableCopy): Promise<void> {
  const damaged = await useCopy(talk.context, path, { text, ending: "damaged" });
  const kept =
    damaged === undefined ? "" : ` The other file is ${displayPath(talk.context, damaged)}`;
  talk.say([paragraph(`We use the copy now.${kept}`)]);
}

/**
 * Offers a copy that holds more than the file, before anything is written: what lost its end on the way can still be read.
 * What the people go on with, or how the program ends.
 */
export async function offerFuller(
  talk: Conversation,
  path: string,
  file: AssessmentFile,
): Promise<"file" | "copy" | ExitCode> {
  const [copy] = await goodCopies(talk.context, path);
  if (copy === undefined || holdings(copy.file) <= holdings(file)) return "file";
  const [there, here] = [copy.file, file].map(heldWords);
  const name = displayPath(talk.context, path);
  talk.say(
    [
      paragraph(
        `${name} has ${here}. Our copy from ${when(talk, copy)} has ${there}. Something may have been lost. Type u to use the copy (we will keep the file too), f to go on with the file as it is, or q to stop.`,
      ),
    ],
    { apart: true },
  );
  const chosen = await talk.choose({
    prompt: "u, f or q: ",
    words: { use: ["u", "use"], file: ["f", "file"], quit: ANYWHERE.quit },
    otherwise: "Type u to use the copy, f to go on with the file, or q to stop and change nothing.",
  });
  if (typeof chosen !== "string") return endingOf(chosen).exitCode;
  if (chosen === "quit") return EXIT.done;
  if (chosen === "file") return "file";
  await putBack(talk, path, copy);
  return "copy";
}

function heldWords({ answers = {}, actions = [] }: AssessmentFile): string {
  const counts = [
    counted(Object.keys(answers).length, "answer"),
    counted(actions.length, "action"),
  ];
  return counts.join(" and ");
}

/** What could not be read; undefined where the file itself is sound, or from a newer coprod. */
async function damageOf(
  talk: Conversation,
  path: string,
  problem: unknown,
): Promise<string | undefined> {
  if (problem instanceof FileError) {
    const isOurs = problem.path === path && ["not-text", "too-large"].includes(problem.fault);
    return isOurs ? "We could not read the text" : undefined;
  }
  if (!(problem instanceof FileProblems)) return undefined;
  // The problem may be in a rubric, before the assessment is begun.
  if ((await talk.context.files.kind(path)) !== "file") return undefined;
  const { file, diagnostics } = parseAssessment(
    path,
    await talk.context.files.read(path, MOST_BYTES),
  );
  const [first] = diagnostics;
  const isNewer = diagnostics.some(({ rule }) => rule === "file/unsupported");
  if (file !== undefined || first === undefined || isNewer) return undefined;
  return `We could not read line ${first.place.line}`;
}

function when({ context }: Conversation, { from }: Pick<ReadableCopy, "from">): string {
  const time = timeBefore(localTime(new Date(from)), localTime(context.now()));
  return /^[\d:]+$/u.test(time) ? `${time} today` : time;
}
