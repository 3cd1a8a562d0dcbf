import { describe, expect, it } from "vitest";
import { type AssessmentEdit, editText } from "../../src/assessment/edit.ts";
import { EditableYaml } from "../../src/yaml/edit/editable-yaml.ts";

const START = `coprod: assessment/1
title: River House   # our first go
rubrics:
  - { id: principles, version: 1.0.0 }
`;

function textAfter(...edits: AssessmentEdit[]): string {
  return editText(EditableYaml.read(START), edits).text;
}

describe("an edit", () => {
  it("adds people, answers and sessions in the usual order, whatever came first", () => {
    const text = textAfter(
      { kind: "begin", at: "2026-11-21T10:00:00Z" },
      {
        kind: "respond",
        key: "principles/power",
        response: { at: "2026-11-21T10:01:00Z", answer: "no" },
      },
      { kind: "people", people: [{ group: "staff", name: "Staff", present: 5 }] },
    );
    expect(text).toBe(`${START}people:
  - { group: staff, name: Staff, present: 5 }
answers:
  principles/power:
    answer: "no"
    at: 2026-11-21T10:01:00Z
sessions:
  - { began: "2026-11-21T10:00:00Z" }
`);
  });

  it("ends the last session only", () => {
    const text = textAfter(
      { kind: "begin", at: "2026-11-21T10:00:00Z" },
      { kind: "begin", at: "2026-11-22T10:00:00Z" },
      { kind: "end", at: "2026-11-22T11:00:00Z", how: "stopped" },
    );
    expect(text).toContain(
      '  - { began: "2026-11-21T10:00:00Z" }\n  - began: 2026-11-22T10:00:00Z\n    ended: 2026-11-22T',
    );
  });

  it("replaces an action with the same id and adds one with another", () => {
    const text = textAfter(
      { kind: "act", action: { id: "a1", do: "One" } },
      { kind: "act", action: { id: "a2", do: "Two" } },
      { kind: "act", action: { id: "a1", do: "One", who: "Chair" } },
    );
    expect(EditableYaml.read(text).value).toMatchObject({
      actions: [
        { id: "a1", do: "One", who: "Chair" },
        { id: "a2", do: "Two" },
      ],
    });
  });

  it("takes an answer out and leaves the others", () => {
    const response = { answer: "yes" };
    const text = textAfter(
      { kind: "respond", key: "p/one", response },
      { kind: "respond", key: "p/two", response },
      { kind: "forget", key: "p/one" },
    );
    expect(EditableYaml.read(text).value).toMatchObject({ answers: { "p/two": response } });
    expect(text).not.toContain("p/one");
  });

  it("that changes nothing leaves the text as it is", () => {
    expect(textAfter()).toBe(START);
  });
});
