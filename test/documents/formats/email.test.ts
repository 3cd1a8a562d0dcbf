import { expect, it } from "vitest";
import { email } from "../../../src/documents/formats/email.ts";
import { aFullAssessment, planOf } from "../../support/specimen.ts";

const view = planOf(aFullAssessment(), { length: "message" });
const [ABOVE, BELOW] = [1, 2];

async function lines(body: string): Promise<string[]> {
  const text = await email.render({
    view,
    largePrint: false,
    otherLanguages: new Map(),
    letterhead: {},
    attachments: async () => ({ made: ["a.html"], command: "" }),
    fill: async () => ({ body, style: "", styleHash: "" }),
    printPage: () => Promise.reject(new Error("Nothing is printed here.")),
  });
  expect(text.split("\n").slice(0, 3)).toEqual([`Subject: ${view.title}`, "Attach: a.html", ""]);
  // Without who may read it, and what the plan does not claim.
  return text.split("\n").slice(3 + ABOVE, -1 - BELOW);
}

it("breaks lines between words, at 72 letters, and keeps a list entry together", async () => {
  const word = "abcdefghi";
  const text = Array.from({ length: 15 }, () => word).join(" ");
  for (const start of ["", "- ", "12. ", "   "]) {
    const broken = (await lines(`x\n${start}${text}`)).slice(1);
    expect(broken.length).toBeGreaterThan(1);
    expect(broken[0]?.startsWith(`${start}${word}`)).toBe(true);
    for (const line of broken) expect(line.length).toBeLessThanOrEqual(72);
    for (const line of broken.slice(1))
      expect(line).toMatch(new RegExp(`^ {${start.length}}a`, "u"));
    expect(broken.join(" ").replace(/\s+/gu, " ").trim()).toBe(`${start}${text}`.trim());
  }
});

it("keeps a long web address whole", async () => {
  const address = `https://example.org/${"a".repeat(90)}`;
  expect(await lines(`See ${address} today`)).toEqual(["See", address, "today"]);
});
