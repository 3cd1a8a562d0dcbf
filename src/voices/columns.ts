import { asksOf, type Criterion } from "../rubric/rubric.ts";
import { textHash } from "../util/content-hash.ts";
import { own } from "../util/values.ts";
import type { QuestionSheet } from "./slip.ts";

// Which column of a survey holds what. Columns are known by their names alone, never by their place: services put in
// columns of their own, and leave others out.

/** A question's name in a survey: `principles/power-talked-about` is `principles__power_talked_about`. */
export function surveyName(key: string): string {
  return key.replace("/", "__").replaceAll("-", "_");
}

const LONGEST_CODE = 20;

/** A question's code in LimeSurvey, which takes letters and figures only, and at most twenty of them. */
export function limeCode(key: string): string {
  const letters = key.slice(key.indexOf("/") + 1).replaceAll("-", "");
  return letters.length <= LONGEST_CODE - 4
    ? `${letters}${textHash(key).slice(0, 4)}`
    : `${letters.slice(0, LONGEST_CODE - 4)}${textHash(key).slice(0, 4)}`;
}

/** A group's code in LimeSurvey, which takes five letters and figures. */
export function limeGroupCode(short: string): string {
  return short.replaceAll("-", "").slice(0, 5);
}

export const GROUP_QUESTION = "Which group do you belong to?";

/** What people said about columns and groups that could not be known, kept for the next time. */
export interface SurveyMapping {
  /** By a column's name: a question's key, `group`, or null where it is nothing of ours. */
  readonly columns: Readonly<Record<string, string | null>>;
  /** By the words of the survey: the id of a group. */
  readonly groups: Readonly<Record<string, string>>;
}

export const NO_MAPPING: SurveyMapping = { columns: {}, groups: {} };

export interface SurveyColumns {
  /** Which service wrote it, where its columns tell. */
  readonly service: string | undefined;
  readonly group: number | undefined;
  /** The row's own id. */
  readonly id: number | undefined;
  readonly questions: ReadonlyMap<number, Criterion>;
  /** Columns that are never read: names, addresses, times, and what a service adds. */
  readonly passedOver: readonly number[];
  /** Columns that are nothing we know. */
  readonly unknown: readonly number[];
  readonly missing: readonly Criterion[];
  readonly problems: readonly ColumnProblem[];
}

export interface ColumnProblem {
  readonly column: number;
  readonly problem: string;
}

/** Small letters, straight quotes, single blanks. */
export function folded(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/[“”„«»]/gu, '"')
    .replace(/[‘’‚`´]/gu, "'")
    .replace(/\s+/gu, " ")
    .trim()
    .toLowerCase();
}

interface Service {
  readonly name: string;
  readonly has: (heads: readonly string[]) => boolean;
  /** The column with the row's own id. */
  readonly id: readonly string[];
}

const SERVICES: readonly Service[] = [
  { name: "KoboToolbox", has: (heads) => heads.includes("_uuid"), id: ["_uuid"] },
  {
    name: "ODK Central",
    has: (heads) => heads.includes("submissiondate") && heads.includes("key"),
    id: ["key"],
  },
  {
    name: "Microsoft Forms",
    has: (heads) => heads.includes("start time") && heads.includes("completion time"),
    id: ["id"],
  },
  {
    name: "LimeSurvey",
    has: (heads) =>
      heads.some((head) => /^(?:id|response id)$/u.test(head)) &&
      heads.some((head) => /^(?:submitdate|date submitted|lastpage|last page)$/u.test(head)),
    id: ["id", "response id"],
  },
  { name: "Google Forms", has: ([first]) => first === "timestamp", id: [] },
  { name: "SurveyJS", has: (heads) => heads.includes("surveyjs id"), id: ["surveyjs id"] },
];

/** What services add by themselves, and what could tell who somebody is: passed over, whatever stands in it. */
const PASSED_OVER =
  /^(?:id|e-?mail.*|user ?name|.*\bname|phone.*|telephone.*|mobile.*|address|postcode|ip.*|referr?er.*|refurl|seed|token|start|end|today|deviceid|device id|username|simserial|subscriberid|(?:start|completion|last modified|submission|submit) ?(?:time|date)|time ?stamp|date (?:submitted|started|last action)|startdate|datestamp|submitdate|submissiondate|last ?page|start ?language|language|score|total points|quiz feedback|(?:points|feedback) - .*|key|submitterid|submittername|attachments(?:present|expected)|status|reviewstate|edits|formversion|instanceid|(?:.*[-/])?meta[-/]instance(?:id|name)|_.*|surveyjs id|happendat|happenedat)$/u;

/** Finds what each column is. */
export function matchColumns(
  heads: readonly string[],
  sheet: QuestionSheet,
  mapping: SurveyMapping,
): SurveyColumns {
  const names = heads.map(folded);
  const service = SERVICES.find((each) => each.has(names));
  const id = names.findIndex((name) => service?.id.includes(name) === true);
  const known = knownNames(sheet);
  const found = heads.map((head, at) => (at === id ? "id" : meaningOf(head, known, mapping)));
  const at = (wanted: unknown) =>
    found.flatMap((each, column) => (each === wanted ? [column] : []));
  const questions = new Map(
    found.flatMap((each, column) => (typeof each === "object" ? [[column, each] as const] : [])),
  );
  const asked = new Set(questions.values());
  const missing = sheet.questions.filter((question) => !asked.has(question));
  const unknown = at("unknown");
  return {
    service: service?.name,
    group: at("group")[0],
    id: id < 0 ? undefined : id,
    questions,
    passedOver: at("passed over"),
    unknown,
    missing,
    problems: [...doubled(heads, found), ...cut(heads, unknown, missing)],
  };
}

type Meaning = Criterion | "group" | "id" | "passed over" | "unknown";

/** Questions by each name and wording that a column of theirs may have. */
function knownNames({ questions }: QuestionSheet): ReadonlyMap<string, Criterion | undefined> {
  const known = new Map<string, Criterion | undefined>();
  for (const question of questions) {
    const { key, id, asks, asksFor } = question;
    const names = [surveyName(key), id.replaceAll("-", "_"), limeCode(key).toLowerCase()];
    const wordings = [asks, ...Object.keys(asksFor).map((group) => asksOf(question, group))];
    // A name of two questions is a name of none.
    for (const name of new Set([...names, ...wordings.map(folded)]))
      known.set(name, known.has(name) ? undefined : question);
  }
  return known;
}

function meaningOf(
  head: string,
  known: ReadonlyMap<string, Criterion | undefined>,
  mapping: SurveyMapping,
): Meaning {
  const mapped = own(mapping.columns, head);
  if (mapped === null) return "passed over";
  if (mapped === "group") return "group";
  const question =
    mapped === undefined ? questionNamed(head, known) : known.get(surveyName(mapped));
  if (question !== undefined) return question;
  const name = folded(head);
  if (/(?:^|[^\s]*[-/.])group$/u.test(name) || partsOf(head).includes(folded(GROUP_QUESTION)))
    return "group";
  return name === "" || PASSED_OVER.test(name) ? "passed over" : "unknown";
}

function questionNamed(
  head: string,
  known: ReadonlyMap<string, Criterion | undefined>,
): Criterion | undefined {
  const parts = partsOf(head);
  const found = parts.map((part) => known.get(part)).find((each) => each !== undefined);
  if (found !== undefined || /\s/u.test(head.trim())) return found;
  // Groups of questions stand before the name, joined by - or /, and our names have hyphens: the longest from the right.
  const name = folded(head).replace(/[^a-z0-9]+/gu, "_");
  const fitting = [...known.keys()].filter(
    (each) => /^\w+$/u.test(each) && name.endsWith(`_${each.replace(/_+/gu, "_")}`),
  );
  const [longest] = fitting.toSorted((a, b) => b.length - a.length);
  return longest === undefined ? undefined : known.get(longest);
}

/** A head as it stands, and what is left of it without what services put round it. */
function partsOf(head: string): readonly string[] {
  const whole = folded(head);
  const inside = /\[([^\]]*)\]\s*$/u.exec(whole)?.[1];
  const slash = whole.includes("/") ? whole.slice(whole.lastIndexOf("/") + 1) : undefined;
  const plain = [whole, inside, slash].filter((each) => each !== undefined);
  return plain.flatMap((each) => {
    const unnumbered = each.replace(/^(?:[a-z]?\d+[a-z0-9]*)[.):]\s*/u, "");
    const starless = unnumbered.replace(/\s*\*$/u, "");
    // Microsoft sticks a number on a question that comes again.
    const hyphenless = each.replaceAll("-", "_").replace("/", "__");
    return [each, unnumbered, starless, starless.replace(/(?<=[\p{L}?!.])\d+$/u, ""), hyphenless];
  });
}

function doubled(heads: readonly string[], found: readonly Meaning[]): ColumnProblem[] {
  return found.flatMap((each, column) => {
    const first = found.indexOf(each);
    const isOnce = typeof each !== "object" && each !== "group";
    if (isOnce || first === column) return [];
    const what = typeof each === "object" ? `“${each.asks}”` : "the group";
    return [
      {
        column,
        problem: `Two columns hold ${what}: this one and “${heads[first]}”. Take one of them out, or export with codes.`,
      },
    ];
  });
}

const SHORTEST_CUT = 15;

/** Heads that a service cut: what is left could be the beginning of more than one question. */
function cut(
  heads: readonly string[],
  unknown: readonly number[],
  missing: readonly Criterion[],
): ColumnProblem[] {
  return unknown.flatMap((column) => {
    const head = folded(heads[column] ?? "");
    const stem = head.replace(/(?:…|\.{2,3})\s*$/u, "").trim();
    const isDotted = stem !== head;
    const isOurs = missing.some(({ asks }) => folded(asks).startsWith(stem));
    if (!isOurs || stem === "" || (!isDotted && stem.length < SHORTEST_CUT)) return [];
    return [
      {
        column,
        problem:
          "The head is cut. Export with question codes, or with the full text of the questions.",
      },
    ];
  });
}
