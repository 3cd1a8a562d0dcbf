import { type Block, bullets, type Item, list, paragraph } from "../../terminal/blocks.ts";
import { fractionText, ONE } from "../../util/exact.ts";
import type { Criterion, Level, Rubric } from "../rubric.ts";
import { citations } from "./citations.ts";

/** Keys and ids that a rubric refers to, each with its title as people know it. */
export type Titles = ReadonlyMap<string, string>;

interface Part {
  readonly rubric: Rubric;
  readonly criterion: Criterion;
  readonly titles: Titles;
}

/** Everything a question carries, below its wording. */
export function criterionBlocks({ rubric, criterion, titles }: Part): Block[] {
  const title = (name: string) => titles.get(name) ?? name;
  return [
    paragraph(marksOf(criterion)),
    ...(criterion.ownAnchors
      ? list(
          "Levels, lowest first, with what you would see or hear:",
          criterion.levels.map(levelItem),
        )
      : []),
    ...bullets("To talk about:", criterion.talk),
    ...bullets("What to look for:", criterion.lookFor),
    ...bullets("Good to know:", criterion.facts),
    ...list("Next steps:", nextSteps(criterion)),
    ...bullets("Helps with:", criterion.eases.map(title)),
    ...list(
      "Pages of the guide:",
      criterion.guide.map((id) => ({ text: title(id), details: [`coprod guide ${id}`] })),
    ),
    ...bullets("Where it comes from:", citations(criterion.from, rubric.sources)),
  ];
}

/** In words what sets it apart, and its key. */
function marksOf({
  key,
  core,
  must,
  measures,
  levels,
  ownAnchors,
  ...criterion
}: Criterion): string {
  const needed = must === undefined ? undefined : levels[must]?.name;
  return [
    ...(measures === "pressure" ? ["It asks how much this is felt."] : []),
    ...(ownAnchors ? [] : [`The answers are ${quotedLevels(levels)}.`]),
    ...(core ? ["It is in the quick look."] : []),
    ...(needed === undefined ? [] : [`It is a must-have: at least "${needed}".`]),
    ...(criterion.weight.equals(ONE) ? [] : [`Its weight is ${fractionText(criterion.weight)}.`]),
    ...(criterion.allowNotApplicable ? ["It may not apply to everybody."] : []),
    `Its name in files is ${key}.`,
  ].join(" ");
}

/** Each step once, under the highest level it leads to. */
function nextSteps({ next, levels }: Criterion): Item[] {
  return levels.flatMap(({ name }, level) => {
    const step = next[level];
    if (step === undefined || step === next[level + 1]) return [];
    return {
      name: `To reach "${name}"`,
      text: step.do,
      details: [
        `First: ${step.first}`,
        `Effort: ${step.effort}. Who: ${step.who}.`,
        `How we will know: ${step.sign}`,
      ],
    };
  });
}

/** `"No", "Partly" and "Yes"`. */
export function quotedLevels(levels: readonly Level[]): string {
  const names = levels.map(({ name }) => `"${name}"`);
  return `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}

export function levelItem({ name, text }: Level): Item {
  return { name, text };
}
