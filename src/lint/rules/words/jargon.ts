import { defineRule, editsAt } from "../../rule.ts";
import { isEnglish } from "../../subject.ts";
import { isNotOurs } from "../../text/untouched.ts";
import { jargonIn, mayHoldJargon } from "../../text/vocabulary/jargon.ts";

interface Facts {
  readonly found: string;
  readonly plain: string;
}

/** What people said, what the glossary rules look at, and what a page of the guide warns of. */
const LEFT_ALONE = new Set(["own-words", "explanation", "avoid"]);

export const jargon = defineRule<Facts, { allow: readonly string[] }>({
  name: "words/jargon",
  severity: "warning",
  canFix: true,
  about: {
    what: "A word of offices and bids. A word that the glossary explains is allowed.",
    why: "Such words tell people that the meeting is not for them.",
    host: "criterion",
    bad: "asks: Do our «stakeholders» know who decides?",
    good: "asks: Do the people who use our service know who decides?",
  },
  options: {
    allow: {
      about: "Words that everybody here knows",
      values: { workshop: [], "easy-read": [], specialist: [] },
    },
  },
  words: ({ found, plain }) => ({
    says: `"${found}" is a word of offices.`,
    why: "It can tell people that this is not for them.",
    fix: `Say it in everyday words: ${plain}. Or explain it in the glossary.`,
  }),
  check: (subject, { allow }) => {
    if (!isEnglish(subject) || !mayHoldJargon(subject.said)) return [];
    const known = [...Object.keys(subject.glossary), ...allow];
    return subject.prose
      .filter(({ role }) => !LEFT_ALONE.has(role))
      .flatMap(({ path, text }) =>
        jargonIn(text, known)
          .filter((found) => !isNotOurs(text, found))
          .map(({ text: found, from, to, jargon: { plain, safe } }) => {
            const at = { path, stretch: [from, to] as const };
            const fresh = safe?.[found];
            const edits = fresh === undefined ? [] : editsAt(subject.source, at, fresh);
            return { at, facts: { found, plain }, edits };
          }),
      );
  },
});
