import type { Criterion, Rubric } from "../rubric/rubric.ts";
import { isCopy } from "../rubric/same-as.ts";
import { FEW_BARRIERS, MOST_CHECKLISTS, mayWait, rivalsAmong } from "../rubric/session-time.ts";
import { answerOf } from "./assessment.ts";
import type { Response } from "./schema.ts";
import { hasAnswer } from "./shared-answers.ts";

/** One of several barriers: how much it is felt, and the checks that nothing else asks. */
export interface RivalBarrier {
  /** Of its section. */
  readonly key: string;
  readonly title: string;
  readonly felt: Criterion;
  readonly checks: readonly Criterion[];
}

type ResponseTo = (criterion: Criterion) => Response | undefined;

/** The barriers of a rubric among which those felt most come first. A check that is asked elsewhere is none of theirs. */
export function rivalBarriers({ sections }: Pick<Rubric, "sections">): readonly RivalBarrier[] {
  const own = (each: Criterion) => each.measures === "practice" && !isCopy(each);
  return rivalsAmong(sections, shapeOf).flatMap(({ key, title, criteria }): RivalBarrier[] => {
    const felt = criteria.find(({ measures }) => measures === "pressure");
    return felt === undefined ? [] : [{ key, title, felt, checks: criteria.filter(own) }];
  });
}

function shapeOf(criterion: Criterion) {
  const { kind, when, asksFor, measures, scale } = criterion;
  const isCopied = isCopy(criterion);
  const isOpen = when.length === 0 && Object.keys(asksFor).length === 0 && !criterion.private;
  return {
    measures: isCopied && measures === "practice" ? undefined : measures,
    scale,
    isPlain: kind === "level" && isOpen && !isCopied,
  };
}

interface FeltMost {
  /** Most felt first. */
  readonly first: readonly RivalBarrier[];
  /** Those whose checklists wait until somebody asks for them. */
  readonly waiting: readonly RivalBarrier[];
  /** How many are felt as much as the last of the first, where that says nothing of which comes first. */
  readonly alike: number;
}

/**
 * Which checklists come first: of the two barriers that are felt most, and of a third where it is felt at all. Where that says
 * nothing, those that stand first. A checklist with an answer never waits, nor one with a must-have.
 */
export function feltMost(barriers: readonly RivalBarrier[], responseTo: ResponseTo): FeltMost {
  const ranked = barriers
    .map((barrier) => ({ barrier, felt: feltOf(barrier.felt, responseTo(barrier.felt)) }))
    .toSorted((a, b) => b.felt - a.felt);
  const first = ranked.filter(
    ({ felt }, index) => index < FEW_BARRIERS || (index < MOST_CHECKLISTS && felt > 0),
  );
  const [last, next] = [first.at(-1)?.felt, ranked[first.length]?.felt];
  const others = ranked.slice(first.length).map(({ barrier }) => barrier);
  return {
    first: first.map(({ barrier }) => barrier),
    waiting: others.filter(({ checks }) => canWait(checks, responseTo)),
    alike: last === next ? ranked.filter(({ felt }) => felt === last).length : 0,
  };
}

/** Twice the level; what nobody knows stands in the middle, and where people differ half way between them. */
function feltOf(felt: Criterion, response: Response | undefined): number {
  const answer = answerOf(felt, response);
  if (answer.kind === "level") return answer.level * 2;
  return answer.kind === "differ" ? answer.from + answer.to : felt.levels.length - 1;
}

function canWait(checks: readonly Criterion[], responseTo: ResponseTo): boolean {
  return mayWait(checks) && checks.every((each) => !hasAnswer(responseTo(each) ?? {}));
}

/** Keys of the checks that wait, because we have said how much their barrier is felt and others are felt more. */
export function waitingChecks(
  rubrics: readonly Rubric[],
  responseTo: ResponseTo,
): ReadonlySet<string> {
  const waiting = rubrics.flatMap((rubric) => feltMost(rivalBarriers(rubric), responseTo).waiting);
  const said = waiting.filter(({ felt }) => hasAnswer(responseTo(felt) ?? {}));
  return new Set(said.flatMap(({ checks }) => checks.map(({ key }) => key)));
}

/** The rubrics with the question that people chose among the core ones, so that a quick look asks and counts it. */
export function withPicked(
  rubrics: readonly Rubric[],
  picked: string | undefined,
): readonly Rubric[] {
  return picked === undefined ? rubrics : rubrics.map((rubric) => withCore(rubric, picked));
}

function withCore(rubric: Rubric, picked: string): Rubric {
  const { beside } = rubric;
  const both = beside && { ...beside, both: withCore(beside.both, picked) };
  const sections = rubric.sections.map((section) => ({
    ...section,
    criteria: section.criteria.map((each) =>
      isCalled(each, picked, rubric) ? { ...each, core: true } : each,
    ),
  }));
  return { ...rubric, sections, ...(both && { beside: both }) };
}

function isCalled({ key, formerly }: Criterion, name: string, { id }: Rubric): boolean {
  return key === name || formerly.some((former) => `${id}/${former}` === name);
}

/** Of the barriers behind these checklists only how much they are felt is known. */
export function waitingWords(checklists: number): string {
  return checklists === 1
    ? "1 more checklist waits, because other barriers come first."
    : `${checklists} more checklists wait, because other barriers come first.`;
}
