import { describe, expect, it } from "vitest";
import type { LintRule } from "../../../src/lint/rule.ts";
import { aAn } from "../../../src/lint/rules/plain/a-an.ts";
import { doubleBarrelled } from "../../../src/lint/rules/plain/double-barrelled.ts";
import { shouting } from "../../../src/lint/rules/plain/shouting.ts";
import { acronym } from "../../../src/lint/rules/words/acronym.ts";
import { adviceOf } from "../../support/advice.ts";
import { SOUND_RUBRIC } from "../../support/rule-samples.ts";

/** Whether the rule has something to say about a question. */
function minds(rule: LintRule, asks: string): boolean {
  const text = SOUND_RUBRIC.replace(
    "asks: Do we talk openly about who holds power?",
    () => `asks: ${JSON.stringify(asks)}`,
  );
  const options = Object.entries(rule.options).map(([name, { values }]) => [name, values.workshop]);
  return adviceOf(rule, text, Object.fromEntries(options)).length > 0;
}

describe("plain/a-an", () => {
  it.each([
    "Is there an hour, a user, a European, an honest talk, an MP, a UK office or an NHS team?",
    "Is a one-off fee an 8 or an 18, an 11 or a 110?",
    "Is this an uninvited guest, a union, a useful idea or an umbrella?",
    "Is there a LGBTQ group?",
    "Do we know plan A and plan B?",
  ])("is content with: %s", (asks) => {
    expect(minds(aAn, asks.replace("a LGBTQ", "an LGBTQ"))).toBe(false);
  });

  it.each([
    "Is there a hour?",
    "Is there an user?",
    "Is there a MP?",
    "Is it an university?",
    "A idea?",
  ])("minds: %s", (asks) => {
    expect(minds(aAn, asks)).toBe(true);
  });
});

describe("plain/double-barrelled", () => {
  it.each([
    "Do staff and trustees listen to people?",
    "Do we share time and support with people?",
    "Do people know how to complain and get an answer?",
    "Do we say who decides and who does not?",
    "Are the rooms warm and easy to find?",
    "Do we go and find the people whose voices are missing?",
    "Do people get help before and after a meeting?",
    "Have we talked about money and power?",
  ])("takes it for one thing: %s", (asks) => {
    expect(minds(doubleBarrelled, asks)).toBe(false);
  });

  it.each([
    "Do we share the budget and publish the minutes?",
    "Do we ask people what they need and pay their fares?".replace("what they need", "first"),
    "Have we agreed the rules and printed them?",
    "Do people feel safe, and do they come back?",
    "Can people choose a role or change it?",
  ])("takes it for two things: %s", (asks) => {
    expect(minds(doubleBarrelled, asks)).toBe(true);
  });
});

describe("words/acronym and plain/shouting", () => {
  it.each([
    ["Do we share plans with the ICB?", true, false],
    ["Do the ICBs hear from us?", true, false],
    ["Do we talk to the integrated care board (ICB)? Does the ICB talk to us?", false, false],
    ["Do we know the UK rules?", false, false],
    ["Do we ALWAYS ask?", false, true],
    ["Do I say what I think?", false, false],
    ["Do Dr J Smith and Co. know?", false, false],
  ])("%s", (asks, unexplained, shouted) => {
    expect(minds(acronym, asks)).toBe(unexplained);
    expect(minds(shouting, asks)).toBe(shouted);
  });
});
