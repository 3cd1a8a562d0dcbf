import { defineRule } from "../../rule.ts";
import { explainedInitials, hasInitials, shoutedIn } from "../../text/capitals.ts";

interface Facts {
  readonly word: string;
}

export const shouting = defineRule<Facts, { allow: readonly string[] }>({
  name: "plain/shouting",
  severity: "warning",
  about: {
    what: "A word, or a whole sentence, that is in capitals to stress it. Initials are no such word.",
    why: "Capitals are hard to read, most of all with dyslexia, and look as if somebody shouted.",
    host: "criterion",
    bad: "asks: Do we «ALWAYS» hear from people?",
    good: "asks: Do we hear from people each time?",
  },
  options: {
    allow: {
      about: "Names that are written in capitals",
      values: { workshop: [], "easy-read": [], specialist: [] },
    },
  },
  words: ({ word }) => ({
    says: `"${word}" is in capitals.`,
    why: "That is hard to read, and looks as if somebody shouted.",
    fix: `Write it in small letters. If it is a name, add it to the glossary.`,
  }),
  check(subject, { allow }) {
    if (!hasInitials(subject)) return [];
    const known = explainedInitials(subject);
    return subject.prose
      .filter(({ role }) => role !== "own-words")
      .flatMap(({ path, text }) =>
        shoutedIn(text)
          .filter(({ text: word }) => !known.has(word) && !allow.includes(word))
          .map(({ text: word, from, to }) => ({
            at: { path, stretch: [from, to] as const },
            facts: { word },
          })),
      );
  },
});
