import type { Severity } from "../yaml/diagnostic.ts";
import type { Config } from "./config/parse.ts";
import type { Profile } from "./profile.ts";
import type { LintRule, OptionValue, RuleSetting } from "./rule.ts";
import { LINT_RULES } from "./rules/index.ts";
import type { AgreedWord } from "./subject.ts";

/** What holds for each rule, once profile and config are put together. */
export interface Settings {
  readonly profile: Profile;
  readonly rules: readonly SetRule[];
  readonly agreed: readonly AgreedWord[];
  /** The config that was read, if any, as people see its name. */
  readonly file: string | undefined;
}

export interface RuleInForce {
  readonly rule: LintRule;
  readonly severity: Severity | "off";
  readonly options: RuleSetting["options"];
}

interface SetRule extends RuleInForce {
  /** Where the values come from, such as `coprod.yaml:4:3`. */
  readonly origin: string;
}

/** `given` is a profile chosen on the command line; it wins over the config's. */
export function settingsFrom(config: Config | undefined, given?: Profile): Settings {
  const profile = given ?? config?.profile ?? "workshop";
  return {
    profile,
    rules: LINT_RULES.map((rule) => setRule(rule, profile, config)),
    agreed: config?.agreed ?? [],
    file: config?.source.file,
  };
}

/** As plain values, for another thread. */
export interface PlainSettings {
  readonly agreed: readonly AgreedWord[];
  readonly rules: readonly (Pick<SetRule, "severity" | "options"> & { readonly name: string })[];
}

export function plainSettings({ agreed, rules }: Settings): PlainSettings {
  return {
    agreed,
    rules: rules.map(({ rule: { name }, severity, options }) => ({ name, severity, options })),
  };
}

/** The rules that plain settings speak of. */
export function rulesOf({ rules }: PlainSettings): readonly RuleInForce[] {
  const known = new Map(LINT_RULES.map((rule) => [rule.name, rule]));
  return rules.flatMap(({ name, severity, options }) => {
    const rule = known.get(name);
    return rule === undefined ? [] : [{ rule, severity, options }];
  });
}

function setRule(rule: LintRule, profile: Profile, config: Config | undefined): SetRule {
  const own = config?.rules?.[rule.name];
  const usual = {
    rule,
    severity: rule.severity,
    options: usualOptions(rule, profile),
    origin: `profile ${profile}`,
  };
  if (own === undefined || config === undefined) return usual;
  const { file } = config.source;
  const { line, column } = config.source.place(["rules", rule.name], { key: true });
  const { severity, ...options } = typeof own === "string" ? { severity: own } : own;
  return {
    rule,
    severity: (severity as SetRule["severity"] | undefined) ?? usual.severity,
    options: { ...usual.options, ...(options as Readonly<Record<string, OptionValue>>) },
    origin: `${file}:${line}:${column}`,
  };
}

function usualOptions(rule: LintRule, profile: Profile): RuleSetting["options"] {
  const entries = Object.entries(rule.options).map(
    ([name, { values }]) => [name, values[profile]] as const,
  );
  return Object.fromEntries(entries);
}
