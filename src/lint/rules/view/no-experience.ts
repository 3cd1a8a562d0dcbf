import { LIVED_EXPERIENCE } from "../../../assessment/assessment.ts";
import { defineRule } from "../../rule.ts";

interface Facts {
  readonly kind: "rubric" | "assessment" | "nobody-came";
}

export const noExperience = defineRule<Facts>({
  name: "view/no-experience",
  severity: "warning",
  about: {
    what: "A rubric that never speaks of people with lived experience, or an assessment whose list of people has none of them.",
    why: "Answers given without them are a view of staff. Nobody can say from it how ready a charity is to share power.",
    host: "assessment",
    bad: "«people»:\n  - { group: staff, name: Staff, present: 4 }",
    good: "people:\n  - { group: lived-experience, name: People with lived experience, present: 3 }\n  - { group: staff, name: Staff, present: 4 }",
  },
  words: ({ kind }) => ({ ...WORDS[kind], why: "Without them this is a view of staff." }),
  check({ rubric, assessment, prose }) {
    if (rubric !== undefined && !prose.some(({ text }) => SPEAKS_OF_THEM.test(text))) {
      return [{ at: { path: ["title"] }, facts: { kind: "rubric" } }];
    }
    const people = assessment?.people ?? [];
    const theirs = people.filter(({ group }) => group === LIVED_EXPERIENCE);
    const sentIn = (assessment?.voices ?? []).some(
      (voice) => (voice.people[LIVED_EXPERIENCE] ?? 0) > 0,
    );
    if (people.length === 0 || sentIn || theirs.some(({ present }) => present > 0)) return [];
    const kind = theirs.length === 0 ? "assessment" : "nobody-came";
    return [{ at: { path: ["people"], key: true }, facts: { kind } }];
  },
});

/** The words of the field for those whom a service is for, and the ways to say it without one. */
const SPEAKS_OF_THEM =
  /\blived experience\b|\b(?:people|those|somebody|someone|anyone|everyone) (?:who|that) (?:use|need|receive|draw on|come|rely|live|eat|stay|visit|attend|join|take part|get|sleep|learn|play|sing|study|call|ring|belong)|\b(?:people|those|communities|families|patients) (?:that |whom |who )?(?:we|they|you) (?:serve|support|help|work (?:with|for)|care for|are here for)\b|\b(?:service users?|users? of|members|carers?|patients?|residents?|tenants?|clients?|participants?|beneficiaries|experts by experience|people affected|affected (?:people|communities)|form that people fill in)\b/iu;

const WORDS = {
  rubric: {
    says: "No text here speaks of people with lived experience.",
    fix: "Ask about them, and write questions that they can answer too.",
  },
  assessment: {
    says: "Nobody with lived experience is on the list of people.",
    fix: `Ask the questions again with them, and add the group  ${LIVED_EXPERIENCE}.`,
  },
  "nobody-came": {
    says: "People with lived experience are on the list, and none of them was there.",
    fix: "Ask the questions again when they can come.",
  },
} as const;
