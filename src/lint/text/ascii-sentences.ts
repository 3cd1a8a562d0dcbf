/**
 * ASCII and the usual signs of print. The quick ways through such text find what the long ways find, which the tests hold
 * them to: to make the platform's own segmenter takes as long as to read a rubric.
 */
const EVERYDAY = /^[\p{ASCII}\u2010-\u2027£]*$/u;

const LONG = 2000;
let last = { text: "", everyday: true };

/** All of a file's prose is looked at by many rules in turn, so the last answer on a long text is kept. */
export function isEveryday(text: string): boolean {
  if (text.length < LONG) return EVERYDAY.test(text);
  if (last.text !== text) last = { text, everyday: EVERYDAY.test(text) };
  return last.everyday;
}

/** What a sign does at the end of a sentence, as Unicode's annex 29 names it. */
const KIND = {
  other: 0,
  lower: 1,
  upper: 2,
  digit: 3,
  close: 4,
  goesOn: 5,
  space: 6,
  // From here on a sentence may end: the signs of STOP.
  dot: 7,
  end: 8,
  break: 9,
} as const;
type Kind = (typeof KIND)[keyof typeof KIND];

const SIGNS: readonly (readonly [Kind, string])[] = [
  [KIND.lower, "abcdefghijklmnopqrstuvwxyz"],
  [KIND.upper, "ABCDEFGHIJKLMNOPQRSTUVWXYZ"],
  [KIND.digit, "0123456789"],
  [KIND.dot, ".\u2024"],
  [KIND.end, "!?"],
  [KIND.close, "\"'()[]{}\u2018\u2019\u201a\u201b\u201c\u201d\u201e\u201f"],
  [KIND.goesOn, ",-:;\u2013\u2014"],
  [KIND.space, "\t\v\f "],
  [KIND.break, "\n\r"],
];

/** By code, up to the last of the everyday signs. */
const KINDS = new Uint8Array(0x2028);
for (const [kind, signs] of SIGNS) for (const sign of signs) KINDS[sign.charCodeAt(0)] = kind;

function kindAt(text: string, at: number): number {
  return KINDS[text.charCodeAt(at)] ?? KIND.other;
}

/** Where each sentence ends; the next one begins there. By the rules SB3 to SB11 of Unicode's annex 29. */
export function everydaySentenceEnds(text: string): number[] {
  const ends: number[] = [];
  for (let at = stopFrom(text, 0); at < text.length; at = stopFrom(text, at)) {
    const { next, isEnd } = afterStop(text, at);
    at = next;
    if (isEnd) ends.push(at);
  }
  if (text.length > 0 && ends.at(-1) !== text.length) ends.push(text.length);
  return ends;
}

const STOP = /[.\u2024!?\n\r]/gu;

/** Where the next sign stands at which a sentence may end; the length of the text where there is none. */
function stopFrom(text: string, from: number): number {
  STOP.lastIndex = from;
  return STOP.exec(text)?.index ?? text.length;
}

function afterBreak(text: string, at: number): number {
  return text.startsWith("\r\n", at) ? at + 2 : at + 1;
}

/** Where to go on behind such a sign, and whether a sentence ends there. */
function afterStop(text: string, at: number): { next: number; isEnd: boolean } {
  if (kindAt(text, at) === KIND.break) return { next: afterBreak(text, at), isEnd: true };
  const isDot = kindAt(text, at) === KIND.dot;
  let next = at + 1;
  if (isDot && isInside(text, at)) return { next, isEnd: false };
  while (kindAt(text, next) === KIND.close) next += 1;
  while (kindAt(text, next) === KIND.space) next += 1;
  const after = kindAt(text, next);
  if (after === KIND.break) return { next: afterBreak(text, next), isEnd: true };
  if (GOES_ON.has(after)) return { next, isEnd: false };
  return { next, isEnd: !(isDot && goesOnSmall(text, next)) };
}

const GOES_ON = new Set<number>([KIND.goesOn, KIND.dot, KIND.end]);

/** A dot in a number, or between a letter and a capital. */
function isInside(text: string, at: number): boolean {
  const after = kindAt(text, at + 1);
  const before = at > 0 ? kindAt(text, at - 1) : KIND.other;
  return (
    after === KIND.digit ||
    (after === KIND.upper && (before === KIND.upper || before === KIND.lower))
  );
}

/** Whether the first letter from a place on is a small one, before anything ends. */
function goesOnSmall(text: string, from: number): boolean {
  for (let at = from; at < text.length; at++) {
    const kind = kindAt(text, at);
    if (kind === KIND.lower) return true;
    if (kind === KIND.upper || kind >= KIND.dot) return false;
  }
  return false;
}
