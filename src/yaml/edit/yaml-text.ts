import { Document, isMap, isScalar, isSeq, type Node, visit } from "yaml";

/** Long enough for a line of a small list, short enough to read without scrolling. */
export const LONGEST_ONE_LINE = 76;

/** YAML text for a plain value, laid out as coprod writes it; ends in a line break. */
export function yamlText(value: unknown): string {
  const document = new Document(value);
  visit(document, {
    Scalar(_, node) {
      // Older YAML readers take these words for true and false.
      if (typeof node.value === "string" && /^(?:y|n|yes|no|on|off)$/iu.test(node.value))
        node.type = "QUOTE_DOUBLE";
    },
    Seq(_, list) {
      for (const item of list.items)
        if (fitsOneLine(item)) (item as Node & { flow: boolean }).flow = true;
    },
  });
  return document.toString({ lineWidth: 0 });
}

/** YAML text for a plain value on one line, in braces or brackets where it needs them. */
export function yamlLine(value: unknown): string {
  const document = new Document(value);
  return document
    .toString({ lineWidth: 0, collectionStyle: "flow", flowCollectionPadding: true })
    .trimEnd();
}

function fitsOneLine(item: unknown): boolean {
  if (!isMap(item) || item.items.length === 0) return false;
  const simple = item.items.every(({ value }) => isScalar(value) || isMap(value));
  const deep = item.items.some(({ value }) => isSeq(value));
  return simple && !deep && yamlLine(item.toJSON()).length <= LONGEST_ONE_LINE;
}
