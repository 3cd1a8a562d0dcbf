import { describe, expect, it } from "vitest";
import { readSource } from "../../../src/yaml/source-file.ts";

/** Where a word of the value at `note` is found in the file: the signs there, with line and column. */
function placeOf(text: string, word: string) {
  const { source } = readSource("a.yaml", text);
  if (source === undefined) throw new Error("The sample is not YAML.");
  const { note } = source.value as { note: string };
  const from = note.indexOf(word);
  if (from < 0) throw new Error(`"${word}" is not in ${JSON.stringify(note)}`);
  const stretch = [from, from + word.length] as const;
  const [start = 0, end = 0] = source.range(["note"], { stretch }) ?? [];
  const { line, column, endLine, endColumn } = source.place(["note"], { stretch });
  return { written: text.slice(start, end), from: [line, column], to: [endLine, endColumn] };
}

const STYLES: Readonly<Record<string, string>> = {
  plain: "note: one two budget three\n",
  "plain over lines": "note: one\n  two\n\n  budget three\n",
  "single quotes": "note: 'it''s one budget three'\n",
  "single quotes over lines": "note: 'it''s one\n\n  two budget\n  three'\n",
  "double quotes": 'note: "one \\"two\\" \\u00e9\\t\\U0001F600 budget three"\n',
  "double quotes over lines": 'note: "one \\\n  two\\n\n  budget\n  three"\n',
  literal: "note: | # as it stands\n  one\n\n    two\n  budget three\n",
  folded: "note: >-\n  one\n  two\n\n  * a\n    budget\n  three\n",
  "literal with its own indent": "note: |2+\n    one budget\n  two\n\n",
  "inside braces": "{ note: one budget three }\n",
  "with an anchor": "note: &n one budget three\n",
};

const VARIANTS: Readonly<Record<string, (text: string) => string>> = {
  "as it is": (text) => text,
  "with CRLF": (text) => text.replaceAll("\n", "\r\n"),
  "after an emoji and Welsh letters": (text) => text.replace("one", "😀 ŵyl dŷ one"),
};

describe.each(Object.entries(STYLES))("a word in YAML, %s", (_, style) => {
  it.each(Object.entries(VARIANTS))("is found where it is written, %s", (__, variant) => {
    const text = variant(style);
    const at = text.indexOf("budget");
    const line = text.slice(0, at).split("\n").length;
    const column = at - text.lastIndexOf("\n", at);
    expect(placeOf(text, "budget")).toEqual({
      written: "budget",
      from: [line, column],
      to: [line, column + "budget".length],
    });
  });
});

describe("a stretch of a value", () => {
  it("that runs over a line break is found whole", () => {
    const text = "note: >-\n  the\n  the budget\n";
    expect(placeOf(text, "the the")).toEqual({ written: "the\n  the", from: [2, 3], to: [3, 6] });
  });

  it("that holds an escape covers the whole escape", () => {
    expect(placeOf('note: "a caf\\u00e9 here"\n', "café").written).toBe("caf\\u00e9");
  });

  it("of a value behind an alias falls back on the value's own place", () => {
    const text = "first: &a some budget\nnote: *a\n";
    expect(placeOf(text, "budget").written).toBe("*a");
  });
});
