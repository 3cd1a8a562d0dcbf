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
      '<main><h1>{{title}}</h1><p class="{{title}}">{{#each notices}}{{this}}{{/each}}</p>{{> part this}}</main>',
    );
    expect(safe).toHaveProperty("text");
    expect(fill('<a href="{{title}}">x</a>')).toHaveProperty("problems");
    expect(fill("<p {{title}}>x</p>")).toHaveProperty("problems");
    expect(fill("<p class='{{title}}'>x</p>")).toHaveProperty("problems");
    expect(fill("# {{title}}\n\n{{#each notices}}\n- {{this}}\n{{/each}}", "md")).toHaveProperty(
      "text",
    );
  });

  it.each([
    ["<p>{{title}}</p>", "It has no main heading."],
    ["<h1>{{title}}</h1>\n<h4>x</h4>", "mine:2:1 It goes from <h1> to <h4>"],
    ['<h1>{{title}}</h1><p id="a">x</p>\n<p id="a">y</p>', 'Two places have the id "a".'],
    ["<h1>{{title}}</h1>\n <b>x", "mine:2:2 It has a <b> without its end."],
    [
      "<main><h1>{{title}}</h1>\n<section><p>x</main>",
      "mine:2:1 It has a <section> without its end.",
    ],
    ["<h1>{{title}}</h1>\n<table><tr><td>x</td></tr></table>", "mine:2:1 It has a table without"],
    [
      '<h1>{{title}}</h1>\n\n<img src="logo.png">',
      "mine:3:1 It has a picture from somewhere else.",
    ],
    [
      '<h1>{{title}}</h1>\n<p style="color:red">{{title}}</p>',
      "mine:2:1 It has the attribute style",
    ],
  ])("is refused with its place where the page would not hold together: %s", (text, says) => {
    const { problems } = fill(text) as { problems: readonly string[] };
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(says);
  });

  it("may leave open what browsers close, and is told once of what cannot be there", () => {
    const open = "<h1>{{title}}</h1><ul><li>x<li>y</ul><p>z<br><table><tr><th>a<td>b</table>";
    expect(fill(open)).toHaveProperty("text");
    const { problems } = fill("<h1>x</h1><style>p</style>") as { problems: readonly string[] };
    expect(problems).toHaveLength(1);
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
