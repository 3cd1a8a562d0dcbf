import type { RuleAbout, SampleHost } from "../../src/lint/problems/problem.ts";
import { parseRubric } from "../../src/rubric/parse.ts";
import { translationText } from "./translations.ts";

/** A file made from a rule's sample, and the place that the sample marks. */
export interface SampleFile {
  readonly name: string;
  readonly text: string;
  /** Undefined where the sample marks nothing. */
  readonly place: MarkedPlace | undefined;
}

interface MarkedPlace {
  readonly start: { readonly line: number; readonly column: number };
  readonly end: { readonly line: number; readonly column: number };
}

const STEP = `{ "yes": { do: Talk about it first., first: Put it on the list., effort: small, who: Chair, sign: The notes say so. } }`;

const RUBRIC = `coprod: rubric/1
id: ours
version: 1.0.0
language: en-GB
title: Our own questions
about: What we ask people with lived experience.
minutes: 2
sources:
  talk: { title: First evening, authors: Our group, year: 2026 }
scales:
  check:
    - { id: "no", name: "No", means: There is nothing to show yet. }
    - { id: "yes", name: "Yes", means: A visitor could see it. }
bands:
  - { id: low, name: Just starting, from: 0, means: It is early. }
  - { id: high, name: Doing it, from: 1/2, means: It is there. }
sections:
  SECTION
glossary:
  power: Being able to decide, to stop things, or to be heard.
# yaml-language-server: $schema=rubric.schema.json
`;

const SECTION = `id: equality
kind: principle
title: Equality
why: People with lived experience speak last.
scale: check
criteria:
  CRITERION
  - { id: paid, asks: "Do we pay people for their time?", next: ${STEP}, from: { talk: [Money] } }
  - { id: near, asks: "Do we meet where people are?", next: ${STEP}, from: { talk: [Places] } }
`;

const CRITERION = `id: talked-about
asks: Do we talk openly about who holds power?
next: ${STEP}
from: { talk: [Power] }
`;

const GUIDE = `coprod: guide/1
version: 1.0.0
language: en-GB
title: Our guide
about: Short pages.
sources:
  talk: { title: First evening, authors: Our group, year: 2026 }
pages:
  - { id: power, title: Power, kind: tip, when: Now., say: [Name it.], try: [Ask.], from: { talk: [Power] } }
`;

const ASSESSMENT = `coprod: assessment/1
title: River House
rubrics:
  - { id: ours, file: ours.yaml }
people:
  - { group: lived-experience, name: People with lived experience, present: 3 }
`;

/** The rubric's texts in another language, with the sample's fields, or its entries, in the place of their namesakes. */
function translationWith(sample: string): string {
  const { file } = parseRubric("ours.yaml", SOUND_RUBRIC);
  const base = file === undefined ? "" : translationText(file, { language: "cy" });
  const [, entries = ""] = base.split("texts:\n");
  const top = base.slice(0, base.indexOf("texts:\n") + "texts:\n".length);
  const isEntry = !/^«?(?:texts|language)»?:/u.test(sample);
  const own = isEntry ? sample.split("\n") : [];
  const names = own.map((line) => JSON.stringify(line.replace(/[«»]/gu, "").split(":")[0]));
  const kept = entries
    .split("\n")
    .filter((line) => !names.some((name) => line.startsWith(`  ${name}:`)));
  const whole = `${top}${[...own.map((line) => `  ${line}`), ...kept].join("\n")}`;
  return isEntry ? whole : replaced(whole, sample);
}

const HOSTS: Readonly<Record<SampleHost, (sample: string) => string>> = {
  criterion: (sample) => rubricWith("", "", sample),
  section: (sample) => rubricWith("", sample, ""),
  rubric: (sample) => rubricWith(sample, "", ""),
  guide: (sample) => replaced(GUIDE, sample),
  assessment: (sample) => replaced(ASSESSMENT, sample),
  translation: translationWith,
  config: (sample) => replaced("coprod: config/1\n", sample),
  template: (sample) => `${sample}\n`,
  part: (sample) => `${sample}\n`,
};

const FILE_NAMES: Partial<Record<SampleHost, string>> = {
  config: "coprod.yaml",
  translation: "ours.cy.yaml",
  template: "templates/plan.html.hbs",
  part: "templates/partials/sample.html.hbs",
};

/** A rubric without any fault, in which the samples' lines stand. */
export const SOUND_RUBRIC = rubricWith("", "", "");

export function sampleFile({ host }: RuleAbout, sample: string): SampleFile {
  const marked = HOSTS[host](sample);
  const start = marked.indexOf("«");
  const end = marked.indexOf("»");
  return {
    name: FILE_NAMES[host] ?? "sample.yaml",
    text: marked.replace(/[«»]/gu, ""),
    place:
      start < 0
        ? undefined
        : {
            start: positionAt(marked, start),
            end: positionAt(marked, end, sameLine(marked, start, end)),
          },
  };
}

function rubricWith(top: string, section: string, criterion: string): string {
  const inCriterion = asItem(replaced(CRITERION, criterion));
  const inSection = replaced(SECTION, section).replace("  CRITERION", inCriterion);
  return replaced(RUBRIC, top).replace("  SECTION", asItem(inSection));
}

/** Lines as an item of a list that is indented by two. */
function asItem(text: string): string {
  return text
    .trimEnd()
    .split("\n")
    .map((line, index) => (line === "" ? "" : `${index === 0 ? "  - " : "    "}${line}`))
    .join("\n");
}

/** The fields of the base with those of the sample in place of their namesakes. */
function replaced(base: string, sample: string): string {
  const own = fields(sample);
  const names = fields(base).map(({ name }) => name);
  const kept = fields(base).map((field) => own.find(({ name }) => name === field.name) ?? field);
  const added = own.filter(({ name }) => !names.includes(name));
  return `${[...kept, ...added].map(({ text }) => text).join("\n")}\n`;
}

function fields(text: string): { name: string; text: string }[] {
  const found: { name: string; text: string }[] = [];
  for (const line of text.trimEnd().split("\n")) {
    const name = /^(?=\S)«?([\w-]+)»?:/u.exec(line)?.[1];
    const last = found.at(-1);
    if (name !== undefined) found.push({ name, text: line });
    else if (last !== undefined) last.text += `\n${line}`;
  }
  return found;
}

function sameLine(text: string, start: number, end: number): boolean {
  return !text.slice(start, end).includes("\n");
}

/** Line and column from 1; the sign « before the place does not count. */
function positionAt(text: string, at: number, afterMark = false) {
  const line = text.slice(0, at).split("\n").length;
  const column = at - text.lastIndexOf("\n", at - 1);
  return { line, column: afterMark ? column - 1 : column };
}
