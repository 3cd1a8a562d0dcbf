import type { CriterionFile, RubricFile, SectionFile } from "../../src/rubric/schema.ts";

/** A whole rubric as a file; its text is JSON, which is YAML too. */
export function rubricText(file: RubricFile): string {
  return `${JSON.stringify(file, null, 1)}\n`;
}

export function aRubricFile(
  overrides: Pick<RubricFile, "scales" | "sections"> & Partial<RubricFile>,
): RubricFile {
  return {
    coprod: "rubric/1",
    id: "ours",
    version: "1.0.0",
    language: "en-GB",
    title: "Our own questions",
    about: "What we ask ourselves.",
    minutes: 10,
    ...overrides,
  };
}

export function aSectionFile(
  overrides: Pick<SectionFile, "id" | "scale" | "criteria"> & Partial<SectionFile>,
): SectionFile {
  return { kind: "principle", title: `Title of ${overrides.id}`, why: "It matters.", ...overrides };
}

/** A criterion with one step that serves every level. */
export function aCriterionFile(
  overrides: Pick<CriterionFile, "id"> & Partial<CriterionFile>,
  highest: string,
): CriterionFile {
  const step = {
    do: "Do it.",
    first: "Start it.",
    effort: "small",
    who: "Us",
    sign: "It is done.",
  } as const;
  return { asks: `Do we ${overrides.id}?`, next: { [highest]: step }, ...overrides };
}
