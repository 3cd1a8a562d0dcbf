import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { XMLParser, XMLValidator } from "fast-xml-parser";
import { describe, expect, it } from "vitest";
import { junit } from "../../../src/lint/reporters/junit.ts";
import { PACKAGE_FOLDER } from "../../support/context.ts";
import {
  aProblem,
  aReport,
  HOSTILE_FILE,
  hostileReport,
  settings,
} from "../../support/lint-reports.ts";

const XSD = join(PACKAGE_FOLDER, "..", "shared", "data", "junit.xsd");

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Element[];
  readonly text: string;
}

function parse(xml: string): Element {
  const parser = new XMLParser({
    preserveOrder: true,
    ignoreAttributes: false,
    attributeNamePrefix: "",
    parseTagValue: false,
    parseAttributeValue: false,
    trimValues: false,
    ignoreDeclaration: true,
    htmlEntities: true,
  });
  const [root] = elements(parser.parse(xml));
  if (root === undefined) throw new Error("no element");
  return root;
}

type Node = Readonly<Record<string, unknown>>;

function elements(nodes: readonly Node[]): Element[] {
  return nodes.flatMap((node) => {
    const name = Object.keys(node).find((key) => key !== ":@" && key !== "#text");
    if (name === undefined) return [];
    const inner = node[name] as readonly Node[];
    const text = inner.map((each) => each["#text"] ?? "").join("");
    return [
      {
        name,
        attributes: (node[":@"] ?? {}) as Element["attributes"],
        children: elements(inner),
        text,
      },
    ];
  });
}

const RESULTS = [
  ["an empty", aReport()],
  ["a clean", aReport([], { files: [{ file: "a.yaml", kind: "rubric" }] })],
  ["a hostile", hostileReport()],
] as const;

/** Asserts written down from the schema, since no XSD validator is at hand. */
describe("junit, as the common schema has it", () => {
  it.each(RESULTS)("is well-formed XML for %s result", (_, report) => {
    expect(XMLValidator.validate(junit(report, settings()))).toBe(true);
  });

  it.each(RESULTS)("has the elements in the schema's order for %s result", (_, report) => {
    const root = parse(junit(report, settings()));
    expect(root).toMatchObject({ name: "testsuites", attributes: {} });
    for (const [index, suite] of root.children.entries()) expectSuite(suite, index);
  });
});

function expectSuite(suite: Element, index: number): void {
  expect(suite.name).toBe("testsuite");
  expect(suite.attributes).toEqual({
    name: expect.stringMatching(/^\S(?:.*\S)?$/u),
    timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/u),
    hostname: expect.stringMatching(/./u),
    tests: expect.stringMatching(/^\d+$/u),
    failures: expect.stringMatching(/^\d+$/u),
    errors: "0",
    time: expect.stringMatching(/^\d+$/u),
    package: expect.stringMatching(/./u),
    id: String(index),
  });
  const names = suite.children.map(({ name }) => name).join(" ");
  expect(names).toMatch(/^properties (?:testcase )+system-out system-err$/u);
  const cases = suite.children.filter(({ name }) => name === "testcase");
  const failures = cases.flatMap(({ children }) => children);
  expect(String(cases.length)).toBe(suite.attributes["tests"]);
  expect(String(failures.length)).toBe(suite.attributes["failures"]);
  for (const { attributes, children } of cases) {
    expect(new Set(Object.keys(attributes))).toEqual(new Set(["classname", "name", "time"]));
    expect(children.length).toBeLessThanOrEqual(1);
  }
  for (const { name, attributes } of failures) {
    expect(name).toBe("failure");
    expect(new Set(Object.keys(attributes))).toEqual(new Set(["message", "type"]));
  }
}

describe.skipIf(!existsSync(XSD))(
  "junit, against the attributes that the schema's file requires (needs ../shared/data)",
  () => {
    it.each(["testsuite", "testcase", "failure"])(
      "gives a %s all that it must have, and nothing unknown",
      (name) => {
        const { required, known } = attributesIn(parse(readFileSync(XSD, "utf8")), name);
        expect(required.length).toBeGreaterThan(0);
        const found = all(parse(junit(hostileReport(), settings()))).filter(
          (each) => each.name === name,
        );
        expect(found.length).toBeGreaterThan(0);
        for (const { attributes } of found) {
          expect(Object.keys(attributes)).toEqual(expect.arrayContaining(required));
          expect(known).toEqual(expect.arrayContaining(Object.keys(attributes)));
        }
      },
    );
  },
);

/** The attributes that the schema declares for an element, wherever it does. */
function attributesIn(schema: Element, name: string) {
  const places = all(schema).filter(
    (each) =>
      (each.name === "xs:element" || each.name === "xs:complexType") &&
      each.attributes["name"] === name,
  );
  const declared = places.flatMap(ownAttributes);
  const names = (found: readonly Element[]) => [
    ...new Set(found.map(({ attributes }) => attributes["name"] ?? "")),
  ];
  return {
    known: names(declared),
    required: names(declared.filter(({ attributes }) => attributes["use"] === "required")),
  };
}

function ownAttributes({ children }: Element): Element[] {
  return children
    .filter(({ name }) => name !== "xs:element")
    .flatMap((each) => (each.name === "xs:attribute" ? [each] : ownAttributes(each)));
}

function all(element: Element): Element[] {
  return [element, ...element.children.flatMap(all)];
}

describe("junit", () => {
  it("has a passing case for a clean file", () => {
    const report = aReport([], { files: [{ file: "a.yaml", kind: "rubric" }] });
    const [suite] = parse(junit(report, settings())).children;
    expect(suite?.attributes).toMatchObject({ name: "a.yaml", tests: "1", failures: "0" });
    expect(suite?.children.find(({ name }) => name === "testcase")?.children).toEqual([]);
  });

  it("has a failure only for what makes the run fail, and the rest as text", () => {
    const problems = [
      aProblem(),
      aProblem({ severity: "warning", rule: "plain/latin" }),
      aProblem({ severity: "info", rule: "plain/leading" }),
    ];
    const failing = (failOn: "error" | "warning" | "info") => {
      const [suite] = parse(junit(aReport(problems), settings({ failOn }))).children;
      const rules = suite?.children.flatMap(({ children }) =>
        children.map(({ attributes }) => attributes["type"]),
      );
      return { rules, text: suite?.children.find(({ name }) => name === "system-out")?.text };
    };
    expect(failing("error").rules).toEqual(["shape/missing"]);
    expect(failing("error").text).toMatch(
      /warning: .+ \[plain\/latin\]\n.+ info: .+ \[plain\/leading\]$/u,
    );
    expect(failing("warning").rules).toEqual(["shape/missing", "plain/latin"]);
    expect(failing("info")).toEqual({
      rules: ["shape/missing", "plain/latin", "plain/leading"],
      text: "",
    });
  });

  it("takes out what XML 1.0 forbids, and leaves no ]]> anywhere", () => {
    const xml = junit(hostileReport(), settings({ failOn: "info" }));
    expect(xml.match(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu)).toBeNull();
    expect(xml).not.toContain("]]>");
    expect(xml).not.toContain("\r");
  });

  it("brings words back as they were", () => {
    const says = 'Say "no" & <b>not</b> ]]> or ]]>, \u{1f6a3} &amp; &#10;';
    const [suite] = parse(junit(aReport([aProblem({ says, fix: "Now." })]), settings())).children;
    const failure = suite?.children
      .flatMap(({ children }) => children)
      .find(({ name }) => name === "failure");
    expect(failure?.attributes["message"]).toBe(`${says} Now.`);
    expect(failure?.text).toBe(`rubrics/ours.yaml:3:5: error: ${says} Now. [shape/missing]`);
  });

  it("gives a file with a strange name a suite with a name on one line", () => {
    const [suite] = parse(junit(aReport([aProblem({ file: HOSTILE_FILE })]), settings())).children;
    expect(suite?.attributes["name"]).toBe(HOSTILE_FILE.replace(/\r\n/u, " "));
  });
});
