import { describe, expect, it } from "vitest";
import { withProgress } from "../../src/assessment/actions.ts";
import type { Action } from "../../src/assessment/schema.ts";
import { emptyFile, smallRubrics } from "../support/small-rubrics.ts";
import { PEOPLE, type Walk, walk } from "../support/walk.ts";

const SINCE = "2025-11-21";
const PAY: Action = { id: "a1", for: "principles/power", do: "Pay fares", since: SINCE };
const SING: Action = { id: "a2", do: "Sing", sign: "Everybody sings", since: SINCE };
const NEW: Action = { id: "a3", do: "Ask the board" };

/** At the check of all answers in year two, `1` typed. */
function finishing(lines: readonly string[], setting: Walk = {}, actions = [PAY, SING, NEW]) {
  const answers = { "principles/power": { answer: "not-yet" } };
  const file = emptyFile(smallRubrics(), { people: PEOPLE, answers, actions });
  return walk(["g end", "1", ...lines], { file, ...setting });
}

function actionsAfter(...given: Parameters<typeof finishing>): readonly Action[] {
  return finishing(...given).file.actions ?? [];
}

describe("the actions of last time", () => {
  it("are each asked about before the end, and those of today are not", () => {
    const { transcript } = finishing([]);
    expect(transcript).toContain(
      "We have not said yet what became of actions 1 and 2 of last time.",
    );
    const { last } = finishing([]);
    expect(last).toContain("Action 1 of last time . 1 of 2 Pay fares.");
    expect(last).toContain("What became of it? 1 done");
    expect(finishing([""]).last).toContain("Action 2 of last time . 2 of 2 Sing.");
    expect(finishing(["", ""]).last).toContain("What we agreed");
    expect(actionsAfter(["", ""])).toEqual([PAY, SING, NEW]);
  });

  it("are still on, or stopped with a why that nobody can leave out, and are not asked about again", () => {
    const { file, transcript, last } = finishing(["2", "3", "", "No money"]);
    expect(transcript).toContain("Trustees will ask.");
    expect(file.actions).toEqual([
      { ...PAY, "still-on": true },
      { ...SING, status: "dropped", why: "No money" },
      NEW,
    ]);
    expect(last).toContain("What we agreed");
    expect(walk(["g end", "1"], { file }).last).toContain("What we agreed");
  });

  it("are done, and each group says whether it helped, with what shows it", () => {
    const { file, transcript } = finishing(["", "1", "y", "n", "Two songs"]);
    expect(transcript).toContain("Action 2 is done.");
    expect(transcript).toContain("How we will know: Everybody sings");
    expect(transcript).toContain("People with lived experience: y");
    expect(transcript).toContain("Staff: n");
    expect(file.actions?.[1]).toEqual({
      ...SING,
      status: "done",
      note: "Two songs",
      "helped-by": { "lived-experience": "yes", staff: "no" },
    });
    expect(file.answers).toEqual({ "principles/power": { answer: "not-yet" } });
  });

  it.each([
    [["y", "y"], { helped: "yes" }],
    [["", "e"], { helped: "too-early" }],
    [["", ""], {}],
    [["x", "p", "p"], { helped: "partly" }],
  ])("where the groups say %j, is kept as %j", (said, expected) => {
    const [action] = actionsAfter(["1", ...said, ""], {}, [PAY]);
    expect(action).toEqual({ ...PAY, status: "done", ...expected });
  });

  it("lose what each group said where one word is said for all, and keep it where none is", () => {
    const told: Action = { ...SING, status: "done", "helped-by": { staff: "no" } };
    const done = { id: "a2", status: "done", why: undefined, note: undefined } as const;
    expect(withProgress([told], { ...done, helped: "yes" })).toEqual({
      ...SING,
      status: "done",
      helped: "yes",
    });
    expect(withProgress([told], done)).toEqual(told);
  });

  it("go back one by one, can be taken back, and be left with f", () => {
    expect(finishing(["b"]).last).toContain("Before you finish");
    expect(finishing(["2", "b"]).last).toContain("1 of 2");
    expect(finishing(["3", "b"]).last).toContain("What became of it?");
    expect(actionsAfter(["2", "z"])).toEqual([PAY, SING, NEW]);
    const left = finishing(["f"]);
    expect(left.last).toContain("What we agreed");
    expect(left.file.actions).toEqual([PAY, SING, NEW]);
    const stopped = finishing(["2", "q"]).file;
    expect(stopped.sessions?.at(-1)?.how).toBe("finished");
    expect(finishing(["what"]).last).toContain('"what" is not one of the choices');
    expect(finishing(["1", "q"]).file.actions?.[0]).toEqual({ ...PAY, status: "done" });
  });

  it("are asked about where people come for the actions alone", () => {
    const file = emptyFile(smallRubrics(), { people: PEOPLE, actions: [PAY] });
    const asked = walk([], { file, task: "steps", question: undefined });
    expect(asked.last).toContain("Action 1 of last time . 1 of 1");
    const { file: after, step } = walk(["2"], { file, task: "steps", question: undefined });
    expect(after.actions).toEqual([{ ...PAY, "still-on": true }]);
    expect(after.sessions).toBeUndefined();
    expect(step.prompt).toBeUndefined();
  });

  it("are looked at for names, like all that is written", () => {
    expect(finishing(["3", "Maria is at maria@example.org"]).step.state.at.kind).toBe("personal");
  });
});
