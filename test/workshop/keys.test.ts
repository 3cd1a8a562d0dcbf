import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { DEFAULT_RUBRICS } from "../../src/files/rubrics.ts";
import { type Item, itemsOf } from "../../src/workshop/items.ts";
import { beginInterview, hearLine, type Step } from "../../src/workshop/machine.ts";
import { checkCharacters } from "../../src/workshop/parse-input.ts";
import { PACKAGE_FOLDER } from "../support/context.ts";
import { askedAfterFelt } from "../support/felt.ts";
import { emptyFile, rubricFrom } from "../support/small-rubrics.ts";
import { momentAt } from "../support/walk.ts";

const RUBRICS = DEFAULT_RUBRICS.map((id) =>
  rubricFrom(readFileSync(join(PACKAGE_FOLDER, "rubrics", `${id}.yaml`), "utf8")),
);
const ITEMS = askedAfterFelt(itemsOf(RUBRICS, { quick: false }));
const QUESTIONS = ITEMS.filter((item) => item.kind === "question");
/** Asked alone within a checklist, because it is private. */
const isOfList = ({ number }: { readonly number: string }) => number.startsWith("c");

/** A room of four, four and two, the trustees shown on their own; cards, or only talk. */
function room(method: "1" | "3"): Step {
  const options = { fileName: "our.yaml", quick: false, fresh: true, stopped: undefined };
  const file = emptyFile(RUBRICS);
  const first = beginInterview(
    { rubrics: RUBRICS, file, question: undefined, ...options },
    momentAt(0),
  );
  return typeAll(first, ["4", "4", "0", "2", "", "2", method]);
}

function typeAll(first: Step, lines: readonly string[]): Step {
  return lines.reduce((step, line) => hearLine(step.state, line, momentAt(1)), first);
}

/** Keys of these lines, each with its Enter. */
function keysOf(lines: readonly string[]): number {
  return lines.reduce((sum, line) => sum + line.length + 1, 0);
}

/** What a room types for its votes: each group in its turn, or all in one line. */
const VOTES = ["1123333434"];
const BY_GROUP = ["1123", "3334", "34"];
/** Before: v, the votes of each group, r, the level, and one more Enter. */
const BEFORE = ["v", ...BY_GROUP, "r", "2", ""];

const SIDES = ["we hear late", "we ask each spring", "both"];
const typedAlone = (lines: readonly string[], words: readonly string[]) =>
  keysOf(lines) - words.reduce((sum, each) => sum + each.length, 0);

function checksOf(item: (typeof ITEMS)[number]): readonly string[] {
  if (item.kind === "question") return [];
  const characters = checkCharacters(item.criteria);
  return [item.criteria.map((_, index) => characters[index % 3]?.character).join(""), ""];
}

/** Every line of a whole assessment: `felt` says whether the room votes on how much each barrier is felt, too. */
function wholeRoom(felt: "voted" | "agreed"): readonly string[] {
  return ITEMS.flatMap((item) => {
    if (item.kind === "checklist") return [...votesOf(item, felt), ...checksOf(item)];
    const level = item.criterion.levels.length > 1 ? "2" : "1";
    const votes = item.criterion.levels.length === 4 ? VOTES : ["1123333232"];
    return isOfList(item) && felt === "agreed" ? ["", level] : [...votes, level];
  });
}

/** A show of cards for each barrier, before what the room agrees on in one line. */
function votesOf({ criteria, titles }: Extract<Item, { kind: "checklist" }>, felt: string) {
  if (titles === undefined || felt === "agreed") return [];
  return criteria.flatMap(() => ["v", "1123333232"]);
}

interface Act {
  readonly act: string;
  readonly before: number | string;
  readonly now: number;
  readonly most: number;
}

const ACTS: readonly Act[] = [
  { act: "a level without votes", before: 2, now: keysOf(["3"]), most: 2 },
  {
    act: "voted, groups of 4, 4 and 2, one round",
    before: keysOf(BEFORE),
    now: keysOf([...VOTES, "2"]),
    most: 14,
  },
  { act: "the same, group by group", before: 20, now: keysOf([...BY_GROUP, "2"]), most: 15 },
  {
    act: "with a second round",
    before: 37,
    now: keysOf([...VOTES, "v", ...VOTES, "2"]),
    most: 28,
  },
  {
    act: '"we do not agree" after a vote, a line a side, without the words',
    before: 23,
    now: typedAlone([...VOTES, "d", ...SIDES], SIDES),
    most: 16,
  },
  {
    act: "a checklist of 7 lines with how much it is felt",
    before: 11,
    now: keysOf(["2", "ypnypny", ""]),
    most: 11,
  },
  {
    act: "every question voted, every checklist answered",
    before: "about 530",
    now: keysOf(wholeRoom("agreed")),
    most: 400,
  },
  {
    act: "the same, and a vote on how much each barrier is felt",
    before: "about 670",
    now: keysOf(wholeRoom("voted")),
    most: 515,
  },
];

describe("the keys of a workshop", () => {
  it.each(ACTS)("$act: $now, where it was $before", ({ now, most }) => {
    expect(now).toBeLessThanOrEqual(most);
  });

  it.each([
    ["one line", [...VOTES, "2"]],
    ["group by group", [...BY_GROUP, "2"]],
    ["two rounds", [...VOTES, "v", ...VOTES, "2"]],
    ["no agreement", [...VOTES, "d", ...SIDES]],
  ])("do what they are counted for: %s", (_, lines) => {
    const { state } = typeAll(room("1"), lines);
    const [first] = QUESTIONS;
    const { answer, votes = [] } = state.file.answers?.[first?.criterion.key ?? ""] ?? {};
    expect(["in-places", "differ"]).toContain(answer);
    expect(votes[0]).toBeDefined();
    expect(state.at).toMatchObject({ kind: "votes", returnTo: { item: 1 } });
  });

  it.each(["voted", "agreed"] as const)("answer everything, felt barriers %s", (felt) => {
    const { state } = typeAll(room("1"), wholeRoom(felt));
    expect(state.at.kind).toBe("finish");
    const voted = Object.values(state.file.answers ?? {}).filter(
      ({ votes }) => votes?.length === 1,
    );
    const asked = QUESTIONS.filter((item) => felt === "voted" || !isOfList(item));
    const barriers = ITEMS.flatMap((item) =>
      item.kind === "checklist" ? (item.titles ?? []) : [],
    );
    expect(barriers).toHaveLength(8);
    expect(voted).toHaveLength(asked.length + (felt === "voted" ? barriers.length : 0));
  });

  it("are two for a level where people only talk", () => {
    expect(typeAll(room("3"), ["3"]).state.at).toEqual({ kind: "question", item: 1 });
  });
});
