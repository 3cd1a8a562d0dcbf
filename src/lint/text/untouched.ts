import { letterPattern } from "./lazy-unicode-reg-exp.ts";
import { matchStretches, type Stretch } from "./spans.ts";

/** What a reader takes as a sign for a place rather than as words: addresses, @names, #tags, and files with their folders. */
const ADDRESS = new RegExp(
  [
    String.raw`(?<![\w.+-])[a-z][a-z0-9+.-]*:\/\/[^\s<>"“”]+`,
    String.raw`\{\{[^{}]*\}\}|\x60[^\x60\n]+\x60`,
    String.raw`(?<!\w)(?:mailto|tel|sms|urn|doi|geo):[^\s<>"“”]+`,
    String.raw`www\.[^\s<>"“”]+`,
    String.raw`[\w.+-]+@[\w-]+(?:\.[\w-]+)+(?:\?[\w-]+=[^\s<>"“”]*)?`,
    String.raw`(?<![\w&])[@#][a-z][\w-]+`,
    String.raw`(?<![\p{L}\w@.-])(?:[\p{L}0-9-]+\.)+[a-z]{2,24}(?::\d+)?[\/?#][^\s<>"“”]+`,
    String.raw`(?<![\w@.-])(?:localhost|(?:\d{1,3}\.){3}\d{1,3}|\[(?=[\da-f]*:)[\da-f:]+\])(?::\d+)?(?:\/[^\s<>"“”]*)?`,
    String.raw`(?<![\p{L}\w])(?=\w*[a-z])\w*[a-z0-9]_\w+`,
    String.raw`(?<![\w@.-])(?:[a-z0-9-]+\.)+(?:org|com|net|uk|gov|info|io|eu|ie|wales|cymru|scot|london|coop|charity|ngo|app|page|blog|site|website|online|community|foundation|social|space|team|world|global|earth|education|academy|school|church|museum|ac|tv|ai|dev)(?![\w-])`,
    String.raw`(?<!\w)(?:[a-z]:|\\)\\[^\s<>"“”]+`,
    String.raw`(?<![\w/.])(?:~|\.{1,2})?\/{1,2}[\w.-]+\/[^\s<>"“”]*|(?<![\w/.])(?:~|\.{1,2})\/[^\s<>"“”]+`,
    String.raw`(?<![\w@.-])[\w.-]*\w\.(?:pdf|docx?|xlsx?|pptx?|od[pst]|rtf|txt|csv|md|html?|hbs|ya?ml|json|jpe?g|png|gif|svg|mp[34]|zip|ics|eml)(?![\w-])`,
  ].join("|"),
  "giu",
);

const MAY_BE_ADDRESS = /[@#/\\:_`{]|www\.|\w\.[a-z]{2}/iu;

/** The mark after an address belongs to the sentence. */
const CLOSING = /[.,;:!?'’)\]]+$/u;

/**
 * A text of the same length in which each address is one long number: a word like others when words are counted, with
 * nothing in it that could be judged, and never to be changed.
 */
export function withoutAddresses(text: string): string {
  if (!MAY_BE_ADDRESS.test(text)) return text;
  return text.replace(ADDRESS, (found) => {
    const bare = found.replace(closingOf(found), "");
    return "0".repeat(bare.length) + found.slice(bare.length);
  });
}

/** A bracket that was opened inside, as in `example.org/plan(2)`, is part of the address. */
function closingOf(found: string): RegExp {
  return found.includes("(") ? /[.,;:!?'’]+$/u : CLOSING;
}

const QUOTED = letterPattern(
  String.raw`“[^”]*”|"[^"]*"|«[^»]*»|»[^«]*«|„[^“”]*[“”]|‹[^›]*›|(?<![\p{L}\p{N}])‘[^’]*’(?![\p{L}\p{N}])|(?<![\p{L}\p{N}])'[^']*'(?![\p{L}\p{N}])`,
  "gu",
);

let last: { readonly text: string; readonly quotes: readonly Stretch[] } = { text: "", quotes: [] };

/**
 * What stands between quotation marks: somebody else's words, or a word that is spoken about. In their order; those of the last
 * text are kept, as many places of one text are asked about in turn.
 */
function quotedStretches(text: string): readonly Stretch[] {
  if (last.text !== text) {
    const quotes = /["“„«»‹'‘]/u.test(text) ? matchStretches(text, QUOTED.in(text)) : [];
    last = { text, quotes };
  }
  return last.quotes;
}

const CAPITALISED = letterPattern(String.raw`^\p{Lu}\p{Ll}`, "u");
const CAPITALISED_AFTER = letterPattern(String.raw`^[\s-]+\p{Lu}`, "u");
const BEGINS_SENTENCE = /(?:^|[.!?:;•▪●◦–—(\n])["“‘'\s\d.)-]*$/u;

interface Place {
  readonly from: number;
  readonly to: number;
}

/** Whether a stretch is a name, or a part of one: a capital inside a sentence, or two capitalised words in a row. */
export function isName(text: string, { from, to }: Place): boolean {
  const found = text.slice(from, to);
  if (!CAPITALISED.in(found).test(found)) return false;
  const after = text.slice(to, to + 3);
  return !beginsSentence(text, from) || CAPITALISED_AFTER.in(after).test(after);
}

/** Whether nothing stands before a place in its sentence. */
export function beginsSentence(text: string, at: number): boolean {
  return BEGINS_SENTENCE.test(text.slice(Math.max(0, at - 12), at));
}

export function isQuoted(text: string, { from, to }: Place): boolean {
  const quotes = quotedStretches(text);
  let [low, high] = [0, quotes.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((quotes[middle]?.from ?? from) < from) low = middle + 1;
    else high = middle;
  }
  return to < (quotes[low - 1]?.to ?? 0);
}

/** Names and quoted words are as their owners write them: no rule about wording speaks of them, and no fix changes them. */
export function isNotOurs(text: string, place: Place): boolean {
  return isName(text, place) || isQuoted(text, place);
}
