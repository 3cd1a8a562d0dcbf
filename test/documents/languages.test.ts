import { existsSync } from "node:fs";
import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { otherLanguages, piecesBy } from "../../src/documents/languages.ts";
import { printPage } from "../../src/platform/browser.ts";
import { anAssessment, aRubric } from "../support/builders.ts";
import { renderPlan, renderWord } from "../support/render.ts";
import { planOf } from "../support/specimen.ts";

const CHROMIUM = process.env["COPROD_CHROMIUM"] ?? "/usr/bin/chromium";
const WELSH = "Pwy sy’n penderfynu beth (a phryd) sy’n cael ei drafod - cyd-drafod/cyd-greu?";
const asked = (language: string) => {
  const rubric = aRubric({ id: "own", language });
  const [section] = rubric.sections;
  if (section === undefined) throw new Error("no section");
  const criteria = section.criteria.map((each, at) => (at === 0 ? { ...each, asks: WELSH } : each));
  return { ...rubric, sections: [{ ...section, title: "Rhannu' grym & gofal", criteria }] };
};

describe("the texts in another language", () => {
  it("are those of a rubric that is not in English, without its keys", () => {
    const texts = otherLanguages([asked("cy"), aRubric({ id: "english" })]);
    expect(texts.get(WELSH)).toBe("cy");
    expect(texts.has("own")).toBe(false);
    expect(texts.has("cy")).toBe(false);
    expect(otherLanguages([asked("en-US")]).size).toBe(0);
  });

  it.each(["welsh please", "", "x_y"])("are none where %j is no language", (language) => {
    expect(otherLanguages([asked(language)]).size).toBe(0);
  });

  it("are left out where two rubrics have them in two languages", () => {
    expect(otherLanguages([asked("cy"), asked("ga")]).has(WELSH)).toBe(false);
  });
});

describe("where the language changes in a text", () => {
  const pieces = piecesBy(
    new Map([
      [WELSH, "cy"],
      ["Ie", "cy"],
      ["Rhannu grym", "cy"],
    ]),
  );

  it.each([
    [WELSH, [[WELSH, "cy"]]],
    ["Ie", [["Ie", "cy"]]],
    ["Ie is yes", [["Ie is yes"]]],
    ["We said “Ie”.", [["We said “"], ["Ie", "cy"], ["”."]]],
    [`Action 1: ${WELSH} Then`, [["Action 1: "], [WELSH, "cy"], [" Then"]]],
    ["xRhannu gryms", [["xRhannu gryms"]]],
  ])("%j is cut", (text, expected) => {
    expect(pieces(text).map((each) => [each.text, each.language].filter(Boolean))).toEqual(
      expected,
    );
    expect(
      pieces(text)
        .map((each) => each.text)
        .join(""),
    ).toBe(text);
  });
});

describe("a plan with a rubric in Welsh", () => {
  const assessment = anAssessment({ rubrics: [asked("cy")] });
  const view = planOf(assessment);
  const languages = { otherLanguages: otherLanguages(assessment.rubrics) };

  it("is a page in the language of coprod, in which each Welsh text says that it is Welsh", async () => {
    const html = await renderPlan(view, "html", languages);
    expect(html).toContain('<html lang="en-GB"');
    const all = html.split(WELSH).length - 1;
    expect(all).toBeGreaterThan(0);
    expect(html.split(`<span lang="cy" aria-hidden="false">${WELSH}</span>`).length - 1).toBe(all);
    expect(html).toContain(`<span lang="cy" aria-hidden="false">Rhannu' grym &amp; gofal</span>`);
    expect(view.language).toBe("en-GB");
  });

  it("says from which side it is read where that is the right one", async () => {
    const arabic = anAssessment({ rubrics: [asked("ar")] });
    const html = await renderPlan(planOf(arabic), "html", {
      otherLanguages: otherLanguages(arabic.rubrics),
    });
    expect(html).toContain(`<span lang="ar" dir="rtl" aria-hidden="false">${WELSH}</span>`);
  });

  it.skipIf(!existsSync(CHROMIUM))(
    "keeps each language in a PDF, where Chromium 156 loses that of a bare span",
    async () => {
      const html = await renderPlan(view, "html", languages);
      const printed = await printPage(html);
      if (printed.kind !== "printed") throw new Error(`It was not printed: ${printed.kind}.`);
      const kept = Buffer.from(printed.bytes).toString("latin1").split("/Lang (cy)").length - 1;
      expect(kept).toBe(html.split('lang="cy"').length - 1);
      expect(kept).toBeGreaterThan(3);
    },
  );

  it("is the same in Word", async () => {
    const parts = unzipSync(await renderWord(view, languages));
    const xml = strFromU8(parts["word/document.xml"] ?? new Uint8Array());
    const runs = xml.match(/<w:r>(?:(?!<\/w:r>).)*<\/w:r>/gsu) ?? [];
    const welsh = runs.filter((run) => run.includes(WELSH));
    expect(welsh.length).toBeGreaterThan(0);
    expect(welsh.filter((run) => !run.includes('<w:lang w:val="cy"/>'))).toEqual([]);
  });
});
