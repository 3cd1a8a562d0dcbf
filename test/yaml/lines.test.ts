import fc from "fast-check";
import { expect, it } from "vitest";
import { Lines } from "../../src/yaml/lines.ts";

it.each([
  ["", 0, 1, 1],
  ["ab", 2, 1, 3],
  ["a\nb", 1, 1, 2],
  ["a\nb", 2, 2, 1],
  ["a\r\nb", 3, 2, 1],
  ["\n\n", 2, 3, 1],
  ["😀a", 2, 1, 3],
])("in %j, offset %i is line %i, column %i", (text, offset, line, column) => {
  expect(new Lines(text).positionOf(offset)).toEqual({ line, column });
});

it("counts the line breaks before an offset, and the signs since the last of them", () => {
  const text = fc.string({ unit: fc.constantFrom("a", "\n", "\r\n", "é") });
  fc.assert(
    fc.property(text, fc.nat(), (written, given) => {
      const offset = given % (written.length + 1);
      const before = written.slice(0, offset).split("\n");
      expect(new Lines(written).positionOf(offset)).toEqual({
        line: before.length,
        column: (before.at(-1) ?? "").length + 1,
      });
    }),
  );
});

it("never ends a place before it begins", () => {
  expect(new Lines("abc\ndef").placeOf([5, 2])).toEqual({
    line: 2,
    column: 2,
    endLine: 2,
    endColumn: 2,
  });
});
