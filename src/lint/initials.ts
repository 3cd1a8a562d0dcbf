import { matchStretches, type Stretch } from "./stretches.ts";
import { occurs, type Subject } from "./subject.ts";

/** Two to four capitals, with digits or an ampersand between them and perhaps a small plural s. */
const INITIALS =
  /(?<![\p{L}\p{N}&])\p{Lu}(?:[\p{Lu}\p{N}]|&(?=\p{Lu})){1,}(?:s|['’]s)?(?![\p{L}\p{N}])/gu;

/** Whether two capitals stand together anywhere: in most files they do not. */
export function hasInitials(subject: Subject): boolean {
  return occurs(subject, /\p{Lu}[\p{Lu}\p{N}&]/u);
}

/** Runs of capitals, without the plural. */
export function initialsIn(text: string): Stretch[] {
  return matchStretches(text, INITIALS)
    .map((each) => withoutPlural(each))
    .filter(({ text: found }) => (found.match(/\p{Lu}/gu) ?? []).length >= 2);
}

interface Explaining extends Pick<Subject, "glossary"> {
  readonly prose: readonly { readonly text: string }[];
}

/** Initials that the glossary has, or that some text of the file writes out: "integrated care board (ICB)". */
export function explainedInitials({ glossary, prose }: Explaining): ReadonlySet<string> {
  const terms = Object.entries(glossary).flat();
  const texts = [...terms, ...prose.map(({ text }) => text)];
  const inBrackets = texts.flatMap((text) =>
    [...text.matchAll(/\p{Ll}\s+\((\p{Lu}[\p{Lu}\p{N}&]+)s?\)/gu)].map(([, found = ""]) => found),
  );
  return new Set([...inBrackets, ...Object.keys(glossary)]);
}

function withoutPlural({ text, from }: Stretch): Stretch {
  const bare = text.replace(/['’]?s$/u, "");
  return { text: bare, from, to: from + bare.length };
}
