import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { coloursOf, contrastOnLight, logoOf } from "../../src/documents/letterhead.ts";
import { DOT_PNG, startOfJpeg } from "../support/pictures.ts";

/** By another way than the one that is tested: through the numbers of the standard, in linear light. */
function contrast(one: string, other: string): number {
  const light = (colour: string) => {
    const [red = 0, green = 0, blue = 0] = (colour.match(/[0-9a-f]{2}/gu) ?? []).map((part) => {
      const share = Number.parseInt(part, 16) / 255;
      return share > 0.04045 ? ((share + 0.055) / 1.055) ** 2.4 : share / 12.92;
    });
    return red * 0.2126 + green * 0.7152 + blue * 0.0722 + 0.05;
  };
  return Math.max(light(one) / light(other), light(other) / light(one));
}

const anyColour = fc
  .integer({ min: 0, max: 0xff_ff_ff })
  .map((number) => `#${number.toString(16).padStart(6, "0")}`);

describe("a charity's colour", () => {
  it("can be read on every background, on light pages and dark ones", () => {
    fc.assert(
      fc.property(anyColour, (colour) => {
        const { light, dark } = coloursOf(colour);
        for (const paper of ["#ffffff", "#f2f5f5"])
          expect(contrast(light.accent, paper)).toBeGreaterThanOrEqual(4.5);
        for (const paper of ["#15181b", "#20252a"])
          expect(contrast(dark.accent, paper)).toBeGreaterThanOrEqual(4.5);
        // The two parts of a bar are told from each other, too.
        expect(contrast(light.accent, light.open)).toBeGreaterThan(2);
      }),
    );
  });

  it.each(["#7a1f5c", "#000000", "#0b5560"])(
    "stays as it is where it can be read: %s",
    (colour) => {
      expect(coloursOf(colour).light.accent).toBe(colour);
    },
  );

  it.each([
    ["#f2f5f5", 1],
    ["#000000", 19.2],
    // The grey that is known for just being enough on white is not, on a panel.
    ["#767676", 4.1],
    ["#ffcc00", 1.4],
  ])("of %s, contrast where it is least on a light page is %f", (colour, ratio) => {
    expect(contrastOnLight(colour)).toBeCloseTo(ratio, 1);
  });
});

describe("a charity's logo", () => {
  it("is known as a PNG or a JPEG by its bytes, with its size", () => {
    expect(logoOf(DOT_PNG)).toMatchObject({ type: "png", width: 1, height: 1 });
    expect(logoOf(startOfJpeg(300, 120))).toMatchObject({ type: "jpg", width: 300, height: 120 });
  });

  it.each([
    ["nothing", Buffer.alloc(0)],
    ["a PNG that is cut", DOT_PNG.subarray(0, 14)],
    ["a JPEG that is cut", startOfJpeg(3, 3).subarray(0, 18)],
    [
      "a PNG without width",
      Buffer.from(DOT_PNG.toString("hex").replace("00000001", "00000000"), "hex"),
    ],
    ["a drawing in SVG", Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ["a text", Buffer.from("coprod: assessment/1\n")],
  ])("is not %s", (_, bytes) => {
    expect(logoOf(bytes)).toBeUndefined();
  });
});
