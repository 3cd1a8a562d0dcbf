import { resolve } from "node:path";
import type { AssessmentFile } from "../assessment/schema.ts";
import type { ReadableCopy } from "../files/backups.ts";
import { displayPath } from "../files/display-path.ts";
import { EXIT, type ExitCode, UserError } from "../platform/errors.ts";
import type { Context } from "../platform/ports.ts";
import { counted } from "../util/words.ts";
import { type Declare, examples } from "./command.ts";

export const declareRestore: Declare = (program, perform) => {
  program
    .command("restore <file> [number]")
    .description("list the copies of an assessment, or put one of them back")
    .addHelpText(
      "after",
      examples("coprod restore our-charity.yaml", "coprod restore our-charity.yaml 2"),
    )
    .action((file: string, number: string | undefined) =>
      perform((context) => runRestore(context, file, number)),
    );
};

/** Copies lie beside the file, hidden; the newest is number 1. What stands in the file now is kept too. */
async function runRestore(
  context: Context,
  file: string,
  number: string | undefined,
): Promise<ExitCode> {
  const { goodCopies, useCopy } = await import("../files/backups.ts");
  const path = resolve(context.cwd, file);
  const name = displayPath(context, path);
  const copies = await goodCopies(context, path);
  if (copies.length === 0)
    throw new UserError(`There is no copy of ${name}.`, {
      hint: "coprod assess makes one in each session, beside the file.",
      exitCode: EXIT.wrongUse,
    });
  if (number === undefined) {
    context.stdout.write(listText(context, { name, copies, now: await present(context, path) }));
    return EXIT.done;
  }
  const copy = copies[Number(number) - 1];
  if (copy === undefined)
    throw new UserError(`There is no copy "${number}" of ${name}.`, {
      hint: `Their numbers are 1 to ${copies.length}.`,
      exitCode: EXIT.wrongUse,
    });
  const kept = await useCopy(context, path, { text: copy.text, ending: "before-restore" });
  const before =
    kept === undefined ? "" : `What stood there before is in ${displayPath(context, kept)}\n`;
  context.stdout.write(
    `${name} is again as it was: ${described(context, copy, undefined)}\n${before}`,
  );
  return EXIT.done;
}

interface Listed {
  readonly name: string;
  readonly copies: readonly ReadableCopy[];
  readonly now: AssessmentFile | undefined;
}

function listText(context: Context, { name, copies, now }: Listed): string {
  const lines = copies.map((copy, at) => `  ${at + 1}  ${described(context, copy, now)}`);
  const put =
    "To put one back, type its number after the name of the file. The file of today is kept.";
  return `Copies of ${name}, newest first:\n${lines.join("\n")}\n${put}\n`;
}

/** Undefined where the file is gone or damaged. */
async function present(context: Context, path: string): Promise<AssessmentFile | undefined> {
  const { MOST_BYTES } = await import("../files/assessment-file.ts");
  const { parseAssessment } = await import("../assessment/parse.ts");
  try {
    return parseAssessment(path, await context.files.read(path, MOST_BYTES)).file;
  } catch {
    return undefined;
  }
}

function described(
  { now }: Pick<Context, "now">,
  { from, file }: { readonly from: string; readonly file: AssessmentFile },
  present: AssessmentFile | undefined,
): string {
  const { answers = {}, actions = [] } = file;
  const held = `${counted(Object.keys(answers).length, "answer")}, ${counted(actions.length, "action")}`;
  const time = from.slice(0, 16).replace("T", " at ");
  const zone = from.slice(0, 10) === now().toISOString().slice(0, 10) ? " today" : "";
  const other = present === undefined ? "" : ` ${differenceWords(file, present)}`;
  return `from ${time} UTC${zone}: ${held}.${other}`;
}

function differenceWords(
  { answers: then = {} }: AssessmentFile,
  { answers: now = {} }: AssessmentFile,
): string {
  const keys = [...new Set([...Object.keys(then), ...Object.keys(now)])];
  const only = keys.filter((key) => !(key in now)).length;
  const missing = keys.filter((key) => !(key in then)).length;
  const others = keys.filter(
    (key) => key in now && key in then && JSON.stringify(now[key]) !== JSON.stringify(then[key]),
  ).length;
  const parts = [
    ...(only > 0 ? [`${counted(only, "answer")} that the file lacks`] : []),
    ...(missing > 0 ? [`${counted(missing, "answer")} fewer`] : []),
    ...(others > 0 ? [`${counted(others, "answer")} unlike the file's`] : []),
  ];
  return parts.length === 0
    ? "The answers are those of the file."
    : `Against the file: ${parts.join(", ")}.`;
}
