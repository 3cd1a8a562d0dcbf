import type { Criterion, Rubric } from "../rubric/rubric.ts";
import { isCopy } from "../rubric/same-as.ts";
import { FEW_BARRIERS, MOST_CHECKLISTS } from "../rubric/session-time.ts";
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

/**
 * The barriers of a rubric among which those felt most come first: all that are felt on one scale, each by one question. None
 * where there are so few that all of their checklists are asked.
 */
export function rivalBarriers({ sections }: Pick<Rubric, "sections">): readonly RivalBarrier[] {
  const found = sections.flatMap(({ kind, key, title, criteria }): RivalBarrier[] => {
    const [felt, ...others] = criteria.filter(({ measures }) => measures === "pressure");
    const checks = criteria.filter((each) => each.measures === "practice" && !isCopy(each));
    const isOne = kind === "barrier" && felt !== undefined && others.length === 0;
    return isOne && checks.length > 0 ? [{ key, title, felt, checks }] : [];
  });
  const scale = found[0]?.felt.scale;
  const areAlike = found.every(({ felt }) => isOnOnePage(felt) && felt.scale === scale);
  return found.length > FEW_BARRIERS && areAlike ? found : [];
}

/** Whether everybody is asked it, openly and in the same words. */
function isOnOnePage(felt: Criterion): boolean {
  const { kind, when, asksFor } = felt;
  const isPlain = when.length === 0 && Object.keys(asksFor).length === 0;
  return kind === "level" && isPlain && !felt.private && !isCopy(felt);
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
  return checks.every((each) => each.must === undefined && !hasAnswer(responseTo(each) ?? {}));
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

/** Of the barriers behind these checklists only how much they are felt is known. */
export function waitingWords(checklists: number): string {
  return checklists === 1
    ? "1 more checklist waits, because other barriers come first."
    : `${checklists} more checklists wait, because other barriers come first.`;
}
