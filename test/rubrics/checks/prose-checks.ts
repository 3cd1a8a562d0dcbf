import { countProse, findWords, fleschKincaidGrade } from "../../../src/lint/text/readability.ts";
import { sentencesOf, wordsOf } from "../../../src/lint/text/spans.ts";

/** A text that people read, and where it stands. */
export interface Prose {
  readonly path: string;
  readonly text: string;
}

/** Keys whose values are names, quotations of a source or numbers rather than sentences of ours. */
const NOT_PROSE = new Set(
  "coprod id version language sources scale must measures effort kind cap eases guide also words from formerly group".split(
    " ",
  ),
);

/** Every text that people read in a file or a part of one. */
export function proseIn(part: unknown, path = ""): Prose[] {
  if (typeof part === "string") return [{ path, text: part }];
  if (typeof part !== "object" || part === null) return [];
  return Object.entries(part).flatMap(([key, inner]) =>
    NOT_PROSE.has(key) ? [] : proseIn(inner, `${path}/${nameOf(inner) ?? key}`),
  );
}

function nameOf(part: unknown): string | undefined {
  const { id } = Object(part) as { id?: unknown };
  return typeof id === "string" ? id : undefined;
}

const LONGEST_SENTENCE = 25;

export function longSentences(prose: readonly Prose[]): string[] {
  return prose.flatMap(({ path, text }) =>
    sentencesOf(text)
      .filter((sentence) => wordsOf(sentence).length > LONGEST_SENTENCE)
      .map((sentence) => `${path}: over ${LONGEST_SENTENCE} words: ${sentence}`),
  );
}

/** Runs of capitals that the glossary does not explain. */
export function unexplainedAcronyms(
  prose: readonly Prose[],
  glossary: Readonly<Record<string, string>>,
): string[] {
  return prose.flatMap(({ path, text }) =>
    [...text.matchAll(/\b[A-Z]{2,}\b/gu)]
      .filter(([acronym]) => glossary[acronym] === undefined)
      .map(([acronym]) => `${path}: ${acronym} is not explained`),
  );
}

/** The pooled grade of all texts, or undefined where they are too short to say. */
export function gradeOf(
  prose: readonly Prose[],
  glossary: Readonly<Record<string, string>>,
): number | undefined {
  const counts = countProse(
    prose.map(({ text }) => findWords(text)),
    Object.keys(glossary),
  );
  return counts.words < 100 ? undefined : fleschKincaidGrade(counts);
}
