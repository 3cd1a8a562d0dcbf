import { join, resolve } from "node:path";
import { type AssessmentEdit, editText } from "../../assessment/edit.ts";
import type { Reply } from "../../context.ts";
import { FileError } from "../../errors.ts";
import { text } from "../../interview/block.ts";
import { fold, tidy } from "../../interview/typed.ts";
import { EditableYaml } from "../../source/editable-yaml.ts";
import { displayPath } from "../../workspace/display-path.ts";
import { freePath, type Saved, saveAssessment } from "../../workspace/save-assessment.ts";
import { savedTime } from "./moment.ts";
import { saveFault } from "./save-words.ts";
import type { Talk } from "./talk.ts";

/** What came of a save: done, or why the people gave up. */
export type Kept =
  | { readonly kind: "saved" }
  | { readonly kind: "given-up"; readonly reply: Reply };

/** Keeps the file on the disk in step with what is confirmed. */
export class Keeper {
  private readonly talk: Talk;
  private path: string;
  /** What the file holds as far as we know; undefined before its first save. */
  private last: string | undefined;
  private yaml: EditableYaml;

  constructor(talk: Talk, { path, text: start }: { readonly path: string; readonly text: string }) {
    this.talk = talk;
    this.path = path;
    this.last = start;
    this.yaml = EditableYaml.read(start);
  }

  get name(): string {
    return displayPath(this.talk.context, this.path);
  }

  /** Saves before anything else happens; asks what to do where that fails. */
  async keep(edits: readonly AssessmentEdit[]): Promise<Kept> {
    this.yaml = editText(this.yaml, edits);
    if (this.yaml.text === this.last) return { kind: "saved" };
    for (;;) {
      try {
        await this.save();
        return { kind: "saved" };
      } catch (error) {
        if (!(error instanceof FileError)) throw error;
        const reply = await this.askAgain(error);
        if (reply !== undefined) return { kind: "given-up", reply };
      }
    }
  }

  private async save(): Promise<void> {
    const { context } = this.talk;
    const { path, last } = this;
    const saved = await saveAssessment(context, { path, last, text: this.yaml.text });
    this.path = saved.path;
    this.last = this.yaml.text;
    this.talk.saved = savedTime(context.now());
    if (saved.keptBoth) this.sayKeptBoth(saved);
  }

  private sayKeptBoth(saved: Saved): void {
    const name = displayPath(this.talk.context, saved.path);
    const words = `Someone or something else changed the file since we last saved. We have kept both: yours is in ${name}. We go on in that file.`;
    this.talk.say([text(words)]);
  }

  /** Undefined where another try makes sense; otherwise the reply that gave up. */
  private async askAgain({ fault }: FileError): Promise<Reply | undefined> {
    const { says, fix } = saveFault(fault);
    this.talk.say([text(`${says} ${fix}`)]);
    for (;;) {
      const reply = await this.talk.ask("r, e or q: ");
      if (reply.kind !== "line") return reply;
      const typed = fold(reply.text);
      if (["r", "retry", "try again"].includes(typed)) return undefined;
      if (["q", "quit", "stop"].includes(typed)) return reply;
      if (["e", "elsewhere"].includes(typed)) return this.askElsewhere();
      this.talk.say([text(`Type r to try again, e to save somewhere else, or q to stop. ${says}`)]);
    }
  }

  private async askElsewhere(): Promise<Reply | undefined> {
    const { context } = this.talk;
    this.talk.say([text("Type a folder and a name, such as Documents/our-charity.yaml.")]);
    const reply = await this.talk.ask("Save in: ");
    if (reply.kind !== "line") return reply;
    const typed = tidy(reply.text).trim();
    if (typed === "") return undefined;
    const path = resolve(context.cwd, typed);
    const isFolder = (await context.files.kind(path)) === "folder";
    this.path = await freePath(context, isFolder ? join(path, "our-charity.yaml") : path);
    this.last = undefined;
    return undefined;
  }
}
