import { BARRIER_CLASS_WORDS } from "../../scoring/section-score.ts";
import { counted, groupedDigits, quoted } from "../../util/words.ts";
import { SMALLEST, STEP } from "../disclosure.ts";
import { FEWEST_DIFFERENT } from "../network.ts";
import { type Cell, HIDDEN, type Page, type PagePart, type PageTable } from "../page.ts";
import type { Network, ToldQuestion, ToldRubric, ToldSection } from "../schema.ts";

/** What many charities say, in tables that are in the order of what is counted and never of who is counted. */
export function networkPage(network: Network): Page {
  const told = network.rubrics.filter(({ charities }) => charities !== null);
  return {
    title: "What charities say together",
    parts: [
      ...aboutParts(network),
      ...barrierParts(told),
      ...mustHaveParts(told),
      ...actionParts(told),
      ...changeParts(told),
      ...told.flatMap(rubricParts),
      ...limitParts(),
    ],
  };
}

function heading(depth: 2 | 3, text: string): PagePart {
  return { kind: "heading", depth, text };
}

function text(words: string): PagePart {
  return { kind: "text", text: words };
}

function aboutParts({ rubrics, leftOut }: Network): PagePart[] {
  const about = rubrics.map(({ title, version, charities }) =>
    charities === null
      ? `${quoted(title)}: fewer than ${SMALLEST} charities, so nothing is told.`
      : `${quoted(title)}, version ${version}: about ${groupedDigits(charities)} charities.`,
  );
  return [
    ...(about.length === 0
      ? [text("There is no share to count.")]
      : [{ kind: "list", items: about } as const]),
    ...(leftOut === 0
      ? []
      : [
          text(
            `${counted(leftOut, "file")} could not be counted and ${leftOut === 1 ? "is" : "are"} left out.`,
          ),
        ]),
    text(
      `Counts are of charities, in ${STEP === 5 ? "fives" : STEP}: 40 stands for 38 to 42. ${HIDDEN} stands for a hidden count: ` +
        `it is of fewer than ${SMALLEST} charities, none among them, or somebody could work out such a count from it.`,
    ),
    text("No charity is named here, and none is put in an order."),
  ];
}

interface Placed<Thing> {
  readonly rubric: ToldRubric;
  readonly thing: Thing;
}

function sectionsOf(rubrics: readonly ToldRubric[]): Placed<ToldSection>[] {
  return rubrics.flatMap((rubric) => rubric.sections.map((thing) => ({ rubric, thing })));
}

function questionsOf(rubrics: readonly ToldRubric[]): Placed<ToldQuestion>[] {
  return sectionsOf(rubrics).flatMap(({ rubric, thing }) =>
    thing.questions.map((question) => ({ rubric, thing: question })),
  );
}

/** Most first; what is hidden last; otherwise as they are asked. */
function byCount<Thing>(
  things: readonly Thing[],
  countOf: (thing: Thing) => number | null,
): Thing[] {
  return things.toSorted((a, b) => (countOf(b) ?? -1) - (countOf(a) ?? -1));
}

function isTold(counts: readonly (number | null)[]): boolean {
  return counts.some((count) => count !== null);
}

/** A table, or a sentence where nothing may be told; and how much of it may not. */
function tableParts(
  table: Omit<PageTable, "kind">,
  hidden: number,
  [one, many]: readonly [string, string],
): PagePart[] {
  const rest =
    hidden === 0
      ? []
      : [
          text(
            `Of ${counted(hidden, `${table.rows.length === 0 ? "" : "further "}${one}`, `${table.rows.length === 0 ? "" : "further "}${many}`)} nothing can be told.`,
          ),
        ];
  return table.rows.length === 0 ? rest : [{ kind: "table", ...table }, ...rest];
}

function wholeOf(placed: readonly Placed<unknown>[]): number {
  return Math.max(0, ...placed.map(({ rubric }) => rubric.charities ?? 0));
}

function barrierParts(rubrics: readonly ToldRubric[]): PagePart[] {
  const all = sectionsOf(rubrics).filter(({ thing }) => thing.barrier !== null);
  if (all.length === 0) return [];
  const shown = all.filter(({ thing }) => isTold(Object.values(thing.barrier ?? {})));
  const names = (["act-first", "in-hand", "keep-watch", "clear"] as const).map(
    (name) => BARRIER_CLASS_WORDS[name].name,
  );
  const rows = byCount(shown, ({ thing }) => thing.barrier?.["act-first"] ?? null).map(
    ({ thing }) => ({
      name: thing.title,
      cells: Object.values(thing.barrier ?? {}),
    }),
  );
  return [
    heading(2, "Barriers that are felt, and what is in place"),
    text(
      "The first are those that most charities feel with too little in place. " +
        Object.values(BARRIER_CLASS_WORDS)
          .map(({ name, means }) => `${name}: ${means}.`)
          .join(" "),
    ),
    ...tableParts(
      {
        caption: "Barriers",
        head: ["Barrier", ...names, "Not asked"],
        rows,
        whole: wholeOf(shown),
      },
      all.length - shown.length,
      ["barrier", "barriers"],
    ),
  ];
}

function mustHaveParts(rubrics: readonly ToldRubric[]): PagePart[] {
  const all = questionsOf(rubrics).filter(({ thing }) => thing.mustHave !== null);
  if (all.length === 0) return [];
  const shown = all.filter(({ thing: { mustHave } }) =>
    isTold([mustHave?.notMet ?? null, mustHave?.met ?? null]),
  );
  const rows = byCount(shown, ({ thing }) => thing.mustHave?.notMet ?? null).map(({ thing }) => {
    const { mustHave, actions } = thing;
    const cells: Cell[] = [mustHave?.name ?? "", mustHave?.notMet ?? null, mustHave?.met ?? null];
    return { name: thing.asks, cells: [...cells, actions.planned, actions.doing, actions.done] };
  });
  const head = ["Question", "Needed", "Not met", "Met", "Planned", "Under way", "Done"];
  return [
    heading(2, "Must-haves, those most often not met first"),
    text(
      "What no charity should do without. Not met: people agreed on a level below the one that is needed. Where people differ or do not know, neither is counted.",
    ),
    ...tableParts(
      { caption: "Must-haves", head, rows, whole: wholeOf(shown) },
      all.length - shown.length,
      ["must-have", "must-haves"],
    ),
  ];
}

function actionParts(rubrics: readonly ToldRubric[]): PagePart[] {
  const all = questionsOf(rubrics);
  if (all.length === 0) return [];
  const shown = all.filter(({ thing: { actions } }) =>
    isTold([actions.planned, actions.doing, actions.done, actions.dropped]),
  );
  const rows = shown.map(({ thing: { asks, actions } }) => ({
    name: asks,
    cells: [actions.planned, actions.doing, actions.done, actions.dropped, actions.none],
  }));
  const head = ["Question", "Planned", "Under way", "Done", "Dropped", "Nothing yet"];
  return [
    heading(2, "What is planned and done"),
    text("A charity counts once for each question, where it is furthest."),
    ...tableParts(
      { caption: "Actions", head, rows, whole: wholeOf(shown) },
      all.length - shown.length,
      ["question", "questions"],
    ),
  ];
}

function changeParts(rubrics: readonly ToldRubric[]): PagePart[] {
  const all = questionsOf(rubrics).filter(({ thing }) => thing.changes !== null);
  if (all.length === 0) return [];
  const shown = all.filter(({ thing }) => isTold(Object.values(thing.changes ?? {})));
  const rows = shown.map(({ thing: { asks, changes } }) => ({
    name: asks,
    cells: [
      changes?.higher ?? null,
      changes?.same ?? null,
      changes?.lower ?? null,
      changes?.other ?? null,
    ],
  }));
  const head = ["Question", "Higher level", "Same level", "Lower level", "Other"];
  return [
    heading(2, "What changed since the last release"),
    text(
      "Only charities that were in both, with the same questions. Other: one of the two answers was no agreed level. Nothing here says why it changed.",
    ),
    ...tableParts(
      { caption: "Changes", head, rows, whole: wholeOf(shown) },
      all.length - shown.length,
      ["question", "questions"],
    ),
  ];
}

const KINDS = ["People differ", "Don’t know", "Does not apply", "Not asked"];

function rubricParts(rubric: ToldRubric): PagePart[] {
  return [
    heading(2, rubric.title),
    text("Each question, and how many charities agreed on each level."),
    ...rubric.sections.flatMap((section) =>
      section.questions.length === 0
        ? []
        : [heading(3, section.title), ...questionParts(rubric, section)],
    ),
  ];
}

/** A table for each set of levels, since a column has one name. */
function questionParts({ charities }: ToldRubric, { title, questions }: ToldSection): PagePart[] {
  const cellsOf = ({ levels, differ, unsure, notApplicable, notAsked }: ToldQuestion) => [
    ...levels.map((level) => level.charities),
    differ,
    unsure,
    notApplicable,
    notAsked,
  ];
  const byLevels = new Map<string, ToldQuestion[]>();
  for (const question of questions.filter((each) => isTold(cellsOf(each)))) {
    const names = JSON.stringify(question.levels.map(({ name }) => name));
    byLevels.set(names, [...(byLevels.get(names) ?? []), question]);
  }
  const shown = [...byLevels.values()].flat().length;
  const tables = [...byLevels].map(
    ([names, own]): PagePart => ({
      kind: "table",
      caption: `${title}: how many charities gave each answer`,
      head: ["Question", ...(JSON.parse(names) as string[]), ...KINDS],
      rows: own.map((question) => ({ name: question.asks, cells: cellsOf(question) })),
      whole: charities ?? 0,
    }),
  );
  const hidden = questions.length - shown;
  return hidden === 0
    ? tables
    : [...tables, text(`Of ${counted(hidden, "question")} nothing can be told.`)];
}

function limitParts(): PagePart[] {
  return [
    heading(2, "What this page cannot say"),
    {
      kind: "list",
      items: [
        "Who is better. Charities differ in what they do and how they read a question.",
        "What is usual. There is no average: these charities chose to share, and others may be quite different.",
        "Why. It counts answers and knows no reasons.",
        "What one charity answered, or whether one took part.",
        `Small differences. Counts are in fives, and a release that differs from the last by fewer than ${FEWEST_DIFFERENT} charities is not made.`,
      ],
    },
  ];
}
