import { counted } from "../../util/words.ts";
import type { LintSummary } from "./lint-report.ts";

/** The closing line of `coprod lint`: what was checked, what was found, what was passed over or switched off. */
export function lintSummary(
  summary: LintSummary,
  { verbose }: { readonly verbose: boolean },
): string {
  const { files, skipped, infos, silenced } = summary;
  const parts = [
    `Checked ${counted(files, "file")}: ${found(summary)}.`,
    infos > 0 && !verbose ? "Add --verbose to see the info." : "",
    silenced > 0 ? `${counted(silenced, "problem")} switched off by a comment.` : "",
    skipped > 0 ? `${counted(skipped, "file")} passed over: not made for coprod.` : "",
  ];
  return `${parts.filter((part) => part !== "").join(" ")}\n`;
}

function found({ errors, warnings, infos }: LintSummary): string {
  if (errors + warnings + infos === 0) return "no problems";
  const worst =
    errors + warnings === 0
      ? "no errors or warnings"
      : `${counted(errors, "error")}, ${counted(warnings, "warning")}`;
  return infos === 0 ? worst : `${worst}, ${infos} info`;
}
