import { describe, expect, it } from "vitest";
import { bullets, heading, list, paragraph } from "../../src/terminal/outline.ts";
import { outlineMarkdown } from "../../src/terminal/outline-markdown.ts";
import { outlineText } from "../../src/terminal/outline-text.ts";
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
    expect(outlineText(PAGE, { columns: 30, color: false })).toBe(`A page with a title
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
    const lines = outlineText(PAGE, { columns, color: false }).split("\n");
    expect(Math.max(...lines.map(displayWidth))).toBeLessThanOrEqual(columns);
  });

  it("says nothing by colour alone", () => {
    const coloured = outlineText(PAGE, { columns: 30, color: true });
    expect(coloured).toContain("\u001b[1m");
    const plain = coloured.replaceAll(new RegExp(`${"\u001b"}\\[\\d+m`, "gu"), "");
    expect(plain).toBe(outlineText(PAGE, { columns: 30, color: false }));
  });
});

describe("a page as Markdown", () => {
  it("keeps the order, and every sign as it was written", () => {
    expect(outlineMarkdown(PAGE)).toBe(`# A page with a title

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
