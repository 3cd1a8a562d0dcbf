import { describe, expect, it } from "vitest";
import { EXIT } from "../../src/platform/errors.ts";
import { memoryFiles, runInMemory } from "../support/context.ts";
import { SOUND_RUBRIC } from "../support/rule-samples.ts";

const ABOUT = "about: What we ask people with lived experience.";

/** The rules that are left, after these lines took the place of the rubric's `about`. */
async function rulesLeft(lines: string): Promise<string[]> {
  const files = memoryFiles({ "ours.yaml": SOUND_RUBRIC.replace(ABOUT, lines) });
  const { stdout } = await runInMemory(["lint", "ours.yaml", "--format", "json"], { files });
  return (JSON.parse(stdout) as { problems: { rule: string }[] }).problems.map(({ rule }) => rule);
}

const FAULT = "about: We ask, e.g. about lived experience.";

describe("a comment that switches a rule off", () => {
  it.each([
    ["for the next line", `# coprod-disable-next-line plain/latin -- quoted\n${FAULT}`],
    ["for its own line", `${FAULT} # coprod-disable-line plain/latin -- quoted`],
    [
      "from here to where it is on again",
      `# coprod-disable plain/latin\n${FAULT}\n# coprod-enable`,
    ],
    ["for the whole file", `# coprod-disable-file plain/latin\n${FAULT}`],
    ["for all rules", `# coprod-disable-next-line\n${FAULT}`],
    [
      "for a text over several lines",
      "# coprod-disable-next-line plain/latin\nabout: >-\n  We ask\n  about lived experience,\n  e.g. yours.",
    ],
    [
      "for a block, beside its sign",
      "about: >- # coprod-disable-line plain/latin\n  We ask\n  about lived experience, e.g. yours.",
    ],
  ])("works %s", async (_, lines) => {
    expect(await rulesLeft(lines)).toEqual([]);
  });

  it("reaches no further than the value it is bound to", async () => {
    const both = "# coprod-disable-next-line plain/latin\nabout: Lived experience, i.e. yours.";
    const text = SOUND_RUBRIC.replace(ABOUT, both).replace(
      "title: Our own",
      "title: Our own, i.e. new,",
    );
    const { stdout } = await runInMemory(["lint", "ours.yaml"], {
      files: memoryFiles({ "ours.yaml": text }),
    });
    expect(stdout.match(/\[plain\/latin\]/gu)).toHaveLength(1);
    expect(stdout).toContain("1 problem switched off by a comment");
  });

  it("is no comment inside a text", async () => {
    const lines = `about: "Lived experience # coprod-disable-line plain/latin e.g. yours"`;
    expect(await rulesLeft(lines)).toEqual(["plain/latin"]);
    const block =
      "about: |\n  Lived experience\n  # coprod-disable-file plain/latin\n  e.g. yours.";
    expect(await rulesLeft(block)).toEqual(["plain/latin"]);
  });

  it("is reported where it switches off nothing", async () => {
    const lines = `# coprod-disable-next-line plain/latin -- once quoted\n${ABOUT}`;
    expect(await rulesLeft(lines)).toEqual(["lint/unused-disable"]);
  });

  it("is reported where it names no rule, with the name that is near", async () => {
    const lines = `# coprod-disable-next-line plain/latn\n${ABOUT}`;
    expect(await rulesLeft(lines)).toEqual(["lint/unknown-rule"]);
  });

  it("is reported for each rule that it names in vain", async () => {
    const both = "# coprod-disable-next-line plain/latin, plain/long-sentence -- quoted";
    expect(await rulesLeft(`${both}\n${FAULT}`)).toEqual(["lint/unused-disable"]);
  });

  it.each([
    ["# coprod-disable-nextline plain/latin", ["lint/unknown-rule", "plain/latin"]],
    ["# coprod-enable plain/latn", ["lint/unknown-rule", "plain/latin"]],
    ["# coprod-enable plain/latin", ["lint/unused-disable", "plain/latin"]],
    ["# coprod-produced with care", ["plain/latin"]],
  ])("is never taken for one that works: %s", async (comment, expected) => {
    expect(await rulesLeft(`${comment}\n${FAULT}`)).toEqual(expected);
  });

  it("cannot switch off that a newer coprod made the file", async () => {
    const text = "# coprod-disable-file -- we know\ncoprod: rubric/99\n";
    const files = memoryFiles({ "ours.yaml": text });
    const { stdout, exitCode } = await runInMemory(["lint", "ours.yaml"], { files });
    expect(stdout).toContain("[file/unsupported]");
    expect(exitCode).toBe(EXIT.problems);
  });

  it("needs a reason to switch off an error", async () => {
    expect(await rulesLeft("about: TODO # coprod-disable-line shape/empty")).toEqual([
      "shape/empty",
      "lint/needs-reason",
    ]);
    expect(
      await rulesLeft("about: TODO # coprod-disable-line shape/empty -- it is a draft"),
    ).toEqual([]);
  });

  it("cannot switch off that a file is not YAML", async () => {
    const files = memoryFiles({ "ours.yaml": '# coprod-disable-file -- why\ncoprod: "rubric/1\n' });
    const { exitCode, stdout } = await runInMemory(["lint", "ours.yaml"], { files });
    expect(stdout).toContain("[yaml/syntax]");
    expect(exitCode).toBe(EXIT.problems);
  });
});
