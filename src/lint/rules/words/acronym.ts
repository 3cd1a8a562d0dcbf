import { defineRule, type Found, type PlaceInFile } from "../../rule.ts";
import type { Subject } from "../../subject.ts";
import { explainedInitials, hasInitials, initialsIn } from "../../text/capitals.ts";
import type { Stretch } from "../../text/spans.ts";

interface Facts {
  readonly initials: string;
  readonly others: number;
}

type Options = { readonly allow: readonly string[] };

const OTHERS_SHOWN = 5;
const EVERYBODY_KNOWS = "UK TV OK II III IV COVID CD DVD USB SIM PIN SMS DIY NB PS SOS".split(" ");
/** By people who sit on boards. */
export const MANY_KNOW: readonly string[] = [
  ...EVERYBODY_KNOWS,
  "NHS",
  "GP",
  "MP",
  "PDF",
  "FAQ",
  "ID",
  "IT",
  "HR",
  "AGM",
  "CEO",
  "GDPR",
  "DBS",
];

export const acronym = defineRule<Facts, Options>({
  name: "words/acronym",
  severity: "warning",
  about: {
    what: 'Initials that the file does not explain: neither in the glossary, nor written out as in "integrated care board (ICB)".',
    why: "Initials sort the room into those who know and those who do not, and few will ask.",
    host: "criterion",
    bad: "asks: Do we share our plans with the «ICB»?",
    good: "asks: Do we share our plans with the integrated care board (ICB)?",
  },
  options: {
    allow: {
      about: "Initials that everybody here knows",
      values: { workshop: EVERYBODY_KNOWS, "easy-read": [], specialist: MANY_KNOW },
    },
  },
  words: ({ initials, others }) => ({
    says: `"${initials}" is not explained${others === 0 ? "" : ` (used ${others + 1} times)`}.`,
    why: "Few people will ask what it means.",
    fix: "Add it to the glossary, or write it out the first time.",
  }),
  check: (subject, options) => (hasInitials(subject) ? unexplained(subject, options) : []),
});

function unexplained(subject: Subject, { allow }: Options): Found<Facts>[] {
  const explained = explainedInitials(subject);
  const isKnown = ({ text }: Stretch) => explained.has(text) || allow.includes(text);
  const places = new Map<string, PlaceInFile[]>();
  for (const { role, path, text } of subject.prose) {
    if (role === "own-words") continue;
    for (const { text: initials, from, to } of initialsIn(text).filter((each) => !isKnown(each))) {
      const before = places.get(initials) ?? [];
      before.push({ path, stretch: [from, to] });
      places.set(initials, before);
    }
  }
  return [...places].flatMap(([initials, [at, ...others]]) => {
    const related = others.slice(0, OTHERS_SHOWN).map((other) => ({ at: other, says: "and here" }));
    const facts = { initials, others: others.length };
    return at === undefined ? [] : [{ at, facts, related }];
  });
}
