import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { parseRubric } from "../../src/rubric/parse.ts";
import { rubricScaffold } from "../../src/rubric/scaffold.ts";
import { PACKAGE_FOLDER } from "../support/context.ts";
import { LanguageServer, type Position } from "./language-server-client.ts";

const FOLDER = join(PACKAGE_FOLDER, "rubrics");
const RUBRICS = readdirSync(FOLDER).filter((name) => name !== "guide.yaml");
const PRINCIPLES = readFileSync(join(FOLDER, "principles.yaml"), "utf8");

let server: LanguageServer | undefined;
let whyNot = "";

beforeAll(async () => {
  try {
    server = await LanguageServer.start();
  } catch (error) {
    if (process.env["COPROD_REQUIRE_LSP"] === "1") throw error;
    const lines = String(error).split("\n");
    whyNot = lines.find((line) => / error (?:code|network|request) /u.test(line)) ?? lines[0] ?? "";
  }
}, 110_000);

afterAll(() => server?.stop());

beforeEach(({ skip }) => {
  skip(server === undefined, `npm could not bring yaml-language-server and node@24: ${whyNot}`);
});

function started(): LanguageServer {
  if (server === undefined) throw new Error(whyNot);
  return server;
}

/** A place in the text: where a line that holds the words begins or, further on, where the words stand. */
function positionOf(text: string, words: string): Position {
  const lines = text.split("\n");
  const line = lines.findIndex((each) => each.includes(words));
  if (line < 0) throw new Error(`"${words}" is not in the text`);
  return { line, character: lines[line]?.indexOf(words) ?? 0 };
}

// No file of these names is written: an editor shows a text before it is saved.
describe("the Red Hat YAML language server, with our schema through the file's first line", () => {
  it.each(RUBRICS)("marks nothing in %s", async (name) => {
    const text = readFileSync(join(FOLDER, name), "utf8");
    expect(text).toMatch(
      /^# yaml-language-server: \$schema=\.\.\/docs\/schema\/(?:rubric|translation)\.json\n/u,
    );
    expect(await started().open(join(FOLDER, name), text)).toEqual([]);
  });

  it("marks nothing in a rubric that coprod has just started", async () => {
    const text = rubricScaffold({
      id: "ours",
      title: "Ours",
      about: "What we ask.",
      kind: "both",
      questions: 3,
      source: "Our own talks",
      year: 2026,
      schema: "../docs/schema/rubric.json",
    });
    expect(await started().open(join(FOLDER, "scaffold.yaml"), text)).toEqual([]);
  });

  it.each([
    [
      "a misspelt field",
      "        asks: Do we talk openly",
      "        ask: Do we talk openly",
      "ask",
    ],
    ["a wrong kind of value", "minutes: 131", "minutes: long", "long"],
    ["a value of its own", "kind: principle", "kind: principal", "principal"],
  ])("marks %s where coprod lint does", async (what, right, wrong, marked) => {
    const text = PRINCIPLES.replace(right, wrong);
    expect(text).not.toBe(PRINCIPLES);
    const path = join(FOLDER, `${what.replaceAll(" ", "-")}.yaml`);
    const found = await started().open(path, text);
    const start = positionOf(text, wrong.trimStart());
    const position = { ...start, character: start.character + wrong.trimStart().indexOf(marked) };
    expect(found.map(({ range }) => range.start)).toContainEqual(position);
    const [own] = parseRubric(path, text).diagnostics;
    expect(own?.place).toMatchObject({
      line: position.line + 1,
      column: position.character + 1,
    });
  });

  it("marks a missing field at the part that lacks it", async () => {
    const text = PRINCIPLES.replace(/^ {4}title: Equality of access.*\n/mu, "");
    const found = await started().open(join(FOLDER, "missing.yaml"), text);
    expect(found).toHaveLength(1);
    expect(found[0]?.message).toContain("title");
    expect(found[0]?.range.start.line).toBe(positionOf(text, "id: equality").line);
  });

  it("offers the fields of a question that it does not have yet", async () => {
    const line = "        measures: practice\n";
    const before = PRINCIPLES.indexOf("        core: true\n");
    const text = `${PRINCIPLES.slice(0, before)}        \n${PRINCIPLES.slice(before)}`;
    expect(text).not.toContain(line);
    const path = join(FOLDER, "completion.yaml");
    await started().open(path, text);
    const { line: at } = positionOf(text, "core: true");
    const offered = await started().completion(path, { line: at - 1, character: 8 });
    for (const field of ["weight", "must", "measures", "allow-not-applicable", "scale"]) {
      expect(offered).toContain(field);
    }
    for (const field of ["id", "asks", "title", "bands"]) expect(offered).not.toContain(field);
  });

  it("offers the kinds of a section", async () => {
    const text = PRINCIPLES.replace("kind: principle", "kind: ");
    const path = join(FOLDER, "kinds.yaml");
    await started().open(path, text);
    const { line } = positionOf(text, "kind: ");
    const character = "    kind: ".length;
    const offered = await started().completion(path, { line, character });
    expect([...offered].sort()).toEqual(["barrier", "foundation", "principle"]);
  });

  it.each([
    ["asks: Do we talk openly", "The question: one thing, at most 20 words"],
    ["look-for:", "Things you could point to as evidence"],
    ["minutes: 131", "How long it takes to talk through"],
  ])("explains %s when the pointer stands on it", async (words, explanation) => {
    const path = join(FOLDER, "hover.yaml");
    await started().open(path, PRINCIPLES);
    const { line, character } = positionOf(PRINCIPLES, words);
    const shown = await started().hover(path, { line, character: character + 1 });
    expect(shown).toContain(explanation);
  });
});
