import { wrap } from "../../terminal/wrap.ts";
import { canBeSuppressed } from "../problems/index.ts";
import type { RulePage } from "../rule-page.ts";
import type { RuleInfo } from "./lint-report.ts";

/** A rule's page as Markdown; ends in one newline. */
function rulePageMarkdown(page: RulePage): string {
  const { name, about } = page;
  return `${[
    `# ${name}`,
    about.what,
    `**Why it matters.** ${about.why}`,
    facts(page)
      .map((line) => `- ${line}`)
      .join("\n"),
    ...optionTable(page),
    `Not like this:\n\n${fenced(about, about.bad)}`,
    `But like this:\n\n${fenced(about, about.good)}`,
  ].join("\n\n")}\n`;
}

/** The same for a terminal. */
export function rulePageText(page: RulePage, width: number): string {
  const { name, about } = page;
  const options = Object.entries(page.options).map(([option, { about: meaning, values }]) =>
    wrap(`${option}: ${meaning}. ${perProfile(values)}.`, width, "    ", "  "),
  );
  return `${[
    name,
    wrap(plain(about.what), width),
    wrap(`Why it matters: ${plain(about.why)}`, width),
    facts(page)
      .map((line) => wrap(plain(line), width))
      .join("\n"),
    ...(options.length === 0 ? [] : [["Options:", ...options].join("\n")]),
    `Not like this:\n${indented(about.bad)}`,
    `But like this:\n${indented(about.good)}`,
  ].join("\n\n")}\n`;
}

function perProfile(values: RulePage["options"][string]["values"]): string {
  return Object.entries(values)
    .map(([profile, value]) => `${profile} ${shown(value)}`)
    .join(", ");
}

/** One line a rule. */
export function ruleListText(pages: readonly RulePage[]): string {
  const width = Math.max(...pages.map(({ name }) => name.length));
  const lines = pages.map(
    ({ name, severity, about }) =>
      `${name.padEnd(width)}  ${severity.padEnd("warning".length)}  ${firstSentence(plain(about.what))}`,
  );
  return `${lines.join("\n")}\n`;
}

export function ruleInfo(page: RulePage): RuleInfo {
  const { name, severity, about } = page;
  return {
    name,
    severity,
    about: firstSentence(plain(about.what)),
    markdown: rulePageMarkdown(page),
  };
}

/** Each page by its file name below `docs/rules`, with a list of them all. */
export function rulePageFiles(pages: readonly RulePage[]): ReadonlyMap<string, string> {
  const files = pages.map((page) => [fileName(page), rulePageMarkdown(page)] as const);
  const rows = pages.map(
    (page) =>
      `| [${page.name}](${fileName(page)}) | ${page.severity} | ${firstSentence(page.about.what).replaceAll("|", "\\|")} |`,
  );
  const list = `# What \`coprod lint\` looks at\n\n| rule | severity | what |\n| --- | --- | --- |\n${rows.join("\n")}\n`;
  return new Map([["README.md", list], ...files]);
}

function fileName({ name }: RulePage): string {
  return `${name.replace("/", "-")}.md`;
}

function facts({ name, severity, canChange, canFix }: RulePage): string[] {
  return [
    `Severity: ${severity}.`,
    canChange
      ? "Change it in coprod.yaml, or switch it off for one value with a comment."
      : canBeSuppressed(name)
        ? "It is always on; a comment with a reason can switch it off for one value."
        : "It is always on, and no comment can switch it off.",
    ...(canFix ? ["`--fix` mends it where there is only one way to."] : []),
  ];
}

function optionTable({ options }: RulePage): string[] {
  const entries = Object.entries(options);
  if (entries.length === 0) return [];
  const rows = entries.map(
    ([name, { about, values }]) =>
      `| \`${name}\` | ${about} | ${shown(values.workshop)} | ${shown(values["easy-read"])} | ${shown(values.specialist)} |`,
  );
  return [
    `| option | meaning | workshop | easy-read | specialist |\n| --- | --- | --- | --- | --- |\n${rows.join("\n")}`,
  ];
}

function shown(value: number | readonly string[]): string {
  if (typeof value === "number") return String(value);
  return value.length === 0 ? "none" : value.join(" ");
}

/** The samples mark the place that is meant; people see the sample itself. */
function unmarked(sample: string): string {
  return sample.replace(/[«»]/gu, "");
}

function fenced({ host }: RulePage["about"], sample: string): string {
  const language = host === "template" || host === "part" ? "handlebars" : "yaml";
  return `\`\`\`${language}\n${unmarked(sample)}\n\`\`\``;
}

function indented(sample: string): string {
  return unmarked(sample)
    .split("\n")
    .map((line) => `  ${line}`)
    .join("\n");
}

function plain(markdown: string): string {
  return markdown.replace(/[*`]/gu, "");
}

function firstSentence(text: string): string {
  return /^.*?[.:](?=\s|$)/u.exec(text)?.[0].replace(/:$/u, ".") ?? text;
}
