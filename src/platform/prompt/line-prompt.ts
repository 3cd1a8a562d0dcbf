import { createPrompt, useEffect, useKeypress, useRef, useState } from "@inquirer/core";
import inquirer from "inquirer";
import type { Asking, Reply } from "../ports.ts";
import { LineKeys } from "./line-keys.ts";
import { columnsOf, wrapWords } from "./wrap-words.ts";

export interface LineQuestion extends Asking {
  readonly prompt: string;
  readonly columns: () => number;
}

interface Typed {
  readonly typed: readonly string[];
  readonly isDone: boolean;
}

/** Less room than this behind a prompt is no room to type in. */
const ROOM_TO_TYPE = 12;

/** What a prompt is wired to, for as long as its line is asked for. */
export interface PromptStreams {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
  readonly signal: AbortSignal;
}

/** One line to edit and one hint below it. Both go when the line is confirmed; the prompt and what was typed stay. */
export async function askLine(question: LineQuestion, streams: PromptStreams): Promise<Reply> {
  const ask = inquirer.createPromptModule<{ line: Pick<LineQuestion, keyof LineQuestion> }>(
    streams,
  );
  ask.registerPrompt("line", linePrompt);
  const { reply } = await ask([
    { type: "line", name: "reply", message: question.prompt, ...question },
  ]);
  return reply as Reply;
}

const linePrompt = createPrompt<Reply, LineQuestion>((question, done) => {
  const [{ typed, isDone }, setTyped] = useState<Typed>({ typed: [""], isDone: false });
  const [hint, setHint] = useState(question.hint);
  const keys = useRef<LineKeys | undefined>(undefined);

  useEffect((rl) => {
    keys.current = new LineKeys(rl, {
      isNote: question.typing === "note",
      show: (lines) => setTyped({ typed: lines, isDone: false }),
      confirm(lines) {
        setTyped({ typed: lines, isDone: true });
        done({ kind: "line", text: lines.join("\n") });
      },
    });
    rl.on("SIGTSTP", () => setHint("To undo, type b"));
    rl.on("close", () => done({ kind: "end" }));
    return () => keys.current?.drop();
  }, []);
  useKeypress((event) => keys.current?.press(event));

  const shown = question.typing === "secret" ? typed.map(stars) : typed;
  const content = contentOf(question, shown);
  return isDone || hint === undefined ? content : [content, hint];
});

function stars(line: string): string {
  return "*".repeat([...line].length);
}

/** The prompt broken at the ends of words, the lines of a paste, and the line that is being typed. */
function contentOf({ prompt, columns }: LineQuestion, typed: readonly string[]): string {
  const width = Math.max(ROOM_TO_TYPE, columns() - 1);
  const lines = wrapWords(prompt.trimEnd(), width);
  const last = lines.at(-1) ?? "";
  const tight = columnsOf(last) + 1 + ROOM_TO_TYPE > width && lines.length + last.length > 3;
  const head = tight ? [...lines, "> "] : [...lines.slice(0, -1), `${last} `];
  const before = typed.slice(0, -1).flatMap((line) => wrapWords(line, width - 2));
  const now = typed.at(-1) ?? "";
  const pasted = [...before.map((line) => `> ${line}`)];
  return pasted.length === 0
    ? `${head.join("\n")}${now}`
    : [...head.slice(0, -1), ...pasted, `> ${now}`].join("\n");
}
