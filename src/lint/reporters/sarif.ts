import type { Place, Problem, Severity } from "../../yaml/diagnostic.ts";
import type { Format, FormatSettings } from "./format.ts";
import { fingerprints, PROJECT_URI, relativeUri, ruleUri } from "./gitlab.ts";
import type { LintReport } from "./lint-report.ts";
import { messageOf, oneLine } from "./message.ts";

/** SARIF 2.1.0, for code scanning. */
export const sarif: Format = (report, settings) =>
  `${JSON.stringify(log(report, settings), null, 2)}\n`;

function log(report: LintReport, settings: FormatSettings): object {
  const { version, problems, files } = report;
  const names = fingerprints(problems, settings.fromRoot);
  const artifact = artifacts(settings);
  const rules = rulesOf(report);
  const results = problems.map((problem) => ({
    ruleId: problem.rule,
    ruleIndex: rules.findIndex(({ id }) => id === problem.rule),
    ...result(problem, artifact),
    partialFingerprints: { "coprodIdPath/v1": names.get(problem) },
  }));
  return {
    version: "2.1.0",
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    runs: [
      {
        tool: {
          driver: { name: "coprod", version, informationUri: PROJECT_URI, rules },
        },
        invocations: [{ executionSuccessful: true }],
        columnKind: "utf16CodeUnits",
        artifacts: files.map(({ file }) => ({ location: artifact(file) })),
        results,
      },
    ],
  };
}

const LEVEL = { error: "error", warning: "warning", info: "note" } as const satisfies Record<
  Severity,
  string
>;

/** Those of the engine, and any that a problem names beside them. */
function rulesOf({ rules, problems }: LintReport) {
  const known = rules.map(({ name, severity, about, markdown }) => ({
    id: name,
    name: ruleTitle(name),
    shortDescription: { text: about },
    fullDescription: { text: about },
    helpUri: ruleUri(name),
    help: { text: about, markdown },
    defaultConfiguration: { level: LEVEL[severity] },
  }));
  const ids = new Set(known.map(({ id }) => id));
  const others = problems.filter(({ rule }) => !ids.has(rule));
  const added = new Map(others.map((each) => [each.rule, each.severity]));
  return [
    ...known,
    ...[...added].map(([id, severity]) => ({
      id,
      name: ruleTitle(id),
      shortDescription: { text: id },
      fullDescription: { text: id },
      helpUri: ruleUri(id),
      help: { text: id, markdown: `\`${id}\`` },
      defaultConfiguration: { level: LEVEL[severity] },
    })),
  ];
}

/** `plain/a-an` as programs that want a title take it: PlainAAn. */
function ruleTitle(rule: string): string {
  return rule.replace(/(?:^|[/-])(\w?)/gu, (_, letter: string) => letter.toUpperCase());
}

type Artifact = (file: string) => { readonly uri: string; readonly uriBaseId?: string };

// The base stands for the top of the checkout, whose own place on this machine is nobody's business.
function artifacts({ fromRoot }: FormatSettings): Artifact {
  return (file) => {
    const uri = relativeUri(fromRoot(file));
    return uri.startsWith("file:") ? { uri } : { uri, uriBaseId: "%SRCROOT%" };
  };
}

function result(problem: Problem, artifact: Artifact): object {
  const { severity, file, place, idPath, related, edits, silenced } = problem;
  const artifactLocation = artifact(file);
  const name = idPath === "" ? {} : { logicalLocations: [{ fullyQualifiedName: oneLine(idPath) }] };
  const replacements = edits.map(({ place: at, text }) => ({
    deletedRegion: region(at),
    insertedContent: { text },
  }));
  return {
    level: LEVEL[severity],
    message: { text: messageText(messageOf(problem)) },
    locations: [{ physicalLocation: { artifactLocation, region: region(place) }, ...name }],
    relatedLocations: related.map(({ place: at, says }, id) => ({
      id,
      physicalLocation: { artifactLocation, region: region(at) },
      message: { text: messageText(oneLine(says)) },
    })),
    ...(replacements.length === 0
      ? {}
      : { fixes: [{ artifactChanges: [{ artifactLocation, replacements }] }] }),
    // Present in all results, as the standard asks as soon as one of them has any.
    suppressions:
      silenced === undefined
        ? []
        : [
            {
              kind: "inSource",
              ...(silenced.reason === undefined ? {} : { justification: silenced.reason }),
            },
          ],
  };
}

function region({ line, column, endLine, endColumn }: Place) {
  return { startLine: line, startColumn: column, endLine, endColumn };
}

/** In a message, braces stand for arguments unless doubled, and `[words](target)` makes a link. */
function messageText(text: string): string {
  return text.replace(/[{}]/gu, "$&$&").replaceAll("](", "] (");
}
