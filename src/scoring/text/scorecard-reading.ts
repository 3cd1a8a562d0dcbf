import type { Assessment } from "../../assessment/assessment.ts";
import { type Criterion, criteriaOf, type Rubric, type Section } from "../../rubric/rubric.ts";
import { type Paint, paint } from "../../terminal/paint.ts";
import { wrap } from "../../terminal/wrap.ts";
import { dateText } from "../../util/dates.ts";
import { listOf } from "../../util/words.ts";
import { peopleCount } from "../groups.ts";
import type { CriterionScore, Scorecard } from "../schema.ts";

/** A section with the rubric its words come from. */
export interface Titled {
  readonly rubric: Rubric;
  readonly section: Section;
}

/** One criterion with its result. */
export interface Scored {
  readonly criterion: Criterion;
  readonly score: CriterionScore;
}

/** A scorecard with the words that belong to its keys, and the sheet it is written on. */
export interface Reading {
  readonly assessment: Assessment;
  readonly scorecard: Scorecard;
  readonly sections: ReadonlyMap<string, Titled>;
  /** All criteria in the order they are asked. */
  readonly criteria: readonly Scored[];
  readonly pen: Paint;
  readonly heading: (text: string, brush?: (text: string) => string) => string;
  readonly paragraph: (text: string, indent?: string) => string;
  readonly item: (text: string) => string;
}

/** Longer lines are hard to read, however wide the terminal is. */
const WIDEST = 76;
const NARROWEST = 40;

export function readingOf(
  assessment: Assessment,
  scorecard: Scorecard,
  options: { color: boolean; columns: number },
): Reading {
  const width = Math.min(WIDEST, Math.max(NARROWEST, options.columns));
  const pen = paint(options.color);
  return {
    assessment,
    scorecard,
    sections: sectionsOf(assessment),
    criteria: scoredCriteria(assessment, scorecard),
    pen,
    heading: (text, brush = pen.bold) =>
      wrap(text, width)
        .split("\n")
        .map((line) => brush(line))
        .join("\n"),
    paragraph: (text, indent) => wrap(text, width, indent),
    item: (text) => wrap(text, width, "    ", "  - "),
  };
}

function sectionsOf({ rubrics }: Assessment): ReadonlyMap<string, Titled> {
  const titled = rubrics.flatMap((rubric) =>
    rubric.sections.map((section) => [section.key, { rubric, section }] as const),
  );
  return new Map(titled);
}

function scoredCriteria({ rubrics }: Assessment, { criteria }: Scorecard): Scored[] {
  const scores = new Map(criteria.map((score) => [score.key, score]));
  return rubrics.flatMap(criteriaOf).flatMap((criterion) => {
    const score = scores.get(criterion.key);
    return score === undefined ? [] : [{ criterion, score }];
  });
}

type Answered = Pick<Scorecard, "people" | "smallestShown" | "view">;

/** Who was in the room and who was not: numbers of people, never names, and of small groups no numbers either. */
export function whoAnswered({ people, smallestShown, view }: Answered): string {
  const there = people.filter(({ present, outside }) => present !== 0 || outside !== undefined);
  const count = (each: number | null) => peopleCount(each, smallestShown);
  const who = listOf(
    there.map(({ name, present, outside }) => {
      if (outside === undefined) return `${name} (${count(present)})`;
      const inRoom = present === 0 ? "" : `${count(present)} in the room, `;
      return `${name} (${inRoom}${count(outside)} from outside)`;
    }),
  );
  return {
    shared: `Who answered: ${who}.`,
    staff: `Who answered: ${who}. This is a staff view: nobody with lived experience was in the room.`,
    unknown: "Who answered was not written down.",
  }[view];
}

type About = Pick<Scorecard["assessment"], "title" | "started"> & Answered;

/** Title, start and who was there: the first thing to know about a result. */
export function aboutAssessment({ title, started, ...answered }: About): string {
  const began = started === null ? "" : `, started on ${dateText(started)}`;
  return `${title}${began}. ${whoAnswered(answered)}`;
}
