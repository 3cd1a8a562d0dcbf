import { posix, win32 } from "node:path";

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
