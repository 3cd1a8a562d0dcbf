import { memoryFiles, runInMemory } from "../support/context.ts";

export interface Given {
  readonly name: string;
  readonly text: string;
}

interface Place {
  readonly line: number;
  readonly column: number;
}

interface Problem {
  readonly file: string;
  readonly rule: string;
  readonly message: string;
  readonly start: Place;
  readonly end: Place;
}

/**
 * Runs the whole of `coprod lint` over one text and says what is wrong with the run itself: a crash, a trace, a problem
 * without a place in the file, or words with holes in them.
 */
export async function anyFault({ name, text }: Given): Promise<{
  readonly faults: readonly string[];
  readonly problems: number;
}> {
  const files = memoryFiles({ [name]: text });
  const args = ["lint", name, "--verbose", "--no-config", "--format", "json"];
  const { exitCode, stdout, stderr } = await runInMemory(args, { files });
  if (exitCode > 1 || stderr !== "") {
    return { faults: [`exit code ${exitCode}: ${stderr}`], problems: 0 };
  }
  const { problems } = JSON.parse(stdout) as { readonly problems: readonly Problem[] };
  const lines = linesOf(text);
  const faults = problems
    .filter((each) => each.file !== name || !isPlaced(each, lines) || !isClear(each))
    .map((each) => JSON.stringify(each));
  return { faults, problems: problems.length };
}

function isPlaced({ start, end }: Problem, lines: readonly string[]): boolean {
  return isInside(start, lines) && isInside(end, lines) && !isBefore(end, start);
}

function isClear({ message }: Problem): boolean {
  return message.length >= 20 && !HOLES.test(message);
}

const HOLES = /\bundefined\b|\[object |\n\s+at |[^\P{Cc}\n]/u;

/** Lines as the program counts them. The mark of the byte order is no part of the text. */
function linesOf(text: string): readonly string[] {
  return text.replace(/^\ufeff/u, "").split("\n");
}

/** The end of a line counts: something may be missing there. */
function isInside({ line, column }: Place, lines: readonly string[]): boolean {
  const words = lines[line - 1];
  return words !== undefined && column >= 1 && column <= words.length + 1;
}

function isBefore(a: Place, b: Place): boolean {
  return a.line < b.line || (a.line === b.line && a.column < b.column);
}
