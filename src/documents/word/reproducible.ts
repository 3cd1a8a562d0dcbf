import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";

/** By which coprod knows its own file again: it stands at the end of the file, outside everything that Word reads. */
const SIGNATURE = "Made with coprod plan";

interface Told {
  readonly day: string | undefined;
  /** What each table is about, in their order. */
  readonly captions: readonly string[];
}

/** The same file without clocks and random names in it, and with the titles of tables, which the library cannot write. */
export function reproducible(file: Uint8Array, told: Told): Uint8Array {
  const parts = Object.entries(unzipSync(file)).filter(([name]) => !name.endsWith("/"));
  const texts = parts
    .map(([name, bytes]) => [name, strFromU8(bytes)] as const)
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
  const links = plainNames(texts.find(([name]) => name === "word/document.xml")?.[1] ?? "");
  const settled = texts.map(([name, text]): [string, Uint8Array] => [
    name,
    strToU8(settledText(name, renamed(text, links), told)),
  ]);
  // The file's own clock has no zone, and is written from the local time: such a date is the same everywhere.
  return signed(zipSync(Object.fromEntries(settled), { mtime: new Date(2000, 0, 1) }));
}

/** With the signature as the comment of the whole file, whose length stands in its last two bytes. */
function signed(zip: Uint8Array): Uint8Array {
  const whole = new Uint8Array(zip.length + SIGNATURE.length);
  whole.set(zip);
  whole.set(strToU8(SIGNATURE), zip.length);
  new DataView(whole.buffer).setUint16(zip.length - 2, SIGNATURE.length, true);
  return whole;
}

function settledText(name: string, text: string, { day, captions }: Told): string {
  if (name === "word/document.xml") return titled(text, captions);
  if (name !== "docProps/core.xml") return text;
  return text.replace(
    /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z/gu,
    `${day ?? "2000-01-01"}T00:00:00Z`,
  );
}

/** A plain name for each link, in the order in which they come. */
function plainNames(document: string): ReadonlyMap<string, string> {
  const random = [...document.matchAll(/<w:hyperlink [^>]*r:id="([^"]+)"/gu)].map(
    ([, id = ""]) => id,
  );
  return new Map([...new Set(random)].map((id, at) => [id, `rIdLink${at + 1}`]));
}

function renamed(text: string, names: ReadonlyMap<string, string>): string {
  if (names.size === 0) return text;
  return text.replace(
    /(\b(?:r:id|Id)=")([^"]+)"/gu,
    (_, start: string, id: string) => `${start}${names.get(id) ?? id}"`,
  );
}

/** What a table is about, and that its first row and column are heads, for whoever hears it. */
function titled(document: string, captions: readonly string[]): string {
  let at = 0;
  return document.replace(/<\/w:tblPr>/gu, (end) => {
    const caption = captions[at] ?? "";
    at += 1;
    return `<w:tblLook w:val="00A0" w:firstRow="1" w:lastRow="0" w:firstColumn="1" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/><w:tblCaption w:val="${escapeXml(caption)}"/>${end}`;
  });
}

function escapeXml(text: string): string {
  return text.replace(/[&<>"]/gu, (character) => `&#${character.charCodeAt(0)};`);
}
