import type { Assessment } from "../../assessment/assessment.ts";
import { EXIT, UserError } from "../../platform/errors.ts";
import { nearest } from "../../util/suggest.ts";

/** Ids of the bands at or above the limit, or undefined where none was asked for. */
export function bandsFrom(
  assessment: Assessment,
  limit: string | undefined,
): readonly string[] | undefined {
  if (limit === undefined) return undefined;
  const scales = assessment.rubrics.map(({ bands }) => bands.map(({ id }) => id));
  const bands = scales.find((ids) => ids.includes(limit));
  if (bands !== undefined) return bands.slice(bands.indexOf(limit));
  throw new UserError(`There is no band called "${limit}".`, {
    hint: bandHint(limit, [...new Set(scales.flat())]),
    exitCode: EXIT.wrongUse,
  });
}

function bandHint(limit: string, known: readonly string[]): string {
  if (known.length === 0) return "These questions have no bands.";
  const near = nearest(limit, known);
  if (near.length > 0) return `Did you mean "${near.join('" or "')}"?`;
  return `The bands are: ${known.join(", ")}.`;
}

/** How many people must have voted in a group before it is shown; never fewer than `least`. */
export function smallestGroup(given: string | undefined, least: number): number {
  if (given === undefined) return least;
  const size = /^\d+$/u.test(given) ? Number(given) : 0;
  if (size >= least) return size;
  throw new UserError(`"${given}" cannot be the smallest group.`, {
    hint: `Give a whole number, ${least} or more. Smaller groups are never shown, so that nobody's vote is given away.`,
    exitCode: EXIT.wrongUse,
  });
}
