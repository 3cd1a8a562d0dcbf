import { describe, expect, it } from "vitest";
import { bullets, heading, list, paragraph } from "../../src/terminal/blocks.ts";
import { toMarkdown } from "../../src/terminal/to-markdown.ts";
import { toText } from "../../src/terminal/to-text.ts";
import { displayWidth } from "../../src/terminal/wrap.ts";

const PAGE = [
  heading(1, "A page with a title"),
  paragraph("A first paragraph that is long enough to need a second line."),
  heading(2, "A part"),
  heading(3, "1. A question?"),
  ...list("Points:", [
    { name: "First", text: "with *stars* and a word", details: ["A line below it"] },
    { text: "Second" },
  ]),
  ...bullets("Nothing:", []),
];

describe("a page as text", () => {
  it("is laid out for the width of the terminal", () => {
    expect(toText(PAGE, { columns: 30, color: false })).toBe(`A page with a title
===================

A first paragraph that is long
enough to need a second line.

A part
------

1. A question?

Points:
  - First: with *stars* and a
    word
    A line below it
  - Second
`);
  });

  it.each([40, 60, 80, 120])("has no line wider than %d columns", (columns) => {
    const lines = toText(PAGE, { columns, color: false }).split("\n");
    expect(Math.max(...lines.map(displayWidth))).toBeLessThanOrEqual(columns);
  });

  it("says nothing by colour alone", () => {
    const coloured = toText(PAGE, { columns: 30, color: true });
    expect(coloured).toContain("\u001b[1m");
    const plain = coloured.replaceAll(new RegExp(`${"\u001b"}\\[\\d+m`, "gu"), "");
    expect(plain).toBe(toText(PAGE, { columns: 30, color: false }));
  });
});

describe("a page as Markdown", () => {
  it("keeps the order, and every sign as it was written", () => {
    expect(toMarkdown(PAGE)).toBe(`# A page with a title

A first paragraph that is long enough to need a second line.

## A part

### 1\\. A question?

**Points:**

- **First:** with \\*stars\\* and a word
  - A line below it
- Second
`);
  });
});
