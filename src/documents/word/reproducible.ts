import JSZip from "jszip";

/** By which coprod knows its own file again: it stands at the end of the file, outside everything that Word reads. */
const SIGNATURE = "Made with coprod plan";

interface Told {
  readonly day: string | undefined;
  /** What each table is about, in their order. */
  readonly captions: readonly string[];
}

/** The same file without clocks and random names in it, and with the titles of tables, which the library cannot write. */
export async function reproducible(file: Uint8Array, told: Told): Promise<Uint8Array> {
  const zip = await JSZip.loadAsync(file);
  const names = Object.keys(zip.files).filter((name) => zip.files[name]?.dir === false);
  const texts = new Map<string, string>();
  for (const name of names.toSorted((a, b) => (a < b ? -1 : 1)))
    texts.set(name, (await zip.file(name)?.async("string")) ?? "");
  const links = plainNames(texts.get("word/document.xml") ?? "");
  const settled = new JSZip();
  // The file's own clock has no zone: one that the program counts in none is the same everywhere.
  const date = new Date(Date.UTC(2000, 0, 1));
  for (const [name, text] of texts)
    settled.file(name, settledText(name, renamed(text, links), told), {
      date,
      createFolders: false,
    });
  return settled.generateAsync({
    type: "uint8array",
    compression: "DEFLATE",
    platform: "DOS",
    comment: SIGNATURE,
  });
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
