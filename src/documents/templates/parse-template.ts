import Handlebars from "handlebars";
import type { NamedTemplate } from "./checked-set.ts";
import { TemplatePlaces } from "./template-places.ts";
import { type TemplateProblem, templateProblem } from "./template-problem.ts";

export type ParsedTemplate =
  | { readonly tree: hbs.AST.Program }
  | { readonly problem: TemplateProblem };

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
