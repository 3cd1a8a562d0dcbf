import { describe, expect, it } from "vitest";
import { fillTemplate } from "../../../src/documents/templates/engine.ts";
import { UserError } from "../../../src/platform/errors.ts";

function fill(main: string, value: object, format = "md"): string {
  const partials = new Map([["item", "[{{name}}]({{#if more}}{{more}}{{/if}})"]]);
  return fillTemplate({ main, partials }, value, format);
}

describe("values in Markdown", () => {
  it.each([
    ["a path", "{{title}}", { title: "a | b" }, "a &#124; b"],
    ["this", "{{#each items}}{{this}}{{/each}}", { items: ["a | b"] }, "a &#124; b"],
    ["a path upwards", "{{#each items}}{{../title}}{{/each}}", { items: [1], title: "*" }, "\\*"],
    ["a position", "{{#each items}}{{@index}}{{/each}}", { items: [1] }, "0"],
    ["a helper's result", '{{lookup this "title"}}', { title: "*" }, "\\*"],
    ["a part", "{{> item this}}", { name: "_", more: "`" }, "[\\_](\\`)"],
    ["two numbers side by side", "{{a}}{{b}}", { a: 1, b: 2 }, "12"],
  ])("are escaped without asking: %s", (_, template, value, expected) => {
    expect(fill(template, value)).toBe(expected);
  });

  it("keep HTML's escaping in HTML, also after Markdown was made", () => {
    fill("{{> item this}}", { name: "<b>", more: null });
    expect(fill("{{> item this}}", { name: "<b>", more: null }, "html")).toBe("[&lt;b&gt;]()");
  });
});

describe("a template", () => {
  it.each([
    ["raw output", "{{{title}}}"],
    ["raw output with an ampersand", "{{&title}}"],
    ["a computed part", "{{> (lookup this 'title')}}"],
    ["a part with a block", "{{#> item}}x{{/item}}"],
    ["a decorator", "{{* something}}"],
    ["an inline part", "{{#*inline 'x'}}y{{/inline}}"],
    ["broken", "{{#if title}}"],
  ])("is refused with a place to look at: %s", (_, template) => {
    let caught: unknown;
    try {
      fill(template, { title: "item" });
    } catch (error) {
      caught = error;
    }
    expect(caught).toBeInstanceOf(UserError);
    expect((caught as UserError).hint).toMatch(/line 1/u);
  });

  it.each([
    ["a value", "{{titel}}"],
    ["a condition", "{{#if titel}}x{{/if}}"],
    ["a list", "{{#each titel}}x{{/each}}"],
    ["a part's value", "{{> item titel}}"],
    ["an unknown helper", '{{shout "x"}}'],
    ["the log helper", '{{log "x"}}'],
  ])("cannot use a name it does not have: %s", (_, template) => {
    expect(() => fill(template, { title: "x" })).toThrow();
    expect(() => fill(template, { title: "x" }, "html")).toThrow();
  });
});
