import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseDocument } from "yaml";
import { simpleValue } from "../../src/source/simple-value.ts";
import { yamlText } from "../../src/source/yaml-text.ts";
import { PACKAGE_FOLDER } from "../support/context.ts";

function read(text: string) {
  const document = parseDocument(text, { prettyErrors: false, uniqueKeys: false });
  return { document, simple: simpleValue(document.contents) };
}

describe("the value of a simple text", () => {
  it("is the one that the parser gives, for any plain data", () => {
    const data = fc.dictionary(fc.string(), fc.jsonValue());
    fc.assert(
      fc.property(data, (value) => {
        const { document, simple } = read(yamlText(value));
        if (simple !== undefined) expect(simple).toEqual(document.toJS());
        else expect(JSON.stringify(value)).toContain('"__proto__":');
      }),
    );
  });

  it.each(readdirSync(join(PACKAGE_FOLDER, "rubrics")))("is the parser's for %s", (name) => {
    const { document, simple } = read(readFileSync(join(PACKAGE_FOLDER, "rubrics", name), "utf8"));
    expect(simple).toEqual(document.toJS());
  });

  it.each([
    ["an anchor", "a: &one 1"],
    ["an alias", "a: &one 1\nb: *one"],
    ["an anchor on a list", "a: &one [1]"],
    ["a tag", "a: !!str 1"],
    ["a tag on a group", "a: !!map {b: 1}"],
    ["a set", "!!set {a, b}"],
    ["a key that stands twice", "a: 1\na: 2"],
    ["a key that is a number", "1: a"],
    ["a key that is a list", "[a]: 1"],
    ["a key that plain objects can't hold", "__proto__: 1"],
    ["any of these further inside", "a: [{b: [{c: &one 1}]}]"],
  ])("is left to the parser where there is %s", (_, text) => {
    expect(read(text).simple).toBeUndefined();
  });

  it.each([
    ["a:", { a: null }],
    ["a: ~", { a: null }],
    ["constructor: 1", { constructor: 1 }],
    ["- 1\n-\n- [x, {y: .5}]", [1, null, ["x", { y: 0.5 }]]],
  ])("is read from %j", (text, value) => {
    expect(read(text).simple).toEqual(value);
  });
});
