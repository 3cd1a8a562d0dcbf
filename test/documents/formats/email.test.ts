import { expect, it } from "vitest";
import { emailText } from "../../../src/documents/formats/email.ts";

function lines(body: string): string[] {
  return emailText({ subject: "S", attach: ["a.html"], body })
    .split("\n")
    .slice(3, -1);
}

it("breaks lines between words, at 72 letters, and keeps a list entry together", () => {
  const word = "abcdefghi";
  const text = Array.from({ length: 15 }, () => word).join(" ");
  for (const start of ["", "- ", "12. ", "   "]) {
    const broken = lines(`x\n${start}${text}`).slice(1);
    expect(broken.length).toBeGreaterThan(1);
    expect(broken[0]?.startsWith(`${start}${word}`)).toBe(true);
    for (const line of broken) expect(line.length).toBeLessThanOrEqual(72);
    for (const line of broken.slice(1))
      expect(line).toMatch(new RegExp(`^ {${start.length}}a`, "u"));
    expect(broken.join(" ").replace(/\s+/gu, " ").trim()).toBe(`${start}${text}`.trim());
  }
});

it("keeps a long web address whole", () => {
  const address = `https://example.org/${"a".repeat(90)}`;
  expect(lines(`See ${address} today`)).toEqual(["See", address, "today"]);
});
