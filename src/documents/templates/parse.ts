import Handlebars from "handlebars";
import type { Diagnostic, DiagnosticFacts, Place } from "../../yaml/diagnostic.ts";
import type { NamedTemplate } from "./templates.ts";

type TemplateRule = Extract<Diagnostic["rule"], `template/${string}`> | "ref/circular";

/** One problem of one template, in the form that all problems in files have. */
export type TemplateProblem = Extract<Diagnostic, { readonly rule: TemplateRule }>;

export type TemplateFacts = DiagnosticFacts["template/syntax"];

/** What to say of a place, before it is known where that is. */
export interface Complaint extends Partial<TemplateFacts> {
  readonly rule: TemplateRule;
  readonly says: string;
}

export function templateProblem(
  file: string,
  place: Place,
  { rule, says, near = [], known = [] }: Complaint,
): TemplateProblem {
  return { rule, severity: "error", file, place, facts: { says, near, known } };
}

/** The problem as one line, for whoever waits for a page. */
export function problemLine({
  file,
  place,
  facts: { says, near, known },
}: TemplateProblem): string {
  const [closest] = near;
  return [
    `${file}:${place.line}:${place.column} ${says}`,
    closest === undefined ? "" : `Did you mean "${closest}"?`,
    known.length === 0 ? "" : `There are: ${known.join(", ")}.`,
  ]
    .filter((each) => each !== "")
    .join(" ");
}

/** Where Handlebars says that something stands; lines count from 1, columns from 0. */
interface Located {
  readonly start: { readonly line: number; readonly column: number };
  readonly end: { readonly line: number; readonly column: number };
}

/** Turns what Handlebars knows of places into those of every other file. */
export class TemplatePlaces {
  private readonly text: string;
  private readonly starts: readonly number[];
  private readonly lineStarts: readonly number[];

  constructor(text: string) {
    this.text = text;
    // Handlebars takes a carriage return alone for the end of a line, and nobody else does.
    this.starts = startsAfter(text, /\r\n?|\n/gu);
    this.lineStarts = startsAfter(text, /\n/gu);
  }

  of({ start, end }: Located): Place {
    return this.between(this.offset(start), this.offset(end));
  }

  /** One step of a path: in `paper.nmae`, the second. Counted from the last, as a path can begin with `this`. */
  ofStep(path: Located & { readonly parts: readonly unknown[] }, index: number): Place {
    const from = this.offset(path.start);
    const written = this.text.slice(from, this.offset(path.end));
    const steps = [...written.matchAll(/\[[^\]]*\]|[^./]+/gu)];
    const step = steps.at(index - path.parts.length);
    if (step === undefined) return this.of(path);
    return this.between(from + step.index, from + step.index + step[0].length);
  }

  between(from: number, to: number): Place {
    const [start, end] = [this.position(from), this.position(Math.max(from, to))];
    return {
      line: start.line,
      column: start.column,
      endLine: end.line,
      endColumn: end.column,
    };
  }

  /** In UTF-16 units from the start of the text. */
  offset({ line, column }: Located["start"]): number {
    return (this.starts[line - 1] ?? this.text.length) + column;
  }

  private position(offset: number): { readonly line: number; readonly column: number } {
    let [low, high] = [0, this.lineStarts.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((this.lineStarts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (this.lineStarts[low] ?? 0) + 1 };
  }
}

function startsAfter(text: string, lineEnd: RegExp): readonly number[] {
  return [0, ...[...text.matchAll(lineEnd)].map((end) => end.index + end[0].length)];
}

type ParsedTemplate = { readonly tree: hbs.AST.Program } | { readonly problem: TemplateProblem };

/** The tree of a template, or the one place where it cannot be read. */
export function parseTemplate({ name, text }: NamedTemplate): ParsedTemplate {
  const deep = tooDeepAt(text);
  if (deep !== undefined) {
    const place = new TemplatePlaces(text).between(deep, deep + 2);
    const says = "Blocks stand inside each other too deeply here.";
    return { problem: templateProblem(name, place, { rule: "template/syntax", says }) };
  }
  try {
    return { tree: Handlebars.parse(text, { srcName: name }) };
  } catch (error) {
    const places = new TemplatePlaces(text);
    const { from, to, says } = faultIn(text, places, error as HandlebarsError);
    const place = places.between(from, to);
    return { problem: templateProblem(name, place, { rule: "template/syntax", says }) };
  }
}

/** Far more than a page needs. */
const MOST_BLOCKS = 100;

/** Asked before it is parsed: each block left open costs the parser more than the one before. */
function tooDeepAt(text: string): number | undefined {
  let depth = 0;
  for (const { 1: sign, index } of text.matchAll(/(?<!\\)\{\{~?([#/])/gu)) {
    depth = sign === "#" ? depth + 1 : Math.max(0, depth - 1);
    if (depth > MOST_BLOCKS) return index;
  }
  return undefined;
}

/** Its own exceptions know where they happened; those of the parser it is made with only say so in prose. */
interface HandlebarsError extends Error {
  readonly lineNumber?: number;
  readonly column?: number;
}

interface Fault {
  readonly from: number;
  readonly to: number;
  readonly says: string;
}

function faultIn(text: string, places: TemplatePlaces, error: HandlebarsError): Fault {
  const { lineNumber: line, column = 0, message } = error;
  if (line !== undefined) return faultAt(text, places.offset({ line, column }), message);
  const at = stoppedAt(text);
  const bracket = unclosedBracket(text, at);
  if (bracket !== undefined)
    return { from: bracket, to: bracket + 2, says: 'This "{{" has no matching "}}".' };
  const open = at >= text.length ? unclosedBlock(text) : undefined;
  if (open !== undefined)
    return { ...open, says: `"{{#${open.name}}}" is never closed with "{{/${open.name}}}".` };
  return { from: at, to: lineEnd(text, at), says: "Handlebars did not expect what stands here." };
}

function faultAt(text: string, from: number, message: string): Fault {
  const [, opened, closed] = /^(\S+) doesn't match (\S+) - /u.exec(message) ?? [];
  if (opened !== undefined) {
    const says = `"{{#${opened}}}" is closed by "{{/${closed}}}".`;
    return { from, to: from + opened.length, says };
  }
  const says = message.replace(/ - \d+:\d+$/u, "");
  return { from, to: lineEnd(text, from), says: `Handlebars does not take this: ${says}.` };
}

interface Lexer {
  readonly matched: string;
  readonly match: string;
}

// The parser throws a sentence and no place; what its reader had come to is all that is left to go by.
function stoppedAt(text: string): number {
  const { lexer } = (Handlebars as unknown as { readonly Parser: { readonly lexer: Lexer } })
    .Parser;
  return Math.min(text.length, lexer.matched.length - lexer.match.length);
}

/** The last `{{` before the place, where nothing closes it up to there. */
function unclosedBracket(text: string, at: number): number | undefined {
  const open = text.lastIndexOf("{{", Math.max(0, at - 1));
  if (open < 0 || text.slice(open, at).includes("}}")) return undefined;
  const close = text.indexOf("}}", at);
  const next = text.indexOf("{{", Math.max(open + 2, at));
  return close < 0 || (next >= 0 && next < close) ? open : undefined;
}

/** The innermost block that is still open at the end. */
function unclosedBlock(
  text: string,
): (Omit<Fault, "says"> & { readonly name: string }) | undefined {
  const open: { from: number; to: number; name: string }[] = [];
  for (const tag of text.matchAll(/(?<!\\)\{\{~?([#^/])[*>]?\s*([^\s}~]+)[^}]*\}\}/gu)) {
    const [whole, sign, name = ""] = tag;
    if (sign === "/") open.pop();
    else open.push({ from: tag.index, to: tag.index + whole.length, name });
  }
  return open.at(-1);
}

function lineEnd(text: string, from: number): number {
  const end = /[\r\n]/u.exec(text.slice(from));
  return end === null ? text.length : from + end.index;
}

/** Something that no template may do, because nobody could say beforehand what it prints. */
interface UnsafeUse extends Complaint {
  readonly node: hbs.AST.Node;
}

/** All of them, in the order of the template. */
export function unsafeUses(tree: hbs.AST.Program): readonly UnsafeUse[] {
  const finder = new Finder();
  finder.accept(tree);
  return finder.found;
}

class Finder extends Handlebars.Visitor {
  readonly found: UnsafeUse[] = [];

  override MustacheStatement(mustache: hbs.AST.MustacheStatement): void {
    if (!mustache.escaped) {
      const says = "This prints a value without escaping it.";
      this.found.push({ node: mustache, rule: "template/raw-output", says });
    }
    super.MustacheStatement(mustache);
  }

  override PartialStatement(partial: hbs.AST.PartialStatement): void {
    if (partial.name.type !== "PathExpression")
      this.refuse(partial, "This computes the name of a part.");
    super.PartialStatement(partial);
  }

  override PartialBlockStatement(partial: hbs.AST.PartialBlockStatement): void {
    this.refuse(partial, "This fills a part with a block.");
  }

  override Decorator(decorator: hbs.AST.Decorator): void {
    this.refuse(decorator, "This is a decorator.");
  }

  override DecoratorBlock(decorator: hbs.AST.DecoratorBlock): void {
    this.refuse(decorator, "This is a decorator.");
  }

  private refuse(node: hbs.AST.Node, says: string): void {
    this.found.push({ node, rule: "template/unknown-helper", says });
  }
}
