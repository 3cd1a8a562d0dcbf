import { defineRule } from "../../rule.ts";
import { matchStretches } from "../../stretches.ts";

interface Facts {
  readonly what: "an e-mail address" | "a telephone number" | "a postcode";
}

const PATTERNS: readonly { readonly what: Facts["what"]; readonly pattern: RegExp }[] = [
  { what: "an e-mail address", pattern: /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gu },
  {
    what: "a telephone number",
    pattern: /(?<![\w.])(?:\+44\s?(?:\(0\)\s?)?|\(?0)[1-9](?:[\s()-]?\d){8,9}(?!\d)/gu,
  },
  {
    what: "a postcode",
    pattern:
      /(?<![\p{L}\p{N}])[A-PR-UWYZ][A-HK-Y]?\d[A-HJKMNP-Y\d]?\s?\d[ABD-HJLNP-UW-Z]{2}(?![\p{L}\p{N}])/gu,
  },
];

export const personalData = defineRule<Facts>({
  name: "answer/personal-data",
  severity: "warning",
  about: {
    what: "A text of an assessment that holds an e-mail address, a telephone number or a postcode. The public contact under `plan` may have them.",
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
      : prose.flatMap(({ path, text }) =>
          PATTERNS.flatMap(({ what, pattern }) =>
            matchStretches(text, pattern).map(({ from, to }) => ({
              at: { path, stretch: [from, to] as const },
              facts: { what },
            })),
          ),
        ),
});
