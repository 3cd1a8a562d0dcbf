import { resolve } from "node:path";
import { Option } from "commander";
import { EXIT, type ExitCode, UserError } from "../platform/errors.ts";
import type { Context, RowStore } from "../platform/ports.ts";
import type { Rubric } from "../rubric/rubric.ts";
import type { Network, Release } from "../together/schema.ts";
import type { Team } from "../together/text/share-outline.ts";
import { type Declare, examples, loadShowingWarnings, wrongUse } from "./command.ts";

const FORMATS = ["html", "md", "json", "csv"] as const;
type FormatName = (typeof FORMATS)[number];

export const declareTogether: Declare = (program, perform) => {
  program
    .command("together <folder> [more...]")
    .description("count what many charities shared, without naming or ranking any of them")
    .addOption(
      new Option("-f, --format <format>", "how to write it").choices(FORMATS).default("html"),
    )
    .option("-o, --output <file>", "where to write it; - prints it")
    .option("--rows <folder>", "also write the rows that are counted, for a database; keep them")
    .option(
      "--last <release>",
      "release.json of the last release, so that the two give nobody away",
    )
    .option("--teams", "for assessments of your own: side by side, with their titles")
    .addHelpText(
      "after",
      examples(
        "coprod together shares --rows releases/2027-q1",
        "coprod together shares --rows releases/2027-q2 --last releases/2027-q1/release.json",
        "coprod together --teams youth.yaml advice.yaml --format md",
      ),
    )
    .action((first: string, more: string[], options: TogetherOptions) =>
      perform((context) => runTogether(context, [first, ...more], options)),
    );
};

interface TogetherOptions {
  readonly format: FormatName;
  readonly output?: string;
  readonly rows?: string;
  readonly last?: string;
  readonly teams?: boolean;
}

async function runTogether(
  context: Context,
  given: readonly string[],
  options: TogetherOptions,
): Promise<ExitCode> {
  if (options.teams === true) return sideBySide(context, given, options);
  const { lastRelease } = await import("../files/shares.ts");
  const last = await lastRelease(context, options.last);
  const store = await context.openRowStore();
  if (store === undefined)
    throw new UserError("Counting needs DuckDB, which is not installed.", {
      hint: "Type: npm i -g coprod @duckdb/node-api",
      exitCode: EXIT.wrongUse,
    });
  try {
    return await countShares({ context, store, last, options }, given);
  } finally {
    await store.close();
  }
}

interface Counting {
  readonly context: Context;
  readonly store: RowStore;
  readonly last: Release | undefined;
  readonly options: TogetherOptions;
}

async function countShares(counting: Counting, given: readonly string[]): Promise<ExitCode> {
  const { context, store, last, options } = counting;
  const shares = await import("../files/shares.ts");
  const { networkOf } = await import("../together/network.ts");
  const { paths, rubrics } = await shares.filesGiven(context, given);
  const keepsPrints = last !== undefined || options.rows !== undefined;
  const reader = await shares.openReader(store, rubrics, { keepsPrints });
  const leftOut = await shares.readShares(context, reader, paths);
  const { charities, doubtful } = reader.finish();
  for (const { file } of doubtful) leftOut.push([file, "two-versions"]);
  context.stderr.write(shares.leftOutText(context, leftOut));
  if (charities.length + leftOut.length === 0)
    throw wrongUse("There is no share here.", "Give shares, or a folder that holds some.");
  const asked = shares.askedRubrics(charities, rubrics);
  shares.refuseTooClose(asked, last);
  const lastPath = options.last && resolve(context.cwd, options.last);
  const counts = await shares.count(store, lastPath);
  const { network, rows } = networkOf({ counts, asked, last, leftOut: leftOut.length });
  if (options.rows !== undefined) {
    const folder = resolve(context.cwd, options.rows);
    await shares.writeRows(context, store, { folder, release: shares.releaseOf(asked, rows) });
  }
  return writeNetwork(context, network, options);
}

async function writeNetwork(
  context: Context,
  network: Network,
  options: TogetherOptions,
): Promise<ExitCode> {
  const { toHtmlPage, toMarkdownPage } = await import("../together/page.ts");
  const { networkCsv } = await import("../together/rows.ts");
  const { networkPage } = await import("../together/text/network-page.ts");
  const { jsonText } = await import("../util/visible-text.ts");
  const makers = {
    html: () => toHtmlPage(networkPage(network)),
    md: () => toMarkdownPage(networkPage(network)),
    json: () => jsonText(network),
    csv: () => networkCsv(network),
  };
  return write(context, { name: "together.html", text: makers[options.format]() }, options);
}

async function sideBySide(
  context: Context,
  given: readonly string[],
  options: TogetherOptions,
): Promise<ExitCode> {
  if (options.last !== undefined || options.rows !== undefined)
    throw wrongUse(
      "--teams goes with neither --rows nor --last.",
      "To see what changed in one team, use coprod compare.",
    );
  const { teamsJson, teamsPage, teamsCsv } = await import("../together/text/share-outline.ts");
  const { toHtmlPage, toMarkdownPage } = await import("../together/page.ts");
  const { jsonText } = await import("../util/visible-text.ts");
  const { teams, rubrics } = await teamsGiven(context, given);
  const makers = {
    html: () => toHtmlPage(teamsPage(teams, rubrics)),
    md: () => toMarkdownPage(teamsPage(teams, rubrics)),
    json: () => jsonText(teamsJson(teams, rubrics)),
    csv: () => teamsCsv(teams, rubrics),
  };
  return write(context, { name: "teams.html", text: makers[options.format]() }, options);
}

/** In the order in which they are given; of a folder, in name order. */
async function teamsGiven(
  context: Context,
  given: readonly string[],
): Promise<{ readonly teams: readonly Team[]; readonly rubrics: readonly Rubric[] }> {
  const { assessmentsIn } = await import("../files/assessment-file.ts");
  const { shareOf } = await import("../together/share.ts");
  const teams: Team[] = [];
  const rubrics = new Map<string, Rubric>();
  for (const name of given)
    for (const path of await assessmentsIn(context, resolve(context.cwd, name))) {
      const { assessment } = await loadShowingWarnings(context, path);
      for (const rubric of assessment.rubrics) rubrics.set(rubric.hash, rubric);
      const share = shareOf(assessment, { id: "", size: null, region: null });
      teams.push({ name: assessment.title, share });
    }
  if (teams.length === 0)
    throw wrongUse(
      "There is no assessment here.",
      "Give assessments, or a folder that holds some.",
    );
  return { teams, rubrics: [...rubrics.values()] };
}

const OURS = {
  what: "something that coprod together made",
  mark: /^(?:<!DOCTYPE html>[\s\S]{0,2000}<meta name="generator" content="coprod|\{\n {2}"coprod": "(?:together|teams)\/1"|# (?:What charities say together|Our teams side by side)\n|(?:rubric,version|team),section,question,words,)/u,
};

/** A page goes into a file; all else is printed unless a file is named. */
async function write(
  context: Context,
  { name, text }: { readonly name: string; readonly text: string },
  { format, output }: TogetherOptions,
): Promise<ExitCode> {
  if (output === "-" || (output === undefined && format !== "html")) {
    context.stdout.write(text);
    return EXIT.done;
  }
  const { displayPath } = await import("../files/display-path.ts");
  const { writeOwn } = await import("../files/write-document.ts");
  const path = resolve(context.cwd, output ?? name);
  await writeOwn(context, { path, text }, OURS);
  context.stdout.write(`Saved in ${displayPath(context, path)}\n`);
  return EXIT.done;
}
