import { nearest } from "../../util/suggest.ts";
import { own } from "../../util/values.ts";
import { counted, quoted } from "../../util/words.ts";
import { yamlLine } from "../../yaml/edit/yaml-text.ts";
import type { RubricFile } from "../schema.ts";
import type { TranslationFile } from "./schema.ts";
import { sourceMark, textsCovered, textsOf } from "./texts.ts";

/** One text on the way to whoever translates it, and back. */
export interface Exchanged {
  readonly key: string;
  /** Where it stands. */
  readonly where: string;
  readonly source: string;
  /** Empty while it is to be done. */
  readonly said: string;
  /** Whether the rubric's own text changed after it was translated. */
  readonly isStale: boolean;
}

/** The texts of a rubric in the order in which they are read, each with its translation as far as there is one. */
export function exchangedTexts(
  file: RubricFile,
  translation: { readonly texts: TranslationFile["texts"]; readonly covers?: "questions" } = {
    texts: {},
  },
): readonly Exchanged[] {
  const where = contextFinder(file);
  return textsCovered(file, translation).map(({ key, text }) => {
    const made = own(translation.texts, key);
    const isStale = made !== undefined && made.from !== sourceMark(text);
    return { key, where: where(key), source: text, said: made?.text ?? "", isStale };
  });
}

/** What the table says of a text whose source changed after it was translated. */
export const CHANGED = "the English changed";

/** As it came back: where it stood there, for telling what is wrong with it. */
export interface Returned extends Pick<Exchanged, "key" | "source" | "said"> {
  /** Such as `row 7`. */
  readonly at: string;
  /** What the table said is to do about it; whoever looked at a text and found that it holds empties that. */
  readonly toDo: string;
  /** Whether whoever translated it said that it is not done. */
  readonly isFuzzy?: boolean;
}

/** The texts of a translation, or everything that is wrong with what came back. */
export function returnedTexts(
  file: RubricFile,
  { covers, texts: before = {} }: Partial<Pick<TranslationFile, "covers" | "texts">>,
  returned: readonly Returned[],
): { readonly texts: TranslationFile["texts"]; readonly mistakes: readonly string[] } {
  const expected = textsCovered(file, { covers });
  const known = new Map(textsOf(file).map(({ key, text }) => [key, text]));
  const seen = new Map<string, string>();
  const mistakes = returned.flatMap((each) => {
    const { key, at } = each;
    const before = seen.get(key);
    seen.set(key, before ?? at);
    if (before !== undefined) return [`${at}: ${quoted(key)} stands in ${before} already.`];
    return mistakesIn(each, known);
  });
  const lost = expected.filter(({ key }) => !seen.has(key));
  const texts = returned
    .filter(({ said }) => said.trim() !== "")
    .flatMap((each) => {
      const from = sourceMark(known.get(each.key) ?? "");
      const made = own(before, each.key);
      if (each.isFuzzy === true) return made === undefined ? [] : [[each.key, made]];
      const text = each.said.trim();
      return [[each.key, isUntouched(each, made) ? made : { text, from }]];
    });
  return {
    texts: Object.fromEntries(texts),
    mistakes: [
      ...mistakes,
      ...lost.map(
        ({ key }) =>
          `${quoted(key)} is not there at all. Leave its row, and its translation empty.`,
      ),
    ],
  };
}

/** Whether a text that was marked as made from other words came back as it went: nobody has said that it holds. */
function isUntouched(
  { said, toDo }: Returned,
  made: TranslationFile["texts"][string] | undefined,
): boolean {
  return toDo === CHANGED && made?.text === said.trim();
}

function mistakesIn(
  { key, at, source }: Returned,
  known: ReadonlyMap<string, string>,
): readonly string[] {
  const text = known.get(key);
  if (text === undefined) {
    const near = nearest(key, [...known.keys()]);
    const meant = near[0] === undefined ? "" : ` Did you mean ${quoted(near[0])}?`;
    return [`${at}: the rubric has no text ${quoted(key)}.${meant}`];
  }
  if (sourceMark(text) === sourceMark(source)) return [];
  return [`${at}: the rubric says ${quoted(text)} now. This was made from ${quoted(source)}.`];
}

/** How many mistakes there are, and each on a line. */
export function mistakesText(name: string, mistakes: readonly string[]): string {
  return [
    `${name} has ${counted(mistakes.length, "mistake")}. Nothing was changed.`,
    ...mistakes.map((each) => `  ${each}`),
  ].join("\n");
}

/** A translation as a file. */
export function translationYaml(
  { of, language, covers, draft, texts, "checked-by": checked }: Omit<TranslationFile, "coprod">,
  schema: string | undefined,
): string {
  const head = {
    coprod: "translation/1",
    of,
    language,
    ...(covers === undefined ? {} : { covers }),
    ...(draft === undefined ? {} : { draft }),
    ...(checked === undefined ? {} : { "checked-by": checked }),
  };
  return [
    ...(schema === undefined ? [] : [`# yaml-language-server: $schema=${schema}`]),
    ...Object.entries(head).map(([name, value]) => `${name}: ${yamlLine(value)}`),
    Object.keys(texts).length === 0 ? "texts: {}" : "texts:",
    ...Object.entries(texts).map(([key, text]) => `  ${keyText(key)}: ${yamlLine(text)}`),
    "",
  ].join("\n");
}

function keyText(key: string): string {
  return /^[a-z][\w/-]*$/u.test(key) ? key : JSON.stringify(key);
}

/** Where a text stands, for whoever translates it. */
function contextFinder({ sections, scales }: RubricFile): (key: string) => string {
  const criteria = sections.flatMap((section) => section.criteria);
  const asked = new Map(criteria.map(({ id, asks, says }) => [id, asks ?? says ?? id]));
  const titles = new Map(sections.map(({ id, title }) => [id, title]));
  const names = new Map(
    Object.values(scales).flatMap((levels) => levels.map(({ id, name }) => [id, name] as const)),
  );
  const ofQuestion = (id: string, [field = "", item = "", part = field]: readonly string[]) => {
    const level = names.get(item);
    const at = level === undefined ? "" : ` ${quoted(level)}`;
    return `${QUESTION_FIELDS[part] ?? field}${at}, of the question ${quoted(asked.get(id) ?? id)}`;
  };
  return (key) => {
    const [top = "", id = "", ...rest] = key.split("/");
    if (top === "questions") return ofQuestion(id, rest);
    if (top === "sections") return `${rest[0]} of the section ${quoted(titles.get(id) ?? id)}`;
    return PLACES[top] ?? "";
  };
}

const PLACES: Readonly<Record<string, string>> = {
  title: "title of the whole",
  about: "what it is about, at the start",
  scales: "name or meaning of a level, which people choose",
  bands: "name or meaning of a result",
  parts: "title of a part",
  glossary: "a word and what it means",
};

const QUESTION_FIELDS: Readonly<Record<string, string>> = {
  asks: "the question itself",
  says: "the statement itself",
  "asks-for": "the question in the words of one group",
  levels: "words of the level",
  choices: "a choice",
  talk: "opens the talk",
  "look-for": "something to point to",
  facts: "a fact",
  do: "what to do, to reach the level",
  first: "the first move, to reach the level",
  who: "who leads it, to reach the level",
  sign: "how we know, at the level",
};
