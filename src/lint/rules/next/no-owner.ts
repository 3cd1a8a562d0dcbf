import { defineRule } from "../../rule.ts";
import { stepsIn } from "../../subject.ts";

interface Facts {
  readonly who: string;
}

const NOBODY =
  /^(?:everyone|everybody|all(?: of us)?|all staff|any ?one|anybody|some ?one|somebody|no[ -]one|nobody|we|us|people|the (?:group|team|charity|organisation|community)|to be (?:decided|agreed|confirmed)|not known|unknown|n\/a|none|various)[.!?]*$/iu;

export const stepNoOwner = defineRule<Facts>({
  name: "next/no-owner",
  severity: "warning",
  about: {
    what: "A next step that is for everybody, or for somebody. A step without `who` is an error: see shape/missing.",
    why: "What everybody could do, nobody does.",
    host: "criterion",
    bad: 'next: { "yes": { do: Talk about power first., first: Put it on the agenda., effort: small, who: «Everybody», sign: The notes say so. } }',
    good: 'next: { "yes": { do: Talk about power first., first: Put it on the agenda., effort: small, who: Chair, sign: The notes say so. } }',
  },
  words: ({ who }) => ({
    says: `"${who}" names nobody who would do it.`,
    why: "What everybody could do, nobody does.",
    fix: "Write a role, such as Chair.",
  }),
  check: ({ rubric }) =>
    stepsIn(rubric)
      .filter(({ step: { who } }) => NOBODY.test(who))
      .map(({ step: { who }, path }) => ({ at: { path: [...path, "who"] }, facts: { who } })),
});
