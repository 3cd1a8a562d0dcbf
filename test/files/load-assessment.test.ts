import { describe, expect, it } from "vitest";
import { bundledRubricIds, loadTemplates } from "../../src/files/bundled.ts";
import { loadAssessment, loadGiven } from "../../src/files/load-assessment.ts";
import { loadBundled, loadRubric, loadRubrics } from "../../src/files/rubrics.ts";
import { FileProblems } from "../../src/platform/errors.ts";
import type { Context } from "../../src/platform/ports.ts";
import { CHARITY_FOLDER, memoryFiles, PACKAGE_FOLDER } from "../support/context.ts";
import { fixtures } from "../support/fixtures.ts";

const SMALL = fixtures("rubric", "ok").find(({ name }) => name === "small")?.text ?? "";

function contextWith(given: Readonly<Record<string, string>>, stdin = ""): Context {
  return {
    cwd: CHARITY_FOLDER,
    files: memoryFiles(given),
    packageFolder: PACKAGE_FOLDER,
    readStdin: async () => stdin,
  } as unknown as Context;
}

const assessment = (rubrics: string, answers = "") =>
  `coprod: assessment/1\ntitle: Ours\nrubrics: [${rubrics}]\n${answers}`;

describe("loading rubrics", () => {
  it("finds the bundled ones by id, and the guide is none of them", async () => {
    const ids = await bundledRubricIds(contextWith({}));
    expect(ids).toEqual(expect.arrayContaining(["barriers", "principles"]));
    expect(ids).not.toContain("guide");
    expect((await loadBundled(contextWith({}), "principles")).id).toBe("principles");
  });

  it("finds one of the charity's own by its path", async () => {
    const context = contextWith({ "own/small.yaml": SMALL });
    for (const name of ["own/small.yaml", "./own/small.yaml", "/charity/own/small.yaml"])
      expect((await loadRubric(context, name)).id).toBe("small");
  });

  it("suggests the id that was meant, and lists them all", async () => {
    await expect(loadRubric(contextWith({}), "principels")).rejects.toMatchObject({
      message: 'There is no rubric called "principels".',
      hint: expect.stringMatching(/^Did you mean "principles"\? The rubrics are: barriers, /u),
      exitCode: 2,
    });
  });

  it("looks for files beside the assessment, not beside whoever asks", async () => {
    const context = contextWith({ "spring/small.yaml": SMALL });
    const references = [{ id: "small", file: "./small.yaml" }];
    const [rubric] = await loadRubrics(context, references, "/charity/spring");
    expect(rubric?.id).toBe("small");
  });

  it("refuses one that is broken, with its places", async () => {
    const broken = contextWith({ "a.yaml": SMALL.replace("asks:", "ask:") });
    const error = await loadRubric(broken, "a.yaml").catch((each: unknown) => each);
    expect(error).toBeInstanceOf(FileProblems);
    expect((error as FileProblems).diagnostics[0]).toMatchObject({
      rule: "shape/unknown-key",
      file: "a.yaml",
    });
    expect((error as FileProblems).texts.has("a.yaml")).toBe(true);
  });
});

describe("loading an assessment", () => {
  it("brings its rubrics, its text and its warnings along", async () => {
    const text = assessment("{ id: small, file: small.yaml, version: 0.1.0, hash: sha256-0 }");
    const context = contextWith({ "a.yaml": text, "small.yaml": SMALL });
    const loaded = await loadAssessment(context, "/charity/a.yaml");
    expect(loaded.assessment.rubrics.map(({ id }) => id)).toEqual(["small"]);
    expect(loaded.text).toBe(text);
    expect(loaded.warnings.map(({ rule }) => rule)).toEqual(["answer/old-wording"]);
    expect([...loaded.texts.keys()]).toEqual(["a.yaml"]);
  });

  it("reads standard input as if it lay in the working folder", async () => {
    const text = assessment("{ id: small, file: small.yaml }");
    const loaded = await loadGiven(contextWith({ "small.yaml": SMALL }, text), "-");
    expect(loaded.assessment.title).toBe("Ours");
    const wrong = loadGiven(contextWith({}, "title: [\n"), "-");
    await expect(wrong).rejects.toMatchObject({ diagnostics: [{ file: "standard input" }] });
  });

  it.each([
    ["a rubric nobody has", "{ id: smal }", "rubric"],
    ["a rubric's file that is not there", "{ id: small, file: own.yaml }", "file"],
  ])("points at %s", async (_, rubrics, what) => {
    const loading = loadAssessment(
      contextWith({ "a.yaml": assessment(rubrics) }),
      "/charity/a.yaml",
    );
    await expect(loading).rejects.toMatchObject({
      diagnostics: [{ rule: "ref/unknown", file: "a.yaml", place: { line: 3 }, facts: { what } }],
    });
  });

  it("reports every missing rubric at once", async () => {
    const text = assessment(
      "{ id: one }, { id: two }, { id: principles }, { id: x, file: x.yaml }",
    );
    const error = await loadAssessment(contextWith({ "a.yaml": text }), "/charity/a.yaml").catch(
      (each: unknown) => each,
    );
    expect((error as FileProblems).diagnostics.map(({ facts }) => facts)).toMatchObject([
      { name: "one" },
      { name: "two" },
      { name: "x.yaml" },
    ]);
  });
});

describe("loading templates", () => {
  it("gives them by their path below the folder, with forward slashes", async () => {
    const texts = await loadTemplates(contextWith({}));
    expect(texts.size).toBeGreaterThan(1);
    for (const [path, text] of texts) {
      expect(path).toMatch(/^[\w-]+(?:\/[\w.-]+)*\.[\w.]+$/u);
      expect(text.length).toBeGreaterThan(0);
    }
  });
});

describe("a file that an assessment names", () => {
  it.each([
    ["quoted where it says that it is one of ours", "coprod: rubric/1\nid: Wrong\n", 1],
    ["not quoted where it is anything else", "secret: abc\n", 0],
  ])("is %s", async (_, text, quoted) => {
    const path = `${CHARITY_FOLDER}/our.yaml`;
    const context = contextWith({
      "our.yaml": assessment("{ id: named, file: named.yaml }"),
      "named.yaml": text,
    });
    const problems = await loadAssessment(context, path).catch((error: unknown) => error);
    expect(problems).toBeInstanceOf(FileProblems);
    expect((problems as FileProblems).texts.size).toBe(quoted);
  });
});

describe("fields that somebody emptied by hand", () => {
  const load = (more: string) => {
    const text = assessment("{ id: small, file: ./small.yaml }", more);
    return loadAssessment(
      contextWith({ "our.yaml": text, "small.yaml": SMALL }),
      "/charity/our.yaml",
    );
  };

  it.each([
    "answers:\n",
    "answers: # none yet\nactions:\npeople:\nplan:\nsessions:\n",
    "covers:\nstarted:\nlook:\n",
    'covers: ""\n',
    "plan:\n  charity:\n  meeting:\n    name:\n",
    "actions:\n  - { id: a1, do: Ask them, who: , by: }\n",
  ])("are told, and the rest is read: %j", async (more) => {
    const { warnings, assessment: read } = await load(more);
    expect(read.title).toBe("Ours");
    expect(new Set(warnings.map(({ rule, severity }) => `${rule} ${severity}`))).toEqual(
      new Set(["shape/empty warning"]),
    );
  });

  it.each([
    "actions:\n  - { id: a1, do: }\n",
    "actions:\n  -\n",
    "people:\n  - { group: staff, name: Staff, present: }\n",
  ])("stay faults where something has to be there: %j", async (more) => {
    const { diagnostics } = await load(more).then(
      () => ({ diagnostics: [] }),
      (error: FileProblems) => error,
    );
    expect(diagnostics).toMatchObject([{ rule: "shape/empty", severity: "error" }]);
  });
});
