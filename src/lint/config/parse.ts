import { CONFIG_FORMAT } from "../../util/formats.ts";
import { nearest } from "../../util/suggest.ts";
import type { Diagnostic } from "../../yaml/diagnostic.ts";
import { Collector } from "../../yaml/diagnostic-collector.ts";
import { formatProblem } from "../../yaml/format.ts";
import { type Path, readSource, type SourceFile } from "../../yaml/source-file.ts";
import { validate } from "../../yaml/validate.ts";
import { PARSER_RULES } from "../problems/index.ts";
import type { LintRule, OptionValue } from "../rule.ts";
import { LINT_RULES } from "../rules/index.ts";
import { type ConfigFile, configSchema, SEVERITY_CHOICES } from "./schema.ts";

/** Rules and options that exist, with values of the right form. */
function checkConfig({ rules = {} }: ConfigFile, collector: Collector): void {
  const known = LINT_RULES.map(({ name }) => name);
  const soundness: readonly string[] = PARSER_RULES;
  for (const [name, setting] of Object.entries(rules)) {
    const path = ["rules", name];
    const rule = LINT_RULES.find((each) => each.name === name);
    if (rule !== undefined) checkSetting(collector, { rule, setting }, path);
    else if (soundness.includes(name)) collector.keyError("lint/config", { name }, path);
    else collector.keyReference({ what: "rule", name, known }, path);
  }
}

type Setting = NonNullable<ConfigFile["rules"]>[string];

function checkSetting(
  collector: Collector,
  { rule, setting }: { readonly rule: LintRule; readonly setting: Setting },
  path: Path,
): void {
  if (typeof setting === "string") return;
  for (const [option, value] of Object.entries(setting)) {
    const spot = [...path, option];
    if (option === "severity") checkSeverity(collector, value, spot);
    else if (rule.options[option] === undefined) {
      const known = ["severity", ...Object.keys(rule.options)];
      const near = nearest(option, known);
      collector.keyError("shape/unknown-key", { key: option, near, known }, spot);
    } else checkValue(collector, { value, usual: rule.options[option].values.workshop }, spot);
  }
}

function checkSeverity(collector: Collector, value: unknown, path: Path): void {
  const choices: readonly string[] = SEVERITY_CHOICES;
  const found = String(value);
  if (choices.includes(found)) return;
  const facts = { found, expected: choices.join(", "), near: nearest(found, choices) };
  collector.error("shape/value", facts, path);
}

function checkValue(
  collector: Collector,
  { value, usual }: { readonly value: unknown; readonly usual: OptionValue },
  path: Path,
): void {
  const isNumber = typeof usual === "number";
  const fits = isNumber ? typeof value === "number" && value >= 0 : Array.isArray(value);
  if (fits) return;
  const expected = isNumber ? "a number from 0 on" : "a list of words";
  const found = typeof value === "object" ? "a list" : String(value);
  collector.error("shape/value", { found, expected, near: [] }, path);
}

interface ConfigResult {
  /** Present only if there is no problem: settings that are half understood would mislead. */
  readonly config: Config | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

export interface Config extends ConfigFile {
  readonly source: SourceFile;
}

/** Reads the settings of `coprod lint` from text. */
export function parseConfig(file: string, text: string): ConfigResult {
  const { source, diagnostics } = readSource(file, text);
  if (source === undefined) return { config: undefined, diagnostics };
  const wrongFormat = formatProblem(source, CONFIG_FORMAT);
  if (wrongFormat !== undefined) return { config: undefined, diagnostics: [wrongFormat] };
  const { value, diagnostics: shape } = validate(configSchema, source);
  if (value === undefined) return { config: undefined, diagnostics: shape };
  const collector = new Collector(source);
  checkConfig(value, collector);
  const problems = collector.diagnostics;
  return {
    config: problems.length === 0 ? { ...value, source } : undefined,
    diagnostics: problems,
  };
}
