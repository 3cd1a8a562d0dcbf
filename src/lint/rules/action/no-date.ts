import { defineRule } from "../../rule.ts";
import { openActions } from "../../subject.ts";

interface Facts {
  readonly id: string;
}

export const noDate = defineRule<Facts>({
  name: "action/no-date",
  severity: "warning",
  about: {
    what: "An action without a month or a day. Finished and dropped ones need neither.",
    why: "What can be done at any time is done at no time.",
    host: "assessment",
    bad: "actions:\n  - { id: «a1», do: Pay bus fares in cash on the day, who: Treasurer }",
    good: "actions:\n  - { id: a1, do: Pay bus fares in cash on the day, who: Treasurer, by: 2027-03 }",
  },
  words: ({ id }) => ({
    says: `Action ${id} has no date yet.`,
    fix: "Add  by:  with a month or a day, such as 2027-03.",
  }),
  check: ({ assessment }) =>
    openActions(assessment)
      .filter(({ action: { by } }) => by === undefined)
      .map(({ action: { id }, path }) => ({ at: { path: [...path, "id"] }, facts: { id } })),
});
