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
    const address = match[0].replace(/[.,:?]+$/u, "");
    if (!standsAlone(line, match.index, address)) continue;
    result += `${escapeWords(line.slice(at, match.index))}<${address}>`;
    at = match.index + address.length;
  }
  return escapeEnds(result + escapeWords(line.slice(at)));
}

const WEB_ADDRESS = /https?:\/\/[A-Za-z0-9\-._~/?#=&%+,:@]+/gu;

/** Between spaces or plain punctuation; anything else beside it means that it goes on or began earlier. */
function standsAlone(line: string, start: number, address: string): boolean {
  const before = line[start - 1] ?? " ";
  const after = line[start + address.length] ?? " ";
  return /[\s("“‘]/u.test(before) && /[\s)"”’.,:;?!]/u.test(after);
}

function escapeWords(text: string): string {
  return (
    text
      .replace(/[\\`*{[\]|~$^]/gu, "\\$&")
      .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, "\\_")
      .replace(/&(?=#?[A-Za-z0-9]+;)/gu, "\\&")
      .replace(/(?<![\p{L}\p{N}])@/gu, "\\@")
      .replace(/(https?|ftp|mailto|xmpp):/giu, "$1\\:")
      .replace(/www\./giu, (prefix) => `${prefix.slice(0, -1)}\\.`)
      // Older readers know no backslash before it and would run what follows; each knows the entity.
      .replaceAll("<", "&lt;")
  );
}

/** What only means something at the start of a line, or in a heading at its end. */
function escapeEnds(text: string): string {
  return text
    .replace(/^>/u, "\\>")
    .replace(/^([#+=-])(?=[\s#+=:-]|$)/u, "\\$1")
    .replace(/^:(?=[\s:-]|$)/u, "\\:")
    .replace(/^(\(?(?:\d{1,9}|[A-Za-z]|[ivxlcdm]+|#))([.)])(?=\s|$)/iu, "$1\\$2")
    .replace(/(^|\s)(#+)$/u, "$1\\$2");
}
