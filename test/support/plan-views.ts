import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Assessment } from "../../src/assessment/assessment.ts";
import type { PlanOptions } from "../../src/plan/build-plan.ts";
import type { PlanView } from "../../src/plan/schema/index.ts";
import { aCriterion, anAssessment, aRubric, aSection } from "./builders.ts";
import { memoryFiles, PACKAGE_FOLDER, runInMemory } from "./context.ts";
import { withHostileTexts } from "./hostile.ts";
import { aFullAssessment, planOf, steps } from "./specimen.ts";

export type Length = PlanOptions["length"];

const EXAMPLE = readFileSync(join(PACKAGE_FOLDER, "docs/examples/river-house.yaml"), "utf8");

/** The same charity half a year earlier: other answers, and actions that have moved since. */
const EARLIER = EXAMPLE.replace("River House, November 2026", "River House, May 2026")
  .replace("started: 2026-11-10", "started: 2026-05-12")
  .replace("plain-words:\n    answer: usual", "plain-words:\n    answer: in-places")
  .replace("reasons-given:\n    answer: not-yet", "reasons-given:\n    answer: in-places")
  .replace("do: Pay bus fares", "do: Print a poster about bus fares");

/** River House with a plan of last time, as `coprod demo` has it. */
async function demoView(length: Length, isFirst: boolean): Promise<PlanView> {
  const files = memoryFiles({ "now.yaml": EXAMPLE, "then.yaml": EARLIER });
  const previous = isFirst ? [] : ["--previous", "then.yaml"];
  const argv = ["plan", "now.yaml", "--format", "json", "--length", length, ...previous];
  const { stdout } = await runInMemory(argv, { files });
  return JSON.parse(stdout) as PlanView;
}

function twentyActions(length: Length): PlanView {
  const ids = Array.from({ length: 20 }, (_, at) => `question-${at}`);
  const criteria = ids.map((id) => aCriterion({ id, next: steps(id) }));
  const assessment = anAssessment({
    rubrics: [aRubric({ sections: [aSection({ criteria })] })],
    answers: Object.fromEntries(ids.map((id) => [`principles/${id}`, "level-0"])),
    actions: ids.map((id, at) => ({ id: `a${at}`, for: `principles/${id}`, do: `Do ${id}` })),
  });
  return planOf(assessment, { length });
}

/** One agreed action beside the seven that are always shown. */
function eightActions(length: Length): PlanView {
  const assessment = aFullAssessment();
  const actions = assessment.actions.filter(({ id }) => id !== "a2");
  return planOf({ ...assessment, actions }, { length });
}

/** Every part of a plan has something to say, and so has its comparison with an earlier one. */
export function wholeView(length: Length): PlanView {
  return planOf(aFullAssessment(), { length, previous: earlier() });
}

function earlier(): Assessment {
  const assessment = aFullAssessment({ title: "River House, May 2026", started: "2026-05-02" });
  const answers = new Map(assessment.answers);
  answers.set("principles/words", { answer: "level-3" });
  answers.set("principles/hear-back", { answer: "unsure" });
  answers.set("barriers/money-one", { answer: "unsure" });
  return { ...assessment, answers };
}

/** One word in each text far too long for any column. */
function longWords(): PlanView {
  const view = wholeView("full");
  const text = JSON.stringify(view.actions).replaceAll("Do we do", "Unfathomably".repeat(20));
  return { ...view, actions: JSON.parse(text) };
}

/** The same assessment with all that people wrote in it in Hebrew. */
function inOtherScript(assessment: Assessment): Assessment {
  const { title, covers, people, answers, actions, plan, ...rest } = assessment;
  const own = { title, covers, people, answers: [...answers], actions, plan };
  const words = hebrew(own) as typeof own;
  return { ...rest, ...words, answers: new Map(words.answers) };
}

function hebrew(value: unknown, name = ""): unknown {
  if (Array.isArray(value)) return value.map((each) => hebrew(each, name));
  if (typeof value === "string")
    return WRITTEN.has(name) ? `${"שלום עולם"} ${value.length}` : value;
  if (typeof value !== "object" || value === null) return value;
  const inViews = name === "views";
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, hebrew(inner, inViews ? "note" : key)]),
  );
}

/** The keys that hold texts of people's own. */
const WRITTEN = new Set(
  (
    "charity contact covers decisions do evidence first forgotten if-nothing name note reason response risk sign title what " +
    "who why with"
  ).split(" "),
);

/** The pages that everything must hold for, by name. */
export async function allViews(): Promise<ReadonlyMap<string, PlanView>> {
  const views = new Map<string, PlanView>();
  for (const length of ["full", "summary"] as const) {
    views.set(`demo-${length}`, await demoView(length, false));
    views.set(`first-${length}`, await demoView(length, true));
    views.set(`twenty-${length}`, twentyActions(length));
    views.set(`empty-${length}`, planOf(anAssessment(), { length }));
    views.set(`hostile-${length}`, withHostileTexts(wholeView(length)));
    views.set(`eight-${length}`, eightActions(length));
  }
  views.set("whole", wholeView("full"));
  views.set("poster", wholeView("poster"));
  views.set("public", planOf(aFullAssessment(), { audience: "public" }));
  views.set("long-words", longWords());
  views.set("other-script", planOf(inOtherScript(aFullAssessment())));
  return views;
}
