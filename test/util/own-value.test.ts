import { describe, expect, it } from "vitest";
import { own } from "../../src/util/values.ts";

describe("own", () => {
  it("finds what a record holds and nothing that every object has", () => {
    const levels: Record<string, string> = { usual: "Usual practice", constructor: "Builder" };
    expect(own(levels, "usual")).toBe("Usual practice");
    expect(own(levels, "constructor")).toBe("Builder");
    expect(own<string>({}, "constructor")).toBeUndefined();
    expect(own<string>({}, "__proto__")).toBeUndefined();
    expect(own<string>(undefined, "usual")).toBeUndefined();
  });
});
