import {
  type Document,
  isCollection,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type YAMLMap,
  type YAMLSeq,
} from "yaml";
import { isFields, sameValue } from "../same-value.ts";

/** The document's text after making it hold `value`: comments and order stay, the layout becomes the usual one. */
export function rewriteDocument(document: Document.Parsed, value: unknown): string {
  const top = document.contents;
  if (isMap(top) && isFields(value)) rewriteMap(document, top, value);
  else document.contents = document.createNode(value) as typeof top;
  return document.toString({ lineWidth: 0 });
}

type Fields = Readonly<Record<string, unknown>>;

function rewriteMap(document: Document, map: YAMLMap, value: Fields): void {
  map.items = map.items.filter(({ key }) => Object.hasOwn(value, keyText(key)));
  let after = -1;
  for (const [key, inner] of Object.entries(value)) {
    const index = map.items.findIndex((item) => keyText(item.key) === key);
    if (index < 0) {
      after += 1;
      map.items.splice(after, 0, document.createPair(key, inner));
      continue;
    }
    after = index;
    const pair = map.items[index];
    if (pair !== undefined) pair.value = rewritten(document, pair.value, inner);
  }
}

function rewriteList(document: Document, list: YAMLSeq, value: readonly unknown[]): void {
  list.items = value.map((inner, index) => rewritten(document, list.items[index], inner));
}

function rewritten(document: Document, node: unknown, value: unknown): unknown {
  if (sameValue((node as Node | undefined)?.toJS(document), value)) return node;
  if (isMap(node) && isFields(value)) {
    rewriteMap(document, node, value);
    return node;
  }
  if (isSeq(node) && Array.isArray(value)) {
    rewriteList(document, node, value);
    return node;
  }
  if (isScalar(node) && !isFields(value) && !Array.isArray(value)) {
    node.value = value;
    delete node.type;
    return node;
  }
  const fresh = document.createNode(value);
  if (isCollection(fresh) && isCollection(node)) fresh.flow = node.flow ?? false;
  return fresh;
}

function keyText(key: unknown): string {
  return String(isScalar(key) ? key.value : key);
}
