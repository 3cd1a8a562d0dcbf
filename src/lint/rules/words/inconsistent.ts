import { defineRule, type Found, type PlaceInFile } from "../../rule.ts";
import { occurs, type Subject } from "../../subject.ts";
import type { LetterPattern } from "../../text/lazy-unicode-reg-exp.ts";
import { matchStretches } from "../../text/spans.ts";
import { isNotOurs } from "../../text/untouched.ts";
import { otherSpelling, VARIANTS, type Variants } from "../../text/vocabulary/variants.ts";

type Facts =
  | { readonly kind: "both"; readonly name: string; readonly found: string; readonly other: string }
  | { readonly kind: "spelling"; readonly found: string; readonly language: string };

export const inconsistent = defineRule<Facts>({
  name: "words/inconsistent",
  severity: "info",
  about: {
    what: "Two spellings of one thing in a file, or a spelling that the file's language does not use.",
    why: "People wonder whether two things are meant.",
    host: "section",
    bad: "why: Co-production takes time. Starting co-production takes trust, and «coproduction» needs both.",
    good: "why: Co-production takes time. Starting co-production takes trust, and it needs both.",
  },
  words: (facts) =>
    facts.kind === "both"
      ? {
          says: `This file writes both ${facts.name}: "${facts.found}" here, mostly "${facts.other}".`,
          why: "People wonder whether two things are meant.",
          fix: "Choose one.",
        }
      : {
          says: `"${facts.found}" is not how ${facts.language} spells it.`,
          why: "People stumble over a spelling they do not know.",
          fix: "Use one spelling throughout, or change  language.",
        },
  check: (subject) => [
    ...VARIANTS.flatMap((variants) => rarer(variants, subject)),
    ...spelling(subject),
  ],
});

interface Place {
  readonly at: PlaceInFile;
  readonly text: string;
  /** A name, or quoted: it is spelt as its owner spells it. */
  readonly isName: boolean;
}

function rarer({ name, first, second }: Variants, subject: Subject): Found<Facts>[] {
  if (!occurs(subject, second) || !occurs(subject, first)) return [];
  const [few = [], many = []] = [placesOf(first, subject), placesOf(second, subject)].sort(
    (a, b) => a.length - b.length,
  );
  const [other] = many;
  if (other === undefined) return [];
  return few.map(({ at, text }) => ({
    at,
    facts: { kind: "both", name, found: text, other: other.text },
  }));
}

function spelling(subject: Subject): Found<Facts>[] {
  const { language } = subject;
  const pattern = otherSpelling(language);
  if (pattern === undefined) return [];
  return placesOf(pattern, subject)
    .filter(({ isName }) => !isName)
    .map(({ at, text }) => ({ at, facts: { kind: "spelling", found: text, language } }));
}

function placesOf(pattern: LetterPattern, subject: Subject): Place[] {
  if (!occurs(subject, pattern)) return [];
  return subject.prose
    .filter(({ role }) => role !== "own-words")
    .flatMap(({ path, text }) =>
      matchStretches(text, pattern.in(text)).map((found) => ({
        at: { path, stretch: [found.from, found.to] as const },
        text: found.text,
        isName: isNotOurs(text, found),
      })),
    );
}
