import type { Settings } from "../settings.ts";

/** The settings that hold, as a coprod.yaml that would give the same, with where each value comes from. */
export function settingsText({ profile, rules, agreed, file }: Settings): string {
  const lines = rules.map(({ rule, severity, options, origin }) => {
    const entries = Object.entries(options).map(
      ([name, value]) => `${name}: ${JSON.stringify(value)}`,
    );
    const value =
      entries.length === 0 ? severity : `{ ${[`severity: ${severity}`, ...entries].join(", ")} }`;
    return `  ${rule.name}: ${value} # ${origin}`;
  });
  return `${[
    "coprod: config/1",
    `profile: ${profile} # ${file ?? "no coprod.yaml was found"}`,
    "rules:",
    ...lines,
    ...(agreed.length === 0
      ? []
      : ["agreed:", ...agreed.map((word) => `  - ${JSON.stringify(word)} # ${file ?? ""}`)]),
  ].join("\n")}\n`;
}
