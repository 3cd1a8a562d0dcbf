import { describe, expect, it } from "vitest";
import { memoryFiles, runInMemory } from "../../support/context.ts";
import { SOUND_RUBRIC } from "../../support/rule-samples.ts";

interface Shown {
  readonly rule: string;
  readonly message: string;
  readonly start: { readonly line: number; readonly column: number };
  readonly end: { readonly line: number; readonly column: number };
}

async function lint(why: string, sources: Readonly<Record<string, string>>): Promise<Shown[]> {
  const text = SOUND_RUBRIC.replace("why: People with lived experience speak last.", why);
  const files = memoryFiles({ "ours.yaml": text, ...sources });
  const { stdout } = await runInMemory(["lint", "ours.yaml", "--format", "json"], { files });
  return (JSON.parse(stdout) as { problems: Shown[] }).problems.filter(({ rule }) =>
    rule.startsWith("source/"),
  );
}

const SOURCE =
  "Power\n\nMoney\n\nPlaces to meet\nPlaces\nOne two three four, five-six seven (eight) nine.\n";

describe("source/copied", () => {
  it("finds the whole run, over other signs, capitals and line breaks", async () => {
    const why =
      "why: >-\n      With lived experience: ONE two three\n      four five-six: seven “eight”; nine, ten.";
    const [found, ...others] = await lint(why, { "sources/talk.txt": SOURCE });
    expect(others).toEqual([]);
    expect(found).toMatchObject({ rule: "source/copied", start: { line: 22, column: 30 } });
    expect(found?.message).toContain('These 8 words in a row are also in the source "talk".');
    expect(found?.end).toEqual({ line: 23, column: 41 });
  });

  it.each([
    ["seven words", "why: With lived experience one two three four five-six seven eight."],
    [
      "words in another order",
      "why: Lived experience one two three five-six four seven eight nine.",
    ],
  ])("lets %s pass", async (_, why) => {
    expect(await lint(why, { "sources/talk.txt": SOURCE })).toEqual([]);
  });

  it("looks into every text of the folder, and nowhere else", async () => {
    const why = "why: Lived experience one two three four five-six seven eight nine.";
    expect(await lint(why, { "sources/other.md": SOURCE })).toHaveLength(1);
    expect(await lint(why, { "texts/talk.txt": SOURCE, "sources/talk.pdf": SOURCE })).toEqual([]);
  });
});

describe("source/unknown-section", () => {
  const WHY = "why: People with lived experience speak last.";

  it("looks for the words in the text where there is no list of headings", async () => {
    expect(await lint(WHY, { "sources/talk.md": "# 1. Power\n## MONEY!\n\nOf\nplaces\n" })).toEqual(
      [],
    );
    const [found] = await lint(WHY, { "sources/talk.md": "# Power\nMoney\nPlaices\n" });
    expect(found?.message).toContain('The source "talk" has no heading "Places". ');
    expect(found?.message).toContain('Did you mean "Plaices"?');
  });

  it("takes the list alone where there is one", async () => {
    const given = {
      "sources/talk.txt": "Power\nMoney\nPlaces\n",
      "sources/talk.headings.txt": "Power\nMoney\n",
    };
    expect(await lint(WHY, given)).toHaveLength(1);
  });

  it("says nothing of a source that is not kept", async () => {
    expect(await lint(WHY, { "sources/other.txt": "Nothing\n" })).toEqual([]);
  });
});
