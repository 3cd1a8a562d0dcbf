import type Handlebars from "handlebars";
import { escapeMarkdown } from "../../util/markdown-escape.ts";
import type { TemplateName } from "../formats/format.ts";

/** Texts of the templates by their path below `templates/`, with forward slashes. */
export type Templates = ReadonlyMap<string, string>;

/** The text of one template, with plain line ends and no byte order mark. */
export function templateText(templates: Templates, path: string): string {
  const text = templates.get(path);
  if (text === undefined) throw new Error(`The template ${path} is missing.`);
  return plainLines(text);
}

/** Each part by the name templates call it by: `partials/action.md.hbs` is `action` in Markdown. */
export function partialTexts(templates: Templates, name: TemplateName): Map<string, string> {
  const ending = `.${name}.hbs`;
  const paths = [...templates.keys()].filter(
    (path) => path.startsWith(PARTIALS) && path.endsWith(ending),
  );
  return new Map(
    paths.map((path) => [
      path.slice(PARTIALS.length, -ending.length),
      templateText(templates, path),
    ]),
  );
}

const PARTIALS = "partials/";

// Windows checkouts have CRLF, and some editors add a mark at the start: both would pass straight into the page, and a
// style sheet's hash is taken over plain line ends.
export function plainLines(text: string): string {
  return text.replace(/^\ufeff/u, "").replace(/\r\n?/gu, "\n");
}

/** A template with the parts it can call, by the names that messages show. */
export interface CheckedSet {
  readonly format: TemplateName;
  readonly main: NamedTemplate;
  /** By the name they are called by. */
  readonly partials: ReadonlyMap<string, NamedTemplate>;
}

export interface NamedTemplate {
  readonly name: string;
  readonly text: string;
  /** Came with coprod: what is wrong there is wrong with the call. */
  readonly builtIn?: boolean;
}

/** What a template can call beside the blocks that Handlebars has. */
export function registerHelpers(engine: Pick<typeof Handlebars, "registerHelper">): void {
  engine.registerHelper("log", refuseLog);
  engine.registerHelper("md", (text: unknown) => escapeMarkdown(String(text)));
  engine.registerHelper("plain", (text: unknown) => String(text));
}

// The built-in one prints to the console, in the middle of whatever is being piped.
function refuseLog(): never {
  throw new Error("A template can't use {{log}}: a plan is all that may be written.");
}
