import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { yamlLine, yamlText } from "../../../src/yaml/edit/yaml-text.ts";

/** Texts that readers of YAML 1.1, or strict ones, take for something else or refuse. */
const MISREAD = [
  ...["no", "Off", "y", "N", "Why?", "=", "<<", "12:30", "190:20:30", "1,000", "1_000", "0b11"],
  ...["0x1F", "012", "08", "2026-11-10", "2026-11-30T01:25:11Z", "true", "null", "~", "1.5", "1e3"],
  ...["who: me", "a?", "? b", "- c", "[d", "e, f", "a\tb", "{ g }", "#h", "'i", '"j', ""],
];

describe("what coprod writes", () => {
  it.each(MISREAD)(
    "has %j as the same text for old and new readers, in blocks and in braces",
    (text) => {
      const value = {
        actions: [{ id: "a1", note: text }],
        answers: { key: { note: text, list: [text] } },
      };
      for (const version of ["1.1", "1.2"] as const) {
        expect(parse(yamlText(value), { version })).toEqual(value);
        expect(parse(yamlLine(value), { version })).toEqual(value);
      }
    },
  );

  it("quotes what strict readers refuse in braces, and leaves it plain where all can read it", () => {
    expect(yamlLine({ note: "Why?", at: "2026-11-30T01:25:11Z" })).toBe(
      '{ note: "Why?", at: "2026-11-30T01:25:11Z" }',
    );
    expect(yamlText({ note: "Why?" })).toBe("note: Why?\n");
  });

  it("leaves the days that people change by hand without quotes", () => {
    expect(yamlText({ started: "2026-11-10", note: "2026-11-10" })).toBe(
      'started: 2026-11-10\nnote: "2026-11-10"\n',
    );
  });

  it("gives every text back to a reader of YAML 1.1", () => {
    const alphabet = fc.constantFrom(..."0123456789-+_.,:eExobnyYT tf=<?#'\"[]{}\n£");
    const text = fc.string({ unit: alphabet, maxLength: 12 });
    fc.assert(
      fc.property(fc.dictionary(text, fc.oneof(text, fc.array(text))), (value) => {
        const plain = JSON.parse(JSON.stringify(value)) as unknown;
        expect(parse(yamlText(plain), { version: "1.1" })).toEqual(plain);
        expect(parse(yamlLine(plain), { version: "1.1" })).toEqual(plain);
      }),
    );
  });
});
