import type { Group, VoteRound } from "../assessment/schema.ts";
import type { Criterion } from "../rubric/rubric.ts";
import { type Block, heading, lines, paragraph } from "../terminal/blocks.ts";
import { peopleHere, type ShownGroup, shownGroups } from "./groups.ts";
import { levelList, levelNumbers } from "./messages/question-words.ts";
import type { Interview, Vote } from "./state.ts";

export function introduction(
  criterion: Criterion,
  { masked }: Pick<Interview, "masked">,
): readonly Block[] {
  const { levels } = criterion;
  const example = `${levels.map((_, index) => index + 1).join("")}u`;
  return [
    heading(1, `Votes . ${criterion.asks}`),
    lines(
      `Type each vote you see: ${levelNumbers(criterion).replace(" or ", ", ")}, or u for not sure.`,
      `Type them in any order, for example ${example}. Only counts are kept.`,
    ),
    levelList(criterion),
    paragraph(
      masked
        ? "What you type is hidden. The wall shows only how many votes are typed."
        : "This mode shows what you type. Turn off the projector, or use cards that everyone sees anyway.",
    ),
  ];
}

/** The typed votes as one sign each, or undefined where something else is among them. */
export function signsOf({ levels }: Criterion, typed: string): string | undefined {
  const signs = typed
    .replaceAll("not sure", "u")
    .replaceAll("unsure", "u")
    .replace(/[\s,;]/gu, "");
  const fits = [...signs].every(
    (sign) => sign === "u" || (/^\d$/u.test(sign) && isLevel(Number(sign), levels)),
  );
  return fits ? signs : undefined;
}

function isLevel(number: number, levels: Criterion["levels"]): boolean {
  return number >= 1 && number <= levels.length;
}

export function roundOf(state: Interview, { typed }: Vote, criterion: Criterion): VoteRound {
  const groups = shownGroups(peopleHere(state));
  const counted = groups.map(
    ({ group }, index) => [group, countsOf(typed[index] ?? "", criterion)] as const,
  );
  return Object.fromEntries(counted.filter(([, counts]) => Object.keys(counts).length > 0));
}

/** How often each level was typed, and "not sure"; what nobody chose is left out. */
export function countsOf(typed: string, { levels }: Criterion): VoteRound[string] {
  const count = (sign: string) => [...typed].filter((each) => each === sign).length;
  const all = [
    ...levels.map(({ id }, level) => [id, count(String(level + 1))] as const),
    ["unsure", count("u")] as const,
  ];
  return Object.fromEntries(all.filter(([, number]) => number > 0));
}

export function groupOf(state: Interview, { typed }: Vote): ShownGroup | undefined {
  return shownGroups(peopleHere(state))[typed.length];
}

interface More {
  readonly here: readonly Group[];
  /** The file never says fewer than are here. */
  readonly inFile: readonly Group[];
}

/** The people where as many of a group are here as have voted. */
export function withMore(state: Interview, vote: Vote): More {
  const group = groupOf(state, vote);
  const more = vote.partial.length - (group?.size ?? 0);
  const here = peopleHere(state).map((each) =>
    each.group === group?.group ? { ...each, present: each.present + more } : each,
  );
  const countOf = new Map(here.map((each) => [each.group, each.present]));
  const inFile = (state.file.people ?? []).map((each) => ({
    ...each,
    present: Math.max(each.present, countOf.get(each.group) ?? 0),
  }));
  return { here, inFile };
}
