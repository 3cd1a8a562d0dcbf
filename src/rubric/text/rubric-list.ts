import { type Block, heading, list, paragraph } from "../../terminal/blocks.ts";
import { counted } from "../../util/words.ts";
import { criteriaOf, type Rubric } from "../rubric.ts";

/** The rubrics to choose from; `usual` names those that a workshop uses unless it chooses others. */
export function rubricList(rubrics: readonly Rubric[], usual: readonly string[]): Block[] {
  return [
    heading(1, "The rubrics that come with coprod"),
    ...list(
      "Each is a set of questions for a workshop:",
      usualFirst(rubrics, usual).map((rubric) => ({
        name: rubric.id,
        text: rubric.title,
        details: [rubric.about, sizeOf(rubric, usual)],
      })),
    ),
    paragraph("To read one from start to end: coprod rubric show principles"),
  ];
}

function usualFirst(rubrics: readonly Rubric[], usual: readonly string[]): Rubric[] {
  const chosen = usual.flatMap((id) => rubrics.filter((rubric) => rubric.id === id));
  return [...chosen, ...rubrics.filter(({ id }) => !usual.includes(id))];
}

function sizeOf(rubric: Rubric, usual: readonly string[]): string {
  const size = `${counted(criteriaOf(rubric).length, "question")}, about ${counted(rubric.minutes, "minute")}.`;
  return usual.includes(rubric.id) ? `${size} Used unless you choose others.` : size;
}
