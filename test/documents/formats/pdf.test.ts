import { describe, expect, it } from "vitest";
import { makePdfReproducible } from "../../../src/documents/formats/pdf.ts";

function settled(text: string, day?: string): string {
  return makePdfReproducible(Buffer.from(text, "latin1"), day).toString("latin1");
}

describe("a printed plan", () => {
  it.each([
    [
      "/CreationDate (D:20261122025607+00'00')\n/ModDate (D:20261122025607-05'30')>>",
      "/CreationDate (D:20261212000000+00'00')\n/ModDate (D:20261212000000+00'00')>>",
    ],
    ["/ModDate(D:20261122025607Z)", "/ModDate(D:20261212000000Z)"],
    ["/ID [<0aB1> <Ff09>]", "/ID [<0000> <0000>]"],
  ])("carries the plan's day and nothing of the run: %s", (before, after) => {
    expect(settled(before, "2026-12-12")).toBe(after);
    expect(after.length).toBe(before.length);
  });

  it("has a day of its own where the plan has none", () => {
    expect(settled("/ModDate (D:20261122025607+00'00')")).toContain("(D:20000101000000+00'00')");
  });

  it("is left as it is in every other byte", () => {
    const all = String.fromCharCode(...Array.from({ length: 256 }, (_, code) => code));
    const other = `${all}/ID (node00000094) (D:20261122025607) /Title (/ModDate \\(D:20261122025607\\))`;
    expect(settled(other, "2026-12-12")).toBe(other);
  });
});
