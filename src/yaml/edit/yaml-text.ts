import { Document, isMap, isPair, isScalar, isSeq, type Node, visit } from "yaml";

/** Long enough for a line of a small list, short enough to read without scrolling. */
export const LONGEST_ONE_LINE = 76;

/** YAML text for a plain value, laid out as coprod writes it; ends in a line break. */
export function yamlText(value: unknown): string {
  const document = new Document(value);
  visit(document, {
    Seq(_, list) {
      for (const item of list.items) if (fitsOneLine(item)) asFlow(item);
    },
  });
  return quoted(document).toString({ lineWidth: 0 });
}

/** YAML text for a plain value on one line, in braces or brackets where it needs them. */
export function yamlLine(value: unknown): string {
  const document = new Document(value);
  visit(document, {
    Collection(_, node) {
      asFlow(node);
    },
  });
  return quoted(document).toString({ lineWidth: 0, flowCollectionPadding: true }).trimEnd();
}

function asFlow(node: unknown): void {
  (node as Node & { flow: boolean }).flow = true;
}

function fitsOneLine(item: unknown): boolean {
  if (!isMap(item) || item.items.length === 0) return false;
  const simple = item.items.every(({ value }) => isScalar(value) || isMap(value));
  const deep = item.items.some(({ value }) => isSeq(value));
  return simple && !deep && yamlLine(item.toJSON()).length <= LONGEST_ONE_LINE;
}

/** The one rule of quoting: every reader of YAML, old or new, must find the same texts in what coprod writes. */
function quoted(document: Document): Document {
  visit(document, {
    Scalar(_, node, path) {
      if (typeof node.value !== "string") return;
      const inFlow = path.some((parent) => "flow" in parent && parent.flow === true);
      const misread = MISREAD.test(node.value) || (inFlow && /[?:\n]/u.test(node.value));
      if (misread || (A_DAY.test(node.value) && !isDateField(path.at(-1))))
        node.type = "QUOTE_DOUBLE";
    },
  });
  return document;
}

/** What YAML 1.1 takes for true and false, numbers, times of the day in seconds, or a sign of its own; and what begins with a blank. */
const MISREAD =
  /^\s|^(?:y|n|yes|no|on|off|=|<<|[-+]?(?:0b[01_]+|0x[\da-f_]+|[\d._,]*(?:e[-+]?\d+)?|\d[\d_]*(?::[0-5]?\d)+(?:\.[\d_]*)?))$/iu;

/** A day, alone or with a time. Those that coprod writes itself stay without quotes: people change them by hand. */
const A_DAY = /^\d{4}-\d\d?-\d\d?(?:$|[Tt \t])/u;

const DATE_FIELDS = ["at", "began", "by", "date", "ended", "feedback-by", "review", "started"];

function isDateField(pair: unknown): boolean {
  return isPair(pair) && isScalar(pair.key) && DATE_FIELDS.includes(String(pair.key.value));
}
