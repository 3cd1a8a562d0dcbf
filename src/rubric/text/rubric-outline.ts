import { type Block, bullets, heading, list, paragraph } from "../../terminal/blocks.ts";
import { counted } from "../../util/words.ts";
import { type Criterion, criteriaOf, type Rubric, type Section } from "../rubric.ts";
import { criterionBlocks, levelItem, quotedLevels, type Titles } from "./criterion-outline.ts";

/** A whole rubric as a page that a person reads from start to end. */
export function rubricOutline(rubric: Rubric, titles: Titles): Block[] {
  const numbers = new Map(criteriaOf(rubric).map(({ key }, index) => [key, index + 1]));
  const numbered = (criterion: Criterion) => `${numbers.get(criterion.key)}. ${criterion.asks}`;
  return [
    heading(1, rubric.title),
    paragraph(rubric.about),
    paragraph(sizeOf(rubric)),
    ...sharedScales(rubric),
    ...rubric.sections.flatMap((section) => [
      ...sectionHead(section),
      ...section.criteria.flatMap((criterion) => [
        heading(3, numbered(criterion)),
        ...criterionBlocks({ rubric, criterion, titles }),
      ]),
    ]),
    ...closingBlocks(rubric),
  ];
}

function sizeOf(rubric: Rubric): string {
  const criteria = criteriaOf(rubric);
  const core = criteria.filter((criterion) => criterion.core).length;
  const quick = core === 0 ? "" : ` ${core} of them are in the quick look.`;
  const size = `${counted(criteria.length, "question")} in ${counted(rubric.sections.length, "section")}`;
  return `${size}, about ${counted(rubric.minutes, "minute")}.${quick} Version ${rubric.version}.`;
}

/** The scales whose own words serve the questions that have none: said once, not under each question. */
function sharedScales(rubric: Rubric): Block[] {
  const sharing = criteriaOf(rubric).filter(({ ownAnchors }) => !ownAnchors);
  const scales = new Map(sharing.map(({ scale, levels }) => [scale, levels]));
  return [...scales.values()].flatMap((levels) =>
    list(
      `What ${quotedLevels(levels)} mean, unless a question says it in its own words:`,
      levels.map(levelItem),
    ),
  );
}

function sectionHead({ title, why, signs }: Section): Block[] {
  return [heading(2, title), paragraph(why), ...bullets("How people notice it:", signs)];
}

function closingBlocks({ bands, sources, glossary }: Rubric): Block[] {
  const results = bands.map(({ name, means }) => ({ name, text: means }));
  const words = Object.entries(glossary).map(([name, text]) => ({ name, text }));
  const origins = Object.values(sources).map(
    ({ title, authors, year }) => `${title}. ${authors}, ${year}.`,
  );
  return [
    ...titled("What the results are called", list("Lowest first:", results)),
    ...titled("Sources", bullets("The words here are ours; what they teach comes from:", origins)),
    ...titled("Words", list("What the words mean:", words)),
  ];
}

function titled(title: string, blocks: Block[]): Block[] {
  return blocks.length === 0 ? [] : [heading(2, title), ...blocks];
}
