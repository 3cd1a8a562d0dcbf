import { join, resolve } from "node:path";
import type { AssessmentFile } from "../../assessment/schema.ts";
import { type AssessmentWriter, freePath, type Saved } from "../../files/assessment-file.ts";
import { keepCopy } from "../../files/backups.ts";
import { displayPath } from "../../files/display-path.ts";
import { savingFault } from "../../files/file-faults.ts";
import { FileError } from "../../platform/errors.ts";
import type { Reply } from "../../platform/ports.ts";
import { type Block, lines, paragraph } from "../../terminal/blocks.ts";
import type { Conversation, NoLine } from "../../terminal/conversation.ts";
import { differenceLines } from "../../terminal/text-diff.ts";
import { ANYWHERE, tidy } from "../../terminal/typed-line.ts";
import { EditableYaml } from "../../yaml/edit/editable-yaml.ts";
import { savedTime } from "../dates.ts";

/** What came of a save: done, perhaps with what the people have typed to stop already, or why they gave up. */
export type SaveOutcome =
  | { readonly kind: "saved"; readonly reply?: undefined }
  | { readonly kind: "stop"; readonly reply: Reply }
  | { readonly kind: "given-up"; readonly reply: Reply };

/** The text of a file as its value changes. A value that comes back, as after an undo, has the very text it had before. */
export class TextHistory {
  private readonly texts = new WeakMap<AssessmentFile, EditableYaml>();
  private now: EditableYaml;

  constructor(value: AssessmentFile, text: string) {
    this.now = EditableYaml.read(text);
    this.texts.set(value, this.now);
  }

  get text(): string {
    return this.now.text;
  }

  hold(value: AssessmentFile): void {
    this.now = this.texts.get(value) ?? this.now.holding(value);
    this.texts.set(value, this.now);
  }
}

/** Makes a new file. What it cannot do is asked as in any later save. */
export function saveNew(
  talk: Conversation,
  file: AssessmentWriter,
  made: { readonly file: AssessmentFile; readonly text: string },
): Promise<SaveOutcome> {
  return new SaveSession(talk, file, made).saveAll();
}

/** Keeps the file on the disk in step with what is confirmed: its text always holds the value of the last save. */
export class SaveSession {
  private readonly talk: Conversation;
  private readonly file: AssessmentWriter;
  private readonly yaml: TextHistory;
  /** What is on the disk as far as we know. */
  private saved: string;

  constructor(
    talk: Conversation,
    file: AssessmentWriter,
    { file: value, text }: { readonly file: AssessmentFile; readonly text: string },
  ) {
    this.talk = talk;
    this.file = file;
    this.yaml = new TextHistory(value, text);
    this.saved = text;
  }

  get name(): string {
    return displayPath(this.talk.context, this.file.path);
  }

  async isThere(): Promise<boolean> {
    return (await this.talk.context.files.kind(this.file.path)) === "file";
  }

  /** Saves before anything else happens; asks what to do where that fails. */
  async save(value: AssessmentFile): Promise<SaveOutcome> {
    this.yaml.hold(value);
    return this.yaml.text === this.saved ? { kind: "saved" } : this.saveAll();
  }

  async saveAll(): Promise<SaveOutcome> {
    for (;;) {
      const tried = await this.trySaving();
      if (tried !== undefined) return tried;
    }
  }

  /** Undefined where it failed and another try makes sense. */
  private async trySaving(): Promise<SaveOutcome | undefined> {
    try {
      const stop = await this.write();
      return stop === undefined ? { kind: "saved" } : { kind: "stop", reply: stop };
    } catch (error) {
      if (!(error instanceof FileError)) throw error;
      const reply = await this.askAgain(error);
      return reply === undefined ? undefined : { kind: "given-up", reply };
    }
  }

  private async write(): Promise<Reply | undefined> {
    const { context } = this.talk;
    const before = this.file.path;
    const saved = await this.file.save(this.yaml.text);
    this.saved = this.yaml.text;
    this.talk.saved = savedTime(context.now());
    if (saved.wasGone) this.sayWasGone();
    return saved.keptBoth ? this.sayKeptBoth(before, saved) : undefined;
  }

  /** Keeps a copy of what is saved now, for the day the file gets damaged. */
  async keepCopy(began: string): Promise<void> {
    await keepCopy(this.talk.context, this.file.path, { began, text: this.saved });
  }

  private sayWasGone(): void {
    const words = `${this.name} was no longer there: perhaps somebody renamed or moved it. We have made it again, with every answer in it. The renamed one stays as it was.`;
    this.talk.say([paragraph(words)]);
  }

  private async sayKeptBoth(theirs: string, saved: Saved): Promise<Reply | undefined> {
    const { context } = this.talk;
    const name = displayPath(context, saved.path);
    const words = `Someone or something else changed the file since we last saved. We have kept both: yours is in ${name}. We go on in that file. Type l to see the difference, press Enter to go on, or type q to stop.`;
    this.talk.say([paragraph(words)]);
    for (;;) {
      const chosen = await this.talk.choose({
        prompt: "l, Enter or q: ",
        words: { on: [""], list: ["l", "list"], quit: ANYWHERE.quit },
        otherwise: "Type l to see the difference, press Enter to go on, or type q to stop.",
      });
      if (chosen === "on") return undefined;
      if (chosen !== "list") return stopReply(chosen);
      this.talk.say([await this.difference(theirs)]);
    }
  }

  private async difference(theirs: string): Promise<Block> {
    try {
      const text = await this.talk.context.files.read(theirs);
      return lines(...differenceLines(text, this.yaml.text));
    } catch (error) {
      if (error instanceof FileError) return paragraph("The other file cannot be read.");
      throw error;
    }
  }

  /** Undefined where another try makes sense; otherwise the reply that gave up. */
  private async askAgain({ fault }: FileError): Promise<Reply | undefined> {
    const { says, fix } = savingFault(fault);
    this.talk.say([paragraph(`${says} ${fix}`)]);
    const chosen = await this.talk.choose({
      prompt: "r, e or q: ",
      words: {
        again: ["r", "retry", "try again"],
        elsewhere: ["e", "elsewhere"],
        quit: ANYWHERE.quit,
      },
      otherwise: `Type r to try again, e to save somewhere else, or q to stop. ${says}`,
    });
    if (chosen === "again") return undefined;
    return chosen === "elsewhere" ? this.askElsewhere() : stopReply(chosen);
  }

  private async askElsewhere(): Promise<Reply | undefined> {
    const { context } = this.talk;
    this.talk.say([paragraph("Type a folder and a name, such as Documents/our-charity.yaml.")]);
    const reply = await this.talk.line("Save in: ");
    if (reply.kind !== "line") return reply;
    const typed = tidy(reply.text).trim();
    if (typed === "") return undefined;
    const path = resolve(context.cwd, typed);
    const isFolder = (await context.files.kind(path)) === "folder";
    await this.file.moveTo(
      await freePath(context, isFolder ? join(path, "our-charity.yaml") : path),
    );
    return undefined;
  }
}

function stopReply(chosen: "quit" | NoLine): Reply {
  return chosen === "quit" ? { kind: "line", text: "q" } : chosen;
}
