import { defineRule } from "../../rule.ts";
import { isEnglish } from "../../subject.ts";
import { matchStretches } from "../../text/spans.ts";
import { isQuoted } from "../../text/untouched.ts";

interface Facts {
  readonly words: string;
}

/** What makes a person speak of their own life in front of those who run the service. */
const POINTS = new RegExp(
  [
    String.raw`\bwho (?:here|in (?:this|the) (?:room|group))\b`,
    String.raw`\bwho (?:of|among) (?:us|you)\b`,
    String.raw`\bwhich of (?:us|you)\b`,
    String.raw`\b(?:do|does|has|have|did|is|was|can|could|would) (?:anyone|anybody|someone|somebody|any of (?:us|you))(?= (?:here|in (?:this|the) (?:room|group)|ever|feel|felt|had|have|been|know|want|like|remember|struggl\w+|of (?:us|you))\b)`,
    String.raw`\b(?:has|have) (?:anyone|anybody|someone|somebody|any of (?:us|you))\b`,
    String.raw`\b(?:have|did|were|are) you (?:ever|yourself)\b`,
    String.raw`\bhands up\b`,
    String.raw`\b(?:your|the) worst\b`,
    String.raw`\bworst (?:thing|time|day|moment|experience|memory)\b`,
    String.raw`\btell us (?:about )?(?:a time|when) you\b`,
  ].join("|"),
  "giu",
);

export const pointsAtAPerson = defineRule<Facts>({
  name: "words/points-at-a-person",
  severity: "warning",
  about: {
    what: "A talking point or a first move that makes one person speak of their own life: *Who here…*, *Has anyone…*, *Have you ever…*, *the worst*.",
    why: "People would have to show poverty, illness or hurt in front of those who run the service. Some will not come back.",
    host: "criterion",
    bad: "talk:\n  - «Who here» has gone without food this month?",
    good: "talk:\n  - What have people told us about food and bills?",
  },
  words: ({ words }) => ({
    says: `"${words}" points at a person.`,
    why: "People would have to speak of their own life in front of everybody.",
    fix: "Ask what people in general meet here, or what we have heard.",
  }),
  check: (subject) =>
    isEnglish(subject)
      ? subject.prose
          .filter(({ role, path }) => role === "talk" || path.at(-1) === "first")
          .flatMap(({ path, text }) =>
            matchStretches(text, POINTS)
              .filter((found) => !isQuoted(text, found))
              .map(({ text: words, from, to }) => ({
                at: { path, stretch: [from, to] as const },
                facts: { words },
              })),
          )
      : [],
});
