import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { differenceLines, textDiff } from "../../src/terminal/text-diff.ts";

const lines = (...all: readonly string[]) => `${all.join("\n")}\n`;

describe("the lines that differ", () => {
  it("are the four that were put in, though one of them stands further down as well", () => {
    const before = lines("a", "b", "c", "d");
    const after = lines("a", "new", "c", "newer", "newest", "b", "c", "d");
    expect(textDiff("f.yaml", before, after)).toBe(
      lines("--- f.yaml", "+++ f.yaml", "@@ -1,0 +2,4 @@", "+new", "+c", "+newer", "+newest"),
    );
    expect(differenceLines(before, after)).toHaveLength(4);
  });

  it("are told where they begin, on both sides", () => {
    const text = textDiff("f", lines("a", "b", "c", "d"), lines("a", "x", "c"));
    expect(text).toBe(lines("--- f", "+++ f", "@@ -2 +2 @@", "-b", "+x", "@@ -4 +3,0 @@", "-d"));
  });

  it("are none where the texts are the same", () => {
    expect(textDiff("f", "a\n", "a\n")).toBe("");
    expect(differenceLines("a\n", "a\n")).toEqual([]);
  });

  it("are all of the middle where two long texts have nothing in common", () => {
    const long = (word: string) =>
      lines("first", ...Array.from({ length: 5000 }, (_, at) => `${word} ${at}`), "last");
    const text = textDiff("f", long("a"), long("b"));
    expect(text.split("\n")[2]).toBe("@@ -2,5000 +2,5000 @@");
    expect(text).not.toContain("first");
    expect(differenceLines(long("a"), long("b")).at(-1)).toBe("And 9980 more lines.");
  });

  it("turn one text into the other", () => {
    const word = fc.constantFrom("a", "b", "", "c: 1");
    fc.assert(
      fc.property(fc.array(word), fc.array(word), (one, other) => {
        const [before, after] = [one.join("\n"), other.join("\n")];
        expect(applied(before, textDiff("f", before, after))).toBe(after);
      }),
    );
  });
});

/** What `patch` makes of a text. */
function applied(before: string, diff: string): string {
  const old = before.split("\n");
  const fresh: string[] = [];
  let at = 0;
  for (const line of diff.split("\n").slice(2, -1)) {
    const [, from, count = "1"] = /^@@ -(\d+)(?:,(\d+))? /u.exec(line) ?? [];
    if (from !== undefined) {
      const start = count === "0" ? Number(from) : Number(from) - 1;
      fresh.push(...old.slice(at, start));
      at = start + Number(count);
    } else if (line.startsWith("+")) fresh.push(line.slice(1));
  }
  return [...fresh, ...old.slice(at)].join("\n");
}
