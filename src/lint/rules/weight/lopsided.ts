import { weightOf } from "../../../rubric/results.ts";
import type { SectionFile } from "../../../rubric/schema.ts";
import { type Exact, ONE, sum } from "../../../util/exact.ts";
import { defineRule, type Found } from "../../rule.ts";

type Facts =
  | { readonly kind: "over-half"; readonly id: string; readonly percent: number }
  | { readonly kind: "all-equal"; readonly section: string };

export const lopsided = defineRule<Facts>({
  name: "weight/lopsided",
  severity: "warning",
  about: {
    what: "One question that counts for more than half of its section. With --verbose also weights that are all the same.",
    why: "The other questions are asked, and what people answer hardly matters.",
    host: "section",
    bad: [
      "criteria:",
      '  - { id: first, asks: Do we talk about power?, weight: «5», next: &step { "yes": { do: Talk., first: Ask., effort: small, who: Chair, sign: A note. } }, from: &from { talk: [First evening] } }',
      "  - { id: second, asks: Do we pay people for their time?, next: *step, from: *from }",
      "  - { id: third, asks: Do we meet where people are?, next: *step, from: *from }",
    ].join("\n"),
    good: [
      "criteria:",
      '  - { id: first, asks: Do we talk about power?, weight: 2, next: &step { "yes": { do: Talk., first: Ask., effort: small, who: Chair, sign: A note. } }, from: &from { talk: [First evening] } }',
      "  - { id: second, asks: Do we pay people for their time?, next: *step, from: *from }",
      "  - { id: third, asks: Do we meet where people are?, next: *step, from: *from }",
    ].join("\n"),
  },
  words: (facts) =>
    facts.kind === "over-half"
      ? {
          says: `"${facts.id}" counts for ${facts.percent}% of its section.`,
          why: "What people answer to the others hardly matters.",
          fix: "Lower its weight. If nothing makes up for it, use  must  instead.",
        }
      : {
          says: `All questions of "${facts.section}" have the same weight.`,
          why: "It looks as if somebody had weighed them up.",
          fix: "Take the weights out: each question then counts the same.",
        },
  check: ({ rubric }) => (rubric?.sections ?? []).flatMap(inSection),
});

interface Weighed {
  readonly id: string;
  readonly index: number;
  readonly weight: Exact;
  readonly declared: boolean;
}

function inSection({ id: section, criteria }: SectionFile, at: number): Found<Facts>[] {
  const weighed: Weighed[] = criteria.flatMap(({ id, weight, measures }, index) =>
    measures === "pressure"
      ? []
      : [{ id, index, weight: weightOf(weight) ?? ONE, declared: weight !== undefined }],
  );
  const [first] = weighed;
  // A weight of nothing or less is an error of its own.
  if (weighed.some(({ weight }) => weight.valueOf() <= 0)) return [];
  if (first === undefined || weighed.length < 2) return [];
  if (weighed.every(({ weight, declared }) => declared && weight.equals(first.weight))) {
    const path = ["sections", at, "criteria", first.index, "weight"];
    return [{ at: { path }, facts: { kind: "all-equal", section }, severity: "info" }];
  }
  const [heaviest] = weighed.toSorted((a, b) => b.weight.compare(a.weight));
  if (heaviest === undefined) return [];
  const { id, index } = heaviest;
  const share = shareOf(heaviest.weight, weighed);
  if (share <= 1 / 2) return [];
  const path = ["sections", at, "criteria", index, "weight"];
  return [{ at: { path }, facts: { kind: "over-half", id, percent: Math.round(share * 100) } }];
}

/** Nearly enough but at the half, where it is exact: thousands of odd weights add up to a number without end. */
function shareOf(weight: Exact, weighed: readonly Weighed[]): number {
  const total = weighed.reduce((before, each) => before + each.weight.valueOf(), 0);
  const share = weight.valueOf() / total;
  if (Math.abs(share - 1 / 2) > 1e-6) return share;
  return weight.div(sum(weighed.map((each) => each.weight))).valueOf();
}
