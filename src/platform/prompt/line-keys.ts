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
export class LineKeys {
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
