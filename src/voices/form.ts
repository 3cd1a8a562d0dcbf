import { htmlInBoth, inPageLanguage, onOneLineInBoth, spokenText } from "../documents/bilingual.ts";
import { escapeHtml, inlineHash, type SealedPage, sealedPage } from "../documents/formats/html.ts";
import { otherLanguages, piecesBy } from "../documents/languages.ts";
import {
  askedParts,
  type Criterion,
  levelMarks,
  listHeading,
  type Rubric,
} from "../rubric/rubric.ts";
import { translationNotices } from "../rubric/translation/texts.ts";
import { SMALLEST_GROUP } from "../scoring/groups.ts";
import { OWN_LANGUAGE } from "../util/formats.ts";
import { asSentence } from "../util/words.ts";
import type { PaperSheet } from "./sheet.ts";
import { type QuestionSheet, sheetCode } from "./slip.ts";

/** The texts that a form's page is made of: `templates/form*`. */
export interface FormTexts {
  readonly style: string;
  /** One after the other they are its script. */
  readonly scripts: readonly string[];
}

type FormSubject = Omit<PaperSheet, "group" | "largePrint">;

/** A page in one file with which one person answers; it asks nothing of a network. */
export function formPage(subject: FormSubject, texts: FormTexts): string {
  const script = texts.scripts.map(withoutModules).join("\n");
  return sealedPage({
    otherLanguages: otherLanguages(subject.rubrics),
    title: onOneLineInBoth(subject.title),
    kinds: [],
    style: inlined(texts.style),
    script: inlined(script),
    body: formBody(subject),
  });
}

function inlined(text: string): SealedPage["style"] {
  return { text, hash: inlineHash(text) };
}

/** The files are modules, so that compilers can check them; in a page they are one script, which may run from a file. */
function withoutModules(text: string): string {
  return text.replace(/^import [^;]*;\n/gmu, "").replace(/^export /gmu, "");
}

function formBody(subject: FormSubject): string {
  // Nothing in it may end the element that it stands in.
  const data = JSON.stringify(formData(subject)).replace(/</gu, "\\u003c");
  return [
    `<header><p>${htmlInBoth(escapeHtml(subject.title))}</p></header>`,
    "<main>",
    "<h1>This page can't work here yet</h1>",
    "<p>What shows it to you runs no script. Save the file on this device, and open it with a web browser such as Firefox, Chrome, Edge or Safari.</p>",
    "</main>",
    `<footer><p>${escapeHtml(sheetCode(subject))}</p></footer>`,
    `<script type="application/json" id="form-data">${data}</script>`,
  ].join("\n");
}

/** How a page that was saved looks. */
const SAVED_STYLE =
  "body{max-width:42rem;margin:0 auto;padding:1rem;font:1.1875rem/1.5 Arial,sans-serif;overflow-wrap:anywhere}dl div{padding:.5rem 0;border-bottom:1px solid}dd{margin:0}pre{white-space:pre-wrap}";

function formData(subject: FormSubject): object {
  const { title, rubrics, asked } = subject;
  const sections = rubrics.flatMap((rubric) => sectionsOf(rubric, asked));
  const speak = speaker(rubrics);
  const levels = asked.questions.map((question) =>
    JSON.stringify(
      levelsOf(
        question,
        sections.some(({ listed }) => listed.includes(question)),
      ),
    ),
  );
  const scales = [...new Set(levels)];
  return {
    title: speak(title),
    language: OWN_LANGUAGE,
    head: headOf(subject).map(speak),
    code: asked.code,
    sheet: sheetCode(subject),
    store: `coprod form ${asked.code} ${inlineHash(JSON.stringify([title, asked.groups])).slice(0, 12)}`,
    groups: asked.groups.map(({ id, short, name }) => [id, short, name]),
    sections: sections.map(({ heading, why }) => ({ title: speak(heading), why: speak(why) })),
    scales: scales.map((each) => spokenScale(JSON.parse(each), speak)),
    questions: asked.questions.map((question, at) => ({
      key: question.key,
      section: sections.findIndex(({ criteria }) => criteria.includes(question)),
      scale: scales.indexOf(levels[at] ?? ""),
      asks: speak(question.asks),
      own: Object.fromEntries(
        Object.entries(question.asksFor).map(([group, asks]) => [group, speak(asks)]),
      ),
    })),
    saved: {
      style: SAVED_STYLE,
      policy: `default-src 'none'; style-src 'sha256-${inlineHash(SAVED_STYLE)}'`,
    },
  };
}

/** What is in another language than the page says so itself: the script makes a part of the page of it. */
function speaker(rubrics: readonly Rubric[]): (text: string) => string {
  const cut = piecesBy(otherLanguages(rubrics));
  return (text) =>
    cut(text)
      .map((piece) =>
        piece.language === undefined ? piece.text : spokenText(piece.language, piece.text),
      )
      .join("");
}

function spokenScale(
  levels: readonly FormLevel[],
  speak: (text: string) => string,
): readonly FormLevel[] {
  return levels.map(([id, mark, name, text]) => [id, mark, speak(name), speak(text)]);
}

interface FormSection {
  readonly heading: string;
  readonly why: string;
  readonly criteria: readonly Criterion[];
  readonly listed: readonly Criterion[];
}

/** A list of a section has a heading of its own, as on the screen and on paper. */
function sectionsOf({ sections }: Rubric, { questions }: QuestionSheet): readonly FormSection[] {
  return sections.flatMap((section) => {
    const { title, why } = section;
    const asked = section.criteria.filter((each) => questions.includes(each));
    const { alone, listed } = askedParts(section, asked);
    const heading = `${asSentence(title)} ${listHeading(section)}`;
    return [
      { heading: title, why, criteria: alone, listed: [] },
      { heading, why: alone.length === 0 ? why : "", criteria: listed, listed },
    ].filter(({ criteria }) => criteria.length > 0);
  });
}

type FormLevel = readonly [id: string, mark: string, name: string, text: string];

function levelsOf({ levels }: Criterion, isListed: boolean): readonly FormLevel[] {
  const marks = levelMarks(levels);
  const all = levels.map(({ id, name, text }, at): FormLevel => [id, marks[at] ?? "", name, text]);
  return isListed ? all.toReversed() : all;
}

function headOf({ rubrics, asked, contact }: FormSubject): readonly string[] {
  return [
    ...translationNotices(rubrics).map(inPageLanguage),
    ...rubrics.map(({ about }) => about),
    "We do not ask for your name.",
    `There are ${asked.questions.length} questions, one a page. You may leave any of them out.`,
    `What happens with it: your answers are counted with those of your group, and only the counts are kept. Counts of fewer than ${SMALLEST_GROUP} people are shown to nobody.`,
    "Nothing is sent from this page. At the end you save your answers and give them back, or read out one line over the phone.",
    ...(contact === undefined ? [] : [`Whom to ask: ${asSentence(contact)}`]),
  ];
}
