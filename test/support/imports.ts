import { readdirSync, readFileSync } from "node:fs";
import { join, posix, relative } from "node:path";

export interface Import {
  /** Path of the importing file below `src`, with forward slashes. */
  readonly from: string;
  /** The same for the imported file; for a package or a module of Node its name. */
  readonly to: string;
  readonly isOurs: boolean;
  /** Whether the import is there when the program runs, rather than for its types alone. */
  readonly atRunTime: boolean;
  /** Whether the module is loaded only when the line is reached. */
  readonly onDemand: boolean;
}

export interface SourceText {
  /** Path below `src`, with forward slashes. */
  readonly path: string;
  /** Without comments and without what stands in quotes. */
  readonly code: string;
  readonly imports: readonly Import[];
}

/** Every TypeScript file below a folder, in path order. */
export function sourceTexts(folder: string): SourceText[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => relative("", name).replaceAll("\\", "/"))
    .filter((path) => path.endsWith(".ts"))
    .sort()
    .map((path) => readText(path, readFileSync(join(folder, path), "utf8")));
}

export function readText(path: string, text: string): SourceText {
  const code = withoutComments(text);
  const imports = [
    ...importsIn(path, code, STATIC, false),
    ...importsIn(path, code, SIDE_EFFECT, false),
    ...importsIn(path, code, DYNAMIC, true),
  ];
  return { path, code: code.replace(QUOTED, '""'), imports };
}

/** Texts in quotes, then comments; a comment's start inside a text is none. */
const TOKENS = /("(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')|\/\*[\s\S]*?\*\/|(?<!:)\/\/[^\n]*/gu;
const QUOTED = /"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'/gu;

function withoutComments(text: string): string {
  return text.replace(TOKENS, (_, quoted: string | undefined) => quoted ?? " ");
}

const STATIC =
  /(?:^|\n)\s*(?:import|export)\s+(?<type>type\s)?[^;"'`]*?\bfrom\s*"(?<target>[^"]+)"/gu;
const SIDE_EFFECT = /(?:^|\n)\s*import\s*(?<type>)"(?<target>[^"]+)"/gu;
const DYNAMIC = /\bimport\s*\(\s*(?<type>)"(?<target>[^"]+)"/gu;

function importsIn(from: string, code: string, shape: RegExp, onDemand: boolean): Import[] {
  const targets = [...code.matchAll(shape)].map(({ groups = {} }) => groups);
  // What is imported as a text is no code, and imports nothing.
  const modules = targets.filter(({ target = "" }) => !target.endsWith(".sql"));
  return modules.map((groups) => {
    const target = groups["target"] ?? "";
    const isOurs = target.startsWith(".");
    const to = isOurs ? posix.join(posix.dirname(from), target) : packageName(target);
    return { from, to, isOurs, atRunTime: !groups["type"], onDemand };
  });
}

/** `zod` for `zod/v4`; `@inquirer/core` and `node:fs/promises` as they are. */
function packageName(target: string): string {
  if (target.startsWith("node:")) return target;
  return target
    .split("/")
    .slice(0, target.startsWith("@") ? 2 : 1)
    .join("/");
}
