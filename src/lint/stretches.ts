import { letterPattern } from "./letter-pattern.ts";
import { segmentEnds } from "./segments.ts";

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
const WORD = letterPattern(String.raw`[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*`, "gu");

export function wordStretches(text: string): Stretch[] {
  return matchStretches(text, WORD.in(text));
}

/** Every match of a global pattern. */
export function matchStretches(text: string, pattern: RegExp): Stretch[] {
  const found: Stretch[] = [];
  // Half the time of `matchAll`, and there are thousands of words in a file.
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const [matched] = match;
    found.push({ text: matched, from: match.index, to: match.index + matched.length });
    if (matched === "") pattern.lastIndex += 1;
  }
  return found;
}

export function wordsOf(text: string): string[] {
  return text.match(WORD.in(text)) ?? [];
}

const TITLES = ["Dr.", "Mr.", "Mrs.", "Ms.", "St.", "No.", "vs."];
const PART_OF_WORD_AT_END = letterPattern(String.raw`[\p{L}\p{N}]$`, "u");

function endsWithTitle(text: string): boolean {
  const inner = text.trimEnd();
  const title = TITLES.find((each) => inner.endsWith(each));
  if (title === undefined) return false;
  const before = inner.slice(0, -title.length);
  return !PART_OF_WORD_AT_END.in(before).test(before);
}

/** Sentences with a word in them, without the white space around. The dot of a title such as Dr does not end one. */
export function sentenceStretches(
  text: string,
  words: readonly Stretch[] = wordStretches(text),
): Sentence[] {
  const sentences: Sentence[] = [];
  let [begun, from] = [0, 0];
  const wordsUpTo = inTurn(words);
  for (const to of segmentEnds(text)) {
    const segment = text.slice(begun, to);
    begun = to;
    if (to < text.length && endsWithTitle(segment)) continue;
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
