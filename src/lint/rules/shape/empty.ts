import { defineRule } from "../../rule.ts";

interface Facts {
  readonly found: string;
}

const PLACEHOLDER =
  /^(?:…|\.{3,}|\?{2,}|-+|<[^<>]+>|\[[^[\]]+\]|(?:TBC|TBD|TBA|FIXME|XXX)\b.*|lorem ipsum\b.*)$/isu;
/** Anywhere in a text. */
const TODO = /(?<![a-z0-9_])TODO(?![a-z0-9_])/iu;

export const empty = defineRule<Facts>({
  name: "shape/empty",
  severity: "error",
  about: {
    what: "A field with no text in it, or with a placeholder: …, TODO, TBC, lorem ipsum.",
    why: "It would be read aloud to a room full of people.",
    host: "section",
    bad: "why: «TODO»",
    good: "why: Nobody can share power while we act as if the room were already equal.",
  },
  words: ({ found }) => ({
    says: `This text is still a placeholder ("${found}").`,
    why: "It would be read aloud to the room.",
    fix: "Write the text, or take the field out.",
  }),
  check: ({ prose }) =>
    prose.flatMap(({ path, written }) => {
      const whole = written.trim();
      if (!PLACEHOLDER.test(whole) && !TODO.test(whole)) return [];
      const found = whole.length > 30 ? `${whole.slice(0, 30)}…` : whole;
      return [{ at: { path, stretch: [0, written.trimEnd().length] as const }, facts: { found } }];
    }),
});
