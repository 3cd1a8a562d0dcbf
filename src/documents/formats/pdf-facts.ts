import { escapeHtml } from "./html.ts";

/** What a browser does not write into the page that it prints. */
export interface PdfFacts {
  readonly title: string;
  readonly language: string;
  /** Whose paper it is, where that is known. */
  readonly author?: string | undefined;
  /** The headings as they are read: a browser joins the words where a line of one ends. */
  readonly headings: readonly string[];
}

/**
 * A printed page with who wrote it, in the file's own facts and as XMP; with the headings of its outline as words; and
 * with a meaning for the parts of its structure that PDF 1.4 does not know. All of it is added at the end of the file, as
 * PDF allows, so that no byte before it moves. A file that is built in another way is left as it is.
 */
export function withPdfFacts(bytes: Buffer, facts: PdfFacts): Buffer {
  const printed = readPrinted(bytes.toString("latin1"));
  if (printed === undefined) return bytes;
  const { size, root, info } = printed;
  const changed = new Map<number, string>();
  changed.set(size, metadata(facts));
  changed.set(root, withEntry(printed.object(root), `/Metadata ${size} 0 R`));
  changed.set(info, authored(printed.object(info), facts));
  const tree = reference(printed.object(root), "StructTreeRoot");
  if (tree !== undefined) changed.set(tree, withEntry(printed.object(tree), ROLES));
  for (const [number, text] of outline(printed, facts.headings)) changed.set(number, text);
  return Buffer.concat([bytes, Buffer.from(update(printed, changed), "latin1")]);
}

/** What HTML and PDF 2.0 know, by the nearest that every reader knows. */
const ROLES =
  "/RoleMap <</Aside /Sect /Strong /Span /Em /Span /Sub /Span /FENote /Note /Title /P>>";

interface Printed {
  readonly start: number;
  readonly end: number;
  readonly size: number;
  readonly root: number;
  readonly info: number;
  readonly object: (number: number) => string;
}

function readPrinted(text: string): Printed | undefined {
  const [, entries = "", start] =
    /trailer\s*<<((?:[^<>]|<[^<>]*>)*)>>\s*startxref\s+(\d+)\s+%%EOF\s*$/u.exec(text) ?? [];
  const [root, info] = [reference(entries, "Root"), reference(entries, "Info")];
  const table = text.slice(Number(start)).match(/^xref\s+0 (\d+)\s*\n/u);
  if (table === null || root === undefined || info === undefined) return undefined;
  const rows = Number(start) + table[0].length;
  const object = (number: number) => {
    const at = Number(text.slice(rows + ROW * number, rows + ROW * number + 10));
    return text.slice(at, text.indexOf("endobj", at)).replace(/^\d+ 0 obj\s*/u, "");
  };
  return { start: Number(start), end: text.length, size: Number(table[1]), root, info, object };
}

/** Bytes of a row of the table of objects. */
const ROW = 20;

function reference(object: string, name: string): number | undefined {
  const [, number] = new RegExp(`/${name} (\\d+) 0 R`, "u").exec(object) ?? [];
  return number === undefined ? undefined : Number(number);
}

function withEntry(object: string, entry: string): string {
  const [name = ""] = entry.split(" ");
  return object.includes(`${name} `) ? object : object.replace("<<", () => `<<${entry}\n`);
}

function authored(info: string, { author }: PdfFacts): string {
  const made = info.replace(/\/Creator (?:\((?:\\.|[^\\()])*\)|<[^<>]*>)/su, "/Creator (coprod)");
  return author === undefined ? made : withEntry(made, `/Author ${pdfText(author)}`);
}

function pdfText(text: string): string {
  return `<FEFF${Buffer.from(text, "utf16le").swap16().toString("hex").toUpperCase()}>`;
}

/** The lines of the outline that stand for a heading with other spaces. */
function outline(
  { size, object }: Printed,
  headings: readonly string[],
): readonly (readonly [number, string])[] {
  const spaced = new Map(headings.map((heading) => [glued(heading), heading]));
  return Array.from({ length: size - 1 }, (_, index) => index + 1).flatMap((number) => {
    const text = object(number);
    if (!/^<<\/Title [\s\S]*\/Parent /u.test(text)) return [];
    const [title = ""] = TITLE.exec(text) ?? [];
    const heading = spaced.get(glued(titleText(title)));
    if (heading === undefined || heading === titleText(title)) return [];
    return [[number, text.replace(title, () => `/Title ${pdfText(heading)}`)]];
  });
}

const TITLE = /\/Title (?:\((?:\\.|[^\\()])*\)|<[0-9A-Fa-f]*>)/su;

function titleText(title: string): string {
  const value = title.replace("/Title ", "");
  if (value.startsWith("(")) return value.slice(1, -1).replace(/\\(.)/gsu, "$1");
  const bytes = Buffer.from(value.slice(1, -1), "hex");
  return bytes.length % 2 === 0 ? bytes.swap16().toString("utf16le").slice(1) : "";
}

function glued(text: string): string {
  return text.replace(/\s+/gu, "");
}

function metadata({ title, language, author }: PdfFacts): string {
  const by =
    author === undefined
      ? ""
      : `<dc:creator><rdf:Seq><rdf:li>${escapeHtml(author)}</rdf:li></rdf:Seq></dc:creator>\n`;
  const xmp = `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escapeHtml(title)}</rdf:li></rdf:Alt></dc:title>
${by}<dc:language><rdf:Bag><rdf:li>${language}</rdf:li></rdf:Bag></dc:language>
<xmp:CreatorTool>coprod</xmp:CreatorTool>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>`;
  const bytes = Buffer.from(xmp).toString("latin1");
  return `<</Type /Metadata\n/Subtype /XML\n/Length ${bytes.length}>>\nstream\n${bytes}\nendstream\n`;
}

/** What is new, with a table of where it stands that goes on from the file's own. */
function update({ start, end, size, root, info }: Printed, changed: Map<number, string>): string {
  let text = "\n";
  const rows: string[] = [];
  for (const [number, object] of [...changed].sort(([a], [b]) => a - b)) {
    rows.push(`${number} 1\n${String(end + text.length).padStart(10, "0")} 00000 n \n`);
    text += `${number} 0 obj\n${object.trimEnd()}\nendobj\n`;
  }
  const trailer = `<</Size ${size + 1}\n/Root ${root} 0 R\n/Info ${info} 0 R\n/Prev ${start}>>`;
  return `${text}xref\n${rows.join("")}trailer\n${trailer}\nstartxref\n${end + text.length}\n%%EOF\n`;
}
