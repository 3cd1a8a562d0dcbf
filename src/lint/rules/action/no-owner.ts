import { defineRule } from "../../rule.ts";
import { openActions } from "../../subject.ts";

interface Facts {
  readonly id: string;
}

export const noOwner = defineRule<Facts>({
  name: "action/no-owner",
  severity: "warning",
  about: {
    what: "An action that nobody leads. Finished and dropped ones need neither.",
    why: "What everybody could do, nobody does.",
    host: "assessment",
    bad: "actions:\n  - { id: «a1», do: Pay bus fares in cash on the day, by: 2027-03 }",
    good: "actions:\n  - { id: a1, do: Pay bus fares in cash on the day, who: Treasurer, by: 2027-03 }",
  },
  words: ({ id }) => ({
    says: `No one is leading action ${id} yet.`,
    fix: "Add  who:  with a role, such as Chair.",
  }),
  check: ({ assessment }) =>
    openActions(assessment)
      .filter(({ action: { who } }) => who === undefined)
      .map(({ action: { id }, path }) => ({ at: { path: [...path, "id"] }, facts: { id } })),
});
