import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { inPages, lineCount } from "../../src/voices/sheet-layout.ts";

const piece = fc.record({
  html: fc.string(),
  height: fc.integer({ min: 1, max: 100 }),
  isHeading: fc.boolean(),
});

describe("the pages of a sheet", () => {
  it("hold every piece once and in order, none on a page that is too low for it", () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const pages = inPages(pieces, 100);
        expect(pages.flat()).toEqual(pieces);
        for (const page of pages) {
          expect(page.length).toBeGreaterThan(0);
          const height = page.reduce((sum, each) => sum + each.height, 0);
          // What stands alone on a page may be higher than it: there is no better place.
          if (page.slice(0, -1).some(({ isHeading }) => !isHeading))
            expect(height).toBeLessThanOrEqual(100);
        }
      }),
    );
  });

  it("never end with a heading whose question would still fit on the next page", () => {
    const pieces = [
      { html: "a", height: 60 },
      { html: "b", height: 60, isHeading: true },
      { html: "c", height: 20, isHeading: true },
      { html: "d", height: 10 },
    ];
    const pages = inPages(pieces, 100);
    expect(pages.map((page) => page.map(({ html }) => html))).toEqual([["a"], ["b", "c", "d"]]);
  });
});

describe("the lines of a text", () => {
  const setting = { points: 14, width: 300 };

  it.each([
    ["short", 1],
    ["Nobody has said aloud who decides, who is paid, or whose word counts.", 2],
    ["", 1],
    ["W".repeat(40), 2],
    [`A word and then a very long one: ${"W".repeat(60)}`, 4],
    ["漢".repeat(30), 2],
  ])("of %j are %d", (text, lines) => {
    expect(lineCount(text, setting)).toBe(lines);
  });

  it("are never fewer in bold or in larger letters", () => {
    fc.assert(
      fc.property(fc.lorem({ maxCount: 40 }), (text) => {
        const plain = lineCount(text, setting);
        expect(lineCount(text, { ...setting, bold: true })).toBeGreaterThanOrEqual(plain);
        expect(lineCount(text, { ...setting, points: 18 })).toBeGreaterThanOrEqual(plain);
      }),
    );
  });
});
