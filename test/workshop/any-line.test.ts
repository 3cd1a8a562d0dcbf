import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkAssessment } from "../../src/assessment/check.ts";
import { editText } from "../../src/assessment/edit.ts";
import { parseAssessment } from "../../src/assessment/parse.ts";
import type { AssessmentFile } from "../../src/assessment/schema.ts";
import type { Rubric } from "../../src/rubric/rubric.ts";
import { wallText } from "../../src/terminal/to-text.ts";
import type { Clock } from "../../src/workshop/dates.ts";
import { beginInterview, endInterview, hearLine, type Step } from "../../src/workshop/machine.ts";
import type { At, HowEnded } from "../../src/workshop/state.ts";
import { hasErrors } from "../../src/yaml/diagnostic.ts";
import { EditableYaml } from "../../src/yaml/edit/editable-yaml.ts";
import { yamlText } from "../../src/yaml/edit/yaml-text.ts";
import { emptyFile, smallRubrics } from "../support/small-rubrics.ts";

const RUBRICS = smallRubrics();
/** The kinds of places that were reached; without this the test could pass by standing still. */
const VISITED = new Set<string>();

/** Something that happens to a session: a line, or its end and a new start. */
type Event =
  | { readonly kind: "line"; readonly text: string }
  /** A line that does something at the place where the session stands. */
  | { readonly kind: "apt"; readonly pick: number }
  | { readonly kind: "restart"; readonly how: HowEnded | "killed"; readonly quick: boolean };

const usefulLine = fc.constantFrom(
  ..."1 2 3 4 0 5 9 u s d v w e a t r b g l x n q ? k y z undo".split(" "),
  ..."yes|no|not sure|skip|back|go 3|g c1|g c2|g end|go|list|clear|votes|not applicable|n|in places|A LOT".split(
    "|",
  ),
  ..."y p n|ypn|p-u|yes no|y n|u 2|d 1|v 1|w 3|a 2|n 3|e 1|1 3|2-4|12u|1122|11111|uuu|3 1|".split(
    "|",
  ),
  ..."next month|by March|March 2027|31/1/27|31/2/27|1999|Jo Smith|Chair|Carers|１|two|.|'|# note|- a|a: b".split(
    "|",
  ),
  "",
  "",
  " ",
);
const anyLine = fc.oneof(
  { weight: 6, arbitrary: usefulLine },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 30 }) },
  { weight: 1, arbitrary: fc.string({ unit: "grapheme", maxLength: 30 }) },
);
/** Lines that lead on from a place; anywhere else, and now and then here too, any line is typed. */
const APT: Partial<Readonly<Record<At["kind"], readonly string[]>>> = {
  "same-people": ["y", "y", "n"],
  welcome: ["", "", "k", "g", "l", "o"],
  people: ["2", "3", "1", "0", "5", "s", "300", "y", "b", ""],
  "more-people": ["", "", "Carers", "1", "v", "b"],
  "join-small-groups": ["1", "2"],
  "voting-method": ["1", "2", "3"],
  question: [
    "1",
    "3",
    "in places",
    "u",
    "s",
    "d",
    "v",
    "v",
    "w",
    "e",
    "a",
    "t",
    "b",
    "n",
    "x",
    "",
    "g end",
  ],
  checklist: [
    "ypn",
    "yp",
    "y p -",
    "u",
    "s",
    "d 1",
    "v 2",
    "a 1",
    "w 2",
    "n 3",
    "x",
    "",
    "b",
    "yn",
  ],
  "checklist-save": ["", "", "ypn", "yn", "b"],
  "checklist-reasons": ["we have no money", ""],
  "write-note": [
    "words: # of ours",
    "- more",
    "",
    "",
    "07700 900123",
    "x",
    "one\n\n- two: three\n",
  ],
  "write-evidence": ["minutes", "", "", "a\n\nb", "07700 900123", "x"],
  reason: ["we have no board", ""],
  range: ["1 3", "2-4", "4 1", ""],
  views: ["we hear late", "", "we ask", "b", "jo@example.org"],
  votes: ["1", "12", "11u", "22211", "3333333333", "uuu", "0", "", "x"],
  "more-votes": ["y", "y", "n"],
  action: [
    "do it",
    "a1",
    "x",
    "b",
    "ring 07700 900123",
    "Chair",
    "Jo Smith",
    "next month",
    "May",
    "31/1/27",
    "y",
    "n",
    "",
  ],
  personal: ["y", "n", "", "b"],
  "replace-answer": ["y", "n", "b"],
  "clear-answer": ["y", "n"],
  "go-to-question": ["1", "c1", "c2", "end", "3", "people"],
  ending: ["", "", "", "b", "f"],
  steps: ["1", "1", "2", "3", "w", "", "b", "f"],
  "step-refused": ["no money", "", "b"],
  finish: ["1", "2", "3", "4", "b", "a", "g 1", "Who was not in: the # room?"],
  "trustee-paper": ["y", "", "12 December 2026", "We ask you to agree.", "b"],
};

const anyEvent: fc.Arbitrary<Event> = fc.oneof(
  {
    weight: 120,
    arbitrary: fc.nat({ max: 16 * 17 }).map((pick): Event => ({ kind: "apt", pick })),
  },
  { weight: 40, arbitrary: anyLine.map((text): Event => ({ kind: "line", text })) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant("restart" as const),
      how: fc.constantFrom(
        "stopped",
        "input-ended",
        "interrupted",
        "closed",
        "terminated",
        "killed",
      ),
      quick: fc.boolean(),
    }),
  },
);

/** What is on the disk, and the machine in front of it. */
class Session {
  yaml = EditableYaml.read(yamlText(emptyFile()));
  step: Step;
  private minutes = 0;

  constructor() {
    this.step = this.begin({ fresh: true, quick: false });
  }

  play(event: Event): void {
    if (event.kind !== "restart" && this.step.prompt !== undefined) {
      this.take(hearLine(this.step.state, this.lineFor(event), this.now()));
    } else {
      const how = event.kind === "restart" ? event.how : "killed";
      if (how !== "killed" && this.step.prompt !== undefined)
        this.take(endInterview(this.step.state, how, this.now()));
      this.step = this.begin({ fresh: false, quick: event.kind === "restart" && event.quick });
    }
  }

  private lineFor(event: Exclude<Event, { kind: "restart" }>): string {
    if (event.kind === "line") return event.text;
    const apt = APT[this.step.state.at.kind] ?? [""];
    return apt[event.pick % apt.length] ?? "";
  }

  private begin(how: { fresh: boolean; quick: boolean }): Step {
    const file = fitting(this.yaml.text, RUBRICS);
    const step = beginInterview(
      {
        ...how,
        rubrics: RUBRICS,
        file,
        fileName: "our.yaml",
        stopped: undefined,
        question: undefined,
      },
      this.now(),
    );
    this.take(step);
    return step;
  }

  private take(step: Step): void {
    VISITED.add(step.state.at.kind);
    this.step = step;
    this.yaml = editText(this.yaml, step.edits);
    // Without an edit the text is the one that was checked before.
    if (step.edits.length > 0) {
      expect(fitting(this.yaml.text, RUBRICS)).toEqual(step.state.file);
    }
    const shown = wallText(step.blocks, { columns: 80, saved: "10:31" });
    const words = `${shown}${step.prompt ?? ""}`;
    expect(words).not.toMatch(/undefined|\[object|NaN/u);
    expect(words).not.toContain("\u001b");
  }

  private now(): Clock {
    this.minutes += 1;
    const instant = new Date(Date.UTC(2026, 10, 21, 10, this.minutes)).toISOString();
    return { instant: instant.replace(".000Z", "Z"), today: { year: 2026, month: 11, day: 21 } };
  }
}

/** The assessment in the text; fails where it does not parse or does not fit its rubrics. */
function fitting(text: string, rubrics: readonly Rubric[]): AssessmentFile {
  const { file, source, diagnostics } = parseAssessment("our.yaml", text);
  expect(diagnostics).toEqual([]);
  if (file === undefined || source === undefined) throw new Error("no assessment");
  const problems = checkAssessment(file, rubrics, source);
  expect(hasErrors(problems) ? problems : []).toEqual([]);
  return file;
}

describe("whatever is typed", () => {
  it("never stops the program, and the file always parses and fits its rubrics", () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { minLength: 80, maxLength: 160 }), (events) => {
        const session = new Session();
        for (const event of events) session.play(event);
        expect(session.yaml.text).toContain("coprod: assessment/1");
      }),
      { numRuns: Number(process.env["COPROD_FUZZ_RUNS"] ?? 24) },
    );
    expect(VISITED.size).toBeGreaterThan(15);
  }, 120_000);
});
