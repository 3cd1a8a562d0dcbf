import PO from "pofile";
import { flatText } from "../../util/visible-text.ts";
import { quoted } from "../../util/words.ts";
import type { Exchanged, Returned } from "./exchange.ts";

/** A catalogue for the programs that translators use. A text whose source changed is marked fuzzy, as they know it. */
export function poText(
  texts: readonly Exchanged[],
  { of, language }: { readonly of: string; readonly language: string },
): string {
  const po = new PO();
  po.headers = {
    "Project-Id-Version": of,
    Language: language,
    "MIME-Version": "1.0",
    "Content-Type": "text/plain; charset=UTF-8",
    "Content-Transfer-Encoding": "8bit",
  };
  po.items = texts.map(({ key, where, source, said, isStale }) => {
    const item = new PO.Item();
    item.msgctxt = key;
    // A comment has one line, whatever the question has.
    item.extractedComments = where === "" ? [] : [flatText(where)];
    item.msgid = source;
    item.msgstr = [said];
    if (isStale) item.flags = { fuzzy: true };
    return item;
  });
  return `${po.toString().trimEnd()}\n`;
}

/** What stands in a catalogue that came back, and each line that is none of such a file: the library would guess. */
export function returnedPo(
  text: string,
  language: string,
): { readonly returned: readonly Returned[]; readonly odd: readonly string[] } {
  const lines = text.split(/\r\n?|\n/u);
  const wrong = lines.flatMap((line, at) =>
    LINE.test(line.trim()) ? [] : [`line ${at + 1}: ${quoted(line.trim())} ${NO_LINE}`],
  );
  if (wrong.length > 0) return { returned: [], odd: wrong };
  const places = placesIn(lines);
  const { items, headers } = PO.parse(lines.join("\n"));
  const current = items.filter(({ obsolete }) => !obsolete);
  const odd = [...otherLanguage(headers["Language"], language), ...lostKeys(current)];
  if (odd.length > 0) return { returned: [], odd };
  const returned = current.map(({ msgctxt, msgid, msgstr, flags }) => {
    const key = msgctxt ?? "";
    const line = places.get(key)?.shift();
    return {
      at: line === undefined ? quoted(msgid) : `line ${line}`,
      key,
      source: msgid,
      said: msgstr[0] ?? "",
      // Two flags stand with a blank between them, which the library keeps.
      isFuzzy: Object.keys(flags).some((name) => name.trim() === "fuzzy"),
      toDo: "",
    };
  });
  return { returned, odd: [] };
}

function otherLanguage(said = "", language: string): readonly string[] {
  const [written, wanted] = [said, language].map(
    (tag) => tag.trim().toLowerCase().split(/[-_]/u)[0],
  );
  if (written === "" || written === wanted) return [];
  return [`Its head says that it is in ${quoted(said.trim())}, not in ${quoted(language)}.`];
}

/** Some programs, such as those that go by way of XLIFF, leave the keys out. */
function lostKeys(items: readonly { readonly msgctxt?: string | undefined }[]): readonly string[] {
  if (items.length === 0 || items.some(({ msgctxt }) => msgctxt)) return [];
  return [
    "No text says which it is: the lines that begin with msgctxt are gone. Another program left them out.",
  ];
}

const TEXT = String.raw`"(?:[^"\\]|\\.)*"`;
const LINE = new RegExp(
  String.raw`^(?:|#.*|${TEXT}|(?:msgctxt|msgid|msgid_plural|msgstr(?:\[\d+\])?)\s*${TEXT})$`,
  "u",
);
const NO_LINE = 'is no line of such a file. A text stands in quotes, with \\" for a quote in it.';

/** On which lines each key stands, the first one first. */
function placesIn(lines: readonly string[]): ReadonlyMap<string, number[]> {
  const places = new Map<string, number[]>();
  for (const [at, line] of lines.entries()) {
    const [, key] = /^\s*msgctxt\s*"([^"]*)"/u.exec(line) ?? [];
    if (key !== undefined) places.set(key, [...(places.get(key) ?? []), at + 1]);
  }
  return places;
}
