import type { Assessment } from "../../assessment/assessment.ts";
import { EXIT, UserError } from "../../platform/errors.ts";
import type { Rubric } from "../../rubric/rubric.ts";
import { type Block, paragraph } from "../../terminal/blocks.ts";
import { nearest } from "../../util/suggest.ts";
import { quoted } from "../../util/words.ts";
import type { Protection } from "../groups.ts";
import { scoreHeadline } from "../headline.ts";
import { whoseResult } from "../result-words.ts";
import { judgedSections, scoreAssessment } from "../score-assessment.ts";
import type { JudgedSection } from "../section-score.ts";
import { explainCriterion } from "./explain-criterion.ts";
import { explainInstrument, explainPart } from "./explain-points.ts";
import { explainBarrier, explainHeadline, explainSection } from "./explain-section.ts";
import { aboutAssessment } from "./scorecard-reading.ts";

/** The explanation of one figure. The rubric's part of a key may be left out where that leaves no doubt. */
export function explanation(
  assessment: Assessment,
  typed: string,
  options: Pick<Protection, "minGroup">,
): readonly Block[] {
  const keys = explainableKeys(assessment);
  const meant = keys.includes(typed) ? [typed] : keys.filter((key) => idOf(key) === typed);
  const [only, ...others] = meant;
  if (others.length > 0) throw severalKeys(typed, meant);
  const found = only === undefined ? undefined : explain(assessment, only, options);
  if (found === undefined) throw unknownKey(typed, keys);
  return found;
}

function idOf(key: string): string {
  return key.slice(key.indexOf("/") + 1);
}

function severalKeys(typed: string, keys: readonly string[]): UserError {
  return new UserError(`There is more than one "${typed}".`, {
    hint: `Give the whole key: ${keys.join(" or ")}`,
    exitCode: EXIT.wrongUse,
  });
}

function unknownKey(typed: string, keys: readonly string[]): UserError {
  const nearIds = nearest(typed, keys.map(idOf));
  const whole = nearest(typed, keys);
  const near = whole.length > 0 ? whole : keys.filter((key) => nearIds.includes(idOf(key)));
  return new UserError(`There is no figure with the key "${typed}".`, {
    hint:
      near.length > 0
        ? `Did you mean "${near.join('" or "')}"?`
        : "Every key stands in: coprod score --json. For the result, the key is: headline",
    exitCode: EXIT.wrongUse,
  });
}

const HEADLINE = "headline";

/** The arithmetic of one figure, step by step; undefined where nothing has this key. */
export function explain(
  assessment: Assessment,
  key: string,
  { minGroup }: Pick<Protection, "minGroup">,
): Block[] | undefined {
  const steps = stepsFor(judgedSections(assessment), key, { minGroup });
  if (steps === undefined) return undefined;
  const [title, ...rest] = steps;
  const scorecard = scoreAssessment(assessment, { minGroup });
  const { assessment: about, rubrics, ...answered } = scorecard;
  const whose = key === HEADLINE ? whoseResult(scorecard, assessment.rubrics) : null;
  const sources = rubrics.map(({ id, version, hash }) => `${id} ${version} (${hash})`);
  return [
    ...(title === undefined ? [] : [title]),
    paragraph(aboutAssessment({ ...about, ...answered })),
    ...(whose === null ? [] : [paragraph(`This is the result in ${quoted(whose)}.`)]),
    ...numbered(rest),
    paragraph(`Questions from: ${sources.join(", ")}.`),
  ];
}

function stepsFor(
  sections: readonly JudgedSection[],
  key: string,
  { minGroup }: Pick<Protection, "minGroup">,
): Block[] | undefined {
  if (key === HEADLINE) return explainWhole(sections);
  for (const each of sections) {
    if (each.section.key === key) return explainOne(each);
    const judged = each.judged.find(({ criterion }) => criterion.key === key);
    if (judged !== undefined)
      return explainCriterion(each, judged, { people: judged.people, minGroup });
  }
  const rubric = sections.map((each) => each.rubric).find((each) => partKeys(each).includes(key));
  return rubric && explainPart(rubric, ofRubric(rubric, sections), key);
}

/** The result of the one rubric that has its own, or else of the weakest principle. */
function explainWhole(sections: readonly JudgedSection[]): Block[] {
  const { headline } = scoreHeadline(sections);
  const own = sections.find(({ rubric }) => rubric.id === headline?.rubric)?.rubric;
  return own === undefined
    ? explainHeadline(sections)
    : explainInstrument(own, ofRubric(own, sections));
}

function ofRubric(rubric: Rubric, sections: readonly JudgedSection[]): readonly JudgedSection[] {
  return sections.filter((each) => each.rubric === rubric);
}

function partKeys({ parts }: Rubric): string[] {
  return parts.flatMap((part) => [part.key, ...part.parts.map(({ key }) => key)]);
}

/** What can be explained: the result, then each section with its questions. */
export function explainableKeys({ rubrics }: Assessment): string[] {
  const sections = rubrics.flatMap((rubric) => rubric.sections);
  const keys = sections.flatMap(({ key, criteria }) => [key, ...criteria.map((each) => each.key)]);
  return [HEADLINE, ...rubrics.flatMap(partKeys), ...keys];
}

function explainOne(judged: JudgedSection): Block[] {
  return judged.section.kind === "barrier" ? explainBarrier(judged) : explainSection(judged);
}

/** Each list is one step, with a number by which people can point at it. */
function numbered(blocks: readonly Block[]): Block[] {
  let step = 0;
  return blocks.map((block) => {
    if (block.kind !== "list") return block;
    step += 1;
    return { ...block, title: `Step ${step}. ${block.title}:` };
  });
}
