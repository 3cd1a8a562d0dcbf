import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkTemplates } from "../../../src/documents/templates/check.ts";
import { checkTemplateFolder } from "../../../src/documents/templates/check-folder.ts";
import { planFields } from "../../../src/documents/templates/fields.ts";

const PIECES = [
  "{{title}}",
  "{{ tilte }}",
  "{{{title}}}",
  "{{#each actions.agreed}}",
  "{{/each}}",
  "{{#if full}}",
  "{{else}}",
  "{{^}}",
  "{{/if}}",
  "{{#with paper}}",
  "{{/with}}",
  "{{> part this}}",
  "{{> nobody this}}",
  "{{@index}}",
  "{{../title}}",
  "{{{{raw}}}}",
  "{{!-- ",
  " --}}",
  "{{",
  "}}",
  "\\{{",
  "{{'x'}}",
  "{{a.[b}}",
  "\u{1f6a3}",
  "\ud83d",
  "\r\n",
  "\r",
  "\n",
  "<p>",
];

const linesOf = (text: string) => text.split("\n");

function check(text: string, parts: Readonly<Record<string, string>> = { part: "{{titel}}" }) {
  const named = Object.entries(parts).map(([name, each]) => [name, { name, text: each }] as const);
  const main = { name: "mine", text };
  return {
    main,
    parts: new Map(named),
    found: checkTemplateFolder({ mains: [main], parts: new Map(named) }),
  };
}

describe("any text as a template", () => {
  it("is clean, or has problems at places that are in it; and a plan's own check agrees", () => {
    const template = fc.array(fc.constantFrom(...PIECES), { maxLength: 12 });
    fc.assert(
      fc.property(template, (pieces) => {
        const text = pieces.join("");
        const { main, parts, found } = check(text, { part: "{{title}}" });
        for (const { place, facts } of found) {
          expect(place.line).toBeLessThanOrEqual(linesOf(text).length);
          expect(place.column).toBeLessThanOrEqual(
            (linesOf(text)[place.line - 1] ?? "").length + 1,
          );
          const [from, to] = [
            place.line * 1e6 + place.column,
            place.endLine * 1e6 + place.endColumn,
          ];
          expect(to).toBeGreaterThanOrEqual(from);
          expect(facts.says).toMatch(/^[A-Z"].*\.$/su);
        }
        const set = { format: "html", main, partials: parts } as const;
        expect(checkTemplates(set, planFields()).length > 0).toBe(found.length > 0);
      }),
      { numRuns: 500, seed: 20261122 },
    );
  });

  it("is never walked for ever, however its parts call each other", () => {
    const parts: Record<string, string> = { last: "{{titel}}" };
    for (let at = 0; at < 40; at++) {
      const next = at === 0 ? "last" : `part${at - 1}`;
      parts[`part${at}`] = `{{> ${next} this}}{{> ${next} this}}`;
    }
    const { found } = check("{{> part39 this}}", parts);
    expect(found.map(({ file, place }) => [file, place.column])).toEqual([["last", 3]]);
  });

  it("may be long and wrong from end to end", () => {
    const { found } = check("{{a}}\n".repeat(20_000));
    expect(found).toHaveLength(20_000);
    expect(found.at(-1)?.place).toEqual({ line: 20_000, column: 3, endLine: 20_000, endColumn: 4 });
  });
});
