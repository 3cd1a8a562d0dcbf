import type { Problem, Severity } from "../yaml/diagnostic.ts";
import type { Config } from "./config/parse.ts";
import type { LintRule, OptionValue, Profile, RuleSetting } from "./rule.ts";
import { LINT_RULES } from "./rules/index.ts";
import type { AgreedWord, Subject } from "./subject.ts";

/** What holds for each rule, once profile and config are put together. */
export interface Settings {
  readonly profile: Profile;
  readonly rules: readonly SetRule[];
  readonly agreed: readonly AgreedWord[];
  /** The config that was read, if any, as people see its name. */
  readonly file: string | undefined;
}

interface SetRule {
  readonly rule: LintRule;
  readonly severity: Severity | "off";
  readonly options: RuleSetting["options"];
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

/** What the rules that are on have to say about one file. */
export function applyRules(subject: Subject, { rules }: InForce): readonly Problem[] {
  return rules.flatMap(({ rule, severity, options }) =>
    severity === "off" ? [] : rule.problems(subject, { severity, options }),
  );
}

/** Whether a rule that counts syllables is on: only then is the library for it loaded. */
export function needsSyllables({ rules }: InForce): boolean {
  return rules.some(({ rule, severity }) => rule.needsSyllables && severity !== "off");
}

type InForce = Pick<Settings, "rules">;

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
