import type { Response } from "../assessment/schema.ts";
import type { Criterion } from "../rubric/rubric.ts";
import { type Block, choices, options, paragraph, spare } from "../terminal/blocks.ts";
import { echo, fold } from "../terminal/typed-line.ts";

// Questions that are answered in words, in figures or by several choices: what is shown of them, and what a line means.

type Given = Pick<Response, "text" | "number" | "chosen">;

/** What a typed line gives as an answer, or what is wrong with it. */
export function readGiven(
  criterion: Criterion,
  line: string,
): Given | { readonly problem: string } {
  switch (criterion.kind) {
    case "text":
      return { text: line.trim() };
    case "number":
      return readFigure(line);
    case "choices":
      return readChoices(criterion, line);
    case "level":
      return { problem: "" };
    default:
      return criterion.kind satisfies never;
  }
}

/** `12`, `1,450`, `2.5`. */
function readFigure(line: string): Given | { readonly problem: string } {
  const typed = fold(line);
  const isGrouped = /^-?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/u.test(typed);
  const figure = isGrouped ? typed.replaceAll(",", "") : typed;
  return /^-?\d{1,12}(?:\.\d{1,6})?$/u.test(figure)
    ? { number: Number(figure) }
    : { problem: `${echo(line)} is not a number. Type it in figures, such as 12 or 2.5.` };
}

/** Their numbers or whole names, in any order, or 0 for none of them. */
function readChoices(
  { choices: all }: Criterion,
  line: string,
): Given | { readonly problem: string } {
  const typed = fold(line);
  if (typed === "0" || typed === "none") return { chosen: [] };
  const named = all.find(({ name }) => fold(name) === typed);
  const parts = named === undefined ? typed.split(/[\s,;+&]+|\band\b/u).filter(Boolean) : [];
  const places = parts.map((part) => (/^\d{1,2}$/u.test(part) ? Number(part) : 0));
  if (named !== undefined) return { chosen: [named.id] };
  if (places.length === 0 || places.some((place) => place < 1 || place > all.length))
    return {
      problem: `${echo(line)} is not one of the choices. ${howToGive({ kind: "choices", choices: all })}`,
    };
  return { chosen: all.filter((_, at) => places.includes(at + 1)).map(({ id }) => id) };
}

/** How an answer is typed, in a sentence. */
export function howToGive({ kind, choices: all }: Pick<Criterion, "kind" | "choices">): string {
  switch (kind) {
    case "text":
      return "Type your answer in your own words, without names.";
    case "number":
      return "Type a number.";
    case "choices":
      return `Type the numbers of all that are so, such as 1 ${Math.min(3, all.length)}, or 0 for none.`;
    case "level":
      return "";
    default:
      return kind satisfies never;
  }
}

/** What can be chosen, and how an answer is typed. */
export function waysToGive(criterion: Criterion): readonly Block[] {
  const listed = criterion.choices.map(({ name }, at) => ({ mark: String(at + 1), name }));
  return [...(listed.length === 0 ? [] : [choices(listed)]), paragraph(howToGive(criterion))];
}

/** What can be typed now. */
export function whatNowFor({ allowNotApplicable }: Criterion): Block {
  return spare(
    1,
    options(
      "u not sure",
      ...(allowNotApplicable ? ["n does not apply"] : []),
      "s skip",
      "? all choices",
    ),
  );
}
