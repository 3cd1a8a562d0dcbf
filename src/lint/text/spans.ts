import { letterPattern } from "./lazy-unicode-reg-exp.ts";
import { segmentEnds } from "./segments.ts";

/** A piece of a text, and where in it the piece stands: from one offset up to another. */
export interface Stretch {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

export interface Sentence extends Stretch {
  readonly words: readonly string[];
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

const TITLE = letterPattern(String.raw`(?<![\p{L}\p{N}])(?:Dr|Mrs?|Ms|St|No|vs)\.\s*$`, "u");
const PART_OF_WORD = letterPattern(String.raw`[\p{L}\p{N}]`, "u");

/** Sentences with a word in them, without the white space around. The dot of a title such as Dr does not end one. */
export function sentenceStretches(text: string): Sentence[] {
  const sentences: Sentence[] = [];
  let [begun, from] = [0, 0];
  for (const to of segmentEnds(text)) {
    const segment = text.slice(begun, to);
    begun = to;
    if (to < text.length && TITLE.in(segment).test(segment)) continue;
    const whole = from + segment.length === to ? segment : text.slice(from, to);
    if (PART_OF_WORD.in(whole).test(whole)) sentences.push(new SentenceText(whole, from));
    from = to;
  }
  return sentences;
}

class SentenceText implements Sentence {
  readonly text: string;
  readonly from: number;
  readonly to: number;

  /** `whole` may have white space around it; it begins at `begun`. */
  constructor(whole: string, begun: number) {
    this.text = whole.trim();
    this.from = begun + whole.length - whole.trimStart().length;
    this.to = this.from + this.text.length;
  }

  get words(): readonly string[] {
    return wordsOf(this.text);
  }
}

export function sentencesOf(text: string): string[] {
  return sentenceStretches(text).map((sentence) => sentence.text);
}
