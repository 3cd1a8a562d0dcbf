import { describe, expect, it } from "vitest";
import { headingTexts } from "../../../src/documents/formats/html.ts";
import { makePdfReproducible } from "../../../src/documents/formats/pdf.ts";
import { withPdfFacts } from "../../../src/documents/formats/pdf-facts.ts";

function settled(text: string, day?: string): string {
  return makePdfReproducible(Buffer.from(text, "latin1"), day).toString("latin1");
}

describe("a printed plan", () => {
  it.each([
    [
      "/CreationDate (D:20261122025607+00'00')\n/ModDate (D:20261122025607-05'30')>>",
      "/CreationDate (D:20261212000000+00'00')\n/ModDate (D:20261212000000+00'00')>>",
    ],
    ["/ModDate(D:20261122025607Z)", "/ModDate(D:20261212000000Z)"],
    ["/ID [<0aB1> <Ff09>]", "/ID [<0000> <0000>]"],
  ])("carries the plan's day and nothing of the run: %s", (before, after) => {
    expect(settled(before, "2026-12-12")).toBe(after);
    expect(after.length).toBe(before.length);
  });

  it("has a day of its own where the plan has none", () => {
    expect(settled("/ModDate (D:20261122025607+00'00')")).toContain("(D:20000101000000+00'00')");
  });

  it("is left as it is in every other byte", () => {
    const all = String.fromCharCode(...Array.from({ length: 256 }, (_, code) => code));
    const other = `${all}/ID (node00000094) (D:20261122025607) /Title (/ModDate \\(D:20261122025607\\))`;
    expect(settled(other, "2026-12-12")).toBe(other);
  });
});

/** A file as a browser writes it: its parts, a table of where they stand, and where it begins. */
function printed(objects: readonly string[]): Buffer {
  let text = "%PDF-1.4\n";
  const starts = objects.map((object, index) => {
    const start = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(start).padStart(10, "0")} 00000 n \n`;
  });
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${starts.join("")}`;
  const trailer = `trailer\n<</Size ${objects.length + 1}\n/Root 2 0 R\n/Info 1 0 R>>\nstartxref\n`;
  return Buffer.from(`${text}${table}${trailer}${text.length}\n%%EOF\n`, "latin1");
}

const OBJECTS = [
  "<</Title (A \\(plan\\))\n/Creator (Mozilla/5.0 \\(X11\\))>>",
  "<</Type /Catalog\n/StructTreeRoot 3 0 R>>",
  "<</Type /StructTreeRoot\n/K 4 0 R>>",
  "<</Title (Ask \\(again\\) andadd a second)\n/Parent 5 0 R>>",
  "<</Title (Risks)\n/Parent 5 0 R>>",
];
const FACTS = {
  title: "A plan <1>",
  language: "en-GB",
  author: "Tŷ Afon & Co",
  headings: ["Ask (again) and add a second", "Risks"],
};

describe("what a browser leaves out of a printed page", () => {
  const before = printed(OBJECTS);
  const after = withPdfFacts(before, FACTS);
  const added = after.subarray(before.length).toString("latin1");

  it("is added at the end, and no byte before it moves", () => {
    expect(after.subarray(0, before.length).equals(before)).toBe(true);
    expect(withPdfFacts(before, FACTS).equals(after)).toBe(true);
    expect(added).toContain("/Size 7\n");
    expect(added.match(/^\d+ 0 obj$/gmu)).toEqual(
      ["1", "2", "3", "4", "6"].map((n) => `${n} 0 obj`),
    );
  });

  it("stands where the new table says", () => {
    const text = after.toString("latin1");
    const rows = [...added.matchAll(/^(\d+) 1\n(\d{10}) 00000 n $/gmu)];
    expect(rows).toHaveLength(5);
    for (const [, number, at] of rows)
      expect(text.slice(Number(at))).toMatch(new RegExp(`^${number} 0 obj\n`, "u"));
    expect(text.slice(Number(/startxref\n(\d+)\n%%EOF\n$/u.exec(text)?.[1]))).toMatch(/^xref\n/u);
  });

  it("is whose paper it is, and what made it", () => {
    expect(added).toContain("/Creator (coprod)");
    expect(added).toContain(`/Author <FEFF${"005400770020".slice(0, 4)}`);
    const xmp = Buffer.from(added, "latin1").toString("utf8");
    expect(xmp).toContain("<rdf:li>Tŷ Afon &amp; Co</rdf:li>");
    expect(xmp).toContain("A plan &lt;1&gt;");
    expect(xmp).not.toContain("pdfuaid");
  });

  it("is a heading of two lines as words, and no other", () => {
    const words = Buffer.from("Ask (again) and add a second", "utf16le").swap16().toString("hex");
    expect(added).toContain(`/Title <FEFF${words.toUpperCase()}>`);
    expect(added).not.toContain("(Risks)");
  });

  it("is what the parts of its structure are", () => {
    expect(added).toMatch(/3 0 obj\n<<\/RoleMap <<\/Aside \/Sect /u);
  });

  it("is left out where a file is built in another way", () => {
    const other = Buffer.from("%PDF-1.7\nstartxref\n12\n%%EOF\n", "latin1");
    expect(withPdfFacts(other, FACTS)).toBe(other);
  });
});

describe("the headings of a page", () => {
  it("are read as text", () => {
    expect(
      headingTexts('<h2 id="a">Risks &amp;\n  <b>costs</b></h2><p>x</p><h3>&#x27;Ours&#x27;</h3>'),
    ).toEqual(["Risks & costs", "'Ours'"]);
  });
});
