import type { RubricFile } from "../../src/rubric/schema.ts";
import { sourceMark, textsOf } from "../../src/rubric/translation/texts.ts";

/** A text in a language that looks a little like Welsh: each has its own, and all are told from the English. */
export function cymric(text: string): string {
  return `Cym ${text}`;
}

interface Made {
  readonly language: string;
  /** Keys of texts that are left out. */
  readonly without?: readonly string[];
}

/** A translation of a whole rubric as a file. */
export function translationText(file: RubricFile, { language, without = [] }: Made): string {
  const texts = textsOf(file).filter(({ key }) => !without.includes(key));
  const entries = texts.map(
    ({ key, text }) =>
      `  ${JSON.stringify(key)}: { text: ${JSON.stringify(cymric(text))}, from: ${sourceMark(text)} }\n`,
  );
  return `coprod: translation/1\nof: ${file.id}\nlanguage: ${language}\ntexts:\n${entries.join("")}`;
}
