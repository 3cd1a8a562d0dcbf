import type { Criterion } from "../../src/rubric/rubric.ts";

// A made-up survey in the shapes in which services hand it out. No real person ever answered it. The columns that services
// put in of their own, their names and order, separators, marks and line ends are those of their published exports:
// Microsoft Forms (ID, Start time, Completion time, Email, Name; a list's last separator stays), Google Forms (Timestamp
// first), LimeSurvey (id, submitdate, lastpage, startlanguage, seed; all quoted, UTF-8 mark, CRLF, a blank line at the end,
// N/A for what was never shown), KoboToolbox (semicolons, all quoted, group/question, _id to _index), ODK Central
// (SubmissionDate first, group-question, KEY to FormVersion) and SurveyJS (an object for each person, no key where nothing
// was answered).

export interface Person {
  readonly group: string;
  /** A level's index, `unsure`, or undefined for a blank. */
  readonly answers: readonly (number | "unsure" | undefined)[];
}

/** What must not be in any file that coprod writes. */
export const PLANTED = {
  name: "Zebedee Quillfeather",
  mail: "zebedee.q@plantedmail.example",
  ip: "203.0.113.77",
  time: "13:57:21",
} as const;

/** So many people, the same each time. */
export function madeUpPeople(
  count: number,
  questions: readonly Criterion[],
  groups: readonly string[],
): Person[] {
  let state = 20_261_121;
  const next = (below: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
  return Array.from({ length: count }, () => ({
    group: groups[next(groups.length)] ?? "",
    answers: questions.map(({ levels }) => {
      const drawn = next(levels.length + 2);
      if (drawn === levels.length) return "unsure";
      return drawn > levels.length ? undefined : drawn;
    }),
  }));
}

export interface MadeSurvey {
  readonly file: string;
  readonly content: string;
  readonly service: string;
  /** How its cells are parted, where it is CSV. */
  readonly delimiter: string;
  readonly groupColumn: string;
  /** By the head of a column: the question's key. */
  readonly columns: Readonly<Record<string, string>>;
  /** By what stands in a cell: the level's id, or `unsure`. */
  readonly values: Readonly<Record<string, string>>;
  readonly groups: Readonly<Record<string, string>>;
}

interface Making {
  readonly people: readonly Person[];
  readonly questions: readonly Criterion[];
  readonly names: Readonly<Record<string, string>>;
}

type Say = (question: Criterion, answer: number | "unsure") => string;

const byName: Say = ({ levels }, answer) =>
  answer === "unsure" ? "We are not sure" : (levels[answer]?.name ?? "");
const byId: Say = ({ levels }, answer) =>
  answer === "unsure" ? "unsure" : (levels[answer]?.id ?? "").replaceAll("-", "_");
const byCode: Say = (_, answer) => (answer === "unsure" ? "U" : `L${answer + 1}`);

const snake = ({ key }: Criterion) => key.replace("/", "__").replaceAll("-", "_");

interface Shape {
  readonly service: string;
  readonly file: string;
  readonly delimiter: string;
  readonly quoteAll: boolean;
  readonly begin: string;
  readonly lineEnd: string;
  readonly end: string;
  readonly before: readonly (readonly [string, (at: number) => string])[];
  readonly after: readonly (readonly [string, (at: number) => string])[];
  readonly group: string;
  readonly sayGroup: (group: string, names: Readonly<Record<string, string>>) => string;
  readonly head: (question: Criterion) => string;
  readonly say: Say;
  readonly blank: (at: number) => string;
}

const minute = (at: number) => String(10 + (at % 50));

const SHAPES: readonly Shape[] = [
  {
    service: "Microsoft Forms",
    file: "microsoft.csv",
    delimiter: ",",
    quoteAll: false,
    begin: "\ufeff",
    lineEnd: "\r\n",
    end: "",
    before: [
      ["ID", (at) => `${at + 1}`],
      ["Start time", (at) => `9/27/26 ${PLANTED.time.replace("57", minute(at))}`],
      ["Completion time", () => `9/27/26 ${PLANTED.time}`],
      ["Email", () => PLANTED.mail],
      ["Name", () => PLANTED.name],
      ["Last modified time", () => ""],
    ],
    after: [],
    group: "Which group do you belong to?",
    sayGroup: (group, names) => names[group] ?? "",
    head: ({ asks }) => asks,
    say: (question, answer) => `${byName(question, answer)}${answer === 0 ? ";" : ""}`,
    blank: () => "",
  },
  {
    service: "Google Forms",
    file: "google.csv",
    delimiter: ",",
    quoteAll: true,
    begin: "",
    lineEnd: "\n",
    end: "",
    before: [
      ["Timestamp", () => `2026/09/27 ${PLANTED.time} PM GMT+1`],
      ["Email Address", () => PLANTED.mail],
    ],
    after: [],
    group: "Which group do you belong to?",
    sayGroup: (group, names) => names[group] ?? "",
    head: ({ asks }) => asks.replaceAll("'", "’"),
    say: byName,
    blank: () => "",
  },
  {
    service: "LimeSurvey",
    file: "limesurvey.csv",
    delimiter: ";",
    quoteAll: true,
    begin: "\ufeff",
    lineEnd: "\r\n",
    end: "\r\n",
    before: [
      ["id", (at) => `${at + 101}`],
      ["submitdate", () => `2026-09-27 ${PLANTED.time}`],
      ["lastpage", () => "1"],
      ["startlanguage", () => "en"],
      ["seed", () => "1193772914"],
      ["ipaddr", () => PLANTED.ip],
    ],
    after: [],
    group: "group",
    sayGroup: (group) => group,
    head: (question) => `G01[${snake(question)}]`,
    say: byCode,
    blank: (at) => (at % 2 === 0 ? "N/A" : ""),
  },
  {
    service: "KoboToolbox",
    file: "kobo.csv",
    delimiter: ";",
    quoteAll: true,
    begin: "",
    lineEnd: "\r\n",
    end: "",
    before: [
      ["start", () => `2026-09-27T${PLANTED.time}.000+01:00`],
      ["end", () => `2026-09-27T${PLANTED.time}.000+01:00`],
    ],
    after: [
      ["_id", (at) => `${at + 5_000}`],
      ["_uuid", (at) => `4b1d77b0-0000-4000-8000-${String(at).padStart(12, "0")}`],
      ["_submission_time", () => `2026-09-27T${PLANTED.time}`],
      ["_validation_status", () => ""],
      ["_notes", () => ""],
      ["_status", () => "submitted_via_web"],
      ["_submitted_by", () => PLANTED.name],
      ["__version__", () => "vGx9"],
      ["_tags", () => ""],
      ["_index", (at) => `${at + 1}`],
    ],
    group: "about/group",
    sayGroup: (group) => group.replaceAll("-", "_"),
    head: (question) => `equality/${snake(question)}`,
    say: byId,
    blank: () => "",
  },
  {
    service: "ODK Central",
    file: "central.csv",
    delimiter: ",",
    quoteAll: false,
    begin: "",
    lineEnd: "\n",
    end: "",
    before: [["SubmissionDate", () => `2026-09-27T${PLANTED.time}.101Z`]],
    after: [
      ["meta-instanceID", (at) => `uuid:${at}`],
      ["KEY", (at) => `uuid:9c1d-${at}`],
      ["SubmitterID", () => "31"],
      ["SubmitterName", () => PLANTED.name],
      ["AttachmentsPresent", () => "0"],
      ["AttachmentsExpected", () => "0"],
      ["Status", () => ""],
      ["ReviewState", () => ""],
      ["DeviceID", () => "collect:aa"],
      ["Edits", () => "0"],
      ["FormVersion", () => "2.0.0"],
    ],
    group: "about-group",
    sayGroup: (group) => group,
    head: (question) => `principles-${snake(question)}`,
    say: (question, answer) => byId(question, answer).replaceAll("_", "-"),
    blank: () => "",
  },
];

function cell(
  text: string,
  { delimiter, quoteAll }: Pick<Shape, "delimiter" | "quoteAll">,
): string {
  const isQuoted = quoteAll || text.includes(delimiter) || /["\r\n]/u.test(text);
  return isQuoted ? `"${text.replaceAll('"', '""')}"` : text;
}

function madeSurvey(shape: Shape, { people, questions, names }: Making): MadeSurvey {
  const row = (cells: readonly string[]) =>
    cells.map((each) => cell(each, shape)).join(shape.delimiter);
  const heads = [
    ...shape.before.map(([head]) => head),
    shape.group,
    ...questions.map(shape.head),
    ...shape.after.map(([head]) => head),
  ];
  const rows = people.map(({ group, answers }, at) =>
    row([
      ...shape.before.map(([, say]) => say(at)),
      shape.sayGroup(group, names),
      ...questions.map((question, column) => {
        const answer = answers[column];
        return answer === undefined ? shape.blank(at) : shape.say(question, answer);
      }),
      ...shape.after.map(([, say]) => say(at)),
    ]),
  );
  const said = questions.flatMap((question) => [
    ...question.levels.map(({ id }, at) => [shape.say(question, at), id] as const),
    [shape.say(question, "unsure"), "unsure"] as const,
  ]);
  return {
    file: shape.file,
    service: shape.service,
    content: `${shape.begin}${[row(heads), ...rows].join(shape.lineEnd)}${shape.lineEnd}${shape.end}`,
    delimiter: shape.delimiter,
    groupColumn: shape.group,
    columns: Object.fromEntries(questions.map((question) => [shape.head(question), question.key])),
    values: Object.fromEntries(said),
    groups: Object.fromEntries(Object.keys(names).map((id) => [shape.sayGroup(id, names), id])),
  };
}

/** The same answers as each service would hand them out as CSV. */
export function madeUpSurveys(making: Making): MadeSurvey[] {
  return SHAPES.map((shape) => madeSurvey(shape, making));
}

/** As SurveyJS saves them. */
export function surveyJsAnswers({ people, questions }: Making): string {
  const list = people.map(({ group, answers }, at) => ({
    id: `r-${at}`,
    group,
    ...Object.fromEntries(
      questions.flatMap((question, column) => {
        const answer = answers[column];
        return answer === undefined
          ? []
          : [[snake(question), byId(question, answer).replaceAll("_", "-")]];
      }),
    ),
    email: PLANTED.mail,
    HappendAt: `2026-09-27T${PLANTED.time}`,
  }));
  return JSON.stringify(list);
}

/** As slips, with an id where they are read out of a form. */
export function slipLines({ people }: Making, ids: boolean): string {
  return people
    .map(({ group, answers }, at) => {
      const said = answers.map((answer) => {
        if (answer === undefined) return "-";
        return answer === "unsure" ? "u" : String(answer + 1);
      });
      return [group, ...said, ...(ids ? [`#f${at}`] : [])].join(" ");
    })
    .join("\n");
}
