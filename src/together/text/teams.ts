import { criteriaOf, type Rubric } from "../../rubric/rubric.ts";
import { TEAMS_FORMAT } from "../../util/formats.ts";
import type { Page, PagePart } from "../page.ts";
import { csvLine, tableLine } from "../rows.ts";
import type { Share } from "../schema.ts";
import { sharedWords } from "./share-outline.ts";

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
        ...rubric.sections.map(
          (section): PagePart => ({
            kind: "table",
            caption: section.title,
            head: ["Question", ...teams.map(({ name }) => name)],
            rows: section.criteria.map((criterion) => ({
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
    sections.flatMap((section) => section.criteria.map((criterion) => ({ section, criterion }))),
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
    questions: rubrics.flatMap(criteriaOf).map(({ key, asks, levels }) => ({
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
