import { describe, expect, it } from "vitest";
import { parseRubric } from "../../src/rubric/parse.ts";
import { rubricOutline } from "../../src/rubric/text/rubric-outline.ts";
import { wordings } from "../../src/voices/sheet.ts";
import { questionSheet } from "../../src/voices/slip.ts";
import { itemsOf } from "../../src/workshop/items.ts";
import {
  emptyFile,
  rubricFrom,
  SMALL_BARRIERS,
  SMALL_PRINCIPLES,
} from "../support/small-rubrics.ts";
import { walk } from "../support/walk.ts";

const principles = rubricFrom(
  SMALL_PRINCIPLES.replace("core: true", "core: true\n        private: true"),
);
const barriers = rubricFrom(SMALL_BARRIERS.replace("id: pay,", "id: pay, private: true,"));
const PEOPLE = [
  { group: "lived-experience", name: "People with lived experience", present: 3 },
  { group: "staff", name: "Staff", present: 4 },
];

function asked(method: "cards" | "slips" | "talk", lines: readonly string[]) {
  const file = emptyFile([principles], { people: PEOPLE });
  const way = { cards: "1", slips: "2", talk: "3" }[method];
  return walk([way, ...lines], { rubrics: [principles], file, fresh: true, question: undefined });
}

describe("a question that cannot be answered openly", () => {
  it.each(["cards", "slips", "talk"] as const)("is on folded slips where people use %s", (way) => {
    const { transcript } = asked(way, []);
    expect(transcript).toContain("This one is on folded slips, with no show of cards.");
    expect(transcript).not.toContain("Then hold up a card");
  });

  it("hides what is typed from its slips in a session with cards, and only there", () => {
    const first = asked("cards", []);
    expect(first.step.typing).toBe("secret");
    const next = asked("cards", ["112/3334", "2"]);
    expect(next.transcript).toContain("Then hold up a card");
    expect(next.step.typing).toBeUndefined();
  });

  it("asks nobody to say what they wrote", () => {
    const { last } = asked("cards", ["112/3334", "t"]);
    expect(last).toContain("Nobody has to say what they wrote.");
    expect(last).not.toContain("hear from someone at each end");
  });

  it("can be agreed without votes", () => {
    const { file } = asked("cards", ["", "3"]);
    expect(file.answers?.["principles/power"]).toMatchObject({ answer: "usual" });
  });

  it("is no line of a checklist that is answered aloud", () => {
    const own = barriers.sections
      .flatMap(({ criteria }) => criteria)
      .filter((each) => each.private);
    const items = itemsOf([barriers], { quick: false });
    const alone = items.flatMap((item) => (item.kind === "question" ? [item.criterion] : []));
    expect(own).not.toEqual([]);
    expect(alone).toEqual(expect.arrayContaining(own));
  });

  it("says so on paper and where the rubric is read", () => {
    const [power] = principles.sections[0]?.criteria ?? [];
    if (power === undefined) throw new Error("no question");
    const sheet = questionSheet([principles], PEOPLE);
    const line = "Private: on folded slips, with no show of cards.";
    expect(wordings({ group: undefined, asked: sheet }, power)).toContain(line);
    expect(JSON.stringify(rubricOutline(principles, new Map()))).toContain(line);
  });

  it("has levels to vote on", () => {
    const text = SMALL_PRINCIPLES.replace(
      "asks: Do we talk about power?",
      "asks: Do we talk about power?\n        kind: text\n        private: true",
    );
    const { diagnostics } = parseRubric("own.yaml", text);
    expect(diagnostics.map(({ rule }) => rule)).toContain("question/kind");
  });
});
