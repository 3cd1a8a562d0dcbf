import { join, resolve } from "node:path";
import { type AssessmentEdit, editText } from "../../assessment/edit.ts";
import { displayPath } from "../../files/display-path.ts";
import { keepCopy } from "../../files/good-copies.ts";
import { freePath, type Saved, saveAssessment } from "../../files/save-assessment.ts";
import { FileError } from "../../platform/errors.ts";
import type { Reply } from "../../platform/ports.ts";
import { type Block, lines, text } from "../../terminal/blocks.ts";
import { differenceLines } from "../../terminal/text-diff.ts";
import { EditableYaml } from "../../yaml/edit/editable-yaml.ts";
import { tidy } from "../parse-input.ts";
import { choose, type NoLine, QUIT } from "./choose.ts";
import { savedTime } from "./clock.ts";
import { saveFault } from "./save-words.ts";
import type { Talk } from "./talk.ts";

/** What came of a save: done, perhaps with what the people have typed to stop already, or why they gave up. */
export type Kept =
  | { readonly kind: "saved"; readonly reply?: undefined }
  | { readonly kind: "stop"; readonly reply: Reply }
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
      const tried = await this.trySaving();
      if (tried !== undefined) return tried;
    }
  }

  /** Undefined where it failed and another try makes sense. */
  private async trySaving(): Promise<Kept | undefined> {
    try {
      const stop = await this.save();
      return stop === undefined ? { kind: "saved" } : { kind: "stop", reply: stop };
    } catch (error) {
      if (!(error instanceof FileError)) throw error;
      const reply = await this.askAgain(error);
      return reply === undefined ? undefined : { kind: "given-up", reply };
    }
  }

  private async save(): Promise<Reply | undefined> {
    const { context } = this.talk;
    const { path, last } = this;
    const saved = await saveAssessment(context, { path, last, text: this.yaml.text });
    this.path = saved.path;
    this.last = this.yaml.text;
    this.talk.saved = savedTime(context.now());
    if (saved.keptBoth) return this.sayKeptBoth(path, saved);
    return undefined;
  }

  /** Keeps a copy of what is saved now, for the day the file gets damaged. */
  async keepCopy(began: string): Promise<void> {
    if (this.last !== undefined) {
      await keepCopy(this.talk.context, this.path, { began, text: this.last });
    }
  }

  private async sayKeptBoth(theirs: string, saved: Saved): Promise<Reply | undefined> {
    const { context } = this.talk;
    const name = displayPath(context, saved.path);
    const words = `Someone or something else changed the file since we last saved. We have kept both: yours is in ${name}. We go on in that file. Type l to see the difference, press Enter to go on, or type q to stop.`;
    this.talk.say([text(words)]);
    for (;;) {
      const chosen = await choose(this.talk, {
        prompt: "l, Enter or q: ",
        words: { on: [""], list: ["l", "list"], quit: QUIT },
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
      if (error instanceof FileError) return text("The other file cannot be read.");
      throw error;
    }
  }

  /** Undefined where another try makes sense; otherwise the reply that gave up. */
  private async askAgain({ fault }: FileError): Promise<Reply | undefined> {
    const { says, fix } = saveFault(fault);
    this.talk.say([text(`${says} ${fix}`)]);
    const chosen = await choose(this.talk, {
      prompt: "r, e or q: ",
      words: { again: ["r", "retry", "try again"], elsewhere: ["e", "elsewhere"], quit: QUIT },
      otherwise: `Type r to try again, e to save somewhere else, or q to stop. ${says}`,
    });
    if (chosen === "again") return undefined;
    return chosen === "elsewhere" ? this.askElsewhere() : stopReply(chosen);
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

function stopReply(chosen: "quit" | NoLine): Reply {
  return chosen === "quit" ? { kind: "line", text: "q" } : chosen;
}
