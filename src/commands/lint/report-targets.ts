import { FORMAT_NAMES, type FormatName } from "../../lint/reporters/format-names.ts";
import { EXIT, UserError } from "../../platform/errors.ts";
import { nearest } from "../../util/suggest.ts";

/** A report for a file, as `--output FORMAT=FILE` asks for it. */
export interface ReportTarget {
  readonly format: FormatName;
  readonly file: string;
}

const EXAMPLE = "such as --output sarif=lint.sarif";

export function reportTargets(given: readonly string[]): readonly ReportTarget[] {
  const targets = given.map(target);
  const twice = targets.find(({ file }, index) =>
    targets.slice(0, index).some((each) => each.file === file),
  );
  if (twice === undefined) return targets;
  throw wrong(`Two reports are meant for "${twice.file}".`, "Give each a file of its own.");
}

function target(given: string): ReportTarget {
  const at = given.indexOf("=");
  const name = at < 0 ? given : given.slice(0, at);
  const file = at < 0 ? "" : given.slice(at + 1);
  const format = FORMAT_NAMES.find((each) => each === name);
  if (format === undefined) throw unknownFormat(name);
  if (file === "") {
    throw wrong(`"${given}" names no file.`, `Write FORMAT=FILE, ${EXAMPLE}.`);
  }
  if (file === "-") {
    throw wrong("A report cannot go to - here.", `To print it, use --format ${format}.`);
  }
  return { format, file };
}

function unknownFormat(name: string): UserError {
  const near = nearest(name, FORMAT_NAMES);
  const meant = near.length > 0 ? `Did you mean "${near.join('" or "')}"? ` : "";
  return wrong(
    `There is no format called "${name}".`,
    `${meant}The formats are: ${FORMAT_NAMES.join(", ")}. Write FORMAT=FILE, ${EXAMPLE}.`,
  );
}

function wrong(message: string, hint: string): UserError {
  return new UserError(message, { hint, exitCode: EXIT.wrongUse });
}
