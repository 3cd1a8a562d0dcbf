import { readFileSync } from "node:fs";
import { join } from "node:path";
import { PACKAGE_FOLDER } from "../support/context.ts";

export function bundledRubric(id: string): string {
  return readFileSync(join(PACKAGE_FOLDER, "rubrics", `${id}.yaml`), "utf8");
}

type Damage = readonly [RegExp, string];

/** Faults that are told with the author's own words, among them what reports have to escape. */
const ALWAYS: readonly Damage[] = [
  [/^title: .*$/mu, 'title: "100% of the the ICB\'s %0A <b>, ::error:: ]]> [x](y)"'],
  [
    /^( {8}asks: ).*$/mu,
    "$1Do we utilise e.g. stakeholders, and do we facilitate a robust deep dive?",
  ],
  [/^glossary:$/mu, "glossary:\n  Never used: Nobody says this."],
];

const ONE_OF: readonly Damage[] = [
  [/^minutes: .*$/mu, "minutes: '%0A::error::, ]]> <x>'"],
  [/^ {4}kind: principle$/mu, "    kind: '%25, : | [x](y)'"],
  [/^ {8}core: true$/mu, '        "%0A ::warning:: ]]>": true'],
  [/^id: .*$/mu, "id: 'A, b: %'"],
];

/** The text with several faults in it, others for each number. */
export function damage(text: string, number: number): string {
  const [pattern, written] = ONE_OF[number % ONE_OF.length] ?? [/$^/u, ""];
  // Errors keep most advice from being given, so every other file has none.
  const own: readonly Damage[] = number % 2 === 0 ? ALWAYS : [[pattern, written]];
  return [...own].reduce((given, [from, to]) => given.replace(from, to), text);
}
