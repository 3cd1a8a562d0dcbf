import { createPrompt, useEffect, useKeypress, useRef, useState } from "@inquirer/core";
import fastStringWidth from "fast-string-width";
import inquirer from "inquirer";
import type { Asking, Reply } from "../ports.ts";

/** A line that is drawn; `again` is there while it is asked for. */
export interface Drawing {
  again?: () => void;
}

interface LineQuestion extends Asking {
  readonly prompt: string;
  readonly columns: () => number;
  readonly drawing?: Drawing;
}

interface Typed {
  readonly typed: readonly string[];
  readonly isDone: boolean;
}

/** Less room than this behind a prompt is no room to type in. */
const ROOM_TO_TYPE = 12;

/** What a prompt is wired to, for as long as its line is asked for. */
interface PromptStreams {
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
  const [, setTimesDrawn] = useState(0);
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
    rl.on("SIGTSTP", () => setHint("To take the last thing back, type z"));
    rl.on("close", () => done({ kind: "end" }));
    let times = 0;
    if (question.drawing !== undefined) {
      question.drawing.again = () => {
        times += 1;
        setTimesDrawn(times);
      };
    }
    return () => keys.current?.drop();
  }, []);
  useKeypress((event) => keys.current?.press(event));

  const shown = question.typing === "secret" ? typed.map(stars) : typed;
  const content = contentOf(question, shown);
  return isDone || hint === undefined ? content : [content, hint];
});

function stars(line: string): string {
  return line.replace(/[^ /]/gu, "*");
}

/** The prompt broken at the ends of words; where it leaves no room to type in, the line begins below it. */
export function promptLines(prompt: string, columns: number): readonly string[] {
  const width = widthIn(columns);
  const lines = wrapWords(prompt.trimEnd(), width);
  const last = lines.at(-1) ?? "";
  const tight = columnsOf(last) + 1 + ROOM_TO_TYPE > width && lines.length + last.length > 3;
  return tight ? [...lines, "> "] : [...lines.slice(0, -1), `${last} `];
}

function widthIn(columns: number): number {
  return Math.max(ROOM_TO_TYPE, columns - 1);
}

/** The prompt, the lines of a paste, and the line that is being typed. */
function contentOf({ prompt, columns }: LineQuestion, typed: readonly string[]): string {
  const width = widthIn(columns());
  const head = promptLines(prompt, columns());
  const before = typed.slice(0, -1).flatMap((line) => wrapWords(line, width - 2));
  const now = typed.at(-1) ?? "";
  const pasted = [...before.map((line) => `> ${line}`)];
  return pasted.length === 0
    ? `${head.join("\n")}${now}`
    : [...head.slice(0, -1), ...pasted, `> ${now}`].join("\n");
}

interface Key {
  readonly name: string;
  readonly ctrl?: boolean;
}

/** The part of readline that edits a line. */
interface Editor {
  readonly line: string;
  write(text: string): void;
  clearLine(direction: 0): void;
}

interface Line {
  readonly isNote: boolean;
  readonly show: (lines: readonly string[]) => void;
  readonly confirm: (lines: readonly string[]) => void;
}

/** People do not type the next key this soon after Enter; a paste does. */
const PASTE_MS = 30;

/**
 * Tells an Enter from the line breaks of a paste. A terminal that marks pastes says so itself; for the others, an Enter
 * with more behind it at once is part of a paste.
 */
class LineKeys {
  private readonly editor: Editor;
  private readonly line: Line;
  /** Lines of a paste before the one that is edited. */
  private before: string[] = [];
  private now = "";
  private isPasting = false;
  private lastName = "";
  private waits: NodeJS.Timeout | undefined;
  private drawing: NodeJS.Immediate | undefined;

  constructor(editor: Editor, line: Line) {
    this.editor = editor;
    this.line = line;
  }

  press(key: Key): void {
    // The second half of a Windows line end.
    const isHalf = key.name === "enter" && this.lastName === "return";
    this.lastName = key.name;
    if (isHalf) return;
    this.breakPaste();
    if (key.name === "paste-start") this.isPasting = true;
    else if (key.name === "paste-end") this.endPaste();
    else if (key.name === "return" || key.name === "enter") this.enter();
    else if (this.isBack(key)) this.confirm(["b"]);
    else this.edit();
  }

  drop(): void {
    clearTimeout(this.waits);
    clearImmediate(this.drawing);
  }

  // Enter has emptied the editor's line; what stood there is in `now`.
  private enter(): void {
    if (this.isPasting) {
      this.before.push(this.now);
      this.now = "";
      return;
    }
    this.waits = setTimeout(() => this.confirm([...this.before, this.now]), this.patience());
  }

  /** A key right behind an Enter: it was no Enter. */
  private breakPaste(): void {
    if (this.waits === undefined) return;
    clearTimeout(this.waits);
    this.waits = undefined;
    this.before.push(this.now);
    this.now = "";
    if (!this.line.isNote) this.joinLines();
  }

  private endPaste(): void {
    this.isPasting = false;
    this.now = this.editor.line;
    if (this.before.length === 0) this.edit();
    else if (this.line.isNote) this.confirm([...this.before, this.now]);
    else this.joinLines();
  }

  /** Where one line is asked for, a paste of several becomes one, and waits for a real Enter. */
  private joinLines(): void {
    const joined = [...this.before, this.editor.line].filter((each) => each !== "").join(" ");
    this.before = [];
    this.editor.clearLine(0);
    this.editor.write(joined);
    this.edit();
  }

  private edit(): void {
    this.now = this.editor.line;
    // Once for all keys that came together; a long paste would else be drawn letter by letter.
    this.drawing ??= setImmediate(() => {
      this.drawing = undefined;
      this.line.show([...this.before, this.now]);
    });
  }

  private confirm(lines: readonly string[]): void {
    this.drop();
    this.line.confirm(lines.at(-1) === "" && lines.length > 1 ? lines.slice(0, -1) : lines);
  }

  private isBack({ name, ctrl }: Key): boolean {
    if (this.line.isNote || this.isPasting || ctrl === true) return false;
    return ["escape", "left"].includes(name) && this.now === "" && this.before.length === 0;
  }

  private patience(): number {
    return this.line.isNote ? PASTE_MS : 0;
  }
}

/** How many columns a text takes in a terminal: two for a wide sign, none for one that is put on another. */
export function columnsOf(text: string): number {
  return fastStringWidth(text);
}

/** Lines of at most `width` columns, broken between words where there are any. */
export function wrapWords(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let rest = text;
  while (columnsOf(rest) > width) {
    const fits = beginningOf(rest, width);
    const space = rest.lastIndexOf(" ", fits.length);
    const end = space > 0 ? space : fits.length;
    lines.push(rest.slice(0, end));
    rest = rest.slice(end).trimStart();
  }
  return [...lines, rest];
}

/** As many whole signs as fit, and at least one, so that there is an end to it. */
function beginningOf(text: string, width: number): string {
  let fits = "";
  for (const { segment } of SIGNS.segment(text)) {
    if (fits !== "" && columnsOf(fits + segment) > width) return fits;
    fits += segment;
  }
  return fits;
}

// What a person takes for one sign: a letter with its marks, or an emoji of several parts.
const SIGNS = new Intl.Segmenter("en", { granularity: "grapheme" });
