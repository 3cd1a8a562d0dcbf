import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parseRubric } from "../../src/rubric/parse.ts";
import type { Rubric } from "../../src/rubric/rubric.ts";
import { criteriaOf } from "../../src/rubric/rubric.ts";
import { PACKAGE_FOLDER } from "../support/context.ts";
import { aCriterionFile, aRubricFile, aSectionFile, rubricText } from "../support/rubric-file.ts";
import { score } from "../support/score-ranges.ts";

interface Shape {
  readonly levels: number;
  readonly sections: number;
}

/** A rubric of a charity's own: its own names, levels, values, bands and cap. */
function written({ levels, sections }: Shape): Rubric {
  const ids = Array.from({ length: levels }, (_, at) => `cam-${at + 1}`);
  const top = (levels - 1) ** 2;
  const cam = ids.map((id, at) => ({
    id,
    name: `Cam ${at + 1}`,
    means: `This is cam ${at + 1}.`,
    value: at === levels - 1 ? "1" : `${at ** 2}/${top}`,
  }));
  const question = (section: number, name: string, overrides = {}) =>
    aCriterionFile({ id: `${name}-${section}`, ...overrides }, ids.at(-1) ?? "");
  const file = aRubricFile({
    scales: { cam },
    cap: "canol",
    bands: [
      { id: "isel", name: "Isel", from: 0, means: "Low." },
      { id: "canol", name: "Canol", from: "1/3", means: "In the middle." },
      { id: "uchel", name: "Uchel", from: "5/6", means: "High." },
    ],
    sections: Array.from({ length: sections }, (_, at) =>
      aSectionFile({
        id: `rhan-${at}`,
        scale: "cam",
        criteria: [
          question(at, "un", { must: ids[1] }),
          question(at, "dau", { weight: "5/2" }),
          question(at, "tri", { weight: 3 }),
        ],
      }),
    ),
  });
  const { rubric, diagnostics } = parseRubric("ours.yaml", rubricText(file));
  if (rubric === undefined) throw new Error(JSON.stringify(diagnostics));
  return rubric;
}

function headline(rubric: Rubric, level: (key: string) => number) {
  const answers = criteriaOf(rubric).map(({ key, levels }) => [
    key,
    { answer: levels.at(level(key))?.id ?? "" },
  ]);
  return score({ rubric, answers: Object.fromEntries(answers) }).headline;
}

const SHAPES: readonly Shape[] = [2, 3, 4, 5, 6, 7].flatMap((levels) =>
  [1, 12].map((sections) => ({ levels, sections })),
);

describe("a rubric of a charity's own", () => {
  it.each(SHAPES)(
    "with $levels levels and $sections sections runs from nothing to all",
    (shape) => {
      const rubric = written(shape);
      expect(headline(rubric, () => 0)).toMatchObject({ percent: [0, 0], bands: ["isel", "isel"] });
      expect(headline(rubric, () => -1)).toMatchObject({
        percent: [100, 100],
        bands: ["uchel", "uchel"],
      });
    },
  );

  it.each(SHAPES)("with $levels levels and $sections sections caps at its own band", (shape) => {
    const failing = headline(written(shape), (key) => (key.endsWith("/un-0") ? 0 : -1));
    expect(failing).toMatchObject({
      low: "11/13",
      bands: ["canol", "canol"],
      capped: ["ours/un-0"],
      weakest: ["ours/rhan-0"],
    });
  });

  it("counts its levels as it says", () => {
    const { low } = headline(written({ levels: 4, sections: 1 }), () => 2) ?? {};
    expect(low).toBe("4/9");
  });
});

describe("the code", () => {
  const folder = (name: string) => join(PACKAGE_FOLDER, name);
  const names = readdirSync(folder("rubrics"))
    .filter((file) => file !== "guide.yaml")
    .flatMap((file) => {
      const { rubric } = parseRubric(file, readFileSync(join(folder("rubrics"), file), "utf8"));
      return rubric === undefined ? [] : namesIn(rubric);
    });

  it("knows no section, question, level or band by its name", () => {
    const own = new Set(names.filter((name) => /[- ]/u.test(name)));
    expect(own.size).toBeGreaterThan(150);
    const files = readdirSync(folder("src"), { recursive: true, encoding: "utf8" });
    const texts = files
      // Lint's samples of good and bad files quote our own; the plan has headings of its own.
      .filter((file) => file.endsWith(".ts") && !/^lint|^plan[\\/]messages[\\/]/u.test(file))
      .map((file) => readFileSync(join(folder("src"), file), "utf8"));
    expect(texts.length).toBeGreaterThan(100);
    const quoted = texts.flatMap((text) => [...text.matchAll(/["'`]([^"'`\n]+)["'`]/gu)]);
    expect(quoted.map(([, word = ""]) => word).filter((word) => own.has(word))).toEqual([]);
  });
});

function namesIn({ sections, bands }: Rubric): string[] {
  return [
    ...bands.flatMap(({ id, name }) => [id, name]),
    ...sections.flatMap(({ id, title, criteria }) => [
      id,
      title,
      ...criteria.flatMap((each) => [
        each.id,
        ...each.levels.flatMap((level) => [level.id, level.name]),
      ]),
    ]),
  ];
}
