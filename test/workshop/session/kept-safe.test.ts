import { describe, expect, it } from "vitest";
import { begun, OUR, sit } from "../../support/workshop.ts";

describe("a file that lost its end and can still be read", () => {
  it("is not written over: a copy that holds more is offered first", async () => {
    const files = await begun(["2", "3"]);
    const whole = files.texts.get(OUR) ?? "";
    const cut = whole
      .replace(/^# .*\n/gmu, "")
      .replace(/ {2}principles\/costs:[\s\S]*?(?=sessions:)/u, "");
    files.texts.set(OUR, cut);
    const stopped = await sit(["what?", "q"], { files });
    expect(stopped.said).toContain("Something may have been lost.");
    expect(files.texts.get(OUR)).toBe(cut);
    const used = await sit(["u", "s", "q"], { files });
    expect(used.text).toMatch(/answer: in-places[\s\S]*answer: usual/u);
    expect(files.texts.get(`${OUR}.damaged`)).toBe(cut);
  });
});

describe("what began as a note", () => {
  it("is a note or nothing, up to the next empty line", async () => {
    const files = await begun(["2"]);
    const long = Array.from({ length: 400 }, () => "x".repeat(60));
    const { text, said } = await sit(["s", "", "w", ...long, "4", "4", "s", "x", "y"], { files });
    expect(said).toContain("A note can hold 20,000 characters, and this is more.");
    expect(text.match(/answer: /gu)).toHaveLength(1);
    expect(text).not.toMatch(/answer: shared/u);
  });
});
