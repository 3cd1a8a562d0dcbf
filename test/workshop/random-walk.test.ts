import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkAssessment } from "../../src/assessment/check.ts";
import { parseAssessment } from "../../src/assessment/parse.ts";
import type { AssessmentFile, Response } from "../../src/assessment/schema.ts";
import { beginInterview, hearLine, type Step } from "../../src/workshop/machine.ts";
import { itemIndex } from "../../src/workshop/progress.ts";
import { statusOfItem } from "../../src/workshop/responses.ts";
import { TextHistory } from "../../src/workshop/session/save-session.ts";
import type { At, Interview, InterviewOptions, Walk } from "../../src/workshop/state.ts";
import { hasErrors } from "../../src/yaml/diagnostic.ts";
import { yamlText } from "../../src/yaml/edit/yaml-text.ts";
import { examples } from "../support/examples.ts";
import { emptyFile, smallRubrics } from "../support/small-rubrics.ts";
import { momentAt, PEOPLE, walk } from "../support/walk.ts";

/** Lines that lead on from a place. Any of them may be typed anywhere. */
const APT: Partial<Readonly<Record<At["kind"], string>>> = {
  "same-people": "y|y|n",
  welcome: "||k|l|g 2|a|b",
  people: "4|3|0|1|s|b|",
  "more-people": "||Carers|b",
  "join-small-groups": "1|2|b",
  "voting-method": "1|2|3|b",
  question: "1|2|3|4|u|s|d|v|w|e|a|n|x|b|z|z||g|g|g 1|g 3|g c1|g end|t|2-3|1 or 2",
  checklist: "ypn|yn|y p n|y--|yp-|--|ppp|nn|u|s|v 1|d 2|w 1|e 2|a 1|n 3|x|b||2 y|1 n",
  "checklist-save": "||ypn|b|w 2",
  "checklist-reasons": "no money||b",
  "write-note": "We talked|it went well|Ring 07700 900123||x|z|b",
  "write-evidence": "Minutes|A photo||x|z",
  reason: "We have no board||b",
  range: "1 3|2 4||b",
  views: "late|early||x|b|z",
  votes: "112|3334|1|12|334|u|44|112/3334|1123334|112 / 3334|x|b|z|0||r",
  "more-votes": "y|n",
  action: "Ask them|Chair|May 2027||x|b|y|a1|z",
  personal: "y|n",
  "replace-answer": "y|y|n|b|",
  "clear-answer": "y|y|n",
  "go-to-question": "2|c1|end|people|",
  finish: "1|2|3|4|b|g 1|a|We forgot the buses",
  "trustee-paper": "y|n||River House|12 May 2027",
};
const ANYWHERE = [...new Set(Object.values(APT).flatMap((lines) => lines.split("|")))];

/** What is typed, by two numbers: which line, and whether it may be one that does not belong where it is typed. */
const anyTyping = fc.record({ pick: fc.nat(9_999), isWild: fc.nat(9).map((one) => one === 0) });

function lineAt({ kind }: At, { pick, isWild }: { pick: number; isWild: boolean }): string {
  const lines = isWild ? ANYWHERE : (APT[kind]?.split("|") ?? ANYWHERE);
  return lines[pick % lines.length] ?? "";
}

const EMPTY = emptyFile(smallRubrics(), { people: PEOPLE });
const SOME = ["2", "s", "u", "d", "1 3", "late", "early", "3", "ypn", "", "s", "yn", "", "q"];
/** A file with answers, votes and skipped ones, as the day before has left it. */
const BEGUN = walk(["v", "112", "3334", ...SOME], { file: EMPTY }).file;

const anyStart: fc.Arbitrary<Partial<InterviewOptions>> = fc.constantFrom(
  { file: EMPTY, question: "principles/power" },
  { file: BEGUN, question: "principles/power" },
  { file: BEGUN },
  { file: emptyFile(), fresh: true },
  { file: EMPTY, fresh: true },
  { file: BEGUN, question: "barriers/hours" },
);

function begin(start: Partial<InterviewOptions>): Step {
  const usual = { fileName: "our.yaml", quick: false, fresh: false, stopped: undefined };
  const options = { file: EMPTY, rubrics: smallRubrics(), question: undefined, ...usual, ...start };
  return beginInterview(options, momentAt(0));
}

/** Confirmed answers, each as one text; skipped is no confirmed answer. */
function confirmed({ answers = {} }: AssessmentFile): ReadonlyMap<string, string> {
  const said = ({ answer, from, to, reason }: Response) => `${answer} ${from} ${to} ${reason}`;
  const all = Object.entries(answers).filter(
    ([, { answer }]) => answer !== undefined && answer !== "skipped",
  );
  return new Map(all.map(([key, response]) => [key, said(response)]));
}

const TAKES_OUT: readonly At["kind"][] = ["clear-answer", "replace-answer", "personal"];
const isUndo = (line: string) => /^(?:z|undo)$/u.test(line);

function expectNothingReplaced({ state }: Step, line: string, after: Step): void {
  if (isUndo(line)) return;
  const is = confirmed(after.state.file);
  const changed = [...confirmed(state.file)].filter(([key, answer]) => is.get(key) !== answer);
  if (changed.length === 0) return;
  expect({ line, kind: state.at.kind, changed }).toEqual({
    line: "y",
    kind: expect.toSatisfy((kind: At["kind"]) => TAKES_OUT.includes(kind)),
    changed: expect.anything(),
  });
}

/** The questions that a named walk may visit: those that were as its name says when it began. */
function askedFor({ walk: begun, ...state }: Interview & { readonly walk: Walk }): void {
  const found = begun.items.map((index) => {
    const item = state.items[index];
    return item === undefined ? "none" : statusOfItem(state, item);
  });
  expect(new Set(found).size, `a walk through ${found}`).toBe(1);
}

function expectOnlyItsQuestions(before: Step, line: string, { state }: Step): void {
  const { walk: through } = state;
  if (through === undefined) {
    const { walk: left } = before.state;
    if (left === undefined || isUndo(line)) return;
    const elsewhere = /^(?:g .*|\d|c\d|people|end)$/u.test(line);
    if (!elsewhere) expect(state.at.kind).toBe(left.returnTo.kind);
    return;
  }
  if (before.state.walk === undefined && !isUndo(line)) {
    askedFor({ ...state, walk: through });
    REACHED.add("walk");
  }
  const index = itemIndex(state.at);
  if (index !== undefined) expect(through.items).toContain(index);
}

const REACHED = new Set<string>();

/** A session, and how the file stood before each confirmed line that is not taken back. */
class Remembered {
  step: Step;
  readonly files: AssessmentFile[];
  private minutes = 0;

  constructor(start: Partial<InterviewOptions>) {
    this.step = begin(start);
    this.files = [this.step.state.file];
  }

  get isOver(): boolean {
    return this.step.prompt === undefined;
  }

  type(line: string): void {
    if (this.isOver) return;
    this.minutes += 1;
    REACHED.add(this.step.state.at.kind);
    const next = hearLine(this.step.state, line, momentAt(this.minutes));
    expectNothingReplaced(this.step, line, next);
    expectOnlyItsQuestions(this.step, line, next);
    if (next.edits.length > 0) this.remember(line, next);
    this.step = next;
  }

  private remember(line: string, { state }: Step): void {
    if (isUndo(line)) this.files.pop();
    else if (state.file !== this.files.at(-1)) this.files.push(state.file);
  }
}

const MOST = 10;

/** Ten times back: each file before comes back, and the text that is saved is the text that was there. */
function expectAllComesBack(session: Remembered): void {
  const [first, ...later] = session.files.slice(-MOST - 1);
  if (first === undefined) return;
  const history = new TextHistory(first, yamlText(first));
  const texts = later.map((file) => {
    const before = history.text;
    history.hold(file);
    return before;
  });
  for (const before of texts.toReversed()) {
    session.type("z");
    if (session.isOver) return;
    history.hold(session.step.state.file);
    expect(history.text).toBe(before);
  }
}

function expectValid(file: AssessmentFile): void {
  const text = yamlText(file);
  const read = parseAssessment("our.yaml", text);
  expect(read.diagnostics).toEqual([]);
  if (read.file === undefined || read.source === undefined) throw new Error(text);
  expect(hasErrors(checkAssessment(read.file, smallRubrics(), read.source))).toBe(false);
}

describe("whatever is typed", () => {
  it("a confirmed answer changes only after a yes, undo gives back each file, walks keep to their name", () => {
    fc.assert(
      fc.property(anyStart, fc.array(anyTyping, { maxLength: 60 }), (start, typings) => {
        const session = new Remembered(start);
        for (const typing of typings) {
          if (!session.isOver) session.type(lineAt(session.step.state.at, typing));
        }
        expectValid(session.step.state.file);
        if (!session.isOver) expectAllComesBack(session);
      }),
      { numRuns: examples(300, 5000) },
    );
    expect(REACHED.size).toBeGreaterThan(Object.keys(APT).length - 3);
  }, 1_200_000);
});
