import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ajvModule from "ajv";
import formatsModule from "ajv-formats";
import { XMLParser, XMLValidator } from "fast-xml-parser";
import { beforeAll, describe, expect, it } from "vitest";
import { CHARITY_FOLDER, memoryFiles, PACKAGE_FOLDER, runInMemory } from "../support/context.ts";
import { bundledRubric, damage } from "./broken-rubric.ts";

/**
 * Schemas that others publish lie beside the repository where there is any: SARIF 2.1.0 (OASIS), JUnit (windyroad), and
 * GitLab's `app/validators/json_schemas/codeclimate.json`.
 */
const DATA = process.env["COPROD_TEST_DATA"] ?? join(PACKAGE_FOLDER, "..", "shared", "data");
const SARIF = join(DATA, "sarif-2.1.0.schema.json");
const JUNIT = join(DATA, "junit.xsd");

/** Names that mean something to a log, a list, an address or a markup language. */
const NAMES = [
  "plain.yaml",
  "a b,c:d=e.yaml",
  "100%25%0A::error file=x::y.yaml",
  "line\r\nbreak.yaml",
  "<&\"'>]]>.yaml",
  "[x](y){0}|#.yaml",
  "Ll\u0177r \u{1f6a3}.yaml",
];

/** Reports name them without line breaks and other control signs. */
const SHOWN = NAMES.map((name) => name.replace(/\p{Cc}/gu, "?"));

const FORMATS = ["json", "sarif", "junit", "github", "gitlab", "markdown", "compact"] as const;
type Format = (typeof FORMATS)[number];

const reports = new Map<Format, string>();
const report = (format: Format) => reports.get(format) ?? "";
const value = (format: Format) => JSON.parse(report(format));

beforeAll(async () => {
  const texts = NAMES.map((name, index) => [name, damage(bundledRubric("principles"), index)]);
  const files = memoryFiles({
    ...Object.fromEntries(texts),
    "barriers.yaml": bundledRubric("barriers"),
  });
  const outputs = FORMATS.flatMap((format) => ["--output", `${format}=reports/${format}`]);
  const args = ["lint", ...NAMES, "barriers.yaml", "--no-config", "--verbose", ...outputs];
  const { exitCode, stderr } = await runInMemory(args, { files });
  expect({ exitCode, stderr }).toEqual({ exitCode: 1, stderr: "" });
  for (const format of FORMATS) {
    reports.set(format, files.texts.get(`${CHARITY_FOLDER}/reports/${format}`) ?? "");
  }
});

function problems(): readonly { file: string; severity: string; message: string; rule: string }[] {
  return value("json").problems;
}

function withSchema(path: string): ReturnType<InstanceType<typeof ajvModule.default>["compile"]> {
  const { id, $schema: _, ...schema } = JSON.parse(readFileSync(path, "utf8"));
  const ajv = new ajvModule.default({ strict: false, allErrors: true });
  formatsModule.default(ajv);
  return ajv.compile({ ...(id === undefined ? {} : { $id: id }), ...schema });
}

describe("reports on files of hostile names, with errors, warnings and info", () => {
  it("have all of these to tell", () => {
    expect(new Set(problems().map(({ file }) => file))).toEqual(new Set(SHOWN));
    expect(new Set(problems().map(({ severity }) => severity))).toEqual(
      new Set(["error", "warning", "info"]),
    );
    expect(problems().length).toBeGreaterThan(30);
  });

  it("as json fit the schema that coprod publishes", () => {
    const validate = withSchema(join(PACKAGE_FOLDER, "docs", "schema", "lint.json"));
    validate(value("json"));
    expect(validate.errors).toBeNull();
  });

  it("as sarif fit the published schema of 2.1.0", ({ skip }) => {
    skip(!existsSync(SARIF), "needs ../shared/data");
    const validate = withSchema(SARIF);
    validate(value("sarif"));
    expect(validate.errors).toBeNull();
    const { results } = value("sarif").runs[0];
    const uris = results.map(
      (each: { locations: [{ physicalLocation: { artifactLocation: { uri: string } } }] }) =>
        decodeURIComponent(each.locations[0].physicalLocation.artifactLocation.uri),
    );
    expect(new Set(uris)).toEqual(new Set(SHOWN));
    expect(results).toHaveLength(problems().length);
  });

  it("as junit fit the common schema, by a validator of XML schemas", ({ skip }) => {
    const hasTool = spawnSync("xmllint", ["--version"]).status === 0;
    if (process.env["COPROD_REQUIRE_XMLLINT"] === "1") expect(hasTool).toBe(true);
    skip(!hasTool || !existsSync(JUNIT), "needs xmllint (libxml2-utils) and ../shared/data");
    const { status, stderr } = spawnSync("xmllint", ["--noout", "--schema", JUNIT, "-"], {
      input: report("junit"),
      encoding: "utf8",
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: "- validates\n" });
  });

  it("as junit have a suite for each file, by a parser of XML", () => {
    expect(XMLValidator.validate(report("junit"))).toBe(true);
    const parser = new XMLParser({
      ignoreAttributes: false,
      isArray: (name) => name === "testsuite",
    });
    const suites: Record<string, string>[] = parser.parse(report("junit")).testsuites.testsuite;
    expect(suites).toHaveLength(NAMES.length + 1);
    const failed = suites.filter((suite) => suite["@_failures"] !== "0");
    const withErrors = problems().filter(({ severity }) => severity === "error");
    expect(failed).toHaveLength(new Set(withErrors.map(({ file }) => file)).size);
  });

  // GitLab's own schema (`app/validators/json_schemas/codeclimate.json` in gitlabhq/gitlabhq, read at commit 33827e3a) is
  // not ours to copy here. What it asks for: an object with description, fingerprint and severity as texts, a location,
  // and a whole number where a line begins. Its handbook asks for more, and so does this.
  it("as gitlab have all that GitLab's schema and handbook ask for", () => {
    const issues: readonly Record<string, unknown>[] = value("gitlab");
    expect(issues.length).toBeGreaterThan(0);
    for (const issue of issues) {
      expect(issue).toEqual({
        description: expect.stringMatching(/\S/u),
        check_name: expect.stringMatching(/^[a-z]+\/[a-z-]+$/u),
        fingerprint: expect.stringMatching(/^\S+$/u),
        severity: expect.stringMatching(/^(?:info|minor|major|critical|blocker)$/u),
        location: {
          path: expect.stringMatching(/^(?!\.\/|\/)./u),
          lines: { begin: expect.any(Number) },
        },
      });
      const { location } = issue as { location: { lines: { begin: number } } };
      expect(Number.isInteger(location.lines.begin) && location.lines.begin >= 1).toBe(true);
    }
  });

  it("as gitlab name each file, each with fingerprints of its own", () => {
    const issues: { location: { path: string }; fingerprint: string }[] = value("gitlab");
    expect(new Set(issues.map(({ location }) => location.path))).toEqual(new Set(SHOWN));
    expect(new Set(issues.map(({ fingerprint }) => fingerprint)).size).toBe(issues.length);
    expect(issues).toHaveLength(problems().length);
  });

  it("as github are read back with the names and words they were written with", () => {
    const commands = report("github").trimEnd().split("\n").slice(0, -1).map(command);
    expect(commands).toHaveLength(problems().length);
    const told = problems().map(({ file, rule, message }) => `${file} ${rule} ${flat(message)}`);
    const heard = commands.map(({ file, title, message }) => `${file} ${title} ${flat(message)}`);
    expect(heard.sort()).toEqual(told.sort());
  });

  it("as compact are one line each, whatever the name", () => {
    const lines = report("compact").trimEnd().split("\n");
    expect(lines).toHaveLength(problems().length + 1);
    expect(report("compact")).not.toMatch(/[^\P{Cc}\n]/u);
  });

  it("as compact are understood by the problem matcher, but for what is only worth a look", () => {
    const { problemMatcher } = JSON.parse(
      readFileSync(join(PACKAGE_FOLDER, "docs", "problem-matcher.json"), "utf8"),
    );
    const pattern = new RegExp(problemMatcher[0].pattern[0].regexp, "u");
    const found = report("compact")
      .trimEnd()
      .split("\n")
      .map((line) => pattern.exec(line))
      .flatMap((match) => (match === null ? [] : [`${match[1]} ${match[4]} ${match[6]}`]));
    const told = problems().filter(({ severity }) => severity !== "info");
    expect(found.sort()).toEqual(
      told.map(({ file, severity, rule }) => `${file} ${severity} ${rule}`).sort(),
    );
  });
});

/** GitHub's own rules for reading a command: what is escaped in a property, and in a message. */
function command(line: string): { file: string; title: string; message: string } {
  const found = /^::(?:error|warning|notice) ([^:]*)::(.*)$/u.exec(line);
  if (found === null) throw new Error(`not a command: ${line}`);
  const [, properties = "", message = ""] = found;
  const pairs = properties.split(",").map((pair) => {
    const at = pair.indexOf("=");
    return [pair.slice(0, at), decoded(pair.slice(at + 1))] as const;
  });
  const { file = "", title = "" } = Object.fromEntries(pairs);
  return { file, title, message: decoded(message) };
}

function decoded(text: string): string {
  return text
    .replaceAll("%0D", "\r")
    .replaceAll("%0A", "\n")
    .replaceAll("%3A", ":")
    .replaceAll("%2C", ",")
    .replaceAll("%25", "%");
}

function flat(text: string): string {
  return text.replace(/\s+/gu, " ");
}
