import type { Diagnostic } from "../../yaml/diagnostic.ts";
import { Collector } from "../../yaml/diagnostic-collector.ts";
import { formatProblem } from "../../yaml/format.ts";
import { readSource, type SourceFile } from "../../yaml/source-file.ts";
import { validate } from "../../yaml/validate.ts";
import { checkConfig } from "./check.ts";
import { CONFIG_FORMAT } from "./format.ts";
import { type ConfigFile, configSchema } from "./schema.ts";

export interface ConfigResult {
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
