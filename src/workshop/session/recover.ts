import { parseAssessment } from "../../assessment/parse.ts";
import { type GoodCopy, lastGoodCopy, useCopy } from "../../files/backups.ts";
import { displayPath } from "../../files/display-path.ts";
import { EXIT, type ExitCode, FileError, FileProblems } from "../../platform/errors.ts";
import { paragraph } from "../../terminal/blocks.ts";
import { type Conversation, endingOf } from "../../terminal/conversation.ts";
import { ANYWHERE } from "../../terminal/typed-line.ts";
import { localTime } from "../clock.ts";
import { clockTime, isoDay, spokenTime } from "../dates.ts";

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
  const copy = path === undefined ? undefined : await lastGoodCopy(talk.context, path);
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
  const damaged = await useCopy(talk.context, path, copy.text);
  const kept = displayPath(talk.context, damaged);
  talk.say([paragraph(`We use the good copy now. The damaged file is ${kept}`)]);
  return undefined;
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
  const { file, diagnostics } = parseAssessment(path, await talk.context.files.read(path));
  const [first] = diagnostics;
  const isNewer = diagnostics.some(({ rule }) => rule === "file/unsupported");
  if (file !== undefined || first === undefined || isNewer) return undefined;
  return `We could not read line ${first.place.line}`;
}

function when({ context }: Conversation, { from }: GoodCopy): string {
  const time = localTime(new Date(from));
  const isToday = isoDay(time) === isoDay(localTime(context.now()));
  return isToday ? `${clockTime(time)} today` : spokenTime(time);
}
