import type { Table } from "../documents/spreadsheet/table.ts";
import type { Criterion, Rubric } from "../rubric/rubric.ts";
import { GROUP_QUESTION, limeCode, limeGroupCode, surveyName } from "./columns.ts";
import type { QuestionSheet, SheetGroup } from "./slip.ts";

// The questions ready to load into a survey that a network runs already. Names are the same in all of them, and they are what
// `coprod votes add` knows again; each question can also be answered with "we are not sure" and "rather not say".

export interface Exported {
  readonly rubrics: readonly Rubric[];
  readonly sheet: QuestionSheet;
}

const NOT_SURE = { value: "unsure", code: "U", label: "We are not sure" } as const;
const RATHER_NOT = { value: "rather_not_say", code: "RNS", label: "Rather not say" } as const;

interface Option {
  readonly value: string;
  /** For LimeSurvey, whose codes have five characters. */
  readonly code: string;
  readonly label: string;
}

function optionsOf({ levels }: Criterion): readonly Option[] {
  const chosen = levels.map(({ id, name, text }, at) => ({
    value: id.replaceAll("-", "_"),
    code: `L${at + 1}`,
    label: text === "" || text === name ? name : `${name}: ${text}`,
  }));
  return [...chosen, NOT_SURE, RATHER_NOT];
}

function groupOptions(groups: readonly SheetGroup[]): readonly Option[] {
  return groups.map(({ id, short, name }) => ({
    value: id.replaceAll("-", "_"),
    code: limeGroupCode(short),
    label: name,
  }));
}

interface Part {
  readonly name: string;
  readonly title: string;
  readonly questions: readonly Criterion[];
}

/** The sections that ask something, in the order of the sheet. */
function partsOf({ rubrics, sheet }: Exported): readonly Part[] {
  return rubrics.flatMap(({ sections }) =>
    sections
      .map((section) => ({
        name: `part_${surveyName(section.key)}`,
        title: section.title,
        questions: sheet.questions.filter(({ key }) =>
          section.criteria.some((criterion) => criterion.key === key),
        ),
      }))
      .filter(({ questions }) => questions.length > 0),
  );
}

function titleOf({ rubrics }: Exported): string {
  return rubrics.map(({ title }) => title.replace(/\.$/u, "")).join(", ");
}

function formId({ rubrics }: Exported): string {
  return `coprod_${rubrics.map(({ id }) => id.replaceAll("-", "_")).join("_")}`;
}

/** Changes with the questions, so that a service keeps answers to other ones apart. */
function formVersion({ rubrics, sheet }: Exported): string {
  return `${rubrics.map(({ version }) => version).join("-")}-${sheet.code}`;
}

const LANGUAGES: Readonly<Record<string, string>> = {
  en: "English (en)",
  cy: "Cymraeg (cy)",
};

function labelColumn({ rubrics }: Exported): {
  readonly column: string;
  readonly language: string;
} {
  const code = (rubrics[0]?.language ?? "en").split("-")[0] ?? "en";
  const language = LANGUAGES[code] ?? `${code} (${code})`;
  return { column: `label::${language}`, language };
}

const LONG = 60;

function sheetTable(
  name: string,
  heads: readonly string[],
  rows: readonly (readonly string[])[],
): Table {
  const columns = heads.map((head) => ({
    name: head,
    kind: "text" as const,
    width: head.startsWith("label") ? LONG : 28,
  }));
  return { name, columns, rows };
}

/** XLSForm's three sheets, as KoboToolbox, ODK and others load them. */
export function xlsFormSheets(exported: Exported): readonly Table[] {
  const { column, language } = labelColumn(exported);
  const { groups } = exported.sheet;
  const parts = partsOf(exported);
  const survey = parts.flatMap(({ name, title, questions }) => [
    ["begin_group", name, title, ""],
    ...questions.map(({ key, asks }) => [
      `select_one ${surveyName(key)}`,
      surveyName(key),
      asks,
      "",
    ]),
    ["end_group", name, "", ""],
  ]);
  const choices = exported.sheet.questions.flatMap((question) =>
    optionsOf(question).map(({ value, label }) => [surveyName(question.key), value, label]),
  );
  const group = groupOptions(groups).map(({ value, label }) => ["group", value, label]);
  return [
    sheetTable(
      "survey",
      ["type", "name", column, "required"],
      [["select_one group", "group", GROUP_QUESTION, "yes"], ...survey],
    ),
    sheetTable("choices", ["list_name", "name", column], [...group, ...choices]),
    sheetTable(
      "settings",
      ["form_title", "form_id", "version", "default_language"],
      [[titleOf(exported), formId(exported), formVersion(exported), language]],
    ),
  ];
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
};

function xml(text: string): string {
  return text
    .replace(/[&<>"]/gu, (sign) => ENTITIES[sign] ?? sign)
    .replace(/\p{Cc}|\p{Surrogate}|[\ufffe\uffff]/gu, " ");
}

/** An ODK form: what XLSForm is turned into, and what ODK and KoboToolbox load as well. */
export function xForm(exported: Exported): string {
  const parts = partsOf(exported);
  const nodes = parts.map(
    ({ name, questions }) =>
      `<${name}>${questions.map(({ key }) => `<${surveyName(key)}/>`).join("")}</${name}>`,
  );
  const binds = parts.flatMap(({ name, questions }) =>
    questions.map(({ key }) => `<bind nodeset="/data/${name}/${surveyName(key)}" type="string"/>`),
  );
  const body = parts.map(({ name, title, questions }) =>
    [
      `<group ref="/data/${name}"><label>${xml(title)}</label>`,
      ...questions.map((question) =>
        selectOne(`/data/${name}/${surveyName(question.key)}`, question.asks, optionsOf(question)),
      ),
      "</group>",
    ].join("\n"),
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml" xmlns:jr="http://openrosa.org/javarosa" xmlns:odk="http://www.opendatakit.org/xforms" xmlns:orx="http://openrosa.org/xforms">
<h:head>
<h:title>${xml(titleOf(exported))}</h:title>
<model odk:xforms-version="1.0.0">
<instance><data id="${formId(exported)}" version="${formVersion(exported)}"><group/>${nodes.join("")}<orx:meta><orx:instanceID/></orx:meta></data></instance>
<bind nodeset="/data/group" type="string" required="true()"/>
${binds.join("\n")}
<bind nodeset="/data/orx:meta/orx:instanceID" type="string" readonly="true()" jr:preload="uid"/>
</model>
</h:head>
<h:body>
${selectOne("/data/group", GROUP_QUESTION, groupOptions(exported.sheet.groups))}
${body.join("\n")}
</h:body>
</h:html>
`;
}

function selectOne(ref: string, label: string, options: readonly Option[]): string {
  const items = options.map(
    ({ value, label: said }) => `<item><label>${xml(said)}</label><value>${value}</value></item>`,
  );
  return `<select1 ref="${ref}"><label>${xml(label)}</label>${items.join("")}</select1>`;
}

/** The questions as SurveyJS's libraries load them. */
export function surveyJs(exported: Exported): string {
  const radio = (name: string, title: string, options: readonly Option[]) => ({
    type: "radiogroup",
    name,
    title,
    choices: options.map(({ value, label }) => ({ value, text: label })),
  });
  const pages = [
    {
      name: "about",
      elements: [
        {
          ...radio("group", GROUP_QUESTION, groupOptions(exported.sheet.groups)),
          isRequired: true,
        },
      ],
    },
    ...partsOf(exported).map(({ name, title, questions }) => ({
      name,
      title,
      elements: questions.map((question) =>
        radio(surveyName(question.key), question.asks, optionsOf(question)),
      ),
    })),
  ];
  return `${JSON.stringify({ title: titleOf(exported), showQuestionNumbers: "on", pages }, null, 2)}\n`;
}

const LIME_HEADS =
  "class type/scale name relevance text help language validation mandatory other".split(" ");

/** LimeSurvey's tab-separated survey, set to keep no address and no time. */
export function limeSurvey(exported: Exported): string {
  const language = (exported.rubrics[0]?.language ?? "en").split("-")[0] ?? "en";
  type Row = Partial<Record<"class" | "type" | "name" | "text" | "mandatory", string>>;
  const line = ({ class: kind = "", type = "", name = "", text = "", mandatory = "" }: Row) =>
    [
      kind,
      type,
      name,
      kind === "S" || kind === "SL" ? "" : "1",
      flat(text),
      "",
      language,
      "",
      mandatory,
      "",
    ].join("\t");
  const question =
    (name: string, text: string, mandatory: "Y" | "N") => (options: readonly Option[]) => [
      line({ class: "Q", type: "L", name, text, mandatory }),
      ...options.map(({ code, label }) => line({ class: "A", type: "0", name: code, text: label })),
    ];
  const settings = { language, anonymized: "Y", datestamp: "N", ipaddr: "N", refurl: "N" };
  const rows = [
    ...Object.entries(settings).map(([name, text]) => line({ class: "S", name, text })),
    line({ class: "SL", name: "surveyls_title", text: titleOf(exported) }),
    line({ class: "G", type: "0", name: "About", text: "" }),
    ...question("group", GROUP_QUESTION, "Y")(groupOptions(exported.sheet.groups)),
    ...partsOf(exported).flatMap(({ title, questions }, at) => [
      line({ class: "G", type: String(at + 1), name: title }),
      ...questions.flatMap((each) => question(limeCode(each.key), each.asks, "N")(optionsOf(each))),
    ]),
  ];
  return `\ufeff${[LIME_HEADS.join("\t"), ...rows].join("\r\n")}\r\n`;
}

function flat(text: string): string {
  return text.replace(/\s+/gu, " ").trim();
}

/** A row for each question, to copy from into any other form. */
export function questionTable(exported: Exported): Table {
  const parts = partsOf(exported);
  const most = Math.max(...exported.sheet.questions.map((each) => optionsOf(each).length));
  const answers = Array.from({ length: most }, (_, at) => `answer ${at + 1}`);
  const row = (name: string, part: string, asks: string, options: readonly Option[]) => [
    name,
    part,
    asks,
    ...options.map(({ label }) => label),
  ];
  return sheetTable(
    "questions",
    ["name", "part", "question", ...answers],
    [
      row("group", "", GROUP_QUESTION, groupOptions(exported.sheet.groups)),
      ...parts.flatMap(({ title, questions }) =>
        questions.map((each) => row(surveyName(each.key), title, each.asks, optionsOf(each))),
      ),
    ],
  );
}
