import { type PersonalDataKind, personalDataIn } from "../../../assessment/personal-data.ts";
import { defineRule } from "../../rule.ts";

interface Facts {
  readonly what: PersonalDataKind;
}

export const personalData = defineRule<Facts>({
  name: "answer/personal-data",
  severity: "warning",
  about: {
    what: "A text of an assessment that holds an e-mail address, a telephone number, a postcode or what looks like somebody's name. The public contact under `plan` may have them.",
    why: "The file is shared and kept. Somebody could be found by it who only spoke in a room.",
    host: "assessment",
    bad: 'answers:\n  ours/talked-about: { answer: "no", note: Ring the person on «01632 960 123» to hear more. }',
    good: 'answers:\n  ours/talked-about: { answer: "no", note: Two people said that they were never asked. }',
  },
  words: ({ what }) => ({
    says: `This looks like ${what}.`,
    why: "The file is shared and kept, and somebody could be found by it.",
    fix: "Take it out. Keep how to reach people in a place of its own.",
  }),
  check: ({ assessment, prose }) =>
    assessment === undefined
      ? []
      : prose.flatMap(({ path, written }) =>
          personalDataIn(written).map(({ what, from, to }) => ({
            at: { path, stretch: [from, to] as const },
            facts: { what },
          })),
        ),
});
