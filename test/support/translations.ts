import type { RubricFile } from "../../src/rubric/schema.ts";
import { sourceMark, textsOf } from "../../src/rubric/translation/texts.ts";

/** A text in a language that looks a little like Welsh: each has its own, and all are told from the English. */
export function cymric(text: string): string {
  return `Cym ${text}`;
}

/**
 * A text in a language that is not there: 40 % longer than English, as languages can be, and no word of it is a word of
 * English, as it has no plain vowel.
 */
export function pseudo(text: string): string {
  const more = "llŷn ".repeat(text.length).slice(0, Math.ceil(text.length * 0.4));
  return `${text} ${more.trim()}`.replace(
    /[aeiouwy]/giu,
    (letter) => ACCENTED.get(letter) ?? letter,
  );
}

const ACCENTED = new Map(
  [..."aeiouwyAEIOUWY"].map((letter, at) => [letter, [..."âêîôûŵŷÂÊÎÔÛŴŶ"][at] ?? letter]),
);

interface Made {
  readonly language: string;
  /** What is said for each text. */
  readonly say?: (text: string) => string;
  /** Keys of texts that are left out. */
  readonly without?: readonly string[];
}

/** A translation of a whole rubric as a file. */
export function translationText(
  file: RubricFile,
  { language, say = cymric, without = [] }: Made,
): string {
  const texts = textsOf(file).filter(({ key }) => !without.includes(key));
  const entries = texts.map(
    ({ key, text }) =>
      `  ${JSON.stringify(key)}: { text: ${JSON.stringify(say(text))}, from: ${sourceMark(text)} }\n`,
  );
  return `coprod: translation/1\nof: ${file.id}\nlanguage: ${language}\ntexts:\n${entries.join("")}`;
}
