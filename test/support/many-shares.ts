import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Assessment } from "../../src/assessment/assessment.ts";
import type { Action, Response } from "../../src/assessment/schema.ts";
import { parseRubric } from "../../src/rubric/parse.ts";
import { type Criterion, criteriaOf, type Rubric } from "../../src/rubric/rubric.ts";
import { shareIdFrom, shareOf, shareText } from "../../src/together/share.ts";
import { seeded } from "./seeded.ts";

interface Wanted {
  /** Where they are written. */
  readonly folder: string;
  readonly count: number;
  readonly seed?: number;
  /** Holds the rubrics that come with coprod. */
  readonly packageFolder: string;
}

type Random = () => number;

/** Writes shares of made-up charities, each from an assessment of its own; returns how many bytes they have. */
export function manyShares({ folder, count, seed = 1, packageFolder }: Wanted): number {
  const rubrics = rubricsIn(join(packageFolder, "rubrics"));
  const random = seeded(seed);
  mkdirSync(folder, { recursive: true });
  let bytes = 0;
  for (let number = 0; number < count; number++) {
    const id = shareIdFrom(Uint8Array.from({ length: 26 }, () => random() * 256));
    const size = oneOf([null, "under-10k", "10k-to-100k"] as const, random);
    const text = shareText(shareOf(assessmentOf(rubrics, random), { id, size, region: null }));
    bytes += text.length;
    writeFileSync(join(folder, `charity-${number}.json`), text);
  }
  return bytes;
}

export function rubricsIn(folder: string): Rubric[] {
  return readdirSync(folder).flatMap((name) => {
    if (!name.endsWith(".yaml") || name === "guide.yaml") return [];
    return parseRubric(name, readFileSync(join(folder, name), "utf8")).rubric ?? [];
  });
}

/** Rubrics, quarter, how much was answered and how well all differ from one charity to the next. */
function assessmentOf(rubrics: readonly Rubric[], random: Random): Assessment {
  const principles = rubrics.filter(({ id }) => id === "principles");
  const others = rubrics.filter(({ id }) => id !== "principles" && random() < 0.3);
  const asked = random() < 0.9 ? [...principles, ...others] : others;
  return answeredAtRandom(asked.length === 0 ? principles : asked, random);
}

/** An assessment of these rubrics with answers, gaps and actions made up. */
export function answeredAtRandom(chosen: readonly Rubric[], random: Random): Assessment {
  const about = { well: random(), answered: random() ** 0.3, agreed: random() ** 0.5 };
  const criteria = chosen.flatMap(criteriaOf);
  const answers = new Map<string, Response>();
  for (const criterion of criteria) {
    const response = responseTo(criterion, about, random);
    if (response !== undefined) answers.set(criterion.key, response);
  }
  const month = 1 + Math.floor(random() * 12);
  return {
    title: "Made up",
    covers: undefined,
    started: `202${6 + Math.floor(random() * 3)}-${String(month).padStart(2, "0")}-10`,
    quick: false,
    rubrics: chosen,
    people: [{ group: "staff", name: "Staff", present: 6 }],
    answers,
    actions: criteria
      .filter(() => random() < 0.06)
      .map((criterion, at) => actionFor(criterion, at, random)),
    suggestions: [],
    plan: {},
    sessions: [],
    voices: [],
  };
}

function responseTo(
  { levels, allowNotApplicable }: Criterion,
  { well, answered, agreed }: Readonly<Record<"well" | "answered" | "agreed", number>>,
  random: Random,
): Response | undefined {
  if (random() > answered) return random() < 0.1 ? { answer: "skipped" } : undefined;
  const other = random();
  if (other < 0.05) return { answer: "unsure" };
  if (allowNotApplicable && other < 0.15)
    return { answer: "not-applicable", reason: "We have none" };
  return levelResponse(levels, { well, agreed }, random);
}

function levelResponse(
  levels: Criterion["levels"],
  { well, agreed }: Readonly<Record<"well" | "agreed", number>>,
  random: Random,
): Response {
  const level = Math.min(levels.length - 1, Math.floor((well + random()) * 0.5 * levels.length));
  if (random() > agreed) {
    const to = Math.min(levels.length - 1, level + 1);
    return {
      answer: "differ",
      from: levels[Math.max(0, to - 1)]?.id ?? "",
      to: levels[to]?.id ?? "",
    };
  }
  if (random() < 0.02) return { votes: [{ staff: { [levels[level]?.id ?? ""]: 4 } }] };
  return { answer: levels[level]?.id ?? "" };
}

function actionFor({ key }: Criterion, at: number, random: Random): Action {
  return {
    id: `a${at}`,
    for: key,
    do: "Do it",
    status: oneOf(["planned", "doing", "done", "dropped"] as const, random),
  };
}

function oneOf<Value>(values: readonly Value[], random: Random): Value {
  return values[Math.floor(random() * values.length)] as Value;
}
