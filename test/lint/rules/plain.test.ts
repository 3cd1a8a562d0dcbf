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
    "Are people told honestly, at the start, what can and cannot change?",
    "Are staff, volunteers, trustees and partners prepared before they start?",
    "Are the rooms paid for by the council or the charity?",
    "Have we looked up today's advice on payments, benefits and criminal record checks?",
    "How do people take part when we choose new staff or volunteers?",
    "When people share hard experiences, is support there before, during and after?",
    "Is there money set aside for people's time and expenses?",
    "Do people get the training and tools they need for what we ask of them?",
    "Do we ask what people need and want?",
    "Can people move on to paid or leading roles here?",
    "Do we hear, for once, and in full, from each person?",
    "Do we plan for travel, help with forms, childcare and lunch?",
  ])("takes it for one thing: %s", (asks) => {
    expect(minds(doubleBarrelled, asks)).toBe(false);
  });

  it.each([
    "Do we share the budget and publish the minutes?",
    "Do we ask people what they need and pay their fares?".replace("what they need", "first"),
    "Have we agreed the rules and printed them?",
    "Do people feel safe, and do they come back?",
    "Can people choose a role or change it?",
    "Do we listen and learn?",
    "Do trustees hear from people with lived experience and respond?",
    "Do we ask people first and then tell them what came of it?",
    "Do we ask people and really listen to them?",
    "Do we ask what people need and act on it?",
    "Do we share the budget, publish the minutes, and pay fares?",
    "Do we share the budget as well as publish the minutes?",
    "Are people paid for their time and thanked for their work?",
    "Are staff trained and supported?",
    "Have we found a place and made it ours?",
    "Have people been asked early and told what came of it?",
    "How often do we ask for views and publish them?",
    "When money is short, do we tell people and ask them what to keep?",
    "Is there a budget, and is there a named person for it?",
    "Do we 🚣 share the Rhŵng budget and publish the minutes?",
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
