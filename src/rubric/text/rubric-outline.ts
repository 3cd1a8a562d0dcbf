import {
  type Block,
  bullets,
  heading,
  type ListItem,
  list,
  paragraph,
} from "../../terminal/blocks.ts";
import { dateText } from "../../util/dates.ts";
import { fractionText, ONE } from "../../util/exact.ts";
import { counted, listOf } from "../../util/words.ts";
import {
  type Criterion,
  criteriaOf,
  type Level,
  ON_FOLDED_SLIPS,
  ownWordings,
  type Rubric,
  type Section,
  type SectionGroup,
  whenWords,
} from "../rubric.ts";

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
      levels.some(({ text }) => text !== "") ? levels.map(levelItem) : [],
    ),
  );
}

function sectionHead({ title, why, signs }: Section): Block[] {
  return [heading(2, title), paragraph(why), ...bullets("How people notice it:", signs)];
}

const MADE: Readonly<Record<Rubric["headline"], string>> = {
  weakest: "Its weakest principle decides the result.",
  mean: "The result is the mean of its parts, each counted once.",
  sum: "The points of all answers are added up to one total.",
  none: "Each part has a result of its own, and there is none of the whole.",
};

/** How the result is made, where it is not the usual way, and the parts that have one of their own. */
function resultBlocks({ headline, show, parts, sections }: Rubric): Block[] {
  const titlesIn = (part: SectionGroup) =>
    sections.filter(({ key }) => part.sections.includes(key)).map(({ title }) => title);
  const items = parts.map(
    (part): ListItem => ({
      name: part.title,
      text: part.parts.length === 0 ? listOf(titlesIn(part)) : "in smaller parts",
      details: part.parts.map((inner) => `${inner.title}: ${listOf(titlesIn(inner))}`),
    }),
  );
  const said = show === "words" ? " It is said in words, without a number." : "";
  const isUsual = headline === "weakest" && show === "percent";
  return [
    ...(isUsual ? [] : [paragraph(`${MADE[headline]}${said}`)]),
    ...list("Parts with a result of their own:", items),
  ];
}

function closingBlocks(rubric: Rubric): Block[] {
  const { bands, sources, glossary, checked } = rubric;
  const results = bands.map(({ name, means }) => ({ name, text: means }));
  const words = Object.entries(glossary).map(([name, text]) => ({ name, text }));
  const origins = Object.values(sources).map(
    ({ title, authors, year }) => `${title}. ${authors}, ${year}.`,
  );
  return [
    ...titled("How the result is made", resultBlocks(rubric)),
    ...titled("What the results are called", list("Lowest first:", results)),
    ...titled("Sources", [
      ...bullets("The words here are ours; what they teach comes from:", origins),
      ...checkedBlocks(checked),
    ]),
    ...titled("Words", list("What the words mean:", words)),
  ];
}

function titled(title: string, blocks: Block[]): Block[] {
  return blocks.length === 0 ? [] : [heading(2, title), ...blocks];
}

/** Keys and ids that a rubric refers to, each with its title as people know it. */
type Titles = ReadonlyMap<string, string>;

interface Part {
  readonly rubric: Rubric;
  readonly criterion: Criterion;
  readonly titles: Titles;
}

/** Everything a question carries, below its wording. */
function criterionBlocks({ rubric, criterion, titles }: Part): Block[] {
  const title = (name: string) => titles.get(name) ?? name;
  return [
    paragraph(marksOf(criterion)),
    ...bullets("In the words of each group:", ownWordings(criterion, [])),
    ...list("Choices, any number of them:", choiceItems(criterion)),
    ...(criterion.ownAnchors && criterion.kind === "level"
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

function choiceItems({ choices }: Criterion): ListItem[] {
  return choices.map(({ name, points }) => ({
    text: points === undefined ? name : `${name} (${counted(Number(points), "point")})`,
  }));
}

const KIND_WORDS: Readonly<Record<Criterion["kind"], string>> = {
  level: "",
  text: "It is answered in your own words, and never scored.",
  number: "It is answered with a number, and never scored.",
  choices: "Several of its choices can be the answer.",
};

function kindWords({ kind, when }: Pick<Criterion, "kind" | "when">): string[] {
  return [
    KIND_WORDS[kind],
    when.length === 0 ? "" : `It is asked only if ${whenWords({ when })}.`,
  ].filter((words) => words !== "");
}

function mustWords({
  must = -1,
  putRight = -1,
  levels,
}: Pick<Criterion, "must" | "putRight" | "levels">): string[] {
  const [needed, right] = [levels[must]?.name, levels[putRight]?.name];
  return [
    ...(needed === undefined ? [] : [`It is a must-have: at least "${needed}".`]),
    ...(right === undefined ? [] : [`Below "${right}" it has to be put right.`]),
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
  return [
    ...kindWords(criterion),
    ...(measures === "pressure" ? ["It asks how much this is felt."] : []),
    ...(ownAnchors ? [] : [`The answers are ${quotedLevels(levels)}.`]),
    ...(core ? ["It is in the quick look."] : []),
    ...mustWords({ must, levels, ...criterion }),
    ...(criterion.weight.equals(ONE) ? [] : [`Its weight is ${fractionText(criterion.weight)}.`]),
    ...(criterion.sameAs === undefined
      ? []
      : [
          `Beside ${criterion.sameAs.question} it is not asked again: that answer counts here too.`,
        ]),
    ...(criterion.private ? [ON_FOLDED_SLIPS] : []),
    ...(criterion.allowNotApplicable ? ["It may not apply to everybody."] : []),
    `Its name in files is ${key}.`,
  ].join(" ");
}

/** Each step once, under the highest level it leads to. */
function nextSteps({ next, levels }: Criterion): ListItem[] {
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
function quotedLevels(levels: readonly Level[]): string {
  const names = levels.map(({ name }) => `"${name}"`);
  return `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}

function levelItem({ name, text }: Level): ListItem {
  return { name, text };
}

/** The rubrics to choose from; `usual` names those that a workshop uses unless it chooses others. */
export function rubricList(rubrics: readonly Rubric[], usual: readonly string[]): Block[] {
  return [
    heading(1, "The rubrics that come with coprod"),
    ...list(
      "Each is a set of questions for a workshop:",
      usualFirst(rubrics, usual).map((rubric) => ({
        name: rubric.id,
        text: rubric.title,
        details: [rubric.about, listedSize(rubric, usual)],
      })),
    ),
    paragraph("To read one from start to end: coprod rubric show principles"),
  ];
}

function usualFirst(rubrics: readonly Rubric[], usual: readonly string[]): Rubric[] {
  const chosen = usual.flatMap((id) => rubrics.filter((rubric) => rubric.id === id));
  return [...chosen, ...rubrics.filter(({ id }) => !usual.includes(id))];
}

function listedSize(rubric: Rubric, usual: readonly string[]): string {
  const size = `${counted(criteriaOf(rubric).length, "question")}, about ${counted(rubric.minutes, "minute")}.`;
  return usual.includes(rubric.id) ? `${size} Used unless you choose others.` : size;
}

/** One line a source: short title, year and headings. */
export function citations(
  from: Readonly<Record<string, readonly string[]>>,
  sources: Rubric["sources"],
): string[] {
  return Object.entries(from).map(([id, headings]) => {
    const source = sources[id];
    const title = source === undefined ? id : `${source.title} (${source.year})`;
    return `${title}: ${headings.join("; ")}`;
  });
}

/** When somebody last held the facts against their sources; much of what they tell of has ended since. */
export function checkedBlocks(checked: string | undefined): readonly Block[] {
  if (checked === undefined) return [];
  return [
    paragraph(
      `We last read this against its sources in ${dateText(checked)}. Examples are from the year of their source.`,
    ),
  ];
}
