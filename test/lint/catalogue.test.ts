import { describe, expect, it } from "vitest";
import { RULE_PAGES } from "../../src/lint/rule-page.ts";
import { runInMemory } from "../support/context.ts";

/** Each rule with how serious it is, and the profiles' values of its options: workshop, easy-read, specialist. */
const CATALOGUE: Readonly<Record<string, string>> = {
  "yaml/syntax": "error",
  "yaml/surprise": "warning",
  "shape/kind": "error",
  "shape/unknown-key": "error",
  "shape/missing": "error",
  "shape/type": "error",
  "shape/value": "error",
  "shape/empty": "error",
  "file/unsupported": "error",
  "file/modeline": "info",
  "file/language": "error",
  "id/format": "error",
  "id/duplicate": "error",
  "id/case-clash": "warning",
  "id/file-name": "info",
  "id/renamed": "error",
  "ref/unknown": "error",
  "ref/unused": "info",
  "ref/circular": "error",
  "version/changed-meaning": "error",
  "scale/levels": "error",
  "scale/anchors-missing": "error",
  "scale/anchors-alike": "warning percent 80 80 80",
  "scale/anchor-vague": "warning",
  "question/kind": "error",
  "question/same-as": "error",
  "question/words": "error",
  "rubric/lacks": "warning",
  "weight/range": "error",
  "weight/lopsided": "warning",
  "bands/gaps": "error",
  "result/unclear": "error",
  "bands/unreachable": "warning",
  "must/impossible": "error",
  "must/can-skip": "error",
  "next/missing": "warning",
  "next/no-owner": "warning",
  "next/no-sign": "warning",
  "section/thin": "info fewest 3 3 3 most 12 8 15 minutes 5 8 5",
  "view/no-experience": "warning",
  "plain/long-sentence": "warning words 25 15 30",
  "plain/long-question": "warning words 20 12 25",
  "plain/reading-age": "warning grade 6 4 9",
  "plain/hard-word": "info percent 10 5 15",
  "plain/passive-owner": "info",
  "plain/double-barrelled": "warning",
  "plain/double-negative": "warning in-a-question 1 0 2 elsewhere 1 1 2",
  "plain/leading": "info",
  "plain/not-answerable": "warning",
  "plain/nominalised": "info words 3 2 4",
  "plain/repeated-word": "warning",
  "plain/a-an": "warning",
  "plain/shouting": "warning",
  "plain/latin": "warning",
  "words/acronym": "warning",
  "words/jargon": "warning",
  "words/points-at-a-person": "warning",
  "words/agreed": "warning",
  "words/glossary-circular": "warning",
  "words/glossary-uses-jargon": "warning",
  "words/glossary-long": "warning words 25 20 40",
  "words/glossary-unsorted": "info",
  "words/inconsistent": "info",
  "source/missing": "warning",
  "source/unknown-section": "warning",
  "source/copied": "warning words 8 8 8",
  "template/syntax": "error",
  "template/unknown-field": "error",
  "template/unknown-helper": "error",
  "template/unknown-part": "error",
  "template/raw-output": "error",
  "answer/unknown-question": "error",
  "answer/unknown-level": "error",
  "answer/incomplete": "error",
  "answer/old-wording": "warning",
  "answer/twice": "warning",
  "answer/vote-count": "error",
  "answer/personal-data": "warning",
  "action/no-owner": "warning",
  "action/no-date": "warning",
  "action/past": "warning",
  "translation/missing": "warning",
  "translation/stale": "warning",
  "translation/extra": "warning",
  "translation/same-as-source": "warning",
  "translation/hash": "error",
  "translation/easy": "warning words 15 15 15 grade 3 3 3",
  "lint/config": "error",
  "lint/unknown-rule": "error",
  "lint/unused-disable": "warning",
  "lint/needs-reason": "error",
};

const FIXABLE = [
  "shape/unknown-key",
  "shape/value",
  "id/format",
  "ref/unknown",
  "answer/unknown-level",
  "answer/unknown-question",
  "yaml/surprise",
  "file/modeline",
  "plain/a-an",
  "plain/repeated-word",
  "plain/latin",
  "words/jargon",
  "template/unknown-field",
  "template/unknown-part",
];

describe("the catalogue of rules", () => {
  it("says how serious each rule is, and what its numbers are in each profile", () => {
    const found = RULE_PAGES.map(({ name, severity, options }) => {
      const numbers = Object.entries(options).flatMap(([option, { values }]) =>
        typeof values.workshop === "number"
          ? [option, values.workshop, values["easy-read"], values.specialist]
          : [],
      );
      return [name, [severity, ...numbers].join(" ")];
    });
    expect(Object.fromEntries(found)).toEqual(CATALOGUE);
  });

  it("says which rules --fix can mend", () => {
    const found = RULE_PAGES.filter(({ canFix }) => canFix).map(({ name }) => name);
    expect(new Set(found)).toEqual(new Set(FIXABLE));
  });

  it.each(RULE_PAGES)("explains $name offline, with a bad and a good sample", async (page) => {
    const { stdout, exitCode } = await runInMemory(["lint", "--explain", page.name]);
    const [first, , about] = stdout.split("\n");
    expect(first).toBe(page.name);
    expect(about).not.toBe("");
    const [, bad, good] = /Not like this:\n(.*)\n\nBut like this:\n(.*)\n$/su.exec(stdout) ?? [];
    expect(bad).not.toBe(good);
    expect(`${bad}${good}`).not.toMatch(/[«»]|undefined/u);
    expect(exitCode).toBe(0);
  });
});
