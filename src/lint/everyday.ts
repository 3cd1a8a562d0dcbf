import type { Stretch } from "./stretches.ts";

/**
 * Quick ways through everyday English: ASCII and the usual signs of print. They find what the patterns and the platform
 * find, which the tests hold them to; to make the platform's own segmenter takes as long as to read a rubric.
 */
const EVERYDAY = /^[\p{ASCII}\u2010-\u2027£]*$/u;

export function isEveryday(text: string): boolean {
  return EVERYDAY.test(text);
}

const ASCII = 0x80;

/** Signs by their code: letters and digits are parts of words. */
const WORD_SIGNS = new Uint8Array(ASCII).map((_, code) =>
  /[A-Za-z0-9]/u.test(String.fromCharCode(code)) ? 1 : 0,
);

export function everydayWords(text: string): Stretch[] {
  const found: Stretch[] = [];
  let at = 0;
  while (at < text.length) {
    if (!isWordSign(text, at)) {
      at += 1;
      continue;
    }
    const from = at;
    at = wordEnd(text, from);
    found.push({ text: text.slice(from, at), from, to: at });
  }
  return found;
}

/** Where a word ends that goes on at a place: an apostrophe or hyphen belongs to it if more of it comes after. */
function wordEnd(text: string, from: number): number {
  let at = from;
  for (;;) {
    while (isWordSign(text, at)) at += 1;
    if (!isJoint(text.charCodeAt(at)) || !isWordSign(text, at + 1)) return at;
    at += 2;
  }
}

function isWordSign(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code < ASCII && WORD_SIGNS[code] === 1;
}

function isJoint(code: number): boolean {
  return code === 0x27 || code === 0x2d || code === 0x2019;
}

/** What a sign does at the end of a sentence, as Unicode's annex 29 names it. */
const KIND = {
  other: 0,
  lower: 1,
  upper: 2,
  digit: 3,
  dot: 4,
  end: 5,
  close: 6,
  goesOn: 7,
  space: 8,
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
  let at = 0;
  while (at < text.length) {
    const kind = kindAt(text, at);
    if (kind === KIND.break) {
      at = afterBreak(text, at);
      ends.push(at);
    } else if (kind === KIND.dot || kind === KIND.end) {
      const { next, isEnd } = afterStop(text, at);
      at = next;
      if (isEnd) ends.push(at);
    } else at += 1;
  }
  if (text.length > 0 && ends.at(-1) !== text.length) ends.push(text.length);
  return ends;
}

function afterBreak(text: string, at: number): number {
  return text.startsWith("\r\n", at) ? at + 2 : at + 1;
}

/** Where to go on behind a full stop or another end, and whether a sentence ends there. */
function afterStop(text: string, at: number): { next: number; isEnd: boolean } {
  const isDot = kindAt(text, at) === KIND.dot;
  let next = at + 1;
  if (isDot && isInside(text, at)) return { next, isEnd: false };
  while (kindAt(text, next) === KIND.close) next += 1;
  while (kindAt(text, next) === KIND.space) next += 1;
  const after = kindAt(text, next);
  if (after === KIND.break) return { next: afterBreak(text, next), isEnd: true };
  if (after === KIND.goesOn || after === KIND.dot || after === KIND.end)
    return { next, isEnd: false };
  return { next, isEnd: !(isDot && goesOnSmall(text, next)) };
}

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
    if (kind === KIND.upper || kind === KIND.break) return false;
    if (kind === KIND.dot || kind === KIND.end) return false;
  }
  return false;
}
