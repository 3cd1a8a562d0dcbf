import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  checkOutput,
  fillUserTemplate,
  type UserTemplateResult,
} from "../../../src/documents/templates/sandbox.ts";
import { withHostileTexts } from "../../support/hostile.ts";
import { aFullAssessment, planOf } from "../../support/specimen.ts";

const view = withHostileTexts(planOf(aFullAssessment()));

function fill(text: string, format = "html"): UserTemplateResult {
  const partials = new Map([["part", { name: "part", text: "<p>{{title}}</p>" }]]);
  return fillUserTemplate({ format, main: { name: "mine", text }, partials, view });
}

describe("a template of somebody's own", () => {
  it("keeps hostile texts harmless wherever it puts them", () => {
    const safe = fill(
      '<main><p class="{{title}}">{{#each notices}}{{this}}{{/each}}</p>{{> part this}}</main>',
    );
    expect(safe).toHaveProperty("text");
    expect(fill('<a href="{{title}}">x</a>')).toHaveProperty("problems");
    expect(fill("<p {{title}}>x</p>")).toHaveProperty("problems");
    expect(fill("<p class='{{title}}'>x</p>")).toHaveProperty("problems");
    expect(fill("# {{title}}\n\n{{#each notices}}\n- {{this}}\n{{/each}}", "md")).toHaveProperty(
      "text",
    );
  });

  it("says what is wrong once, with its place", () => {
    expect(fill("<p>\n {{{title}}}</p>")).toEqual({
      problems: ["mine:2:2 This prints a value without escaping it."],
    });
  });

  const pieces = [
    "{{title}}",
    "{{{title}}}",
    "{{#each actions.agreed}}",
    "{{/each}}",
    "{{#if full}}",
    "{{else}}",
    "{{/if}}",
    "{{this.number}}",
    "{{../title}}",
    "{{> part this}}",
    "{{> part}}",
    "{{#with paper}}",
    "{{/with}}",
    "{{charity}}",
    "{{lookup this 'title'}}",
    "{{* x}}",
    "\\",
    "<p>",
    "</p>",
    "<script>",
    '<a href="',
    '">',
    '<p class="',
    " onclick=",
    "<!--",
    "x",
  ];

  it("gives a harmless text or says why not, whatever it is, and never fails", () => {
    const template = fc.array(fc.constantFrom(...pieces), { maxLength: 10 });
    fc.assert(
      fc.property(template, (parts) => {
        const result = fill(parts.join(""));
        if ("problems" in result) expect(result.problems.length).toBeGreaterThan(0);
        else expect(checkOutput(result.text, "html")).toEqual([]);
      }),
      { numRuns: 400, seed: 20261122 },
    );
  });
});
