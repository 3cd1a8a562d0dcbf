import { basename, dirname, isAbsolute, join, resolve } from "node:path";
import { EXIT, type ExitCode, FileProblems, UserError } from "../platform/errors.ts";
import type { Context } from "../platform/ports.ts";
import { parseRubric } from "../rubric/parse.ts";
import type { RubricFile } from "../rubric/schema.ts";
import {
  CHANGED,
  type Exchanged,
  exchangedTexts,
  mistakesText,
  type Returned,
  returnedTexts,
  translationYaml,
} from "../rubric/translation/exchange.ts";
import type { TranslationFile } from "../rubric/translation/schema.ts";
import { sameValue } from "../util/values.ts";
import { counted } from "../util/words.ts";
import { displayPath } from "./display-path.ts";
import { findTranslation, rubricOf, translationName } from "./translations.ts";

export interface TranslateOptions {
  readonly to: string;
  readonly export?: "csv";
  readonly import?: string;
  readonly output?: string;
}

/** Texts on the way to whoever translates them, or back. */
export async function translateRubric(
  context: Context,
  named: string,
  { to, output, ...way }: TranslateOptions,
): Promise<ExitCode> {
  if (way.export === undefined && way.import === undefined)
    throw new UserError("Say which way the texts go.", {
      hint: "Use --export csv for a table, or --import FILE to take it back.",
      exitCode: EXIT.wrongUse,
    });
  const said =
    way.import === undefined
      ? await exportTexts(context, { named, to }, output)
      : await importTexts(context, { named, to }, { table: way.import, output });
  context.stdout.write(said);
  return EXIT.done;
}

interface Translating {
  /** The id or the path of a rubric. */
  readonly named: string;
  /** The tag of the language. */
  readonly to: string;
}

/** Writes the table for whoever translates; without a name it goes beside where somebody works. */
async function exportTexts(
  context: Context,
  { named, to }: Translating,
  output: string | undefined,
): Promise<string> {
  const { file, before } = await materialOf(context, { named, to });
  const texts = exchangedTexts(file, before);
  const { writeCsv } = await import("../documents/spreadsheet/spreadsheet.ts");
  const content = writeCsv(tableOf(texts));
  if (output === "-") return content;
  const path = resolve(context.cwd, output ?? `${file.id}.${to}.csv`);
  if ((await context.files.kind(path)) !== "missing")
    throw new UserError(`${displayPath(context, path)} is already there.`, {
      hint: "It has not been changed: somebody may be at work in it. Choose another name after -o.",
      exitCode: EXIT.wrongUse,
    });
  await context.files.write(path, content, "others");
  const open = texts.filter(({ said, isStale }) => said === "" || isStale).length;
  return [
    `The texts are in ${displayPath(context, path)}: ${open === 0 ? "all are translated" : `${counted(open, "text")} of ${texts.length} to be done`}.`,
    "Fill the column “translation”, and leave the others as they are.",
    ...(texts.some(({ isStale }) => isStale)
      ? [`Where a text is marked “${CHANGED}” and still holds, empty the column “to do”.`]
      : []),
    `When it is back:  coprod rubric translate ${named} --to ${to} --import ${displayPath(context, path)}`,
    "",
  ].join("\n");
}

const COLUMNS = ["key", "where", "english", "translation", "to do"] as const;

function tableOf(texts: readonly Exchanged[]) {
  return {
    name: "Translation",
    columns: COLUMNS.map((name) => ({ name, width: 40, kind: "text" as const })),
    rows: texts.map(({ key, where, source, said, isStale }) => [
      key,
      where,
      source,
      said,
      said === "" ? "new" : isStale ? CHANGED : "",
    ]),
  };
}

/** Takes the table back and writes the translation, or tells all that is wrong with it and changes nothing. */
async function importTexts(
  context: Context,
  { named, to }: Translating,
  given: { readonly table: string; readonly output: string | undefined },
): Promise<string> {
  const { path: rubricPath, file, before } = await materialOf(context, { named, to });
  const table = resolve(context.cwd, given.table);
  const name = displayPath(context, table);
  const returned = await readTable(name, await context.files.readBytes(table));
  const covers = before?.covers;
  const { texts, mistakes } = returnedTexts(file, before ?? {}, returned);
  if (mistakes.length > 0)
    throw new UserError(mistakesText(name, mistakes), {
      hint: "Put them right in the table, or make a new one with --export csv.",
      exitCode: EXIT.problems,
    });
  const target = await targetOf(context, { rubricPath, of: file.id, to }, given.output);
  const { placeSchema } = await import("./schema-address.ts");
  const { address } = await placeSchema(context, dirname(target), "translation");
  // Whoever checked it has not seen what is new in it.
  const checked = sameValue(before?.texts, texts) ? before?.["checked-by"] : undefined;
  const made = {
    of: file.id,
    language: to,
    texts,
    ...(covers === undefined ? {} : { covers }),
    ...(checked === undefined ? {} : { "checked-by": checked }),
  };
  await context.files.write(target, translationYaml(made, address), "others");
  const count = Object.keys(texts).length;
  const stale = exchangedTexts(file, { ...made, texts }).filter(({ isStale }) => isStale).length;
  return [
    `The translation is in ${displayPath(context, target)}: ${count} of ${counted(returned.length, "text")}.`,
    ...(stale === 0 ? [] : [staleText(stale)]),
    count < returned.length
      ? "It is not whole: --allow-partial shows it as a draft."
      : `To use it, add --language ${to} to coprod plan, sheet, form, score or assess.`,
    "",
  ].join("\n");
}

function staleText(stale: number): string {
  return stale === 1
    ? "One text is as before the English changed. Put it right, or empty its “to do” if it holds."
    : `${stale} texts are as before the English changed. Put them right, or empty “to do” where they hold.`;
}

async function readTable(name: string, bytes: Uint8Array): Promise<readonly Returned[]> {
  const { cellText } = await import("../documents/spreadsheet/table.ts");
  const { readSpreadsheet } = await import("../documents/spreadsheet/spreadsheet.ts");
  const [head, ...rows] = await readSpreadsheet({ name, bytes });
  const names = (head?.cells ?? []).map((cell) => cellText(cell).trim().toLowerCase());
  const places = ["key", "english", "translation"].map((each) => names.indexOf(each));
  const [key = -1, source = -1, said = -1] = places;
  const toDo = names.indexOf("to do");
  if (places.includes(-1))
    throw new UserError(`${name} lacks a column.`, {
      hint: "Its first row has to name the columns: key, english and translation.",
      exitCode: EXIT.problems,
    });
  return rows.map(({ row, cells }) => ({
    at: `row ${row}`,
    key: cellText(cells[key]).trim(),
    source: cellText(cells[source]),
    said: cellText(cells[said]),
    toDo: cellText(cells[toDo]).trim(),
  }));
}

interface Material {
  readonly path: string;
  readonly file: RubricFile;
  /** What there is of the translation. */
  readonly before: TranslationFile | undefined;
}

async function materialOf(context: Context, { named, to }: Translating): Promise<Material> {
  const { path, file } = await writtenRubric(context, named);
  const before = await findTranslation(context, { folder: dirname(path), of: file.id, tag: to });
  return { path, file, before };
}

async function writtenRubric(
  context: Context,
  named: string,
): Promise<{ readonly path: string; readonly file: RubricFile }> {
  if (!/[\\/]|\.ya?ml$/u.test(named)) {
    const found = await rubricOf(context, context.cwd, named);
    if (found !== undefined) return found;
    throw new UserError(`There is no rubric called "${named}".`, {
      hint: "For one of your own, give its path.",
      exitCode: EXIT.wrongUse,
    });
  }
  const path = isAbsolute(named) ? named : resolve(context.cwd, named);
  const { file, diagnostics } = parseRubric(
    displayPath(context, path),
    await context.files.read(path),
  );
  if (file !== undefined) return { path, file };
  throw new FileProblems(diagnostics, new Map());
}

interface Target {
  readonly rubricPath: string;
  readonly of: string;
  readonly to: string;
}

/** Beside a rubric of one's own; for one that comes with coprod, in the folder `rubrics` where somebody works. */
async function targetOf(
  { cwd, packageFolder, files }: Context,
  { rubricPath, of, to }: Target,
  output: string | undefined,
): Promise<string> {
  if (output !== undefined) return resolve(cwd, output);
  const isOurs = dirname(rubricPath) === join(packageFolder, "rubrics");
  const folder = isOurs ? join(cwd, "rubrics") : dirname(rubricPath);
  if (isOurs) await files.makeFolder(folder);
  return join(folder, basename(translationName(of, to)));
}
