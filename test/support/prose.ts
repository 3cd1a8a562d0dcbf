import { readFileSync } from "node:fs";
import { join } from "node:path";
import { lintText } from "../../src/lint/lint-text.ts";
import { applyRules, settingsFrom } from "../../src/lint/settings.ts";
import { subjectOf } from "../../src/lint/subject.ts";
import { tidyProblems } from "../../src/lint/tidy-problems.ts";

const FOLDER = join(import.meta.dirname, "..", "fixtures", "prose");

/** A sentence, and the rules that have something to say about it: none where it is right. */
export interface JudgedSentence {
  readonly text: string;
  readonly rules: readonly string[];
  /** What the file explains. */
  readonly glossary: readonly string[];
}

interface Group {
  readonly heading: string;
  readonly glossary: readonly string[];
  readonly lines: readonly string[];
}

function groupsIn(name: string): Group[] {
  const parts = readFileSync(join(FOLDER, name), "utf8").split(/^## /mu).slice(1);
  return parts.map((part) => {
    const [heading = "", ...rest] = part.split("\n");
    const lines = rest.filter((line) => line.trim() !== "");
    const terms = lines.find((line) => line.startsWith("glossary: ")) ?? "";
    return {
      heading: heading.trim(),
      glossary: terms.replace("glossary: ", "").split(", ").filter(Boolean),
      lines: lines.filter((line) => line !== terms),
    };
  });
}

export function rightSentences(): JudgedSentence[] {
  return groupsIn("right.txt").flatMap(({ glossary, lines }) =>
    lines.map((text) => ({ text, rules: [], glossary })),
  );
}

export function wrongSentences(): JudgedSentence[] {
  return groupsIn("wrong.txt").flatMap(({ heading, glossary, lines }) =>
    lines.map((line) => {
      const [text = "", more = ""] = line.split(" :: ");
      return { text, rules: [heading, ...more.split(" ").filter(Boolean)], glossary };
    }),
  );
}

/** Where each rule looks; the others look at any text. */
const PLACES: Readonly<Record<string, Place>> = {
  "plain/double-barrelled": "asks",
  "plain/long-question": "asks",
  "plain/not-answerable": "asks",
  "plain/leading": "talk",
  "words/points-at-a-person": "talk",
  "scale/anchor-vague": "level",
};

type Place = "asks" | "talk" | "level" | "look-for";

/** The names of the rules that say something about a sentence, wherever it could stand. */
export function rulesAbout(sentence: JudgedSentence): ReadonlySet<string> {
  const places: Place[] = ["look-for", "talk"];
  if (sentence.rules.length === 0 && sentence.text.endsWith("?")) places.push("asks");
  const own = sentence.rules.map((rule) => PLACES[rule]).filter((place) => place !== undefined);
  return new Set([...new Set([...places, ...own])].flatMap((place) => rulesAt(place, sentence)));
}

const SETTINGS = settingsFrom(undefined);
const QUIET = { today: "2026-11-30", agreed: [], readability: undefined, sources: [] };

function rulesAt(place: Place, sentence: JudgedSentence): string[] {
  const text = rubricWith(place, sentence);
  const subject = subjectOf(lintText("ours.yaml", text), { ...QUIET, schemaAddress: undefined });
  if (subject === undefined) throw new Error(`No YAML: ${text}`);
  const path = placeOf(place);
  return tidyProblems(applyRules(subject, SETTINGS))
    .filter((problem) => problem.path.join("/").startsWith(path))
    .map(({ rule }) => rule);
}

function placeOf(place: Place): string {
  const inside = { asks: "asks", talk: "talk/0", level: "levels/yes", "look-for": "look-for/0" };
  return `sections/0/criteria/0/${inside[place]}`;
}

const OPEN = /^(?:why|how|what|which|who|whom|whose|when|where)\b/iu;

/** JSON is YAML, and needs no thought about quotes. */
function rubricWith(place: Place, { text, rules, glossary }: JudgedSentence): string {
  const isRight = rules.length === 0;
  // An open question is a right one only where the answers are not no and yes.
  const names = isRight && OPEN.test(text) ? ["Not yet", "Usual"] : ["No", "Yes"];
  const step = {
    do: "Talk of it.",
    first: "Ask.",
    effort: "small",
    who: "Chair",
    sign: "It is on the wall.",
  };
  return JSON.stringify({
    coprod: "rubric/1",
    id: "ours",
    version: "1.0.0",
    language: "en-GB",
    title: "Ours",
    about: "For people with lived experience.",
    minutes: 2,
    scales: {
      check: [
        { id: "no", name: names[0], means: "There is nothing to show." },
        { id: "yes", name: names[1], means: "A visitor could see it." },
      ],
    },
    bands: [{ id: "low", name: "Low", from: 0, means: "It is early." }],
    sections: [
      {
        id: "first",
        kind: "principle",
        title: "First",
        why: "It helps.",
        scale: "check",
        criteria: [
          {
            id: "one",
            asks: place === "asks" ? text : "Do we meet where people are?",
            talk: [place === "talk" ? text : "What do people see?"],
            "look-for": [place === "look-for" ? text : "A sign by the door."],
            levels: {
              no: "There is no sign at the door.",
              yes: place === "level" ? text : "The sign is lit, and stands by the door.",
            },
            next: { yes: step },
          },
        ],
      },
    ],
    glossary: Object.fromEntries(glossary.map((term) => [term, "Known here."])),
  });
}

export interface Verdict {
  readonly found: number;
  readonly missed: readonly string[];
  readonly falseAlarms: readonly string[];
  /** Of what the rule said, how much was right; of what it had to say, how much it said. */
  readonly precision: number;
  readonly recall: number;
}

/** How each rule does that has wrong sentences of its own. */
export function verdicts(sentences: readonly JudgedSentence[]): ReadonlyMap<string, Verdict> {
  const judged = sentences.map((sentence) => ({ sentence, said: rulesAbout(sentence) }));
  const names = new Set(sentences.flatMap(({ rules }) => rules));
  return new Map([...names].map((rule) => [rule, verdictOn(rule, judged)]));
}

function verdictOn(
  rule: string,
  judged: readonly { readonly sentence: JudgedSentence; readonly said: ReadonlySet<string> }[],
): Verdict {
  const texts = (isTagged: boolean, isSaid: boolean) =>
    judged
      .filter(
        ({ sentence: { rules }, said }) =>
          rules.includes(rule) === isTagged && said.has(rule) === isSaid,
      )
      .map(({ sentence }) => sentence.text);
  const found = texts(true, true).length;
  const missed = texts(true, false);
  const falseAlarms = texts(false, true);
  return {
    found,
    missed,
    falseAlarms,
    precision: found / Math.max(1, found + falseAlarms.length),
    recall: found / Math.max(1, found + missed.length),
  };
}
