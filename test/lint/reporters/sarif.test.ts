import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ajvModule from "ajv";
import formatsModule from "ajv-formats";
import { describe, expect, it } from "vitest";
import { relativeUri } from "../../../src/lint/reporters/gitlab.ts";
import { sarif } from "../../../src/lint/reporters/sarif.ts";
import { PACKAGE_FOLDER } from "../../support/context.ts";
import {
  aProblem,
  aReport,
  HOSTILE_FILE,
  HOSTILE_TEXT,
  hostileReport,
  settings,
} from "../../support/lint-reports.ts";

const SCHEMA = join(PACKAGE_FOLDER, "..", "shared", "data", "sarif-2.1.0.schema.json");

// biome-ignore lint/suspicious/noExplicitAny: the log is looked at as any program would.
function logOf(...given: Parameters<typeof sarif>): any {
  return JSON.parse(sarif(...given));
}

function runOf(...given: Parameters<typeof sarif>) {
  return logOf(...given).runs[0];
}

/** The published schema is of draft 4, whose only difference that matters here is how it names itself. */
function compile() {
  const { id, $schema: draft, ...schema } = JSON.parse(readFileSync(SCHEMA, "utf8"));
  expect(draft).toContain("draft-04");
  const ajv = new ajvModule.default({ strict: false, allErrors: true });
  formatsModule.default(ajv);
  return ajv.compile({ $id: id, ...schema });
}

describe.skipIf(!existsSync(SCHEMA))(
  "sarif, against the published schema (needs ../shared/data)",
  () => {
    it.each([
      ["an empty", aReport()],
      ["a clean", aReport([], { files: [{ file: "a.yaml", kind: "rubric" }] })],
      ["a hostile", hostileReport()],
    ])("is valid for %s result", (_, report) => {
      const validate = compile();
      validate(logOf(report, settings()));
      expect(validate.errors).toBeNull();
    });

    it("would be told if it were not", () => {
      const validate = compile();
      const log = logOf(hostileReport(), settings());
      log.runs[0].results[0].level = "info";
      log.runs[0].tool.driver.rules[0].helpUri = "docs/rules/a b.md";
      log.runs[0].results[1].locations[0].physicalLocation.region.startLine = 0;
      validate(log);
      expect(validate.errors?.map(({ keyword }) => keyword).sort()).toEqual([
        "enum",
        "format",
        "minimum",
      ]);
    });
  },
);

describe("sarif", () => {
  it("counts columns in UTF-16 units, from 1 and with an exclusive end", () => {
    const run = runOf(aReport([aProblem()]), settings());
    expect(run.columnKind).toBe("utf16CodeUnits");
    expect(run.results[0].locations[0].physicalLocation.region).toEqual({
      startLine: 3,
      startColumn: 5,
      endLine: 3,
      endColumn: 9,
    });
  });

  it("says error, warning and note", () => {
    const problems = (["error", "warning", "info"] as const).map((severity) =>
      aProblem({ severity }),
    );
    const { results } = runOf(aReport(problems), settings());
    expect(results.map(({ level }: { level: string }) => level)).toEqual([
      "error",
      "warning",
      "note",
    ]);
  });

  it("lists every rule with its address, page and level, also those that found nothing", () => {
    const rules = [
      { name: "plain/leading", severity: "info", about: "About it.", markdown: "# A page" },
      { name: "shape/missing", severity: "error", about: "Another.", markdown: "# Another" },
    ] as const;
    const run = runOf(aReport([aProblem(), aProblem({ rule: "own/rule" })], { rules }), settings());
    expect(run.tool.driver.rules[0]).toEqual({
      id: "plain/leading",
      name: "PlainLeading",
      shortDescription: { text: "About it." },
      fullDescription: { text: "About it." },
      helpUri: "urn:coprod:rule:plain/leading",
      help: { text: "About it.", markdown: "# A page" },
      defaultConfiguration: { level: "note" },
    });
    for (const { ruleId, ruleIndex } of run.results) {
      expect(run.tool.driver.rules[ruleIndex]).toMatchObject({
        id: ruleId,
        helpUri: expect.stringMatching(/^urn:/u),
        help: { markdown: expect.any(String) },
        defaultConfiguration: { level: "error" },
      });
    }
    expect(run.tool.driver.rules).toHaveLength(3);
  });

  it("lists clean files too, with relative addresses from the top of the repository", () => {
    const report = aReport([], { files: [{ file: "ours.yaml", kind: "rubric" }] });
    expect(runOf(report, settings({ fromRoot: (file) => `charity/${file}` })).artifacts).toEqual([
      { location: { uri: "charity/ours.yaml", uriBaseId: "%SRCROOT%" } },
    ]);
  });

  it("brings the file's name back from its address", () => {
    const { uri } = runOf(aReport([aProblem({ file: HOSTILE_FILE })]), settings()).artifacts[0]
      .location;
    expect(decodeURIComponent(uri)).toBe(HOSTILE_FILE);
    expect(uri).toMatch(/^[A-Za-z0-9%._~!*'()/-]+$/u);
  });

  it("gives each result a fingerprint that follows the id path", () => {
    const moved = aProblem({ place: { line: 90, column: 1, endLine: 90, endColumn: 2 } });
    const [before, after] = [aProblem(), moved].map(
      (each) => runOf(aReport([each]), settings()).results[0].partialFingerprints,
    );
    expect(after).toEqual(before);
    expect(Object.values(before)).toEqual([expect.stringMatching(/^sha256-/u)]);
  });

  it("keeps what a comment switched off, with the reason, and says of all others that nothing was", () => {
    const problems = [
      aProblem(),
      aProblem({ silenced: { reason: "quoted" } }),
      aProblem({ silenced: {} }),
    ];
    const { results } = runOf(aReport(problems), settings());
    expect(results.map(({ suppressions }: { suppressions: unknown }) => suppressions)).toEqual([
      [],
      [{ kind: "inSource", justification: "quoted" }],
      [{ kind: "inSource" }],
    ]);
  });

  it("gives fixes and related places", () => {
    const place = { line: 1, column: 2, endLine: 1, endColumn: 4 };
    const region = { startLine: 1, startColumn: 2, endLine: 1, endColumn: 4 };
    const problem = aProblem({
      edits: [{ start: 1, end: 3, place, text: "an" }],
      related: [{ place, says: "Also here." }],
    });
    const [result] = runOf(aReport([problem]), settings()).results;
    const artifactLocation = { uri: "rubrics/ours.yaml", uriBaseId: "%SRCROOT%" };
    const replacements = [{ deletedRegion: region, insertedContent: { text: "an" } }];
    expect(result.fixes).toEqual([{ artifactChanges: [{ artifactLocation, replacements }] }]);
    expect(result.relatedLocations).toEqual([
      { id: 0, physicalLocation: { artifactLocation, region }, message: { text: "Also here." } },
    ]);
    expect(result.locations[0].logicalLocations).toEqual([
      { fullyQualifiedName: "ours/sections/equality/asks" },
    ]);
  });

  it("makes neither a link nor a gap for an argument of anybody's words", () => {
    const [result] = runOf(aReport([aProblem({ says: HOSTILE_TEXT })]), settings()).results;
    expect(result.message.text).toContain("{{0}} {{braces}}");
    expect(result.message.text).not.toContain("](");
  });
});

describe("relativeUri", () => {
  it.each([
    ["rubrics\\ours.yaml", "rubrics/ours.yaml"],
    ["a b/100%.yaml", "a%20b/100%25.yaml"],
    ["a:b.yaml", "a%3Ab.yaml"],
    ["D:\\charity\\ours.yaml", "file:///D:/charity/ours.yaml"],
    ["/elsewhere/ours.yaml", "file:///elsewhere/ours.yaml"],
    ["half \ud800 pair.yaml", "half%20%EF%BF%BD%20pair.yaml"],
  ])("writes %j as %s", (path, uri) => {
    expect(relativeUri(path)).toBe(uri);
  });
});
