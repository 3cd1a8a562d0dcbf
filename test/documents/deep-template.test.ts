import { describe, expect, it } from "vitest";
import { parseTemplate } from "../../src/documents/templates/parse.ts";

describe("a template whose blocks stand inside each other", () => {
  const nested = (depth: number) =>
    `${"{{#if title}}\n".repeat(depth)}${"{{/if}}\n".repeat(depth)}`;

  it("is read as deep as any page needs", () => {
    expect(parseTemplate({ name: "page.html.hbs", text: nested(100) })).toHaveProperty("tree");
  });

  it.each([101, 80_000])("is refused where they are %i deep, at the first too deep", (depth) => {
    const parsed = parseTemplate({ name: "page.html.hbs", text: nested(depth) });
    expect(parsed).toMatchObject({
      problem: { rule: "template/syntax", place: { line: 101, column: 1 } },
    });
  });
});
