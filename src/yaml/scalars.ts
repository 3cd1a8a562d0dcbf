import type { Path } from "./diagnostic.ts";
import type { PairNode, ScalarNode, Style, YamlNode } from "./yaml-tree.ts";

/**
 * What readers of YAML 1.1 take for true and false, numbers, times of the day in seconds, or a sign of their own; what Ruby
 * takes for a name, since it begins with a colon; what begins with a blank; and a tab, at which PyYAML gives up.
 */
const MISREAD =
  /^[\s:]|\t|^(?:y|n|yes|no|on|off|=|<<|[-+]?(?:0b[01_]+|0x[\da-f_]+|[\d._,]*(?:e[-+]?\d+)?|\d[\d_]*(?::[0-5]?\d)+(?:\.[\d_]*)?))$/iu;

/** A day, alone or with a time. Those that coprod writes itself stay without quotes: people change them by hand. */
const A_DAY = /^\d{4}-\d\d?-\d\d?(?:$|[Tt \t])/u;

const DATE_FIELDS = ["at", "began", "by", "date", "ended", "feedback-by", "review", "started"];

/** Whether some reader of YAML finds something else than this text where it stands without quotes. */
export function isMisread(text: string, field: string): boolean {
  return MISREAD.test(text) || (A_DAY.test(text) && !DATE_FIELDS.includes(field));
}

/** Whether some reader of YAML refuses or misreads the text without quotes in braces or brackets. */
export function isMisreadInFlow(text: string): boolean {
  return /[?:\n]/u.test(text);
}

/** Where one UTF-16 unit of a value stands in the text of its file. */
export interface Offset {
  readonly start: number;
  readonly end: number;
}

/**
 * For each unit of a text value, where it is written. YAML folds line breaks, drops indentation and knows escapes; what
 * it never changes is the order of the signs that are not white space, so those are paired off one by one. White space
 * is given the place after the sign before it. Undefined where the two do not agree.
 */
export function scalarOffsets(text: string, node: ScalarNode): readonly Offset[] | undefined {
  const { value, style, end } = node;
  if (typeof value !== "string") return undefined;
  const from = contentStart(text, node);
  const written = signs(text.slice(0, end), from, style);
  const offsets: Offset[] = [];
  let last = from;
  let at = 0;
  for (let index = 0; index < value.length; index++) {
    const unit = value.charAt(index);
    if (/\s/u.test(unit)) {
      offsets.push({ start: last, end: last + 1 });
      continue;
    }
    const sign = written[at];
    if (sign?.unit !== unit) return undefined;
    offsets.push(sign);
    last = sign.end;
    at += 1;
  }
  return offsets;
}

interface Sign extends Offset {
  readonly unit: string;
}

function contentStart(text: string, { style, start }: ScalarNode): number {
  if (style === "plain") return start;
  if (style === "single" || style === "double") return start + 1;
  const headerEnd = text.indexOf("\n", start);
  return headerEnd < 0 ? text.length : headerEnd + 1;
}

/** The signs that are not white space, decoded, in the order they are written. */
function signs(text: string, from: number, style: Style): Sign[] {
  const found: Sign[] = [];
  let at = from;
  while (at < text.length) {
    const { units, length } = signAt(text, at, style);
    for (const unit of units) {
      if (!/\s/u.test(unit)) found.push({ unit, start: at, end: at + length });
    }
    at += length;
  }
  return found;
}

interface Decoded {
  readonly units: readonly string[];
  readonly length: number;
}

function signAt(text: string, at: number, style: Style): Decoded {
  const unit = text.charAt(at);
  if (style === "single" && unit === "'") return { units: ["'"], length: 2 };
  if (style === "double" && unit === "\\") return escapeAt(text, at);
  return { units: [unit], length: 1 };
}

const HEX_DIGITS: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };
const CONTROLS: Readonly<Record<string, string>> = { "0": "\0", a: "\x07", b: "\b", e: "\x1b" };
const WHITE = new Set([..."\n\r \tnrtvfNLP_"]);

function escapeAt(text: string, at: number): Decoded {
  const name = text.charAt(at + 1);
  const digits = HEX_DIGITS[name];
  if (digits !== undefined) {
    const code = Number.parseInt(text.slice(at + 2, at + 2 + digits), 16);
    return { units: String.fromCodePoint(code).split(""), length: 2 + digits };
  }
  return { units: WHITE.has(name) ? [] : [CONTROLS[name] ?? name], length: 2 };
}

/** A key or a simple value as it stands in the text. */
export interface WrittenScalar {
  readonly path: Path;
  readonly isKey: boolean;
  readonly value: unknown;
  /** The signs between `start` and `end`, quotes included. */
  readonly written: string;
  readonly start: number;
  readonly end: number;
  /** Where its own text begins: after the sign and the comment of a block, else the same as `start`. */
  readonly contentStart: number;
}

/**
 * Those that are wanted, in the order of the text. What an alias stands for is written elsewhere, and listed there.
 */
export function writtenScalars(
  text: string,
  top: YamlNode | undefined,
  isWanted: (scalar: ScalarNode) => boolean,
): WrittenScalar[] {
  const found: WrittenScalar[] = [];
  collect(top, [], (scalar, path, isKey) => {
    if (isWanted(scalar)) found.push(writtenScalar(text, scalar, { path: [...path], isKey }));
  });
  return found;
}

type At = Pick<WrittenScalar, "path" | "isKey">;
/** The path is that of the moment, and goes on to change. */
type Meet = (scalar: ScalarNode, path: Path, isKey: boolean) => void;

function collect(node: YamlNode | undefined, path: (string | number)[], meet: Meet): void {
  if (node?.kind === "scalar") meet(node, path, false);
  else if (node?.kind === "list") {
    for (const [index, item] of node.items.entries()) {
      path.push(index);
      collect(item, path, meet);
      path.pop();
    }
  } else if (node?.kind === "map") {
    for (const pair of node.pairs) collectPair(pair, path, meet);
  }
}

function collectPair({ key, value }: PairNode, path: (string | number)[], meet: Meet): void {
  const isScalar = key?.kind === "scalar";
  path.push(isScalar ? String(key.value) : "");
  if (isScalar) meet(key, path, true);
  collect(value, path, meet);
  path.pop();
}

function writtenScalar(text: string, scalar: ScalarNode, { path, isKey }: At): WrittenScalar {
  const { value, style, start, end } = scalar;
  const isBlock = style === "folded" || style === "literal";
  const headerEnd = isBlock ? text.indexOf("\n", start) : -1;
  const contentStart = headerEnd >= 0 ? Math.min(headerEnd + 1, end) : start;
  const written = text.slice(start, end);
  return { path, isKey, value, written, start, end, contentStart };
}
