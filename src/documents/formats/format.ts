import type { PlanView } from "../../plan/schema/index.ts";
import type { Context } from "../../platform/ports.ts";
import type { OtherLanguages } from "../languages.ts";
import type { Letterhead } from "../letterhead.ts";

/** Everything that coprod knows about one kind of document. Its file in this folder is the only place that knows it. */
export interface PlanFormat {
  /** What people type after `--format`. */
  readonly name: string;
  /** How the names of its files end, without the dot. */
  readonly ending: string;
  /** Other endings that people write for it. */
  readonly otherEndings?: readonly string[];
  /** Nobody could read it on a screen, so it always goes to a file. */
  readonly isBinary?: boolean;
  /** Read by programs, so it is printed where no file is named. */
  readonly isPrinted?: boolean;
  /** It has pages, and so letters that can be large. */
  readonly hasPages?: boolean;
  /** It can hold each block in two languages. */
  readonly inTwoLanguages?: boolean;
  /** It always has this length. */
  readonly onlyLength?: PlanView["length"];
  /** What goes with an email. */
  readonly isAttached?: boolean;
  /** Where it has templates of its own, which can be copied and changed. */
  readonly templates?: TemplateKind;
  /** What there is to know about sending the file of this name. */
  readonly advice?: (name: string) => string;
  /** Whether coprod made the file that holds this text. */
  readonly isOurs: (text: string) => boolean;
  readonly render: (job: RenderJob) => Promise<string | Uint8Array>;
}

/** What a format with templates calls them: those of `md` are `plan.md.hbs` and `partials/*.md.hbs`. */
export type TemplateName = string;

/** The templates that a kind of document is made by. */
export interface TemplateKind {
  /** What `coprod template list` says they make. */
  readonly about: string;
  /** The helper that each value passes through; HTML has Handlebars' own escaping. No field of a plan may have such a name. */
  readonly escaper?: string;
  /** What is wrong with the text that somebody else's templates made. */
  readonly check?: (text: string) => readonly string[];
  /** What is wrong with it as a whole, which pieces of it can do without. */
  readonly checkWhole?: (text: string) => readonly string[];
}

export interface RenderJob {
  readonly view: PlanView;
  readonly largePrint: boolean;
  readonly otherLanguages: OtherLanguages;
  readonly letterhead: Letterhead;
  readonly attachments: () => Promise<Attachments>;
  /** What the templates of this name make of the plan. */
  readonly fill: (name: TemplateName) => Promise<FilledTemplate>;
  readonly printPage: Context["printPage"];
}

/** What goes with an email. */
export interface Attachments {
  /** Names of the files that are there, best first. */
  readonly made: readonly string[];
  /** What to type to make one. */
  readonly command: string;
}

export interface FilledTemplate {
  readonly body: string;
  /** The style sheet of a page. */
  readonly style: string;
  /** By which a browser knows that style sheet. */
  readonly styleHash: string;
}

/** A piece of a text, to show where a fault stands. */
export function textAround(text: string, at: number): string {
  return text.slice(at, at + 60).replace(/\s+/gu, " ");
}
