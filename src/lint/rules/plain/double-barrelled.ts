import type { Prose } from "../../prose.ts";
import { defineRule, type Found } from "../../rule.ts";
import type { Stretch } from "../../stretches.ts";
import { isEnglish } from "../../subject.ts";
import { ALSO_NOUNS, VERBS } from "../../vocabulary/verbs.ts";

interface Facts {
  readonly first: string;
  readonly second: string;
}

/** The words with which a question about what we do begins; the verb stays in its plain form behind them. */
const DOING = /^(?:do|does|did|can|could|will|would|should|may|might|must)$/iu;
const HAVING = /^(?:have|has)$/iu;
const ASKING = /^(?:do|does|did|can|could|will|would|should|have|has|is|are|was|were)$/iu;
const SUBJECTS =
  /^(?:we|you|they|people|staff|trustees|it|the|our|i|he|she|there|everyone|everybody|anyone)$/iu;

/** "Go and find", "try and keep": two verbs and one asking. */
const ONE_MOVE = /^(?:go|come|try|stop|wait|sit)$/iu;

/** What comes after a verb rather than after a noun. */
const AFTER_A_VERB =
  /^(?:the|a|an|our|their|your|them|it|us|this|these|those|that|each|every|what|who|how|whether|when|where|why|people|everyone|everybody|anyone|somebody|someone|others|all|any|some)$/iu;

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
  const { words, path, text } = prose;
  const at = words.findIndex((_, index) => index > 1 && joinsTwo(words, index));
  const joint = words[at];
  const verb = words[at + 1];
  if (joint === undefined || verb === undefined) return [];
  const second = phrase(text.slice(verb.from));
  const first = phrase(text.slice(firstVerb(words)?.from ?? 0, joint.from));
  return [{ at: { path, stretch: [joint.from, verb.to] }, facts: { first, second } }];
}

/** Whether the word at the index joins a second asking to the first. */
function joinsTwo(words: readonly Stretch[], index: number): boolean {
  const [joint = "", verb = "", after = ""] = words
    .slice(index, index + 3)
    .map(({ text }) => text.toLowerCase());
  if (joint !== "and" && joint !== "or") return false;
  if (ASKING.test(verb)) return SUBJECTS.test(after);
  return (
    !ONE_MOVE.test(words[index - 1]?.text ?? "") &&
    !isInsideAnotherClause(words.slice(1, index)) &&
    isSecondVerb(words[0]?.text ?? "", verb, after)
  );
}

function isSecondVerb(opening: string, verb: string, after: string): boolean {
  if (HAVING.test(opening)) return /^\p{L}{2,}ed$/u.test(verb) && AFTER_A_VERB.test(after);
  if (!DOING.test(opening) || !VERBS.has(verb) || after === "") return false;
  return !ALSO_NOUNS.has(verb) || AFTER_A_VERB.test(after);
}

/** After such a word the verbs belong to what is asked about: "Do people know how to complain and get an answer?" */
const CLAUSE =
  /^(?:to|who|that|which|what|how|when|where|why|whether|if|before|after|so|because|until|while)$/iu;

function isInsideAnotherClause(words: readonly Stretch[]): boolean {
  return words.some(({ text }) => CLAUSE.test(text));
}

function firstVerb(words: readonly Stretch[]): Stretch | undefined {
  return words.slice(1).find(({ text }) => VERBS.has(text.toLowerCase()) || /ed$/u.test(text));
}

function phrase(text: string): string {
  return text
    .split(/[\s,?]+/u)
    .filter((word) => word !== "")
    .slice(0, 4)
    .join(" ");
}
