import { segmentsOf } from "./segments.ts";

/** A piece of a text, and where in it the piece stands: from one offset up to another. */
export interface Stretch {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

export interface Sentence extends Stretch {
  readonly words: readonly Stretch[];
}

/** A run of letters or digits; an apostrophe or hyphen inside belongs to it, so that *co-production* is one word. */
const WORD = /[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu;

export function wordStretches(text: string): Stretch[] {
  return EVERYDAY.test(text) ? everydayWords(text) : matchStretches(text, WORD);
}

/** Nothing but ASCII and the usual signs of printed English: then words can be found without a pattern, far quicker. */
const EVERYDAY = /^[\p{ASCII}\u2010-\u2027£]*$/u;

function everydayWords(text: string): Stretch[] {
  const found: Stretch[] = [];
  let from = -1;
  for (let at = 0; at <= text.length; at++) {
    const inside =
      isWordSign(text, at) || (from >= 0 && isJoint(text, at) && isWordSign(text, at + 1));
    if (inside && from < 0) from = at;
    if (inside || from < 0) continue;
    found.push({ text: text.slice(from, at), from, to: at });
    from = -1;
  }
  return found;
}

/** An ASCII letter or digit. */
function isWordSign(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  const letter = code | 0x20;
  return (letter >= 0x61 && letter <= 0x7a) || (code >= 0x30 && code <= 0x39);
}

function isJoint(text: string, at: number): boolean {
  const sign = text.charAt(at);
  return sign === "'" || sign === "\u2019" || sign === "-";
}

/** Every match of a global pattern. */
export function matchStretches(text: string, pattern: RegExp): Stretch[] {
  return [...text.matchAll(pattern)].map((match) => {
    const [found] = match;
    return { text: found, from: match.index, to: match.index + found.length };
  });
}

export function wordsOf(text: string): string[] {
  return text.match(WORD) ?? [];
}

const TITLE_AT_END = /(?<![\p{L}\p{N}])(?:Dr|Mrs?|Ms|St|No|vs)\.\s*$/u;

/** What can end a sentence, with more after it: without one, a text is one sentence at the most. */
const INNER_END = /[\p{STerm}.\u2024\ufe52\uff0e\n\r\u0085\u2028\u2029]/u;

/** Sentences with a word in them, without the white space around. The dot of a title such as Dr does not end one. */
export function sentenceStretches(text: string): Sentence[] {
  const words = wordStretches(text);
  if (!INNER_END.test(text.trimEnd().slice(0, -1))) {
    return words.length === 0 ? [] : [{ ...trimmed(text, 0, text.length), words }];
  }
  const sentences: Sentence[] = [];
  let from = 0;
  const wordsUpTo = inTurn(words);
  for (const { segment, index } of segmentsOf(text)) {
    const to = index + segment.length;
    if (TITLE_AT_END.test(segment) && to < text.length) continue;
    const start = from;
    const inside = wordsUpTo(to).filter((word) => word.from >= start);
    if (inside.length > 0) sentences.push({ ...trimmed(text, from, to), words: inside });
    from = to;
  }
  return sentences;
}

/** Hands out the words piece by piece: to look through all of them for each sentence takes ever longer. */
function inTurn(words: readonly Stretch[]): (to: number) => readonly Stretch[] {
  let next = 0;
  return (to) => {
    const first = next;
    while ((words[next]?.to ?? Number.POSITIVE_INFINITY) <= to) next += 1;
    return words.slice(first, next);
  };
}

export function sentencesOf(text: string): string[] {
  return sentenceStretches(text).map((sentence) => sentence.text);
}

function trimmed(text: string, from: number, to: number): Stretch {
  const whole = text.slice(from, to);
  const start = from + (whole.length - whole.trimStart().length);
  const inner = whole.trim();
  return { text: inner, from: start, to: start + inner.length };
}
