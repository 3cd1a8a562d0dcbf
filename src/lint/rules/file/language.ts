import { OWN_LANGUAGE } from "../../../util/formats.ts";
import { defineRule } from "../../rule.ts";

interface Facts {
  readonly written: string;
  /** Its name in English, where it is a language. */
  readonly name?: string;
}

export const languageRule = defineRule<Facts>({
  name: "file/language",
  severity: "error",
  about: {
    what: "A language that is not written by its tag, such as en-GB or cy. With --verbose also one that coprod has no words in.",
    why: "A screen reader then speaks the questions with the sounds of another language.",
    host: "rubric",
    bad: "language: «welsh»",
    good: "language: en-GB",
  },
  words: ({ written, name }) =>
    name === undefined
      ? {
          says: `"${written}" is not the tag of a language.`,
          why: "A screen reader then speaks the questions with the sounds of another language.",
          fix: "Write the tag, such as en-GB for British English or cy for Welsh.",
        }
      : {
          says: `coprod has no words in ${name}.`,
          why: "The questions are shown as they are written, and what coprod says around them is in English.",
          fix: "Nothing needs to be done: a page says of each text which language it is in.",
        },
  check({ rubric }) {
    if (rubric === undefined) return [];
    const { language: written } = rubric;
    const name = languageName(written);
    const at = { path: ["language"] };
    if (name === undefined) return [{ at, facts: { written } }];
    const isOurs = written.slice(0, 2).toLowerCase() === OWN_LANGUAGE.slice(0, 2);
    return isOurs ? [] : [{ at, facts: { written, name }, severity: "info" }];
  },
});

/** Undefined where no such language is known. */
function languageName(tag: string): string | undefined {
  if (tag === OWN_LANGUAGE) return tag;
  try {
    return new Intl.DisplayNames("en", { type: "language", fallback: "none" }).of(tag);
  } catch {
    return undefined;
  }
}
