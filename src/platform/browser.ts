import { execFile } from "node:child_process";
import { constants } from "node:fs";
import { access, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { browserPlaces } from "./browser-places.ts";
import type { Printed } from "./ports.ts";

const MOST_MS = 60_000;

/** Prints a page with the first browser found, in a profile of its own that is gone afterwards. */
export async function printPage(html: string): Promise<Printed> {
  const browser = await findBrowser();
  if (browser === undefined) return { kind: "no-browser" };
  const folder = await mkdtemp(join(tmpdir(), "coprod-print-"));
  try {
    const [page, pdf] = [join(folder, "plan.html"), join(folder, "plan.pdf")];
    await writeFile(page, html);
    await promisify(execFile)(browser, printArguments({ folder, page, pdf }), { timeout: MOST_MS });
    return { kind: "printed", bytes: await readFile(pdf) };
  } catch {
    return { kind: "failed" };
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
}

async function findBrowser(): Promise<string | undefined> {
  for (const place of browserPlaces(process.platform, process.env)) {
    try {
      await access(place, constants.X_OK);
      return place;
    } catch {
      // Not here: look at the next place.
    }
  }
  return undefined;
}

interface Paths {
  readonly folder: string;
  readonly page: string;
  readonly pdf: string;
}

function printArguments({ folder, page, pdf }: Paths): string[] {
  // A browser refuses its own sandbox to the all-powerful user that containers run as. The page holds no script.
  const isRoot = process.getuid?.() === 0;
  return [
    "--headless",
    "--disable-gpu",
    ...(isRoot ? ["--no-sandbox"] : []),
    "--no-first-run",
    "--no-default-browser-check",
    "--disable-extensions",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    `--user-data-dir=${join(folder, "profile")}`,
    "--no-pdf-header-footer",
    "--generate-pdf-document-outline",
    `--print-to-pdf=${pdf}`,
    pathToFileURL(page).href,
  ];
}
