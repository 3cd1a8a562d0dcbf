import { describe, expect, it } from "vitest";
import { looksLikeName } from "../../src/assessment/names.ts";
import { echo, readAnywhere, readNumber, readYesNo, tidy } from "../../src/terminal/typed-line.ts";
import { readTyped } from "../../src/workshop/parse-input.ts";
import { levels } from "../support/builders.ts";

const LEVELS = levels(3).map((level, index) => ({
  ...level,
  name: ["Not yet", "In places", "Usual practice", "List"][index] ?? "",
}));

const command = (name: string, rest = "") => ({ kind: "command", command: name, rest });

describe("a line typed at a question", () => {
  it.each([
    ["2", { kind: "level", level: 1 }],
    [" 4 ", { kind: "level", level: 3 }],
    ["２", { kind: "level", level: 1 }],
    ["two", { kind: "level", level: 1 }],
    ["usual  PRACTICE", { kind: "level", level: 2 }],
    // A level's own name wins over a command.
    ["list", { kind: "level", level: 3 }],
    ["l", command("list")],
    ["", { kind: "nothing" }],
    ["   ", { kind: "nothing" }],
    ["u", command("unsure")],
    ["Not sure", command("unsure")],
    ["d", command("differ")],
    ["S", command("skip")],
    ["not applicable", command("not-applicable")],
    ["g 12", command("go", "12")],
    ["g12", command("go", "12")],
    ["go to c2", command("go", "c2")],
    ["g end", command("go", "end")],
    ["a 3", command("action", "3")],
    ["?", command("help")],
    ["STOP", command("quit")],
    ["5", { kind: "other" }],
    ["0", { kind: "other" }],
    ["usual", { kind: "other" }],
    ["y", { kind: "other" }],
    ["22", { kind: "other" }],
    ["hello there", { kind: "other" }],
  ])("%j is read as %j", (line, expected) => {
    expect(readTyped(line, LEVELS)).toEqual(expected);
  });
});

describe("stop and help", () => {
  it.each([
    ["q", false, "quit"],
    ["Exit", false, "quit"],
    ["?", false, "help"],
    ["q", true, "quit"],
    ["stop", true, undefined],
    ["help", true, undefined],
    ["q 3", false, undefined],
  ])("%j, where other text is expected: %j, means %j", (line, free, expected) => {
    expect(readAnywhere(line, free)).toBe(expected);
  });
});

describe("what was typed", () => {
  it.each([
    ["hello", '"hello"'],
    ["a line that is rather long", '"a line that ..."'],
    ["\u001b[31mred\u001b[0m\u0007", '"red"'],
    ["🧑‍🤝‍🧑", '"🧑‍🤝‍🧑"'],
  ])("%j is said back as %s", (line, expected) => {
    expect(echo(line)).toBe(expected);
  });

  it("loses paste marks, control codes and half characters, but no tab", () => {
    expect(tidy("\u001b[200~one\ttwo\u0000\u001b[201~\ud800\u009b")).toBe("one\ttwo\ufffd");
  });

  it.each([
    ["7", 7],
    ["none", 0],
    ["Zero", 0],
    ["three", 3],
    ["1000", undefined],
    ["-1", undefined],
    ["2.5", undefined],
  ])("%j counts as %j", (line, expected) => {
    expect(readNumber(line)).toBe(expected);
  });

  it.each([
    ["Y", true],
    ["yes", true],
    ["no", false],
    ["", undefined],
    ["maybe", undefined],
  ])("%j as yes or no is %j", (line, expected) => {
    expect(readYesNo(line)).toBe(expected);
  });
});

describe("a role that may be a name", () => {
  it.each([
    ["Jo Smith", true],
    ["Mary-Ann O'Neill", true],
    ["Siân Rhys Jones", true],
    ["Chair", false],
    ["Service Manager", false],
    ["Volunteer lead with two people", false],
    ["the budget group", false],
    ["jo smith", true],
  ])("%j looks like a name: %j", (text, expected) => {
    expect(looksLikeName(text)).toBe(expected);
  });
});
