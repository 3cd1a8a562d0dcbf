import { describe, expect, it } from "vitest";
import { keepsValues } from "../../../src/lint/fix/edits.ts";
import type { Path, Problem } from "../../../src/yaml/diagnostic.ts";

const about = (path: Path) => ({ path }) as Problem;

type Row = [string, string, string, readonly Path[], boolean];

describe("keepsValues", () => {
  it.each<Row>([
    ["nothing changed", "a: 1\nb: x\n", "a: 1 # so\nb: x\n", [], true],
    ["the text meant", "a: 1\nb: x\n", "a: 1\nb: y\n", [["b"]], true],
    ["another text", "a: x\nb: x\n", "a: z\nb: x\n", [["b"]], false],
    ["a number for a text", 'a: "1"\n', "a: 1\n", [["a"]], false],
    ["a text for a number that was meant", "a: 012\n", 'a: "012"\n', [["a"]], true],
    ["a name meant", "a: 1\nbb: { c: 2 }\n", "a: 1\nb: { c: 2 }\n", [["bb"]], true],
    ["a key gone", "a: 1\nb: 2\n", "a: 1\n", [["b"]], false],
    ["an item gone", "a: [x, y]\n", "a: [x]\n", [["a", 1]], false],
    ["no YAML any more", "a: x\n", "a: x: y\n", [["a"]], false],
    ["what an alias stands for", "a: &k x\nb: *k\n", "a: &k y\nb: *k\n", [["a"]], true],
    [
      "what a merge brings",
      "a: &k { c: x }\nb: { <<: *k }\n",
      "a: &k { c: y }\nb: { <<: *k }\n",
      [["a", "c"]],
      true,
    ],
  ])("%s", (_, ...[before, after, paths, kept]) => {
    expect(keepsValues(before, after, paths.map(about))).toBe(kept);
  });
});
