import { EXIT } from "../../src/platform/errors.ts";
import type { Context, Prompter, Reply } from "../../src/platform/ports.ts";
import { type MemoryFiles, memoryFiles, type Ran, runInMemory } from "./context.ts";
import { SMALL_BARRIERS, SMALL_PRINCIPLES } from "./small-rubrics.ts";

export const OUR = "/charity/our.yaml";

export type Typed = string | Exclude<Reply, { kind: "line" }>;

export interface Sat extends Ran {
  /** What was shown as one line, with every space the same. */
  readonly said: string;
  /** The assessment's file afterwards. */
  readonly text: string;
}

export interface Sitting extends Partial<Omit<Context, "files" | "stdout" | "stderr">> {
  readonly files: MemoryFiles;
  readonly args?: readonly string[];
}

/** A charity's folder with two small rubrics of its own, and what else is given. */
export function charityFolder(more: Readonly<Record<string, string>> = {}): MemoryFiles {
  return memoryFiles({
    "principles.yaml": SMALL_PRINCIPLES,
    "barriers.yaml": SMALL_BARRIERS,
    ...more,
  });
}

/** Names the charity, and leaves out who is here. */
export const START = ["River House", "", "s"];

export const NEW = ["--rubric", "principles.yaml", "barriers.yaml"];

/** A session of `coprod assess our.yaml`: lines are typed in order, then the input ends. */
export async function sit(
  typed: readonly Typed[],
  { files, args = [], ...more }: Sitting,
): Promise<Sat> {
  const queue = [...typed];
  let asked = 0;
  const prompter: Prompter = {
    async line() {
      asked += 1;
      if (asked > typed.length + 50) throw new Error("asks for ever after the input has ended");
      const next = queue.shift() ?? { kind: "end" };
      return typeof next === "string" ? { kind: "line", text: next } : next;
    },
    close: () => undefined,
  };
  const argv = ["assess", "--plain", "our.yaml", ...args];
  const ran = await runInMemory(argv, { ...more, files, openPrompter: () => prompter });
  return { ...ran, said: oneLine(ran.stdout), text: files.texts.get(OUR) ?? "" };
}

/** The folder after a first session with these answers. */
export async function begun(
  lines: readonly string[] = [],
  more: Readonly<Record<string, string>> = {},
): Promise<MemoryFiles> {
  const files = charityFolder(more);
  const { exitCode, stderr } = await sit([...START, ...lines, "q"], { files, args: NEW });
  if (exitCode !== EXIT.done) throw new Error(stderr);
  return files;
}

export function oneLine(words: string): string {
  return words.replace(/\s+/gu, " ");
}
