import { expect } from "vitest";
import type { RulePage } from "../../src/lint/rule-page.ts";
import { memoryFiles, runInMemory } from "./context.ts";
import { SOUND_RUBRIC, sampleFile } from "./rule-samples.ts";

/** A problem as `--format json` has it. */
export interface Shown {
  readonly rule: string;
  readonly start: { readonly line: number; readonly column: number };
  readonly end: { readonly line: number; readonly column: number };
  readonly message: string;
}

/** Settings without which a rule has nothing to say. */
const SETTINGS: Readonly<Record<string, string>> = {
  "words/agreed": "agreed:\n  - { avoid: client, use: people who come here, because: We asked. }\n",
};

/** Files beside the sample without which a rule has nothing to say. */
const BESIDE: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "source/copied": {
    "sources/talk.txt":
      "Money\n\nThe people who hold the purse,\nhold the meeting too. They know it.\n",
  },
  "source/unknown-section": { "sources/talk.headings.txt": "Money\nFirst evening\nPlaces\n" },
};

/** Lints a rule's sample, the bad one unless another is given, with what the rule needs around it. */
export async function lintSample(
  { name, about }: RulePage,
  change: (text: string) => string = (text) => text,
  sample: string = about.bad,
): Promise<readonly Shown[]> {
  const { name: file, text } = sampleFile(about, sample);
  const own = SETTINGS[name];
  const files = memoryFiles({
    "ours.yaml": SOUND_RUBRIC,
    ...(own === undefined ? {} : { "coprod.yaml": `coprod: config/1\n${own}` }),
    [file]: change(text),
    ...BESIDE[name],
  });
  const settings = file === "coprod.yaml" ? ["--no-config"] : [];
  const against = /^(?:id\/renamed|version\/)/u.test(name) ? ["--against", "ours.yaml"] : [];
  const argv = ["lint", file, "--format", "json", ...settings, ...against];
  const { stdout, stderr } = await runInMemory(argv, { files });
  expect(stderr).toBe("");
  return (JSON.parse(stdout) as { problems: Shown[] }).problems;
}
