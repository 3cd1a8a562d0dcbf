import { nearest } from "../../util/suggest.ts";
import type { Collector } from "../../yaml/diagnostic-collector.ts";
import type { Path } from "../../yaml/source-file.ts";
import { PARSER_RULES } from "../problems/index.ts";
import type { LintRule, OptionValue } from "../rule.ts";
import { LINT_RULES } from "../rules/index.ts";
import { type ConfigFile, SEVERITY_CHOICES } from "./schema.ts";

/** Rules and options that exist, with values of the right form. */
export function checkConfig({ rules = {} }: ConfigFile, collector: Collector): void {
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
