import type { Diagnostic, Rule, Words } from "../../yaml/diagnostic.ts";
import { HOUSEKEEPING_WORDING } from "./housekeeping-wording.ts";
import { TEMPLATE_WORDING } from "./problem-template-wording.ts";
import {
  ANSWER_PROBLEMS,
  BAND_PROBLEMS,
  oldWordingWords,
  SCALE_PROBLEMS,
  typeWords,
  UNSUPPORTED,
} from "./problem-wording.ts";
import type { Wording } from "./words.ts";
import { yamlWords } from "./yaml-wording.ts";

/** The sentences for a diagnostic. */
export function wordsFor(diagnostic: Diagnostic): Words {
  const words = WORDING[diagnostic.rule] as (facts: Diagnostic["facts"]) => Words;
  return words(diagnostic.facts);
}

const WORDING: Wording = {
  "yaml/syntax": yamlWords,
  "file/unsupported": ({ reason, found, known }) => UNSUPPORTED[reason](found, known),
  "shape/kind": ({ found, expected }) => ({
    says:
      found === undefined
        ? "This file does not say what it is."
        : `"${quotable(found)}" is not a kind of file that fits here.`,
    fix: `${found === undefined ? "Start the file with" : "What fits here is a file that starts with"}  coprod: ${expected.join("  or  coprod: ")}`,
  }),
  "shape/unknown-key": ({ key, near, known }) => ({
    says: `"${quotable(key)}" is not a field that belongs here.`,
    fix: suggestion(near, known) ?? "Take it out, or check the spelling.",
  }),
  "shape/missing": ({ key }) => ({
    says: `"${key}" is missing.`,
    fix: `Add  ${key}:  and fill it in.`,
  }),
  "shape/empty": () => ({
    says: "There is nothing here yet.",
    fix: "Fill it in, or take the field out.",
  }),
  "shape/type": ({ expected, found }) => ({
    says: `This is ${found}, but ${typeWords(expected).name} is needed here.`,
    fix: typeWords(expected).fix,
  }),
  "shape/value": ({ found, expected, near }) => ({
    says:
      found === "a list"
        ? "This list does not fit here."
        : `"${quotable(found)}" does not fit here.`,
    fix: suggestion(near, []) ?? `What fits: ${expected}.`,
  }),
  "id/format": ({ found, suggestion: better }) => ({
    says: `"${quotable(found)}" cannot be a name here. Names have small letters, digits and hyphens.`,
    fix: better === "" ? "Choose a name such as power-talked-about." : `Write it as  ${better}`,
  }),
  "id/duplicate": ({ id, first }) => ({
    says: `"${id}" is used twice (first on line ${first.line}). The two could not be told apart.`,
    fix: "Give one of them another name.",
  }),
  "ref/unknown": ({ what, name, near, known }) => ({
    says: `"${quotable(name)}" is not ${article(what)} ${what} here.`,
    fix: suggestion(near, known) ?? `Add the ${what} "${quotable(name)}", or use one that exists.`,
  }),
  "scale/levels": ({ scale, problem }) => ({
    says: `The scale "${scale}" ${SCALE_PROBLEMS[problem].says}`,
    fix: SCALE_PROBLEMS[problem].fix,
  }),
  "scale/anchors-missing": ({ criterion, level }) => ({
    says: `"${criterion}" has no words for the level "${level}".`,
    fix: "Say what people would see at that level.",
  }),
  "weight/range": ({ found }) => ({
    says: `A weight of ${quotable(found)} does not work. A weight is a number above 0.`,
    fix: "Write a number above 0, or take the weight out: it is then 1.",
  }),
  "bands/gaps": ({ problem }) => BAND_PROBLEMS[problem],
  "must/impossible": ({ level }) => ({
    says: `A must-have at "${level}" is met by everybody: it is the lowest level.`,
    fix: "Name a higher level, or take the must-have out.",
  }),
  "must/can-skip": ({ criterion }) => ({
    says: `"${criterion}" is a must-have, so it cannot be left out as "not applicable".`,
    fix: "Take out  allow-not-applicable  or  must.",
  }),
  "next/missing": ({ criterion, level }) => ({
    says: `"${criterion}" has no next step towards the level "${level}".`,
    fix: `Under  next:  add  ${level}:  with do, first, effort, who and sign.`,
  }),
  "answer/unknown-question": ({ key, near }) => ({
    says: `"${key}" is not a question of this assessment's rubrics.`,
    fix: suggestion(near, []) ?? "Look its name up with  coprod rubric show",
  }),
  "answer/unknown-level": ({ level, near, known }) => ({
    says: `"${quotable(level)}" is not a level of this question.`,
    fix: suggestion(near, known) ?? "Use one of its levels.",
  }),
  "answer/incomplete": ({ key, problem }) => ({
    says: `The answer to "${key}" ${ANSWER_PROBLEMS[problem].says}`,
    fix: ANSWER_PROBLEMS[problem].fix,
  }),
  "answer/vote-count": ({ group, votes, present }) => ({
    says: `More votes than people: ${votes} from "${group}", with ${present} in the room.`,
    fix: "Correct the votes here, or the number after  present:  under  people:",
  }),
  "answer/old-wording": oldWordingWords,
  ...HOUSEKEEPING_WORDING,
  ...TEMPLATE_WORDING,
};

/** Every rule there are sentences for. */
export const WORDED_RULES = Object.keys(WORDING) as readonly Rule[];

const LONGEST_QUOTE = 60;

/** More names than these are no help in a message. */
const MOST_LISTED = 5;

/** What somebody wrote, short enough to stand in a sentence. */
function quotable(text: string): string {
  const line = text.replace(/\s+/gu, " ").trim();
  return line.length > LONGEST_QUOTE ? `${line.slice(0, LONGEST_QUOTE - 3).trimEnd()}...` : line;
}

function suggestion(near: readonly string[], known: readonly string[]): string | undefined {
  if (near.length > 0) return `Did you mean "${near.join('" or "')}"?`;
  if (known.length > 0 && known.length <= MOST_LISTED)
    return `What fits here: ${[...new Set(known)].join(", ")}.`;
  return undefined;
}

function article(noun: string): string {
  return /^[aeiou]/u.test(noun) ? "an" : "a";
}
