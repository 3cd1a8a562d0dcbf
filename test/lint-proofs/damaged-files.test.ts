import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PACKAGE_FOLDER } from "../support/context.ts";
import { examples } from "../support/examples.ts";
import { anyFault } from "./any-fault.ts";

const FOLDER = join(PACKAGE_FOLDER, "rubrics");
const TEXTS = readdirSync(FOLDER)
  .filter((name) => name !== "guide.yaml")
  .map((name) => readFileSync(join(FOLDER, name), "utf8"));

const COPIES = examples(400, 2_000);
const SEED = 20_261_122;

/** What means something to YAML, to JavaScript, to a terminal or to our own comments. */
const BITS = [
  ..."\t\n\r:-?[]{}#&*!|>'\"%@`,~\\ \0\u2028\u00a0\u202e\ufeff\ud800",
  "\r\n",
  "\n---\n",
  "\n...\n",
  "&a ",
  "*a ",
  "<<: *a",
  "!!binary ",
  "__proto__: ",
  "constructor",
  "toString",
  "null",
  ".nan",
  "-.inf",
  "1e999",
  "0x10",
  "2026-02-30",
  "TODO",
  "\u{1f6a3}\u200d\u2640\ufe0f",
  "Llŷr ŵ",
  "# coprod-disable",
  " # coprod-disable-line -- why",
  "a".repeat(5_000),
  "[".repeat(300),
  "{a: ".repeat(200),
  "<<<<<<< ours\n",
];

type Change = (text: string) => string;

const share = fc.double({ min: 0, max: 1, noNaN: true });

/** One slip of a hand, a merge or a disk. */
const change: fc.Arbitrary<Change> = fc.oneof(
  share.map(
    (at): Change =>
      (text) =>
        text.slice(0, Math.floor(at * text.length)),
  ),
  share.map(
    (at): Change =>
      (text) =>
        text.slice(Math.floor(at * text.length)),
  ),
  fc.tuple(share, fc.nat(300)).map(([at, length]) => spliced(at, length, () => "")),
  fc.tuple(share, fc.nat(300)).map(([at, length]) => spliced(at, length, (cut) => cut + cut)),
  fc
    .tuple(share, fc.nat(12), fc.constantFrom(...BITS))
    .map(([at, length, bit]) => spliced(at, length, () => bit)),
  fc
    .tuple(share, fc.nat(40))
    .map(([at, length]) => spliced(at, length, (cut) => [...cut].reverse().join(""))),
  fc.tuple(share, fc.constantFrom(-2, -1, 1, 2)).map(([at, by]) => indented(at, by)),
  fc.tuple(share, share).map(([from, to]) => lineMoved(from, to)),
);

function spliced(at: number, length: number, made: (cut: string) => string): Change {
  return (text) => {
    const start = Math.floor(at * text.length);
    const cut = text.slice(start, start + length);
    return text.slice(0, start) + made(cut) + text.slice(start + length);
  };
}

function indented(at: number, by: number): Change {
  return (text) => {
    const lines = text.split("\n");
    const index = Math.min(lines.length - 1, Math.floor(at * lines.length));
    const line = lines[index] ?? "";
    const moved = by > 0 ? " ".repeat(by) + line : line.replace(/^ {1,2}/u, "");
    return lines.with(index, moved).join("\n");
  };
}

function lineMoved(from: number, to: number): Change {
  return (text) => {
    const lines = text.split("\n");
    const moved = lines.splice(Math.floor(from * lines.length), 1);
    return lines.toSpliced(Math.floor(to * lines.length), 0, ...moved).join("\n");
  };
}

/** Most copies are cut short as well, as by a full disk; whole ones take longer to check. */
const damaged = fc
  .tuple(
    fc.constantFrom(...TEXTS),
    fc.oneof({ weight: 15, arbitrary: fc.nat(4_000) }, { weight: 1, arbitrary: fc.nat(60_000) }),
    fc.array(change, { minLength: 1, maxLength: 3 }),
  )
  .map(([text, length, changes]) =>
    changes.reduce((given, each) => each(given), text.slice(0, length)),
  );

describe("coprod lint", () => {
  it(`has a clear finding with a place, or none, for ${COPIES} damaged copies of the rubrics`, async () => {
    let clean = 0;
    await fc.assert(
      fc.asyncProperty(damaged, async (text) => {
        const { faults, problems } = await anyFault({ name: "copy.yaml", text });
        expect(faults).toEqual([]);
        if (problems === 0) clean += 1;
      }),
      { numRuns: COPIES, seed: SEED, endOnFailure: false },
    );
    // Otherwise nothing would have been damaged.
    expect(clean).toBeLessThan(COPIES / 4);
  });
});
