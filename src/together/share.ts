import { type Answer, type Assessment, answerOf } from "../assessment/assessment.ts";
import {
  type Criterion,
  countsInScore,
  criteriaOf,
  type Rubric,
  type Section,
} from "../rubric/rubric.ts";
import type { CriterionScore } from "../scoring/schema.ts";
import { scoreAssessment } from "../scoring/score-assessment.ts";
import { exact, fractionText } from "../util/exact.ts";
import { SHARE_FORMAT } from "../util/formats.ts";
import {
  ACTION_STATES,
  type Share,
  type SharedActions,
  type SharedAnswer,
  type SharedBarrier,
  type SharedSection,
} from "./schema.ts";

/** What only the charity itself can say of itself. */
export type Typed = Pick<Share, "id" | "size" | "region">;

/** What a charity gives to a network: all that is in it is listed here, and nothing else can get in. */
export function shareOf(assessment: Assessment, typed: Typed): Share {
  const { rubrics, criteria, sections, barriers, look } = scoreAssessment(assessment);
  const scores = new Map(criteria.map((each) => [each.key, each]));
  return {
    coprod: SHARE_FORMAT,
    id: typed.id,
    quarter: quarterOf(assessment),
    look,
    size: typed.size,
    region: typed.region,
    rubrics: [...rubrics],
    answers: sharedQuestions(assessment.rubrics).map((criterion) => {
      const answer = answerOf(criterion, assessment.answers.get(criterion.key));
      const score = scores.get(criterion.key);
      const top = criterion.levels.length - 1;
      return { key: criterion.key, ...answerFields(answer, score), top, ...mustField(score) };
    }),
    sections: sections.map(({ key, low, high, known, bands, noScore }) => {
      return { key, low, high, known, bands: bands && [...bands], noScore };
    }),
    barriers: barriers.map(({ key, class: found, noClass }) => ({ key, class: found, noClass })),
    actions: actionsOf(assessment),
  };
}

/** Those with levels. Words, figures and choices that count for nothing stay with the charity. */
function sharedQuestions(rubrics: readonly Rubric[]): readonly Criterion[] {
  return rubrics.flatMap(criteriaOf).filter(countsInScore);
}

function answerFields(
  answer: Answer,
  score: CriterionScore | undefined,
): Pick<SharedAnswer, "kind" | "level" | "from" | "to"> {
  switch (answer.kind) {
    case "level":
      return { kind: "level", level: answer.level };
    case "differ":
      return { kind: "differ", from: answer.from, to: answer.to };
    case "votes-only":
      return { kind: score?.answer === "votes" ? "votes" : "none" };
    // Several choices are told by what they add up to.
    case "given":
      return answer.level === undefined ? { kind: "none" } : { kind: "level", level: answer.level };
    case "left-out":
      return { kind: "not-applicable" };
    default:
      return { kind: answer.kind };
  }
}

function mustField(score: CriterionScore | undefined): Pick<SharedAnswer, "must"> {
  return score === undefined || score.must === "none" ? {} : { must: score.must };
}

/** A quarter is the finest that is told. */
function quarterOf({ started, sessions }: Assessment): string | null {
  const day = started ?? sessions[0]?.began;
  if (day === undefined) return null;
  return `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;
}

/** An action about no question, or one that is not asked any more, would be words alone. */
function actionsOf({ rubrics, actions }: Assessment): SharedActions[] {
  return sharedQuestions(rubrics).flatMap(({ key }) => {
    const own = actions.filter((action) => action.for === key);
    const states = ACTION_STATES.filter((state) =>
      own.some(({ status = "planned" }) => status === state),
    );
    return states.length === 0 ? [] : [{ for: key, states }];
  });
}

const LETTERS = "abcdefghijklmnopqrstuvwxyz234567";

/** An id of 26 letters and digits, the first of them a letter, so that no reader of YAML takes it for a number. */
export function shareIdFrom(bytes: Uint8Array): string {
  const letters = [...bytes].map((byte, at) => LETTERS[at === 0 ? byte % 26 : byte % 32]);
  return letters.join("");
}

/** How many random bytes an id is made of. */
export const ID_LENGTH = 26;

/** The file's text: a line for each answer, so that people can read it through. */
export function shareText(share: Share): string {
  const fields = Object.entries(share).map(([name, value]) => {
    const isList = Array.isArray(value) && value.length > 0;
    const items = isList ? value.map((each) => `    ${JSON.stringify(each)}`).join(",\n") : "";
    return `  ${JSON.stringify(name)}: ${isList ? `[\n${items}\n  ]` : JSON.stringify(value)}`;
  });
  return `{\n${fields.join(",\n")}\n}\n`;
}

/** Whether an answer says what its question can be answered with, and nothing that contradicts itself. */
export function answerFits(
  { kind, level, from, to, top, must }: SharedAnswer,
  criterion: Criterion,
): boolean {
  const hasLevel = kind === "level" ? level !== undefined && level <= top : level === undefined;
  const hasRange =
    kind === "differ"
      ? from !== undefined && to !== undefined && from <= to && to <= top
      : from === undefined && to === undefined;
  const low = level ?? from ?? 0;
  const high = level ?? to ?? top;
  return (
    top === criterion.levels.length - 1 &&
    hasLevel &&
    hasRange &&
    (isSaidElsewhere(must, criterion) || mustFits({ kind, must, low, high }, criterion.must))
  );
}

/** Where two questions share an answer, the one that is asked says whether it is met. */
function isSaidElsewhere(must: SharedAnswer["must"], { sameAs }: Criterion): boolean {
  return must === undefined && sameAs !== undefined;
}

interface MustAnswer {
  readonly kind: SharedAnswer["kind"];
  readonly must: SharedAnswer["must"] | undefined;
  readonly low: number;
  readonly high: number;
}

function mustFits({ kind, must, low, high }: MustAnswer, least: number | undefined): boolean {
  if (least === undefined) return must === undefined;
  if (kind === "level" || kind === "differ")
    return must === (low >= least ? "pass" : high < least ? "fail" : "unknown");
  // Votes leave their own levels possible. What was not asked or does not apply has no such result.
  return kind === "votes" || must === "unknown" || (must === undefined && kind !== "unsure");
}

export function resultFits(
  { low, high, known, bands, noScore }: SharedSection,
  { rubric, section }: { readonly rubric: Rubric; readonly section: Section },
): boolean {
  if (section.kind === "barrier") return false;
  if (low === null || high === null || known === null)
    return [low, high, known, bands].every((each) => each === null) && noScore !== null;
  // Bands of a total alone name no section.
  const ids = rubric.bandsTotal ? [] : rubric.bands.map(({ id }) => id);
  const [from = 0, to = 0] = bands?.map((band) => ids.indexOf(band)) ?? [];
  const [least = 2, most = 2, settled = 2] = [low, high, known].map(shareValue);
  const inOrder = least <= most && most <= 1 && settled <= 1;
  const hasBands = (bands === null) === (ids.length === 0) && from >= 0 && from <= to;
  return noScore === null && inOrder && hasBands;
}

export function barrierFits({ class: found, noClass }: SharedBarrier, { kind }: Section): boolean {
  return kind === "barrier" && (found === null) !== (noClass === null);
}

const VALUES = new Map<string, number | undefined>();

/** The number that an exact share stands for; nothing where it is not in its lowest terms. Many charities have the same. */
export function shareValue(share: string | null): number | undefined {
  if (share === null) return undefined;
  if (!VALUES.has(share)) {
    const value = exact(share);
    VALUES.set(share, fractionText(value) === share ? value.valueOf() : undefined);
  }
  return VALUES.get(share);
}
