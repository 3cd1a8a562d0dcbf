import { describe, expect, it } from "vitest";
import { checkOutput } from "../../../src/documents/templates/sandbox.ts";
import { withHostileTexts } from "../../support/hostile.ts";
import { renderPlan } from "../../support/render.ts";
import { aFullAssessment, planOf } from "../../support/specimen.ts";

describe("what a template printed", () => {
  it("may hold all that our own templates print, also with hostile texts in every field", async () => {
    const full = planOf(aFullAssessment());
    for (const view of [full, withHostileTexts(full)]) {
      const [, body = ""] = /<body>([\s\S]+)<\/body>/u.exec(await renderPlan(view, "html")) ?? [];
      expect(body.length).toBeGreaterThan(1000);
      expect(checkOutput(body, "html")).toEqual([]);
      expect(checkOutput(await renderPlan(view, "md"), "md")).toEqual([]);
    }
  });

  it.each([
    "<style>*{}</style>",
    "<SCRIPT>1</SCRIPT>",
    "<svg><script>1</script></svg>",
    "<svg><foreignObject></foreignObject></svg>",
    "<math><mtext></mtext></math>",
    "<iframe></iframe>",
    "<object></object>",
    '<base href="#">',
    '<meta http-equiv="refresh">',
    '<link rel="stylesheet">',
    "<form></form>",
    "<input>",
    "<details></details>",
    "<template></template>",
    "<title>x</title>",
    "<textarea></textarea>",
    "<!-- <p> -->",
    "<!DOCTYPE html>",
    "<?php ?>",
    "</body>",
    "<p>x</p></main></div>",
    "<div><p>x</div></p>",
    '<svg><rect fill="url(https://evil.example/x)"/></svg>',
    '<svg><rect stroke="URL(#x)"/></svg>',
    "<p title='x'>",
    '<p title="x">',
    '<p ONCLICK="x">',
    '<p onclick = "x">',
    '<p class="a"onclick="x">',
    '<p/onclick="x">',
    "<p class=a>",
    '<a href="java\nscript:alert(1)">',
    '<a href=" javascript:alert(1)">',
    '<a href="&#106;avascript:alert(1)">',
    '<a href="javascript&colon;alert(1)">',
    '<a href="data:text/html,x">',
    '<a href="//evil.example">',
    "<a href>x</a>",
    '<img src="data:image/svg+xml;base64,AA==">',
    '<svg><a xlink:href="javascript:alert(1)">x</a></svg>',
    '<p style="color:red">',
    "a < b",
  ])("is refused as HTML: %s", (html) => {
    expect(checkOutput(html, "html").length).toBeGreaterThan(0);
  });

  it.each([
    '<p class="a" dir="auto">A &lt; B</p><br><hr/>',
    '<a href="https://example.org/?a=1&amp;b=2">x</a><a href="#plan">y</a><a href="mailto:a@b.org">z</a>',
    '<img src="data:image/png;base64,iVBORw0KGgo=" alt="A logo">',
    '<svg viewBox="0 0 10 10" aria-hidden="true"><rect x="0" y="0" width="1" height="1"/></svg>',
  ])("is accepted as HTML: %s", (html) => {
    expect(checkOutput(html, "html")).toEqual([]);
  });

  it.each(["<b>x</b>", "</p>", "<!-- x -->", "[a](javascript:alert(1))", "[a]( data:text/html,x)"])(
    "is refused as Markdown: %s",
    (text) => {
      expect(checkOutput(text, "md")).toHaveLength(1);
    },
  );

  it.each([
    "\\<b>",
    "a < b",
    "<https://example.org/a>",
    "[a](https://example.org)",
    "\\[a\\](javascript:x)",
  ])("is accepted as Markdown: %s", (text) => {
    expect(checkOutput(text, "md")).toEqual([]);
  });

  it("is refused where it is far too long", () => {
    expect(checkOutput("a".repeat(1_000_001), "text")).toHaveLength(1);
  });
});

describe("what a Markdown template printed", () => {
  it.each([
    "[z][y]\n\n[y]: javascript:alert(2)",
    "> [y]: <javascript:alert(2)>",
    "[y]:\n  javascript:alert(2)",
    "![i](https://evil.example/x.png)",
    "![i][p]\n\n[p]: https://evil.example/x.png",
    "![p]",
  ])("may not hold %j", (text) => {
    expect(checkOutput(text, "md")).not.toEqual([]);
  });

  it.each([
    "[z][y]\n\n[y]: https://example.org",
    "A footnote[^1].\n\n[^1]: data for it",
    "\\![i\\](x), \\[y]: x",
    "![i](data:image/png;base64,AAAA)",
  ])("may hold %j", (text) => {
    expect(checkOutput(text, "md")).toEqual([]);
  });
});
