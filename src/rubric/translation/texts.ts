import { textHash } from "../../util/content-hash.ts";
import { isFields } from "../../util/values.ts";
import { quoted } from "../../util/words.ts";
import type { RubricFile } from "../schema.ts";
import type { TranslationFile } from "./schema.ts";

/** The words that a rubric is shown in. */
export interface RubricWords {
  /** The language of its own file. */
  readonly own: string;
  readonly translations: readonly Translation[];
}

/** What is to be known of a translation. */
export interface Translation {
  readonly language: string;
  /** Whether nothing of what it covers is missing, and nothing stale. */
  readonly isWhole: boolean;
  /** Whether it covers what sheets and forms ask, and no more. */
  readonly isQuestionsOnly: boolean;
  /** That nobody has checked it, in its own words: then it has to be asked for. */
  readonly draft?: string;
  /** Whether readers have looked at it. */
  readonly isChecked: boolean;
  /** Texts that are still in the rubric's own language. */
  readonly left: readonly string[];
}

/** One text of a rubric that people read. */
export interface RubricText {
  /** Under which a translation holds it: the fields and ids on the way to it, such as `questions/paid/levels/yes`. */
  readonly key: string;
  readonly text: string;
}

type Say = (key: string, text: string) => string;

/** Fields that hold words for people, at whatever depth. */
const WORDS = new Set(
  (
    "title about name means why signs heading asks says asks-for levels talk look-for facts " +
    "do first who sign glossary"
  ).split(" "),
);
/** What names other things, or quotes others. */
const NOT_OURS = new Set("sources from when eases guide formerly".split(" "));

/** Every text of a rubric in the order of its file; what has no letter in it needs no translation. */
export function textsOf(file: RubricFile): readonly RubricText[] {
  const found: RubricText[] = [];
  withTexts(file, (key, text) => {
    if (/\p{L}/u.test(text)) found.push({ key, text });
    return text;
  });
  return found;
}

/** The rubric with each of its texts replaced by what is said for it. */
export function withTexts(file: RubricFile, say: Say): RubricFile {
  const { glossary, ...rest } = file;
  const replaced = replace(rest, { key: "", isWords: false }, say) as RubricFile;
  if (glossary === undefined) return replaced;
  const entries = Object.entries(glossary).map(([word, means]) => [
    say(`glossary/${word}/word`, word),
    say(`glossary/${word}`, means),
  ]);
  return { ...replaced, glossary: Object.fromEntries(entries) };
}

interface At {
  readonly key: string;
  readonly isWords: boolean;
}

function replace(value: unknown, at: At, say: Say): unknown {
  if (typeof value === "string") return at.isWords ? say(at.key, value) : value;
  if (Array.isArray(value))
    return value.map((each, index) => replace(each, { ...at, key: itemKey(at, each, index) }, say));
  if (!isFields(value)) return value;
  const entries = Object.entries(value).map(([name, inner]) => {
    if (NOT_OURS.has(name) && !at.isWords) return [name, inner];
    const key = at.key === "" ? name : `${at.key}/${name}`;
    return [name, replace(inner, { key, isWords: at.isWords || WORDS.has(name) }, say)];
  });
  return Object.fromEntries(entries);
}

/** By its id where it has one, so that a new order changes no key; a question can also move to another section. */
function itemKey({ key }: At, each: unknown, index: number): string {
  const id = isFields(each) ? each["id"] : undefined;
  if (typeof id !== "string") return `${key}/${index + 1}`;
  return `${key.endsWith("/criteria") ? "questions" : key}/${id}`;
}

const ASKED =
  /^(?:title|about|scales\/.*|sections\/[^/]+\/(?:title|why|heading)|questions\/[^/]+\/(?:asks|says|asks-for\/.*|levels\/.*|choices\/.*))$/u;

/** Those that a translation has to have. */
export function textsCovered(
  file: RubricFile,
  { covers }: { readonly covers?: TranslationFile["covers"] | undefined },
): readonly RubricText[] {
  const all = textsOf(file);
  return covers === undefined ? all : all.filter(({ key }) => ASKED.test(key));
}

/** No vowel, so that no mark is a word, and no digit, so that YAML takes none for a number. */
const LETTERS = "bcdfghjkmnpqrstvwxyz";
const LENGTH = 6;

/** Whether something could be a mark at all. */
export const MARK = new RegExp(`^[${LETTERS}]{${LENGTH}}$`, "u");

/** Six letters that stand for a text; where its lines break makes no difference. */
export function sourceMark(text: string): string {
  const plain = text.normalize("NFC").replace(/\s+/gu, " ").trim();
  const bytes = textHash(plain).match(/../gu) ?? [];
  const letters = bytes.slice(0, LENGTH).map((byte) => Number.parseInt(byte, 16) % LETTERS.length);
  return letters.map((at) => LETTERS[at]).join("");
}

export interface TranslationState {
  /** Of what has to be there. */
  readonly missing: readonly RubricText[];
  /** With the words that they have in the rubric now. */
  readonly stale: readonly RubricText[];
  /** Keys that the rubric has no text for. */
  readonly extra: readonly string[];
}

/** How far a translation is. */
export function stateOf(file: RubricFile, translation: TranslationFile): TranslationState {
  const { texts } = translation;
  const all = textsOf(file);
  const known = new Set(all.map(({ key }) => key));
  const isThere = ({ key }: RubricText) => Object.hasOwn(texts, key);
  const missing = textsCovered(file, translation).filter((each) => !isThere(each));
  const stale = all.filter((each) => isThere(each) && !isFresh(texts, each));
  return {
    missing,
    stale,
    extra: Object.keys(texts).filter((key) => !known.has(key)),
  };
}

function isFresh(texts: TranslationFile["texts"], { key, text }: RubricText): boolean {
  return Object.hasOwn(texts, key) && texts[key]?.from === sourceMark(text);
}

/** The rubric in another language. What is missing or stale stays as it is: it must not say something else. */
export function translate(
  file: RubricFile,
  made: TranslationFile,
): { readonly file: RubricFile; readonly translation: Translation } {
  const { texts, language, covers } = made;
  const left: string[] = [];
  const spoken = withTexts(file, (key, text) => {
    const own = isFresh(texts, { key, text }) ? texts[key]?.text : undefined;
    if (own === undefined) left.push(text);
    return own ?? text;
  });
  const { missing, stale } = stateOf(file, made);
  const isChecked = made["checked-by"] !== undefined;
  return {
    file: { ...spoken, language },
    translation: {
      language,
      left,
      isWhole: missing.length + stale.length === 0,
      isQuestionsOnly: covers === "questions",
      isChecked,
      ...(made.draft === undefined || isChecked ? {} : { draft: made.draft }),
    },
  };
}

/** `Welsh` for `cy`; what is no language is called as it is written. */
export function languageName(tag: string): string {
  if (/-x-easy$/u.test(tag)) return "easy words";
  return new Intl.DisplayNames("en", { type: "language" }).of(tag) ?? tag;
}

/** What readers must know of the words that rubrics are shown in: on every page that holds them. */
export function translationNotices(
  rubrics: readonly { readonly title: string; readonly words?: RubricWords }[],
): readonly string[] {
  return rubrics.flatMap(({ title, words }) =>
    (words?.translations ?? []).flatMap(({ language, isWhole, isChecked, draft }) => {
      const name = languageName(language);
      return [
        ...(isWhole ? [] : [`Draft, not yet whole: ${quoted(title)} in ${name}.`]),
        ...(draft === undefined
          ? []
          : [
              `${draft}. A draft, not yet checked by people who speak it: ${quoted(title)} in ${name}.`,
            ]),
        ...(isChecked || draft !== undefined
          ? []
          : [`Not yet checked by readers: ${quoted(title)} in ${name}.`]),
      ];
    }),
  );
}
