import type { Wording } from "./words.ts";

/** The sentences of advice: nothing is broken, but people will miss it. */
export const ADVICE_WORDING = {
  "source/missing": ({ id }) => ({
    says: `"${id}" does not say where it comes from, so nobody can look it up or doubt it.`,
    fix: "Add  from:  with a source and the headings it draws on.",
  }),
  "action/no-owner": ({ id }) => ({
    says: `No one is leading action ${id} yet.`,
    fix: "Add  who:  with a role, such as Chair.",
  }),
  "action/no-date": ({ id }) => ({
    says: `Action ${id} has no date yet.`,
    fix: "Add  by:  with a month or a day, such as 2027-03.",
  }),
} as const satisfies Partial<Wording>;
