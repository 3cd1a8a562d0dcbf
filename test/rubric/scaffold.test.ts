import { describe, expect, it } from "vitest";
import { lintText } from "../../src/lint/lint-text.ts";
import { parseRubric } from "../../src/rubric/parse.ts";
import { criteriaOf } from "../../src/rubric/rubric.ts";
import { rubricScaffold, SCAFFOLD_KINDS, type ScaffoldContent } from "../../src/rubric/scaffold.ts";
import { memoryFiles, runInMemory } from "../support/context.ts";

function scaffold(content: Partial<ScaffoldContent> = {}): string {
  return rubricScaffold({
    id: "ours",
    title: "How we decide",
    about: "Who decides what here.",
    kind: "questions",
    questions: 3,
    source: "Our own talks",
    year: 2026,
    schema: "rubric.schema.json",
    ...content,
  });
}

const CASES = SCAFFOLD_KINDS.flatMap((kind) =>
  [3, 6, 12].map((questions) => ({ kind, questions })),
);

interface Report {
  readonly problems: readonly {
    readonly rule: string;
    readonly start: { readonly line: number; readonly column: number };
    readonly message: string;
  }[];
  readonly summary: { readonly errors: number; readonly warnings: number; readonly infos: number };
}

async function lint(text: string, ...args: string[]): Promise<Report> {
  const files = memoryFiles({ "ours.yaml": text });
  const { stdout } = await runInMemory(
    ["lint", "ours.yaml", "--verbose", "--format", "json", ...args],
    { files },
  );
  return JSON.parse(stdout);
}

/** Where each placeholder stands in the text, counted from 1; the comments have none. */
function placeholders(text: string): readonly string[] {
  return text.split("\n").flatMap((line, index) => {
    const column = line.startsWith("#") ? -1 : line.indexOf("TODO");
    return column < 0 ? [] : [`${index + 1}:${column + 1}`];
  });
}

describe("the scaffold of a rubric", () => {
  it.each(CASES)("of kind $kind with $questions questions is sound", ({ kind, questions }) => {
    const { rubric, diagnostics } = parseRubric("ours.yaml", scaffold({ kind, questions }));
    expect(diagnostics).toEqual([]);
    const practice = criteriaOf(rubric ?? failed()).filter(
      ({ measures }) => measures === "practice",
    );
    expect(practice).toHaveLength(kind === "both" ? 2 * questions : questions);
  });

  it.each(CASES)(
    "of kind $kind with $questions questions lacks nothing but the texts to write, for each kind of reader",
    async ({ kind, questions }) => {
      const text = scaffold({ kind, questions });
      const places = placeholders(text);
      expect(places.length).toBeGreaterThan((kind === "unscored" ? 1 : 6) * questions);
      for (const profile of ["workshop", "easy-read", "specialist"]) {
        const { problems, summary } = await lint(text, "--profile", profile);
        expect(problems.filter(({ rule }) => rule !== "shape/empty")).toEqual([]);
        expect(summary).toMatchObject({ errors: places.length, warnings: 0, infos: 0 });
      }
    },
  );

  it("has each placeholder named at its place, from the first to the last", async () => {
    let text = scaffold({ kind: "both" });
    const named: string[] = [];
    // As an author works through the list: what is named gets written, and lint is run again.
    for (let run = 0; placeholders(text).length > 0; run++) {
      expect(run).toBeLessThan(20);
      const { problems } = await lint(text);
      const places = problems
        .filter(({ message }) => message.includes("still a placeholder"))
        .map(({ start }) => `${start.line}:${start.column}`);
      expect(places).toEqual(placeholders(text).slice(0, places.length));
      named.push(...places);
      text = written(text, places);
    }
    expect(named).toEqual(placeholders(scaffold({ kind: "both" })));
  });

  it("keeps what was typed as it is, whatever it means to YAML", () => {
    const typed = [
      "no",
      "1.0",
      "a: b # c",
      "- x",
      "{a, b}",
      "\"quoted\" and 'more'",
      "*star &and !tag",
      "null",
      "Pwy sy'n penderfynu? \u0175 \u{1f6a3}",
      "@ % ` |",
    ];
    for (const words of typed) {
      const text = scaffold({ title: words, about: words, source: words });
      const { rubric, diagnostics } = parseRubric("ours.yaml", text);
      expect(diagnostics).toEqual([]);
      expect(rubric).toMatchObject({ title: words, about: words });
      expect(Object.values(rubric?.sources ?? {})).toMatchObject([{ title: words, year: 2026 }]);
    }
  });

  it("starts with the line that tells editors where the schema is", () => {
    expect(scaffold({ schema: "../docs/schema/rubric.json" }).split("\n")[0]).toBe(
      "# yaml-language-server: $schema=../docs/schema/rubric.json",
    );
  });

  it("is known as a rubric by its first key, and ends in one newline", () => {
    expect(lintText("ours.yaml", scaffold()).kind).toBe("rubric");
    expect(scaffold()).toMatch(/[^\n]\n$/u);
  });
});

function written(text: string, places: readonly string[]): string {
  return text
    .split("\n")
    .map((line, index) =>
      places.some((place) => place.startsWith(`${index + 1}:`))
        ? line.replace(/TODO.*$/u, "Written now")
        : line,
    )
    .join("\n");
}

function failed(): never {
  throw new Error("the scaffold should be sound");
}
