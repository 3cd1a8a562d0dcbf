import { describe, expect, it } from "vitest";
import { readyValue, textMark } from "../src/ready-text.ts";

const TEXT = "id: principles\nabout: what we “do”, together\n";
const ready = async () => ({ mark: textMark(TEXT), value: "prepared" });

describe("a prepared value", () => {
  it("is used while its text is still the one it was made from", async () => {
    expect(await readyValue(ready, TEXT)).toBe("prepared");
  });

  it.each([
    ["a letter is another", TEXT.replace("what", "whet")],
    ["two words have changed places", "about: what we “do”, together\nid: principles\n"],
    ["a line has been added", `${TEXT}minutes: 5\n`],
    ["nothing but a line end has been added", `${TEXT}\n`],
    ["a zero sign stands at the end", `${TEXT}\0`],
    ["nothing is left", ""],
  ])("is not used where %s", async (_, changed) => {
    expect(await readyValue(ready, changed)).toBeUndefined();
  });

  it("is not there where the build made none", async () => {
    expect(await readyValue(undefined, TEXT)).toBeUndefined();
  });
});

describe("the mark of a text", () => {
  it("differs for every single letter that is changed", () => {
    const marks = Array.from(TEXT, (_, at) =>
      textMark(`${TEXT.slice(0, at)}X${TEXT.slice(at + 1)}`),
    );
    expect(new Set([...marks, textMark(TEXT)]).size).toBe(TEXT.length + 1);
  });
});
