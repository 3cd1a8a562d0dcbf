import { defineRule } from "../../rule.ts";
import { matchStretches } from "../../text/spans.ts";

interface Facts {
  readonly words: string;
}

/** Something done, and nobody who does it. */
export const PASSIVE =
  /\b(?:will|must|should|shall|to|is|are)(?: also| then| still)? be (?:\w+ed|done|made|given|held|set|put|written|kept|sent|told|found|drawn|built|shown|taken|chosen|begun|brought|paid)\b/giu;

export const passiveOwner = defineRule<Facts>({
  name: "plain/passive-owner",
  severity: "info",
  about: {
    what: "An action that says something will be done, and names nobody who does it.",
    why: "What everybody could do, nobody does. At the next meeting there is no one to ask.",
    host: "assessment",
    bad: "actions:\n  - { id: a1, do: Bus fares «will be paid» on the day, by: 2027-03 }",
    good: "actions:\n  - { id: a1, do: Pay bus fares in cash on the day, who: Treasurer, by: 2027-03 }",
  },
  words: ({ words }) => ({
    says: `"${words}" does not say who does it, and nobody is named.`,
    why: "What everybody could do, nobody does.",
    fix: "Start with a verb, and add  who:  with a role.",
  }),
  check: ({ assessment }) =>
    (assessment?.actions ?? []).flatMap(({ do: what, who }, index) =>
      who === undefined
        ? matchStretches(what, PASSIVE).map(({ text, from, to }) => ({
            at: { path: ["actions", index, "do"], stretch: [from, to] as const },
            facts: { words: text },
          }))
        : [],
    ),
});
