import { defineRule, type Found } from "../../rule.ts";
import { isEnglish } from "../../subject.ts";
import type { Prose } from "../../text/prose.ts";
import { isName } from "../../text/untouched.ts";
import { firstVerb, JOINTS, secondAsking } from "../../text/vocabulary/two-askings.ts";

interface Facts {
  readonly first: string;
  readonly second: string;
}

export const doubleBarrelled = defineRule<Facts>({
  name: "plain/double-barrelled",
  severity: "warning",
  about: {
    what: "One question that asks two things, joined by *and* or *or*.",
    why: "When the one is so and the other is not, a group has no answer to give.",
    host: "criterion",
    bad: "asks: Do we share the budget «and publish» the minutes?",
    good: "asks: Do we share the budget with everybody who takes part?",
  },
  words: ({ first, second }) => ({
    says: `This asks two things ("${first}" and "${second}").`,
    why: "A group cannot give one answer to both.",
    fix: "Make two questions, or ask the one that matters more.",
  }),
  check: (subject) =>
    isEnglish(subject)
      ? subject.prose.filter(({ role }) => role === "question").flatMap((prose) => askings(prose))
      : [],
});

function askings(prose: Prose): Found<Facts>[] {
  if (!prose.smallWords.some((word) => JOINTS.has(word))) return [];
  const { placedWords: words, path, text } = prose;
  const asking = secondAsking(text, words);
  if (asking === undefined) return [];
  const { joint, verb } = asking;
  // "Building and Maintaining Trust" is a name.
  if (isName(text, verb)) return [];
  const earlier = words.filter(({ to }) => to <= joint.from);
  const first = phrase(text.slice((firstVerb(earlier) ?? earlier[1])?.from ?? 0, joint.from));
  return [
    {
      at: { path, stretch: [joint.from, verb.to] },
      facts: { first, second: phrase(text.slice(verb.from)) },
    },
  ];
}

function phrase(text: string): string {
  return text
    .split(/[\s,?]+/u)
    .filter((word) => word !== "")
    .slice(0, 4)
    .join(" ");
}
