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
import { writeDocument } from "./write-document.ts";

/** A table for a spreadsheet, or a catalogue for the programs that translators use. */
type ExportKind = "csv" | "po";

export interface TranslateOptions {
  readonly to: string;
  readonly export?: ExportKind;
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
      hint: "Use --export csv for a table, --export po for a translator's program, or --import FILE to take either back.",
      exitCode: EXIT.wrongUse,
    });
  const said =
    way.import === undefined
      ? await exportTexts(context, { named, to }, { kind: way.export ?? "csv", output })
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
  { kind, output }: { readonly kind: ExportKind; readonly output: string | undefined },
): Promise<string> {
  const { file, before } = await materialOf(context, { named, to });
  const texts = exchangedTexts(file, before);
  const content = await exportedText(texts, kind, { of: file.id, language: to });
  if (output === "-") return content;
  const path = resolve(context.cwd, output ?? `${file.id}.${to}.${kind}`);
  if ((await context.files.kind(path)) !== "missing")
    throw new UserError(`${displayPath(context, path)} is already there.`, {
      hint: "It has not been changed: somebody may be at work in it. Choose another name after -o.",
      exitCode: EXIT.wrongUse,
    });
  await context.files.write(path, content, "others");
  const open = texts.filter(({ said, isStale }) => said === "" || isStale).length;
  return [
    `The texts are in ${displayPath(context, path)}: ${open === 0 ? "all are translated" : `${counted(open, "text")} of ${texts.length} to be done`}.`,
    FILL[kind],
    ...(texts.some(({ isStale }) => isStale) ? [HOLDS[kind]] : []),
    `When it is back:  coprod rubric translate ${named} --to ${to} --import ${displayPath(context, path)}`,
    "",
  ].join("\n");
}

const FILL: Readonly<Record<ExportKind, string>> = {
  csv: "Fill the column “translation”, and leave the others as they are.",
  po: "Open it in a translator's program, such as Poedit.",
};

const HOLDS: Readonly<Record<ExportKind, string>> = {
  csv: `Where a text is marked “${CHANGED}” and still holds, empty the column “to do”.`,
  po: `Where a text is marked fuzzy, ${CHANGED}. Put it right, or take the mark off if it still holds.`,
};

async function exportedText(
  texts: readonly Exchanged[],
  kind: ExportKind,
  about: { readonly of: string; readonly language: string },
): Promise<string> {
  if (kind === "po") return (await import("../rubric/translation/po.ts")).poText(texts, about);
  const { writeCsv } = await import("../documents/spreadsheet/spreadsheet.ts");
  return writeCsv(tableOf(texts));
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
  const { covers, draft } = before ?? {};
  const { kind, texts, returned } = await takenBack(context, given.table, { file, before, to });
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
    ...(draft === undefined ? {} : { draft }),
    ...(checked === undefined ? {} : { "checked-by": checked }),
  };
  const content = translationYaml(made, address);
  await writeDocument(context, { path: target, content }, { force: true, what: "translation" });
  const count = Object.keys(texts).length;
  const stale = exchangedTexts(file, { ...made, texts }).filter(({ isStale }) => isStale).length;
  return [
    `The translation is in ${displayPath(context, target)}: ${count} of ${counted(returned.length, "text")}.`,
    ...fuzzyText(returned.filter(({ isFuzzy }) => isFuzzy === true).length),
    ...(stale === 0 ? [] : [staleText(stale, kind)]),
    count < returned.length || stale > 0
      ? "It is not whole: --allow-partial shows it as a draft."
      : `To use it, add --language ${to} to coprod plan, sheet, form, score or assess.`,
    "",
  ].join("\n");
}

/** What came back in a file, or everything that is wrong with it. */
async function takenBack(
  context: Context,
  given: string,
  { file, before, to }: Pick<Material, "file" | "before"> & { readonly to: string },
) {
  const path = resolve(context.cwd, given);
  const name = displayPath(context, path);
  const kind: ExportKind = /\.po$/iu.test(path) ? "po" : "csv";
  const { returned, odd } = await readBack(context, { path, name, kind, to });
  const { texts, mistakes } = returnedTexts(file, before ?? {}, returned);
  const wrong = odd.length > 0 ? odd : mistakes;
  if (wrong.length > 0)
    throw new UserError(mistakesText(name, wrong), {
      hint: `Put them right in the file, or make a new one with --export ${kind}.`,
      exitCode: EXIT.problems,
    });
  return { kind, texts, returned };
}

interface Back {
  readonly path: string;
  readonly name: string;
  readonly kind: ExportKind;
  readonly to: string;
}

/** `odd` is what nobody can read: then nothing else is looked at. */
async function readBack(
  { files }: Context,
  { path, name, kind, to }: Back,
): Promise<{ readonly returned: readonly Returned[]; readonly odd: readonly string[] }> {
  if (kind === "csv")
    return { returned: await readTable(name, await files.readBytes(path)), odd: [] };
  const { returnedPo } = await import("../rubric/translation/po.ts");
  return returnedPo(await files.read(path), to);
}

function fuzzyText(count: number): readonly string[] {
  if (count === 0) return [];
  return [
    count === 1
      ? "One text is marked fuzzy, so it was left as it was here."
      : `${count} texts are marked fuzzy, so they were left as they were here.`,
  ];
}

function staleText(stale: number, kind: ExportKind): string {
  const mark = kind === "csv" ? "empty “to do”" : "take “fuzzy” off";
  return stale === 1
    ? `One text is as before the English changed. Put it right, or ${mark} if it holds.`
    : `${stale} texts are as before the English changed. Put them right, or ${mark} where they hold.`;
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
