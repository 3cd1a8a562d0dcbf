import type { CriterionFile, RubricFile } from "../../../rubric/schema.ts";
import type { Path } from "../../../yaml/diagnostic.ts";
import { defineRule, type Found } from "../../rule.ts";

type Facts = { readonly kind: "no-mark" } | { readonly kind: "open"; readonly word: string };

const OPEN = /^(?:why|how|what|which|who|whom|whose|when|where)\b/iu;

/** "When money is short, do we tell people?" asks what follows the comma. */
const ASKED_LATER =
  /^(?:when|where)\b[^?]*,\s*(?:do|does|did|is|are|was|were|have|has|can|could|will|would)\b/iu;

/** Turned round as in a question: where the mark is missing behind it, it has been forgotten. */
const TURNED = /^(?:do|does|did|is|are|was|were|have|has|can|could|will|would|should|may|must)\b/iu;

export const notAnswerable = defineRule<Facts>({
  name: "plain/not-answerable",
  severity: "warning",
  about: {
    what: "A question that its own scale cannot answer: it has no question mark, or it starts with *Why* or *How* while the answers are no and yes.",
    why: "The group talks about the question instead of the answer.",
    host: "criterion",
    bad: "asks: «We talk openly about who holds power.»",
    good: "asks: Do we talk openly about who holds power?",
  },
  words: (facts) =>
    facts.kind === "no-mark"
      ? {
          says: "This question has no question mark at its end.",
          why: "People need to hear that an answer is wanted.",
          fix: "Ask it as a question, and end it with a question mark.",
        }
      : {
          says: `A question that starts with "${facts.word}" cannot be answered with no or yes.`,
          why: "The group talks about the question instead of the answer.",
          fix: 'Start it with "Do we" or "Have we". Or use a scale that fits.',
        },
  check: ({ rubric, prose }) =>
    rubric === undefined
      ? []
      : prose
          .filter(({ role }) => role === "question")
          .flatMap(({ path, text }) => problemsIn(rubric, path, text.trim())),
});

function problemsIn(rubric: RubricFile, path: Path, text: string): Found<Facts>[] {
  if (!/\?["'”’)]*$/u.test(text)) {
    // A statement can be answered with "never" or "agree", and not with no or yes.
    if (!TURNED.test(text) && !OPEN.test(text) && !asksYesOrNo(rubric, path)) return [];
    return [{ at: { path, stretch: [0, text.length] }, facts: { kind: "no-mark" } }];
  }
  const word = OPEN.exec(text)?.[0];
  if (word === undefined || ASKED_LATER.test(text) || !asksYesOrNo(rubric, path)) return [];
  return [{ at: { path, stretch: [0, word.length] }, facts: { kind: "open", word } }];
}

/** Whether the answers to the question are called no and yes, perhaps with something between. */
function asksYesOrNo({ sections, scales }: RubricFile, [, at, , index]: Path): boolean {
  const section = sections[Number(at)];
  const criterion: CriterionFile | undefined = section?.criteria[Number(index)];
  if (criterion?.kind !== undefined && criterion.kind !== "level") return false;
  const scale = scales[criterion?.scale ?? section?.scale ?? ""] ?? [];
  const names = scale.map(({ name }) => name.toLowerCase());
  return names[0] === "no" && names.at(-1) === "yes";
}
