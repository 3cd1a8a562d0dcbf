import { describe, expect, it } from "vitest";
import { exact, fractionText, smallest, sum, ZERO } from "../src/exact.ts";

describe("exact numbers", () => {
  it.each([
    [0, "0"],
    [1, "1"],
    ["2/4", "1/2"],
    ["0.25", "1/4"],
    [0.1, "1/10"],
  ])("reads %s as %s", (given, text) => {
    expect(fractionText(exact(given))).toBe(text);
  });

  it("adds thirds without losing any", () => {
    const third = exact(1, 3);
    expect(fractionText(sum([third, third, third]))).toBe("1");
    expect(sum([]).equals(ZERO)).toBe(true);
  });

  it("finds the smallest, whatever the order", () => {
    expect(fractionText(smallest([exact("2/3"), exact("1/2"), exact("3/5")]))).toBe("1/2");
  });
});
