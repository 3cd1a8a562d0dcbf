import { expect, it } from "vitest";
import { textMark } from "../../src/util/ready-text.ts";

const TEXT = "id: principles\nabout: what we “do”, together\n";

it("a mark differs for every single letter that is changed", () => {
  const marks = Array.from(TEXT, (_, at) => textMark(`${TEXT.slice(0, at)}X${TEXT.slice(at + 1)}`));
  expect(new Set([...marks, textMark(TEXT)]).size).toBe(TEXT.length + 1);
});
