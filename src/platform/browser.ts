import { execFile } from "node:child_process";
import { constants } from "node:fs";
import { access, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, posix, win32 } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
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
    // No name leads anywhere, so nothing of the page and nothing of the browser's own asks the network.
    "--host-resolver-rules=MAP * ~NOTFOUND",
    "--proxy-server=127.0.0.1:1",
    "--disable-background-networking",
    "--disable-domain-reliability",
    "--disable-features=MediaRouter,OptimizationHints,DialMediaRouteProvider",
    "--no-pings",
    "--disable-component-update",
    "--disable-sync",
    `--user-data-dir=${join(folder, "profile")}`,
    "--no-pdf-header-footer",
    "--generate-pdf-document-outline",
    `--print-to-pdf=${pdf}`,
    pathToFileURL(page).href,
  ];
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Where Chrome, Chromium or Edge would be: on the PATH first, then in each system's usual places. */
export function browserPlaces(platform: NodeJS.Platform, env: Environment): string[] {
  if (platform === "win32") return windowsPlaces(env);
  const onPath = pathFolders(env, posix).flatMap((folder) =>
    NAMES.map((name) => posix.join(folder, name)),
  );
  return platform === "darwin" ? [...onPath, ...macPlaces(env)] : onPath;
}

const NAMES = [
  "google-chrome-stable",
  "google-chrome",
  "chromium",
  "chromium-browser",
  "chrome",
  "microsoft-edge-stable",
  "microsoft-edge",
];

const MAC_APPS = ["Google Chrome", "Chromium", "Microsoft Edge"];

function macPlaces({ HOME: home }: Environment): string[] {
  const folders = [
    "/Applications",
    ...(home === undefined ? [] : [posix.join(home, "Applications")]),
  ];
  return folders.flatMap((folder) =>
    MAC_APPS.map((app) => posix.join(folder, `${app}.app`, "Contents", "MacOS", app)),
  );
}

const WINDOWS_PLACES = [
  ["Google", "Chrome", "Application", "chrome.exe"],
  ["Chromium", "Application", "chrome.exe"],
  ["Microsoft", "Edge", "Application", "msedge.exe"],
] as const;

function windowsPlaces(env: Environment): string[] {
  const folders = ["PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"].flatMap((wanted) => {
    // Names of variables have no case there.
    const name = Object.keys(env).find((each) => each.toUpperCase() === wanted);
    return name === undefined ? [] : (env[name] ?? []);
  });
  const usual = folders.flatMap((folder) =>
    WINDOWS_PLACES.map((place) => win32.join(folder, ...place)),
  );
  const onPath = pathFolders(env, win32).flatMap((folder) =>
    ["chrome.exe", "msedge.exe"].map((name) => win32.join(folder, name)),
  );
  return [...onPath, ...usual];
}

function pathFolders(env: Environment, { delimiter }: { readonly delimiter: string }): string[] {
  const name = Object.keys(env).find((each) => each.toUpperCase() === "PATH") ?? "PATH";
  return (env[name] ?? "").split(delimiter).filter((folder) => folder !== "");
}
