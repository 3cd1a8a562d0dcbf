import { EXIT, UserError } from "../../platform/errors.ts";
import { OWN_LANGUAGE } from "../../util/formats.ts";
import type { PlanFormat, RenderJob } from "./format.ts";
import { headingTexts, htmlPage } from "./html.ts";
import { withPdfFacts } from "./pdf-facts.ts";

/** The page, printed by a browser that is already there. */
export const pdf = {
  name: "pdf",
  ending: "pdf",
  isBinary: true,
  hasPages: true,
  inTwoLanguages: true,
  isAttached: true,
  advice: (name) => `To send it, attach ${name}.\n`,
  isOurs: (text) => /^%PDF-[\s\S]*^%Made with coprod /mu.test(text),
  render: async (job) => {
    const { date, title, paper } = job.view;
    const about = { day: date?.iso, title, author: paper.charity };
    return pdfOf(await htmlPage(job), job.printPage, about);
  },
} as const satisfies PlanFormat;

interface AboutPdf {
  readonly title: string;
  readonly day?: string | undefined;
  readonly author?: string | undefined;
}

/** A page as PDF. The same page and day give the same bytes. */
export async function pdfOf(
  page: string,
  printPage: RenderJob["printPage"],
  about: AboutPdf,
): Promise<Uint8Array> {
  const printed = await printPage(page);
  if (printed.kind !== "printed") throw notPrinted(printed.kind);
  const facts = { ...about, language: OWN_LANGUAGE, headings: headingTexts(page) };
  const bytes = withPdfFacts(makePdfReproducible(printed.bytes, about.day), facts);
  return Buffer.concat([bytes, Buffer.from(SIGNATURE, "latin1")]);
}

// A comment after the end of the file, so that we know our own file again.
const SIGNATURE = "\n%Made with coprod plan\n";

function notPrinted(kind: "no-browser" | "failed"): UserError {
  const message =
    kind === "no-browser"
      ? "There is no Chrome, Edge or Chromium on this machine to make a PDF with."
      : "The web browser on this machine could not make the PDF.";
  return new UserError(message, { hint: BY_HAND, exitCode: EXIT.file });
}

const BY_HAND = [
  "You can make it in three steps:",
  "  1. Type the same command with --format html.",
  "  2. Open the page in any web browser.",
  '  3. Choose Print, and there "Save as PDF".',
].join("\n");

/**
 * A PDF without the moment it was printed and the browser's own number for it, so that the same plan gives the same bytes.
 * Every change keeps its length, because a PDF counts its own bytes.
 */
export function makePdfReproducible(bytes: Uint8Array, day: string | undefined): Buffer {
  const digits = `${(day ?? "2000-01-01").replaceAll("-", "")}000000`;
  const text = Buffer.from(bytes).toString("latin1");
  const settled = text
    .replace(MOMENT, (_, name: string, zone: string) => `${name}(D:${digits}${plainZone(zone)})`)
    .replace(NUMBERS, (numbers) => numbers.replace(/(?<=<[^<>]*)[^<>](?=[^<>]*>)/gu, "0"));
  return Buffer.from(settled, "latin1");
}

const MOMENT = /(\/(?:CreationDate|ModDate) ?)\(D:\d{14}([^()]*)\)/gu;
const NUMBERS = /\/ID ?\[ ?<[0-9A-Fa-f]+> ?<[0-9A-Fa-f]+> ?\]/gu;

/** The same length, and no place on the globe. */
function plainZone(zone: string): string {
  return zone.replace(/[+-]/gu, "+").replace(/\d/gu, "0");
}
