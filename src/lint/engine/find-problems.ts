import type { Context } from "../../platform/ports.ts";
import type { Profile } from "../rule.ts";
import type { CheckedTarget, CheckRequest } from "./check-files.ts";
import { remembered } from "./run-cache.ts";

export interface FindOptions {
  readonly profile?: Profile;
  /** A path; false for none at all. */
  readonly config?: string | boolean;
  readonly fix?: boolean;
  readonly dryRun?: boolean;
  readonly stdinFilename?: string;
  readonly baseline?: string;
  readonly updateBaseline?: boolean;
  readonly against?: string;
  /** False to look at every file again. */
  readonly cache?: boolean;
}

export interface Findings {
  readonly results: readonly CheckedTarget[];
  /** Whether an earlier run found them, and nothing has changed since. */
  readonly isKnown: boolean;
  /** By path: what stood in for the file on the disk. */
  readonly texts: ReadonlyMap<string, string>;
}

/** Checks the files that the paths mean; mends them too where that is wished. */
export async function findProblems(
  context: Context,
  paths: readonly string[],
  options: FindOptions,
): Promise<Findings> {
  const { results, ...rest } = await found(context, paths, options);
  if (options.baseline === undefined && options.updateBaseline !== true)
    return { results, ...rest };
  const { leaveOutKnown } = await import("./leave-out-known.ts");
  return { results: await leaveOutKnown(context, results, options), ...rest };
}

async function found(
  context: Context,
  paths: readonly string[],
  options: FindOptions,
): Promise<Findings> {
  // What comes from a pipe, from git or after a change cannot be told by what is on the disk now.
  const { fix = false, dryRun = false, cache = true, against } = options;
  const mayKnow = cache && !fix && !dryRun && against === undefined && !paths.includes("-");
  if (!mayKnow) return { ...(await check(context, paths, options)), isKnown: false };
  const { profile, config } = options;
  const key = [paths, profile, config, context.now().toISOString().slice(0, "2026-11-21".length)];
  const work = async (asked: Context) => (await check(asked, paths, options)).results;
  const { found: results, isKnown } = await remembered(context, key, work);
  return { results, isKnown, texts: new Map() };
}

async function check(
  context: Context,
  paths: readonly string[],
  options: FindOptions,
): Promise<Omit<Findings, "isKnown">> {
  const { chosenTargets } = await import("./targets.ts");
  const { settingsFinder } = await import("../config/find-config.ts");
  const { againstEarlier } = await import("./against-earlier.ts");
  const chosen = await chosenTargets(context, paths, options);
  const comparison = await againstEarlier(context, {
    given: options.against,
    targets: chosen.targets,
    paths,
  });
  const { changesIn } = comparison;
  const request: CheckRequest = {
    ...chosen,
    settingsFor: settingsFinder(context, options),
    changesIn,
  };
  const { fix = false, dryRun = false } = options;
  if (fix || dryRun) {
    const { fixFiles } = await import("./fix-files.ts");
    const left = await fixFiles(context, request, { dryRun });
    return { results: [...left, ...(await comparison.gone())], texts: chosen.texts };
  }
  const { checkFiles } = await import("./check-files.ts");
  const results = await checkFiles(context, request);
  return { results: [...results, ...(await comparison.gone())], texts: chosen.texts };
}
