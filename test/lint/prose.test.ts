import { describe, expect, it } from "vitest";
import { rightSentences, verdicts, wrongSentences } from "../support/prose.ts";

const right = rightSentences();
const wrong = wrongSentences();
const judged = verdicts([...right, ...wrong]);

describe("the sentences by which the wording rules are measured", () => {
  it("are many, and no two are the same", () => {
    expect(right.length).toBeGreaterThanOrEqual(600);
    expect(wrong.length).toBeGreaterThanOrEqual(300);
    const texts = [...right, ...wrong].map(({ text, rules }) => `${rules[0]} ${text}`);
    expect(texts.filter((text, at) => texts.indexOf(text) !== at)).toEqual([]);
  });
});

describe("each wording rule", () => {
  it.each([...judged])("%s finds what is wrong, and leaves what is right alone", (_, verdict) => {
    const { precision, recall, missed, falseAlarms } = verdict;
    expect(precision, falseAlarms.join("\n")).toBeGreaterThanOrEqual(0.95);
    expect(recall, missed.join("\n")).toBeGreaterThanOrEqual(0.9);
  });
});
