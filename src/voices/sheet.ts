import { htmlInBoth, inPageLanguage, linesInBoth } from "../documents/bilingual.ts";
import { escapeHtml } from "../documents/formats/html.ts";
import {
  askedParts,
  asksOf,
  type Criterion,
  levelMarks,
  listHeading,
  ON_FOLDED_SLIPS,
  ownWordings,
  type Rubric,
  type Section,
} from "../rubric/rubric.ts";
import { translationNotices } from "../rubric/translation/texts.ts";
import { SMALLEST_GROUP } from "../scoring/groups.ts";
import { asSentence } from "../util/words.ts";
import { countLines, inPages, type Piece, type SheetPage, widthOf } from "./sheet-layout.ts";
import { type QuestionSheet, type SheetGroup, sheetCode } from "./slip.ts";

/** What a sheet of paper asks, of whom, and what it says about itself. */
export interface PaperSheet {
  readonly title: string;
  readonly rubrics: readonly Rubric[];
  readonly asked: QuestionSheet;
  /** The group it is for; without one, each person ticks their own. */
  readonly group: SheetGroup | undefined;
  /** Whom to ask, where an assessment says so. */
  readonly contact: string | undefined;
  readonly largePrint: boolean;
}

/** A section of a sheet, with its questions in the order in which they are asked. */
export interface SheetSection {
  readonly rubric: Rubric;
  readonly section: Section;
  readonly alone: readonly Criterion[];
  readonly listed: readonly Criterion[];
}

/** The sections of which anything is asked. */
export function sheetSections({
  rubrics,
  asked: { questions },
}: Pick<PaperSheet, "rubrics" | "asked">): readonly SheetSection[] {
  const wanted = new Set(questions.map(({ key }) => key));
  return rubrics
    .flatMap((rubric) => rubric.sections.map((section) => ({ rubric, section })))
    .map(({ rubric, section }) => {
      const asked = section.criteria.filter(({ key }) => wanted.has(key));
      return { rubric, section, ...askedParts(section, asked) };
    })
    .filter(({ alone, listed }) => alone.length + listed.length > 0);
}

/** A question as it is worded for the group of the sheet; without one, as it is worded for all and for each. */
export function wordings(
  { group, asked }: Pick<PaperSheet, "group" | "asked">,
  criterion: Criterion,
): readonly [asks: string, ...others: string[]] {
  const how = criterion.private ? [ON_FOLDED_SLIPS] : [];
  if (group !== undefined) return [asksOf(criterion, group.id), ...how];
  const people = asked.groups.map(({ id, name }) => ({ group: id, name }));
  return [criterion.asks, ...ownWordings(criterion, people), ...how];
}

/** What stands beside a box. */
export interface SheetChoice {
  readonly name: string;
  readonly text: string;
}

export const NOT_SURE = "We are not sure";
export const NOT_SAID = "Rather not say";

/** A question's levels as beside their boxes; the figure before the name is what is typed for them. */
export function sheetChoices({ levels }: Pick<Criterion, "levels">): readonly SheetChoice[] {
  const marks = levelMarks(levels);
  return levels.map(({ name, text }, at) => ({
    name: marks[at] === name ? name : `${marks[at]} ${name}`,
    text,
  }));
}

/** The question's number on the sheet, which is its place on a slip. */
export function numberOn({ questions }: QuestionSheet, { key }: Criterion): number {
  return questions.findIndex((each) => each.key === key) + 1;
}

/** What stands at the head of a sheet, before the questions. */
export function headLines({ rubrics, group, asked, contact }: PaperSheet): readonly string[] {
  return [
    ...translationNotices(rubrics).map(inPageLanguage),
    ...(group === undefined ? [] : [`This sheet is for: ${group.name}.`]),
    "We do not ask for your name. Please do not write it on this sheet.",
    `Tick one box for each of the ${asked.questions.length} questions. You may leave any of them out.`,
    `What happens with it: your ticks are counted with those of your group, and only the counts are kept. Counts of fewer than ${SMALLEST_GROUP} people are shown to nobody.`,
    ...(contact === undefined ? [] : [`Whom to ask: ${asSentence(contact)}`]),
  ];
}

export const WHICH_GROUP = "Which group do you belong to? Tick one:";

/** All pages of a sheet as the body of a page for printing. */
export function sheetBody(sheet: PaperSheet): string {
  const setter = new Setter(sheet);
  const pieces = [
    ...setter.head(),
    ...sheetSections(sheet).flatMap((each) => setter.section(each)),
  ];
  const pages = inPages(pieces, setter.pageHeight);
  return pages.map((page, at) => pageHtml(sheet, page, { at, of: pages.length })).join("\n");
}

function pageHtml(
  sheet: PaperSheet,
  page: SheetPage,
  { at, of }: { readonly at: number; readonly of: number },
): string {
  const place = `page ${at + 1} of ${of}`;
  const numbers = page.flatMap((piece) => piece.numbers ?? []);
  const [first, last] = [numbers[0], numbers.at(-1)];
  const range = first === last ? `question ${first}` : `questions ${first} to ${last}`;
  const said = first === undefined ? place : `${place}, ${range}`;
  return [
    `<section class="page" aria-label="P${place.slice(1)}">`,
    ...page.map(({ html }) => html),
    `<p class="code">${escapeHtml(`${sheetCode(sheet)}, ${said}${draftMark(sheet)}`)}</p>`,
    "</section>",
  ].join("\n");
}

/** On every page of what is not whole, or what nobody has checked. */
export function draftMark({ rubrics }: Pick<PaperSheet, "rubrics">): string {
  const all = rubrics.flatMap(({ words }) => words?.translations ?? []);
  if (all.some(({ isWhole }) => !isWhole)) return ". Draft, not yet whole.";
  return all.some(({ draft }) => draft !== undefined) ? ". Draft, not checked." : "";
}

/** What is printed between the edges of an A4 page, in points; `templates/sheet.css` has the same. */
export const PAGE = { width: 544, height: 790 } as const;

/** Sizes of what stands on a page, in its letters: `templates/sheet.css` has the same. */
const LEAD = 1.15;
const GAPS = { h1: 0.3, h2: 0.25, h3: 0.1, p: 0.3, choice: 0.05, question: 0.5 } as const;
const SCALES = { h1: 1.4, h2: 1.2, h3: 1, p: 1 } as const;
const BOX = 1.6;
const BETWEEN_CHOICES = 1.1;

/** The size of letters, in points. */
export function sheetPoints({ largePrint }: Pick<PaperSheet, "largePrint">): number {
  return largePrint ? 18 : 14;
}

/** Sets the parts of a sheet and knows how high each is. */
class Setter {
  readonly pageHeight: number;
  private readonly sheet: PaperSheet;
  private readonly points: number;

  constructor(sheet: PaperSheet) {
    this.sheet = sheet;
    this.points = sheetPoints(sheet);
    const code = this.lines(
      `${sheetCode(sheet)}, page 10 of 10, questions 10 to 19${draftMark(sheet)}`,
      PAGE.width,
    );
    this.pageHeight = PAGE.height - this.points * (code * LEAD + 0.4);
  }

  head(): readonly Piece[] {
    const { title, group, asked } = this.sheet;
    const groups = asked.groups.map(({ name }) => ({ name, text: "" }));
    return [
      this.text("h1", title),
      ...(group === undefined ? [this.text("p", WHICH_GROUP), this.inOneLine(groups)] : []),
      ...headLines(this.sheet).map((line) => this.text("p", line)),
      this.toWrite("Give it back to:", "by:"),
    ];
  }

  section({ rubric, section, alone, listed }: SheetSection): readonly Piece[] {
    const isFirst = sheetSections(this.sheet).find((each) => each.rubric === rubric);
    const opens = isFirst?.section === section;
    return [
      ...(opens && this.sheet.title !== rubric.title ? [this.heading("h2", rubric.title)] : []),
      ...(opens ? [this.heading("p", rubric.about)] : []),
      this.heading("h2", section.title),
      this.heading("p", section.why),
      ...alone.map((each) => this.question(each)),
      ...this.list(section, listed),
    ];
  }

  /** A question, each level's words beside its box. */
  private question(criterion: Criterion): Piece {
    const asks = this.asks(criterion);
    const [, ...others] = wordings(this.sheet, criterion);
    const choices = sheetChoices(criterion).map((choice) => this.choice(choice));
    const besides = this.inOneLine([NOT_SURE, NOT_SAID].map((name) => ({ name, text: "" })));
    const said = others.map((words) => this.text("p", words));
    return this.together(criterion, [asks, ...said, ...choices, besides]);
  }

  /** Questions that are answered with the same few words: what these mean, and then each with its boxes. */
  private list(section: Section, listed: readonly Criterion[]): readonly Piece[] {
    const [first] = listed;
    if (first === undefined) return [];
    const meanings = sheetChoices(first).toReversed();
    const names = [...meanings.map(({ name }) => name), NOT_SURE, NOT_SAID];
    return [
      this.heading("h3", listHeading(section)),
      ...meanings.map(({ name, text }) => this.heading("p", `${name}: ${text}`)),
      ...listed.map((criterion) => {
        const boxes = this.inOneLine(names.map((name) => ({ name, text: "" })));
        return this.together(criterion, [this.asks(criterion), boxes]);
      }),
    ];
  }

  private together(criterion: Criterion, parts: readonly Piece[]): Piece {
    const height = parts.reduce((sum, each) => sum + each.height, this.points * GAPS.question);
    return {
      html: `<div class="question">\n${parts.map(({ html }) => html).join("\n")}\n</div>`,
      height,
      numbers: [numberOn(this.sheet.asked, criterion)],
    };
  }

  private asks(criterion: Criterion): Piece {
    const [asks] = wordings(this.sheet, criterion);
    return this.text("h3", `${numberOn(this.sheet.asked, criterion)}. ${asks}`);
  }

  private choice({ name, text }: SheetChoice): Piece {
    const words = text === "" ? name : `${asSentence(name)} ${text}`;
    const lines = this.lines(words, PAGE.width - BOX * this.points);
    const said = `<b>${escapeHtml(text === "" ? name : asSentence(name))}</b> ${escapeHtml(text)}`;
    const html = `<p class="choice">${BOX_MARK}<span>${htmlInBoth(said)}</span></p>`;
    return { html, height: this.points * (lines * LEAD + GAPS.choice) };
  }

  /** Boxes with a word or two beside each, one after another. */
  private inOneLine(choices: readonly SheetChoice[]): Piece {
    let [lines, used, rows, high] = [0, 0, 1, 1];
    for (const { name } of choices) {
      const said = linesInBoth(name);
      const widths = said.map((words) => widthOf(words, { points: this.points, bold: true }));
      const wide = Math.max(...widths) + (BOX + BETWEEN_CHOICES) * this.points;
      if (used > 0 && used + wide > PAGE.width)
        [lines, used, rows, high] = [lines + high, 0, rows + 1, 1];
      used += wide;
      high = Math.max(high, said.length);
    }
    const boxes = choices.map(
      ({ name }) => `<span class="choice">${BOX_MARK}<b>${htmlInBoth(escapeHtml(name))}</b></span>`,
    );
    const html = `<p class="choices">${boxes.join(" ")}</p>`;
    return { html, height: this.points * ((lines + high) * LEAD + GAPS.choice * (rows + 1)) };
  }

  private heading(tag: keyof typeof SCALES, text: string): Piece {
    return { ...this.text(tag, text), isHeading: true };
  }

  private text(tag: keyof typeof SCALES, text: string): Piece {
    const points = this.points * SCALES[tag];
    const setting = { points, width: PAGE.width, bold: tag !== "p" };
    const lines = countLines(text, setting);
    return {
      html: `<${tag}>${htmlInBoth(escapeHtml(text))}</${tag}>`,
      height: points * (lines * LEAD + GAPS[tag]),
    };
  }

  /** Room to write in. */
  private toWrite(...labels: readonly string[]): Piece {
    const rooms = labels.map((label) => `<span>${label}</span> <span class="room"></span>`);
    return {
      html: `<p class="write">${rooms.join(" ")}</p>`,
      height: this.points * (1.6 + GAPS.p),
    };
  }

  private lines(text: string, width: number): number {
    return countLines(text, { points: this.points, width });
  }
}

const BOX_MARK = '<span class="box"></span>';
