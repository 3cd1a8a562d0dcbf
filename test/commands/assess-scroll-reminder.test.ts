import { describe, expect, it } from "vitest";
import { ScrollReminder } from "../../src/terminal/scroll-reminder.ts";

const QUESTION = "Are costs covered?\n\n1 Not yet | 2 In places";
const FULL = [
  "Question 3",
  "Are costs covered?",
  ...Array.from({ length: 6 }, (_, n) => `${n}`),
].join("\n");
const remark = { text: "That does not fit.", reminder: QUESTION, inFull: false };

describe("the question and its prompt", () => {
  it("stand together where the whole question fits", () => {
    const whole = { text: FULL, reminder: QUESTION, inFull: true };
    expect(new ScrollReminder().show(whole, 24)).toBe(FULL);
    expect(new ScrollReminder().show(whole, 9)).toBe(`${FULL}\n\n${QUESTION}`);
  });

  it("are not said twice where the text says the question at its end", () => {
    const text = `${FULL}\n\n${QUESTION}`;
    expect(new ScrollReminder().show({ text, reminder: QUESTION, inFull: true }, 10)).toBe(text);
  });

  it("stay together however many remarks come between them", () => {
    const sight = new ScrollReminder();
    sight.show({ text: QUESTION, reminder: QUESTION, inFull: false }, 12);
    const said = Array.from({ length: 6 }, () => {
      sight.asked();
      return sight.show(remark, 12);
    });
    const again = said.map((text) => text.includes(QUESTION));
    expect(again).toEqual([false, true, false, true, false, true]);
  });

  it("come together again after something else was asked", () => {
    const sight = new ScrollReminder();
    sight.show({ text: QUESTION, reminder: QUESTION, inFull: false }, 24);
    sight.show({ text: "x\n".repeat(30), reminder: "", inFull: false }, 24);
    expect(sight.show(remark, 24)).toContain(QUESTION);
  });

  it("are of the same question", () => {
    const sight = new ScrollReminder();
    sight.show({ text: "Another?", reminder: "Another?", inFull: true }, 24);
    expect(sight.show(remark, 24)).toContain(QUESTION);
  });
});
