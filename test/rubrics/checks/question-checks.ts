import { wordsOf } from "../../../src/lint/text/spans.ts";
import type { Question } from "./bundled.ts";

/** What is wrong with one question of a bundled rubric, each as a sentence that names it. */
export function questionProblems(question: Question): string[] {
  return CHECKS.flatMap((check) => check(question)).map((problem) => `${question.key}: ${problem}`);
}

type Check = (question: Question) => string[];

const LONGEST_QUESTION = 20;

const asksOneThing: Check = ({ criterion: { asks = "" } }) => [
  ...(/^[^?]+\?$/u.test(asks) ? [] : ["needs one question mark, at the end"]),
  ...(wordsOf(asks).length > LONGEST_QUESTION ? [`asks in over ${LONGEST_QUESTION} words`] : []),
];

const levelsDiffer: Check = (question) => {
  const told = levelWords(question).map(withoutDegree);
  return [
    ...(new Set(told).size < told.length ? ["has two levels that differ only by degree"] : []),
    ...(told.includes("") ? ["has a level told by degree alone"] : []),
  ];
};

const levelsAreComplete: Check = ({ criterion, levels }) => {
  const own = criterion.levels;
  if (own === undefined) return [];
  return levels.filter(({ id }) => own[id] === undefined).map(({ id }) => `has no words for ${id}`);
};

const topIsConfirmed: Check = (question) => {
  const top = levelWords(question).at(-1) ?? "";
  if (question.kind === "pressure" || /people with lived experience/iu.test(top)) return [];
  return ["has a top level that needs nobody with lived experience"];
};

const hasSteps: Check = ({ criterion: { next = {}, measures }, levels, kind }) => {
  if (kind === "pressure" || measures === "name") return [];
  // One step serves a whole check; levels that are each a step of their own need one each.
  const needed = kind === "check" ? levels.slice(-1) : levels.slice(1);
  return needed.filter(({ id }) => next[id] === undefined).map(({ id }) => `has no step to ${id}`);
};

const stepsAreWhole: Check = ({ criterion: { next = {} } }) =>
  Object.entries(next).flatMap(([level, step]) =>
    (["do", "first", "effort", "who", "sign"] as const)
      .filter((part) => step[part].trim() === "")
      .map((part) => `has a step to ${level} without ${part}`),
  );

const startsTalk: Check = ({ criterion: { talk = [] }, kind }) =>
  kind === "check" || (talk.length >= 2 && talk.length <= 4)
    ? []
    : [`has ${talk.length} lines to talk about, not 2 to 4`];

const asksForEvidence: Check = ({ criterion: { "look-for": lookFor = [] }, kind }) =>
  kind === "pressure" || lookFor.length > 0 ? [] : ["says nothing to look for"];

const isCited: Check = ({ criterion: { from = {} } }) =>
  Object.keys(from).length > 0 ? [] : ["cites nothing"];

const CHECKS: readonly Check[] = [
  asksOneThing,
  levelsDiffer,
  levelsAreComplete,
  topIsConfirmed,
  hasSteps,
  stepsAreWhole,
  startsTalk,
  asksForEvidence,
  isCited,
];

function levelWords({ criterion, levels }: Question): string[] {
  return levels.map(({ id, means }) => criterion.levels?.[id] ?? means ?? "");
}

const DEGREE = new Set(
  (
    "a all almost always any barely bit completely enough entirely every fairly few frequently fully generally good " +
    "great hardly highly least less little lot many mainly more most mostly much never no none not occasionally often " +
    "partly poor quite rarely really regularly seldom several some sometimes somewhat strongly the truly usually very " +
    "weakly well widely"
  ).split(" "),
);

/** The words that name something to see or hear, without those that only say how much or how often. */
function withoutDegree(text: string): string {
  return wordsOf(text.toLowerCase())
    .filter((word) => !DEGREE.has(word))
    .join(" ");
}
