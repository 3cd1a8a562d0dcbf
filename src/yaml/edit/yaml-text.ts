import { Document, isMap, isPair, isScalar, isSeq, type Node, visit } from "yaml";
import { isMisread, isMisreadInFlow } from "../scalars.ts";

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
  return withQuotes(document).toString({ lineWidth: 0 });
}

/** YAML text for a plain value on one line, in braces or brackets where it needs them. */
export function yamlLine(value: unknown): string {
  const document = new Document(value);
  visit(document, {
    Collection(_, node) {
      asFlow(node);
    },
  });
  return withQuotes(document).toString({ lineWidth: 0, flowCollectionPadding: true }).trimEnd();
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
export function withQuotes(document: Document): Document {
  visit(document, {
    Scalar(_, node, path) {
      const isPlain = node.type === undefined || node.type === "PLAIN";
      if (typeof node.value !== "string" || !isPlain) return;
      const inFlow = path.some((parent) => "flow" in parent && parent.flow === true);
      if (isMisread(node.value, fieldOf(path.at(-1))) || (inFlow && isMisreadInFlow(node.value)))
        node.type = "QUOTE_DOUBLE";
    },
  });
  return document;
}

function fieldOf(pair: unknown): string {
  return isPair(pair) && isScalar(pair.key) ? String(pair.key.value) : "";
}
