import { flatText } from "./visible-text.ts";

/**
 * Text as Markdown that reads back as the same text, in a paragraph, list, heading or table cell. Nobody's words become
 * a link target, a picture, markup or a table's edge. A clean web address stays one that can be followed.
 */
export function escapeMarkdown(text: string): string {
  const line = flatText(text);
  let result = "";
  let at = 0;
  for (const match of line.matchAll(WEB_ADDRESS)) {
    const address = withoutEnd(match[0]);
    if (!standsAlone(line, match.index, address)) continue;
    result += `${escapeWords(line.slice(at, match.index))}<${address}>`;
    at = match.index + address.length;
  }
  return escapeEnds(result + escapeWords(line.slice(at)));
}

const WEB_ADDRESS = /https?:\/\/[A-Za-z0-9\-._~/?#=&%+,:@()]+/gu;

/** Punctuation at its end belongs to the sentence, and so does a bracket that the address does not open. */
function withoutEnd(address: string): string {
  const shorter = address.replace(/[.,:?(]+$/u, "");
  const isOpen = shorter.split("(").length >= shorter.split(")").length;
  return isOpen || !shorter.endsWith(")") ? shorter : withoutEnd(shorter.slice(0, -1));
}

/** Between spaces or plain punctuation; anything else beside it means that it goes on or began earlier. */
function standsAlone(line: string, start: number, address: string): boolean {
  const before = line[start - 1] ?? " ";
  const after = line[start + address.length] ?? " ";
  if (/\([^)]*$|^[^(]*\)/u.test(address) || (after === ";" && /&\w+$/u.test(address))) return false;
  return /[\s("“‘]/u.test(before) && /[\s)"”’.,:;?!]/u.test(after);
}

/**
 * A backslash only where every reader knows it: before the signs that Markdown had from the start. All others are written
 * by their numbers, which no reader takes for anything but the sign.
 */
function escapeWords(text: string): string {
  return text
    .replace(/&(?=#?[A-Za-z0-9]+;)/gu, "&amp;")
    .replace(/[\\`*_{[\]]/gu, "\\$&")
    .replace(/[|~$^]|==|>>|:(?=[\w+-]+:)/gu, numbered)
    .replace(MAIL_ADDRESS_OR_SIGN, (found) => (found === "@" ? numbered(found) : found))
    .replace(/(https?|ftp|mailto|xmpp):/giu, (prefix) => prefix.slice(0, -1) + numbered(":"))
    .replace(/www\./giu, (prefix) => prefix.slice(0, -1) + numbered("."))
    .replaceAll("<", "&lt;");
}

/** A plain mail address stays one; elsewhere the sign is a name or a citation to some readers. */
const MAIL_ADDRESS_OR_SIGN =
  /(?<=^|[\s(])[A-Za-z0-9.+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+(?=$|[\s),;?!])|@/gu;

function numbered(text: string): string {
  return [...text].map((character) => `&#${character.codePointAt(0)};`).join("");
}

/** What only means something at the start of a line, or in a heading at its end. */
function escapeEnds(text: string): string {
  return text
    .replace(/^>/u, "&gt;")
    .replace(/^([#+-])(?=[\s#+=:-]|$)/u, "\\$1")
    .replace(/^[=:](?=[\s=:-]|$)/u, numbered)
    .replace(/^(\(?(?:\d{1,9}|[A-Za-z]|[ivxlcdm]+|#))([.)])(?=\s|$)/iu, "$1\\$2")
    .replace(/(^|\s)(#+)$/u, "$1\\$2");
}
