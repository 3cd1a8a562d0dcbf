import type { Criterion } from "../rubric/rubric.ts";
import type { SheetSlip } from "./counts.ts";
import type { QuestionSheet, SlipAnswer } from "./slip.ts";

/** Whether a text is a page that a form saved, or was one. */
export function isFormPage(text: string): boolean {
  return /<pre id="coprod-answers">|^coprod: form-answers\//mu.test(text);
}

/** What the form of these sheets saved, or why it cannot be read; nothing of a damaged page counts. */
export function readFormPage(
  sheets: readonly QuestionSheet[],
  text: string,
): SheetSlip | { readonly problem: string } {
  const pieces = [...text.matchAll(/<pre id="coprod-answers">([^<]*)<\/pre>/gu)];
  const lines = (pieces[0]?.[1] ?? "").trim().split(/\r?\n/u);
  const pairs = lines.map((line) =>
    /^([a-z0-9/-]{1,200}): ([a-z0-9/-]{1,200}|[A-Z]{4})$/u.exec(line),
  );
  const fields = new Map(pairs.map((pair) => [pair?.[1] ?? "", pair?.[2] ?? ""]));
  if (pieces.length !== 1 || pairs.includes(null) || fields.size !== lines.length)
    return { problem: "This page of a form is damaged." };
  if (fields.get("coprod") !== "form-answers/1")
    return { problem: "This page was saved by a form of another version of coprod." };
  const sheet = sheets.find(({ code }) => code === fields.get("sheet"));
  if (sheet === undefined)
    return { problem: "This page answers other questions, or another version of them." };
  return slipOf(sheet, fields);
}

const ABOUT_THE_PAGE = ["coprod", "sheet", "id", "group"];

function slipOf(
  sheet: QuestionSheet,
  fields: ReadonlyMap<string, string>,
): SheetSlip | { readonly problem: string } {
  const [id, group = ""] = [fields.get("id"), fields.get("group")];
  if (id === undefined || !/^[a-z0-9]{1,20}$/u.test(id)) return { problem: "This page has no id." };
  if (!sheet.groups.some((each) => each.id === group))
    return { problem: `The group “${group}” of this page is not one of this assessment.` };
  const known = new Set([...ABOUT_THE_PAGE, ...sheet.questions.map(({ key }) => key)]);
  const strange = [...fields.keys()].find((key) => !known.has(key));
  if (strange !== undefined) return { problem: `“${strange}” is no question of this sheet.` };
  const answers = sheet.questions.map((question) => answerOf(question, fields.get(question.key)));
  const wrong = answers.indexOf(undefined);
  if (wrong >= 0)
    return {
      problem: `Answer ${wrong + 1} of this page is not one of the answers to its question.`,
    };
  return { sheet, slip: { group, id, answers: answers as SlipAnswer[] } };
}

function answerOf({ levels }: Criterion, written = "blank"): SlipAnswer | undefined {
  if (written === "blank" || written === "unsure") return written;
  const level = levels.findIndex(({ id }) => id === written);
  return level < 0 ? undefined : level;
}
