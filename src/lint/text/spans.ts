import { everydaySentenceEnds, isEveryday } from "./ascii-sentences.ts";
import { letterPattern } from "./lazy-unicode-reg-exp.ts";

interface Segment {
  readonly segment: string;
  readonly index: number;
}

/** Where each sentence ends as the platform sees it; the next one begins there. */
function segmentEnds(text: string): Iterable<number> {
  return isEveryday(text) ? everydaySentenceEnds(text) : platformEnds(text);
}

function* platformEnds(text: string): Generator<number> {
  for (const { segment, index } of segmentsOf(text)) yield index + segment.length;
}

let segmenter: Intl.Segmenter | undefined;

/** Made when it is first needed: that takes as long as to read a rubric. */
function segmented(text: string): Segment[] {
  // The locale is fixed: the same text must count the same on every machine.
  segmenter ??= new Intl.Segmenter("en-GB", { granularity: "sentence" });
  return [...segmenter.segment(text)];
}

const WINDOW = 4000;

/**
 * What the platform takes for sentences. It takes ever longer for each of them the longer the text is, so a long text is
 * given to it in parts. Where a sentence ends can depend on what comes after it, up to the next letter. So the last two of
 * a part are not believed: the next part begins with them.
 */
export function* segmentsOf(text: string): Generator<Segment> {
  let start = 0;
  let length = WINDOW;
  while (start + length < text.length) {
    const inside = segmented(text.slice(start, start + length));
    const doubted = inside.at(-2)?.index ?? 0;
    if (doubted === 0) length *= 2;
    for (const { segment, index } of inside.slice(0, -2)) yield { segment, index: start + index };
    if (doubted > 0) length = WINDOW;
    start += doubted;
  }
  for (const { segment, index } of segmented(text.slice(start))) {
    yield { segment, index: start + index };
  }
}

/** A piece of a text, and where in it the piece stands: from one offset up to another. */
export interface Stretch {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

export interface Sentence extends Stretch {
  readonly words: readonly string[];
}

/**
 * A run of letters or digits, as people count words: an apostrophe, hyphen or stroke inside belongs to it, a dot between
 * two letters or two digits, and a comma or colon between two digits. *Co-production*, *and/or*, *i.e.*, *£1,000.50* and *10:30* are one word each.
 */
const WORD = letterPattern(
  String.raw`[\p{L}\p{N}]+(?:(?:['’/-]|\.(?:(?<=\p{L}\.)(?=\p{L})|(?<=\p{N}\.)(?=\p{N}))|[,:](?<=\p{N}[,:])(?=\p{N}))[\p{L}\p{N}]+)*`,
  "gu",
);

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

/** Bullets, numbers or dashes that a list pasted on one line begins its items with: three of a kind are no accident. */
const DASHES = /(?:^|\s)[-–*](?=\s)/gu;
const ITEMS = [
  /(?:^|\s)[•▪●◦‣·](?=\s)/gu,
  /(?:^|\s)\d{1,2}[.)](?=\s)/gu,
  /(?:^|\s)\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})\)(?=\s)/gu,
  DASHES,
];
const FEWEST_ITEMS = 3;

/** Where the items of such a list begin; none where there is no list. A dash is one only if the text begins with it. */
function itemStarts(text: string): number[] {
  for (const pattern of ITEMS) {
    const starts = matchStretches(text, pattern).map(({ from }) => from);
    const isDashes = pattern === DASHES;
    if (starts.length >= FEWEST_ITEMS && (!isDashes || starts[0] === 0)) return starts;
  }
  return [];
}

/** Where each sentence ends; the items of a list are sentences of their own. */
function* endsIn(text: string): Generator<number> {
  const starts = MAY_BE_LIST.test(text) ? itemStarts(text) : [];
  if (starts.length === 0) return yield* segmentEnds(text);
  const ends = [...new Set([...segmentEnds(text), ...starts.filter((at) => at > 0)])];
  yield* ends.sort((a, b) => a - b);
}

const MAY_BE_LIST = /[•▪●◦‣·]|(?:^|\s)(?:\d{1,2}[.)]|\(?[a-z\d]{1,4}\)|[-–*])\s/u;

const TITLE = letterPattern(
  String.raw`(?<![\p{L}\p{N}])(?:Dr|Mrs?|Ms|Prof|Rev|St|Nos?|vs|e\.g|i\.e)\.\s*$`,
  "u",
);
const PART_OF_WORD = letterPattern(String.raw`[\p{L}\p{N}]`, "u");

/** Sentences with a word in them, without the white space around. The dot of a title such as Dr does not end one. */
export function sentenceStretches(text: string): Sentence[] {
  const sentences: Sentence[] = [];
  let [begun, from] = [0, 0];
  for (const to of endsIn(text)) {
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
