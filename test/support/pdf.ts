import { execFileSync, spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";

/** Whether poppler's tools, which read what was printed, are on this machine. */
export const CAN_READ_PDF = spawnSync("pdftotext", ["-v"]).status === 0;

interface PrintedPage {
  readonly words: string;
  /** How far down the last line above the page number ends, from 0 to 1. */
  readonly filled: number;
}

export interface PrintedPaper {
  readonly pages: readonly PrintedPage[];
  /** Its words in the order in which they were drawn, so that a cell's are together. */
  readonly text: string;
  /** What `pdfinfo` says of the file. */
  readonly facts: string;
  /** The families of its letters, such as LiberationSans. */
  readonly fonts: ReadonlySet<string>;
  /** The tree of headings, tables and lists that a screen reader follows. */
  readonly structure: string;
}

export function readPdf(path: string, bytes: Uint8Array): PrintedPaper {
  writeFileSync(path, bytes);
  const boxes = tool("pdftotext", ["-bbox", path, "-"]);
  return {
    pages: boxes.split("<page ").slice(1).map(readPage),
    text: tool("pdftotext", ["-raw", path, "-"]),
    fonts: familiesOf(tool("pdffonts", [path])),
    facts: tool("pdfinfo", [path]),
    structure: tool("pdfinfo", ["-struct", path]),
  };
}

/** Of lines such as `AAAAAA+LiberationSans-Bold TrueType …`, below two lines of heads. */
function familiesOf(table: string): ReadonlySet<string> {
  return new Set([...table.matchAll(/^[A-Z]{6}\+([^-\s]+)/gmu)].map(([, family = ""]) => family));
}

function readPage(page: string): PrintedPage {
  const height = Number(/height="([\d.]+)"/u.exec(page)?.[1]);
  const words = [...page.matchAll(/yMax="([\d.]+)">([^<]*)</gu)].map(([, bottom, word = ""]) => ({
    bottom: Number(bottom),
    word,
  }));
  // The page number stands in the margin.
  const body = words.filter(({ bottom }) => bottom < height * 0.95);
  return {
    words: words.map(({ word }) => word).join(" "),
    filled: Math.max(0, ...body.map(({ bottom }) => bottom)) / height,
  };
}

function tool(name: string, args: readonly string[]): string {
  return execFileSync(name, args, {
    encoding: "utf8",
    maxBuffer: 50_000_000,
    // Poppler complains there of structure that is newer than it is.
    stdio: ["ignore", "pipe", "ignore"],
  });
}
