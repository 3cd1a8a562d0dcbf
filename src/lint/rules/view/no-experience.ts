import { LIVED_EXPERIENCE } from "../../../assessment/assessment.ts";
import { defineRule } from "../../rule.ts";

interface Facts {
  readonly kind: "rubric" | "assessment";
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
  words: ({ kind }) => ({
    says:
      kind === "rubric"
        ? "No text here speaks of people with lived experience."
        : "Nobody with lived experience is on the list of people.",
    why: "Without them this is a view of staff.",
    fix:
      kind === "rubric"
        ? "Ask about them, and write questions that they can answer too."
        : `Ask the questions again with them, and add the group  ${LIVED_EXPERIENCE}.`,
  }),
  check({ rubric, assessment, prose }) {
    const words = LIVED_EXPERIENCE.replaceAll("-", " ");
    if (rubric !== undefined && !prose.some(({ text }) => text.toLowerCase().includes(words))) {
      return [{ at: { path: ["title"] }, facts: { kind: "rubric" } }];
    }
    const people = assessment?.people ?? [];
    const missing =
      people.length > 0 &&
      !people.some(({ group, present }) => group === LIVED_EXPERIENCE && present > 0);
    return missing ? [{ at: { path: ["people"], key: true }, facts: { kind: "assessment" } }] : [];
  },
});
