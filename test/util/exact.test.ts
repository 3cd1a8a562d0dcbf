import { describe, expect, it } from "vitest";
import {
  commonWhole,
  exact,
  exactPart,
  fractionText,
  partsOf,
  smallest,
  sum,
  ZERO,
} from "../../src/util/exact.ts";

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

  it("cuts several into parts of one size", () => {
    const values = [exact("1/2"), exact("-2/3"), exact(3)];
    const whole = commonWhole(values);
    expect(whole).toBe(6n);
    expect(values.map((value) => partsOf(value, whole))).toEqual([3n, -4n, 18n]);
    expect(fractionText(exactPart(3n, whole))).toBe("1/2");
    expect(commonWhole([])).toBe(1n);
  });

  it("finds the smallest, whatever the order", () => {
    expect(fractionText(smallest([exact("2/3"), exact("1/2"), exact("3/5")]))).toBe("1/2");
  });
});
