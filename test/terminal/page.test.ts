import { describe, expect, it } from "vitest";
import { type Block, paragraph, titled } from "../../src/terminal/blocks.ts";
import { Pages } from "../../src/terminal/page.ts";

const WINDOW = { columns: 60, rows: 16 };

function pagesWith(lines: readonly string[]): Pages {
  return pagesOf(lines.map((line) => paragraph(line)));
}

function pagesOf(blocks: readonly Block[]): Pages {
  const pages = new Pages((rows) => ({
    columns: WINDOW.columns,
    saved: undefined,
    tables: true,
    bold: false,
    rows: rows(WINDOW.rows),
  }));
  pages.say([paragraph("That is not one of the choices.")], {
    page: () => blocks,
    turns: true,
  });
  return pages;
}

function shown(pages: Pages, promptRows?: number): readonly string[] {
  const { how, ...words } = pages.show(promptRows) as { how: string; texts: readonly string[] };
  expect(how).toBe("clean");
  return words.texts;
}

describe("a page of a window", () => {
  it.each([1, 2, 3])("leaves room for a prompt of %s rows, and for the hint below it", (rows) => {
    for (let count = 1; count < 20; count++) {
      const lines = Array.from({ length: count }, (_, index) => `Line ${index}.`);
      for (const text of shown(pagesWith(lines), rows))
        expect(text.split("\n").length + rows + 1).toBeLessThanOrEqual(WINDOW.rows);
    }
  });

  it("never tears a line of a list that is read back, wherever the page ends", () => {
    const asks = "Do people with lived experience choose the words of the paper";
    for (let count = 1; count < 9; count++) {
      const lines = Array.from({ length: count }, (_, index) => paragraph(`Line ${index}.`));
      const read = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((mark) => ({
        mark: `${mark}`,
        name: asks,
        text: "Yes",
      }));
      for (const text of shown(pagesOf([...lines, titled("All", read)]))) {
        const [begun = [], ended = []] = [/\d Do people/gu, /paper: Yes/gu].map(
          (part) => text.match(part) ?? [],
        );
        expect(ended).toHaveLength(begun.length);
      }
    }
  });

  it("says nothing twice", () => {
    const [text = ""] = shown(pagesWith(["When?", "That is not one of the choices."]));
    expect(text.match(/That is not/gu)).toHaveLength(1);
    expect(text).toContain("When?");
  });
});
