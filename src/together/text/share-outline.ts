import type { Assessment } from "../../assessment/assessment.ts";
import {
  bandNames,
  type Criterion,
  countsInScore,
  criteriaOf,
  levelName,
  levelNames,
  type Rubric,
} from "../../rubric/rubric.ts";
import { percentsOf } from "../../scoring/percent.ts";
import { BARRIER_CLASS_WORDS } from "../../scoring/section-score.ts";
import { type Block, heading, type ListItem, list, paragraph } from "../../terminal/blocks.ts";
import { TEAMS_FORMAT } from "../../util/formats.ts";
import { listOf, percentWords, rangeWords } from "../../util/words.ts";
import type { Page, PagePart } from "../page.ts";
import { csvLine, tableLine } from "../rows.ts";
import type { Share, SharedAnswer, SharedSection } from "../schema.ts";

/** All that a share says, in words, for whoever decides whether to give it away. */
export function shareOutline(share: Share, { rubrics }: Pick<Assessment, "rubrics">): Block[] {
  return [
    heading(1, "What the file would say"),
    paragraph(
      "It holds no notes, no votes, no evidence, no names or roles, no titles and no words of your own. " +
        "Nothing is sent anywhere: you pass the file on yourself, or you do not.",
    ),
    ...list("About you:", aboutItems(share)),
    ...rubrics.flatMap((rubric) => rubricBlocks(share, rubric)),
    ...actionBlocks(share, rubrics),
  ];
}

function aboutItems({ id, quarter, look, size, region }: Share): ListItem[] {
  return [
    { name: "Id", text: `${id}. It was made by chance and says nothing about you.` },
    { name: "Begun", text: quarter === null ? "not said" : quarterWords(quarter) },
    ...(look === null ? [] : [{ name: "Look", text: "only the core questions were asked" }]),
    { name: "Income of a year", text: size === null ? "not said" : SIZE_WORDS[size] },
    { name: "Region", text: region?.replaceAll("-", " ") ?? "not said" },
  ];
}

/** `2026-Q4` as `the fourth quarter of 2026`. */
export function quarterWords(quarter: string): string {
  const name = ["first", "second", "third", "fourth"][Number(quarter.slice(-1)) - 1];
  return `the ${name} quarter of ${quarter.slice(0, 4)}`;
}

const SIZE_WORDS: Readonly<Record<NonNullable<Share["size"]>, string>> = {
  "under-10k": "under £10,000",
  "10k-to-100k": "£10,000 to £100,000",
  "100k-to-1m": "£100,000 to £1 million",
  "over-1m": "over £1 million",
};

function rubricBlocks({ answers, sections, barriers }: Share, rubric: Rubric): Block[] {
  const answered = new Map(answers.map((each) => [each.key, each]));
  return [
    heading(2, rubric.title),
    paragraph(`The questions are “${rubric.id}”, version ${rubric.version} (${rubric.hash}).`),
    ...rubric.sections.flatMap((section) => {
      const result = sections.find(({ key }) => key === section.key);
      const barrier = barriers.find(({ key }) => key === section.key);
      const results = [
        ...(result === undefined ? [] : [{ name: "Result", text: resultWords(result, rubric) }]),
        ...(barrier === undefined ? [] : [{ name: "Barrier", text: barrierWords(barrier) }]),
      ];
      return list(`${section.title}:`, [
        ...section.criteria.map((criterion) => ({
          name: criterion.asks,
          text: answerWords(criterion, answered.get(criterion.key)),
        })),
        ...results,
      ]);
    }),
  ];
}

function answerWords(criterion: Criterion, answer: SharedAnswer | undefined): string {
  if (!countsInScore(criterion)) return "has no levels, so its answer stays with you";
  if (answer === undefined) return "not asked";
  const levels = `${answer.top + 1} levels`;
  const must = answer.must === undefined ? "" : ` Must-have: ${MUST_WORDS[answer.must]}.`;
  return `${sharedWords(criterion, answer)} (${levels}).${must}`;
}

const MUST_WORDS = { pass: "met", fail: "not met", unknown: "not known" } as const;

/** What was answered, as a name of a level or in a few words. */
export function sharedWords(
  criterion: Pick<Criterion, "levels">,
  { kind, level, from, to }: SharedAnswer,
): string {
  switch (kind) {
    case "level":
      return levelName(criterion, level ?? 0);
    case "differ":
      return `people differ, ${rangeWords(levelNames(criterion, [from ?? 0, to ?? 0]))}`;
    case "unsure":
      return "we do not know";
    case "not-applicable":
      return "does not apply";
    case "votes":
      return "votes, and no level agreed";
    case "skipped":
    case "look-again":
      return "left open";
    case "waits":
      return "waits, because other barriers come first";
    case "none":
      return "not asked";
    default:
      return kind satisfies never;
  }
}

function resultWords({ low, high, known, bands, noScore }: SharedSection, rubric: Rubric): string {
  if (low === null || high === null) return NO_SCORE_WORDS[noScore ?? "not-asked"];
  const band = bands === null ? "" : `, ${rangeWords(bandNames(rubric, bands))}`;
  const exactly = low === high ? low : `${low} to ${high}`;
  return `${percentWords(percentsOf([low, high]))}${band}, exactly ${exactly}; ${known ?? 0} of it is settled`;
}

const NO_SCORE_WORDS: Readonly<Record<NonNullable<SharedSection["noScore"]>, string>> = {
  "does-not-apply": "none, too much does not apply",
  "not-asked": "none, not asked",
  "too-early": "none, too early to say",
  unscored: "none, the answers are words",
};

function barrierWords({ class: found, noClass }: Share["barriers"][number]): string {
  if (found !== null) return BARRIER_CLASS_WORDS[found].name;
  return NO_CLASS_WORDS[noClass ?? "not-asked"];
}

const NO_CLASS_WORDS = {
  "not-asked": "not asked",
  "does-not-apply": "does not apply",
  waits: "its checklist waits, because others come first",
} as const;

function actionBlocks({ actions }: Share, rubrics: readonly Rubric[]): Block[] {
  const asked = new Map(rubrics.flatMap(criteriaOf).map(({ key, asks }) => [key, asks]));
  const items = actions.map(({ for: key, states }) => ({
    name: asked.get(key) ?? key,
    text: listOf(states.map((state) => STATE_WORDS[state])),
  }));
  if (items.length === 0) return [paragraph("It says of no question that something is planned.")];
  return [heading(2, "Actions"), ...list("Only how far they are:", items)];
}

const STATE_WORDS = {
  dropped: "dropped",
  planned: "planned",
  doing: "under way",
  done: "done",
} as const;

/** One of one's own assessments, with a name that people know. */
export interface Team {
  readonly name: string;
  readonly share: Share;
}

/** Teams of one charity side by side, in the order in which they were named: nothing is hidden, and nothing is added up. */
export function teamsPage(teams: readonly Team[], rubrics: readonly Rubric[]): Page {
  return {
    title: "Our teams side by side",
    parts: [
      {
        kind: "text",
        text: "For ourselves alone: it names teams and hides nothing. The teams stand in the order in which they were given, and nothing is added up.",
      },
      ...rubrics.flatMap((rubric) => [
        { kind: "heading", depth: 2, text: rubric.title } as const,
        ...rubric.sections
          .filter(({ criteria }) => criteria.some(countsInScore))
          .map(
            (section): PagePart => ({
              kind: "table",
              caption: section.title,
              head: ["Question", ...teams.map(({ name }) => name)],
              rows: section.criteria.filter(countsInScore).map((criterion) => ({
                name: criterion.asks,
                cells: teams.map(({ share }) => {
                  const answer = share.answers.find(({ key }) => key === criterion.key);
                  return answer === undefined ? "not asked" : sharedWords(criterion, answer);
                }),
              })),
            }),
          ),
      ]),
    ],
  };
}

/** The same for a spreadsheet: a line for each answer of each team. */
export function teamsCsv(teams: readonly Team[], rubrics: readonly Rubric[]): string {
  const questions = rubrics.flatMap(({ sections }) =>
    sections.flatMap((section) =>
      section.criteria.filter(countsInScore).map((criterion) => ({ section, criterion })),
    ),
  );
  const lines = teams.flatMap(({ name, share }) =>
    questions.map(({ section, criterion }) => {
      const answer = share.answers.find(({ key }) => key === criterion.key);
      const words = answer === undefined ? "not asked" : sharedWords(criterion, answer);
      return tableLine([
        name,
        section.key,
        criterion.key,
        criterion.asks,
        answer?.kind ?? "none",
        answer?.level ?? null,
        words,
      ]);
    }),
  );
  return [
    csvLine(["team", "section", "question", "words", "kind", "level", "answer"]),
    ...lines,
  ].join("");
}

/** The same for programs. */
export function teamsJson(teams: readonly Team[], rubrics: readonly Rubric[]): object {
  return {
    coprod: TEAMS_FORMAT,
    teams: teams.map(({ name, share: { quarter } }) => ({ title: name, quarter })),
    questions: rubrics
      .flatMap(criteriaOf)
      .filter(countsInScore)
      .map(({ key, asks, levels }) => ({
        key,
        asks,
        /** In the order of the teams. */
        answers: teams.map(({ share }) => {
          const answer = share.answers.find((each) => each.key === key);
          return answer === undefined
            ? null
            : {
                kind: answer.kind,
                level: answer.level ?? null,
                words: sharedWords({ levels }, answer),
              };
        }),
      })),
  };
}
