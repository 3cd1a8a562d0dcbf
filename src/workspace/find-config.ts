import { dirname, join, resolve } from "node:path";
import type { Context } from "../context.ts";
import { EXIT, FileProblems } from "../errors.ts";
import { type Config, parseConfig } from "../lint/config/parse.ts";
import { displayPath } from "./display-path.ts";

const CONFIG_NAME = "coprod.yaml";

/** The settings that hold for files in a folder: those nearest upwards, at most up to the top of the repository. */
export async function findConfig(context: Context, folder: string): Promise<Config | undefined> {
  for (let each = folder; ; each = dirname(each)) {
    const path = join(each, CONFIG_NAME);
    if ((await context.files.kind(path)) === "file") return loadConfig(context, path);
    const isTop = (await context.files.kind(join(each, ".git"))) !== "missing";
    if (isTop || each === dirname(each)) return undefined;
  }
}

/** Settings named outright. Throws `FileError` or `FileProblems`. */
export async function loadConfig(context: Context, given: string): Promise<Config> {
  const path = resolve(context.cwd, given);
  const shown = displayPath(context, path);
  const text = await context.files.read(path);
  const { config, diagnostics } = parseConfig(shown, text);
  if (config !== undefined) return config;
  throw new FileProblems(diagnostics, new Map([[shown, text]]), EXIT.wrongUse);
}
