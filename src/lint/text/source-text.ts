import { wordsOf } from "./spans.ts";

/** A text that a rubric draws on, kept beside it so that it can be held against it. */
export interface SourceText {
  /** As rubrics call it under `sources`. */
  readonly id: string;
  /** Undefined where only its headings are kept. */
  readonly text: string | undefined;
  /** One a line; undefined where every line of the text may be one. */
  readonly headings: string | undefined;
}

/** Words as they are compared: without capitals, and with one kind of apostrophe. */
export function foldedWords(text: string): string[] {
  return wordsOf(text.toLowerCase().replaceAll("’", "'"));
}

const runs = new WeakMap<SourceText, Map<number, ReadonlySet<string>>>();

/** Every run of so many words in a text. It is long, and many rubrics are held against it. */
export function runsOf(source: SourceText, length: number): ReadonlySet<string> {
  const known = runs.get(source) ?? new Map<number, ReadonlySet<string>>();
  runs.set(source, known);
  const found = known.get(length) ?? new Set(runsIn(foldedWords(source.text ?? ""), length));
  known.set(length, found);
  return found;
}

export function runsIn(words: readonly string[], length: number): string[] {
  return words.slice(length - 1).map((_, start) => words.slice(start, start + length).join(" "));
}

interface Headings {
  readonly has: (heading: string) => boolean;
  /** As they are written, for suggestions. */
  readonly written: readonly string[];
}

const headings = new WeakMap<SourceText, Headings>();

/** What can be cited of a source. Without a list of its headings, every run of words in its text may be one. */
export function headingsOf(source: SourceText): Headings {
  const found = headings.get(source) ?? headingsIn(source);
  headings.set(source, found);
  return found;
}

function headingsIn({ headings: list, text = "" }: SourceText): Headings {
  const lines = (list ?? text)
    .split(/\r?\n/u)
    .map((line) => line.replace(/^\s*#+\s*/u, "").trim())
    .filter((line) => line !== "");
  const listed = new Set(lines.map(foldedHeading));
  const whole = ` ${foldedWords(text).join(" ")} `;
  const inText = (heading: string) => whole.includes(` ${foldedHeading(heading)} `);
  return {
    has: list === undefined ? inText : (heading) => listed.has(foldedHeading(heading)),
    written: lines.filter((line) => wordsOf(line).length <= MOST_WORDS),
  };
}

/** Longer lines are no headings. */
const MOST_WORDS = 15;

/** Without numbers in front and signs at the end. */
function foldedHeading(heading: string): string {
  return foldedWords(heading.replace(/^\s*(?:\d+[.)]?)+\s+/u, "")).join(" ");
}
