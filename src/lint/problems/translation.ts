import { counted } from "../../util/words.ts";
import { type ParserProblems, quotable, suggestion } from "./problem.ts";

declare module "../../yaml/diagnostic.ts" {
  interface DiagnosticFacts {
    "translation/missing": {
      readonly keys: readonly string[];
      readonly rubric: string;
      readonly to: string;
    };
    "translation/stale": {
      /** The words it was made from, where they are still known. */
      readonly old: string | undefined;
      readonly now: string;
      readonly mark: string;
    };
    "translation/extra": { readonly key: string; readonly near: readonly string[] };
    "translation/same-as-source": Readonly<Record<never, never>>;
    "translation/hash": { readonly found: string };
  }
}

const TITLE = "title: { text: Ein cwestiynau ein hunain, from: ktptfx }";

/** About the texts of a rubric in another language, beside the rubric itself. */
export const TRANSLATION_PROBLEMS = {
  "translation/missing": {
    severity: "warning",
    about: {
      what: "A translation in which texts of its rubric are missing.",
      why: "A page that is half in another language leaves people alone in the middle.",
      host: "translation",
      bad: "«texts»: {}",
      good: TITLE,
    },
    words: ({ keys, rubric, to }) => ({
      says: `${counted(keys.length, "text")} of "${rubric}" ${keys.length === 1 ? "is" : "are"} missing here: ${keys.slice(0, 3).join(", ")}${keys.length > 3 ? " and more" : ""}.`,
      why: "The language is offered only when it is whole.",
      fix: `Type  coprod rubric translate ${rubric} --to ${to} --export csv  for a table of what is to be done.`,
    }),
  },
  "translation/stale": {
    severity: "warning",
    about: {
      what: "A translated text whose English has changed since it was made. Where git has the old English, it is shown.",
      why: "Two people in one room would answer two different questions.",
      host: "translation",
      bad: "title: «{ text: Ein cwestiynau, from: bcdfgh }»",
      good: TITLE,
    },
    words: ({ old, now, mark }) => ({
      says: `The English changed after this was made. It is now: "${quotable(now)}"${old === undefined ? "" : ` It was: "${quotable(old)}"`}`,
      why: "Two people in one room would answer two different questions.",
      fix: `Put the text right, and then write  from: ${mark}`,
    }),
  },
  "translation/extra": {
    severity: "warning",
    about: {
      what: "A translated text for which the rubric has none.",
      why: "It is shown nowhere. Where its key is misspelt, the real text is missing.",
      host: "translation",
      bad: '«heading»: { text: "Pennawd", from: bcdfgh }',
      good: TITLE,
    },
    words: ({ key, near }) => ({
      says: `The rubric has no text "${key}".`,
      fix: suggestion(near, []) ?? "Take it out.",
    }),
  },
  "translation/same-as-source": {
    severity: "warning",
    about: {
      what: "A translated text of several words that is the same as the English.",
      why: "It was most likely forgotten, and a screen reader speaks it with the wrong sounds.",
      host: "translation",
      bad: "title: { text: «Our own questions», from: ktptfx }",
      good: TITLE,
    },
    words: () => ({
      says: "This is the same as the English.",
      fix: "Translate it. If it is a name that stays, say so in a comment that turns this rule off here.",
    }),
  },
  "translation/hash": {
    severity: "error",
    about: {
      what: "A translated text without the six letters that stand for the English it was made from.",
      why: "Nobody could tell whether it still says what the English says.",
      host: "translation",
      bad: "title: { text: Ein cwestiynau ein hunain, from: «today» }",
      good: TITLE,
    },
    words: ({ found }) => ({
      says: `"${quotable(found)}" does not stand for an English text.`,
      fix: "Bring texts in with  coprod rubric translate --import,  which writes the letters.",
    }),
  },
} as const satisfies Partial<ParserProblems>;
