import { describe, expect, it } from "vitest";
import { paint } from "../../src/terminal/paint.ts";

describe("paint", () => {
  it("leaves text as it came without colour", () => {
    const pen = paint(false);
    expect(Object.values(pen).map((brush) => brush("words"))).toEqual(
      Object.values(pen).map(() => "words"),
    );
  });

  it("uses the eight basic colours and bold, and ends what it began", () => {
    const pen = paint(true);
    expect(pen.bold("words")).toBe("\u001b[1mwords\u001b[22m");
    expect(pen.red("words")).toBe("\u001b[31mwords\u001b[39m");
    expect(pen.green("words")).toBe("\u001b[32mwords\u001b[39m");
    expect(pen.yellow("words")).toBe("\u001b[33mwords\u001b[39m");
    expect(pen.cyan("words")).toBe("\u001b[36mwords\u001b[39m");
  });

  it("takes one text only, so that it can be handed to map", () => {
    expect(["a", "b"].map(paint(false).bold)).toEqual(["a", "b"]);
  });
});
