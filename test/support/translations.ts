import type { RubricFile } from "../../src/rubric/schema.ts";
import { sourceMark, textsOf } from "../../src/rubric/translation/texts.ts";
import { escapeForPattern } from "../../src/util/words.ts";

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

type Catalogue = Readonly<Record<string, unknown>>;

/** Says a catalogue in the language that is not there, until what this gives back is called. */
export function inPseudo(catalogue: Catalogue): () => void {
  const before = new Map(
    Object.values(catalogue).map((part) => [
      part as Record<string, unknown>,
      { ...(part as Catalogue) },
    ]),
  );
  for (const [part, was] of before)
    for (const [key, value] of Object.entries(was)) part[key] = spokenIn(value);
  return () => {
    for (const [part, was] of before) Object.assign(part, was);
  };
}

/** A sentence, what makes one, or several; what is no word for people stays. */
function spokenIn(value: unknown): unknown {
  if (typeof value === "string") return isKey(value) ? value : longer(value);
  if (typeof value === "function")
    return (...given: unknown[]) => {
      const said: unknown = value(...given);
      return typeof said === "string" ? around(said, given) : said;
    };
  if (Array.isArray(value)) return value.map(spokenIn);
  if (typeof value !== "object" || value === null || value instanceof RegExp) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, spokenIn(each)]));
}

function isKey(text: string): boolean {
  return /^[a-z-]*$/u.test(text);
}

/** With the blanks around it as they were. */
function longer(text: string): string {
  return text.replace(/\S(?:[\s\S]*\S)?/u, pseudo);
}

/** Only what the catalogue says itself: what it was given has a language of its own. */
function around(said: string, given: readonly unknown[]): string {
  const others = given.filter((each) => typeof each === "string" && each.length > 1) as string[];
  if (others.length === 0) return longer(said);
  const cut = new RegExp(`(${others.map(escapeForPattern).join("|")})`, "u");
  return said
    .split(cut)
    .map((part, at) => (at % 2 === 1 || !/\p{L}{2}/u.test(part) ? part : longer(part)))
    .join("");
}

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
