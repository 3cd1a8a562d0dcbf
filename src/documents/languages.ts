import type { Rubric } from "../rubric/rubric.ts";
import { OWN_LANGUAGE } from "../util/formats.ts";
import { flatText } from "../util/visible-text.ts";
import { escapeForPattern } from "../util/words.ts";

/** The texts that are in another language than the page, each with its tag, such as `cy`. */
export type OtherLanguages = ReadonlyMap<string, string>;

/** A piece of a text, with its language where that is not the page's. */
export interface Passage {
  readonly text: string;
  readonly language?: string;
}

/** Every text of rubrics that are not in English. One that two rubrics have in two languages could be either: it is left out. */
export function otherLanguages(rubrics: readonly Rubric[]): OtherLanguages {
  const found = new Map<string, string | undefined>();
  // With every plan in English, as most are, there is nothing to look through.
  if (rubrics.every(isInEnglish)) return new Map();
  for (const rubric of rubrics)
    for (const [text, language] of spokenTexts(rubric)) {
      const isClear = !found.has(text) || found.get(text) === language;
      found.set(text, isClear ? language : undefined);
    }
  return new Map([...found].flatMap(([text, language]) => (language ? [[text, language]] : [])));
}

function isInEnglish({ language, words }: Rubric): boolean {
  const all = [language, words?.own, ...(words?.translations ?? []).map((each) => each.language)];
  return all.every((tag) => tag === undefined || languageTag(tag) === undefined);
}

/** Each text with its language: those that are not translated have that of the rubric's own file. */
function spokenTexts(rubric: Rubric): readonly (readonly [string, string | undefined])[] {
  const { words, ...shown } = rubric;
  const left = new Set(words?.translations.flatMap((each) => each.left.map(flatText)));
  const [tag, own] = [rubric.language, words?.own ?? rubric.language].map(languageTag);
  const marks = (words?.translations ?? []).flatMap(({ draft, language }) =>
    draft === undefined ? [] : [[flatText(draft), languageTag(language)] as const],
  );
  return [...textsOf(shown).map((text) => [text, left.has(text) ? own : tag] as const), ...marks];
}

/** Undefined for English, and for what is no language: a screen reader could make nothing of it. */
function languageTag(written: string): string | undefined {
  if (written === OWN_LANGUAGE) return undefined;
  try {
    const [tag = OWN_LANGUAGE] = Intl.getCanonicalLocales(written);
    return /^en\b/iu.test(tag) ? undefined : tag;
  } catch {
    return undefined;
  }
}

/** What is no text for people: keys, kinds and the like, and by the name of its field what others wrote. */
const KEY = /^[a-z0-9]+(?:[-/_][a-z0-9]+)*$/u;
const NOT_OURS = new Set(["hash", "version", "from", "sources", "draft"]);

function textsOf(value: unknown): string[] {
  if (typeof value === "string")
    return [flatText(value)].filter((text) => text !== "" && !KEY.test(text));
  if (typeof value !== "object" || value === null) return [];
  const inner = Array.isArray(value)
    ? value
    : Object.entries(value).flatMap(([name, each]) => (NOT_OURS.has(name) ? [] : [each]));
  return inner.flatMap(textsOf);
}

/** Shorter ones may well be words of the page: they count alone or in quotation marks. */
const LONG = 12;

/** Cuts a text of the page where its language changes. */
export function piecesBy(languages: OtherLanguages): (text: string) => readonly Passage[] {
  if (languages.size === 0) return (text) => [{ text }];
  const longestFirst = [...languages.keys()]
    .sort((a, b) => b.length - a.length)
    .map(escapeForPattern);
  const [long, short] = [
    longestFirst.filter(({ length }) => length >= LONG),
    longestFirst.filter(({ length }) => length < LONG),
  ];
  const cut = new RegExp(
    `(?<![\\p{L}\\p{N}])(${[...long, ...short.map((each) => `(?<=“)${each}(?=”)`)].join("|")})(?![\\p{L}\\p{N}])`,
    "u",
  );
  return (text) => {
    const language = languages.get(text.trim());
    if (language !== undefined) return [{ text, language }];
    return text.split(cut).flatMap((part, at) => {
      if (part === "") return [];
      const found = at % 2 === 1 ? languages.get(part) : undefined;
      return [found === undefined ? { text: part } : { text: part, language: found }];
    });
  };
}

/** Stands in every text that is in two languages: bilingual.ts takes it apart. */
export const BOTH = "\ue012";

/** A piece of a page that says which language it is in, where that is not the page's. */
export function inLanguage(text: string, language: string | undefined): string {
  if (language === undefined) return text;
  const direction = isRightToLeft(language) ? ' dir="rtl"' : "";
  // Chromium leaves a bare span out of a PDF's structure, and its language with it; it keeps one that says anything of itself to screen readers.
  return `<span lang="${language}"${direction} aria-hidden="false">${text}</span>`;
}

const RIGHT_TO_LEFT = new Set("Adlm Arab Hebr Nkoo Rohg Syrc Thaa".split(" "));

export function isRightToLeft(language: string): boolean {
  try {
    return RIGHT_TO_LEFT.has(new Intl.Locale(language).maximize().script ?? "");
  } catch {
    return false;
  }
}
