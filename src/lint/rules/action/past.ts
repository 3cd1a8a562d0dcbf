import { defineRule } from "../../rule.ts";
import { openActions } from "../../subject.ts";

interface Facts {
  readonly id: string;
  readonly by: string;
}

export const past = defineRule<Facts>({
  name: "action/past",
  severity: "warning",
  about: {
    what: "An action whose day is over and that is neither done nor dropped.",
    why: "People who were promised it wait, and nobody tells them.",
    host: "assessment",
    bad: "actions:\n  - { id: a1, do: Pay bus fares in cash on the day, who: Treasurer, by: «2020-03» }",
    good: "actions:\n  - { id: a1, do: Pay bus fares in cash on the day, who: Treasurer, by: 2020-03, status: done }",
  },
  words: ({ id, by }) => ({
    says: `Action ${id} was to be done by ${by}.`,
    why: "People who were promised it are waiting.",
    fix: "Write  status: done,  a new date, or  status: dropped  with  why.",
  }),
  check: ({ assessment, surroundings: { today } }) =>
    openActions(assessment).flatMap(({ action: { id, by }, path }) => {
      // A month is over when the next one begins; comparing as many signs as there are does just that.
      const isPast = by !== undefined && by < today.slice(0, by.length);
      return isPast ? [{ at: { path: [...path, "by"] }, facts: { id, by } }] : [];
    }),
});
