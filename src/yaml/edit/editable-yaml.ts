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
import { isFields, sameValue } from "../../util/values.ts";
import { quickRead } from "../fast/parse-fast.ts";
import { carefulRead, readDocument } from "../parse-with-diagnostics.ts";
import type { Read, YamlNode } from "../yaml-tree.ts";
import { applySplices, type Before, keyOf, type Splice, spliceYaml } from "./splice-yaml.ts";
import { withQuotes, yamlLine, yamlText } from "./yaml-text.ts";

/**
 * YAML text that can be made to hold another value. What did not change stays as a person wrote it: comments, order,
 * quotes, blank lines and line ends. Each change gives a new `EditableYaml`.
 */
export class EditableYaml {
  readonly text: string;
  readonly value: unknown;
  private readonly lineEnd: "\n" | "\r\n" | "\r";
  /** The text with `\n` line ends, which is what the places in the tree count in. */
  private readonly plain: string;
  private readonly tree: YamlNode | undefined;

  private constructor(text: string) {
    this.text = text;
    this.lineEnd = lineEndOf(text);
    this.plain = this.lineEnd === "\n" ? text : text.replaceAll(this.lineEnd, "\n");
    const read = readPlain(this.plain);
    this.value = read?.value;
    this.tree = read?.tree;
  }

  static read(text: string): EditableYaml {
    return new EditableYaml(text);
  }

  /** The same file holding `value`, which must be plain data. */
  holding(value: unknown): EditableYaml {
    if (sameValue(this.value, value)) return this;
    return (
      this.spliced(value) ??
      this.writtenOut()?.spliced(value) ??
      this.ifItHolds(value, rewriteDocument(parse(this.plain), value)) ??
      this.withText(yamlText(value))
    );
  }

  /** Undefined where the layout is too unusual to change only the lines concerned. */
  private spliced(value: unknown): EditableYaml | undefined {
    const text = spliceYaml({ text: this.plain, tree: this.tree, from: this.value }, value);
    return text === undefined ? undefined : this.ifItHolds(value, text);
  }

  /** The same without aliases: then what is changed at one place stays as it was at the others. */
  private writtenOut(): EditableYaml | undefined {
    const text = withoutAliases({ text: this.plain, tree: this.tree, from: this.value });
    return text === undefined ? undefined : this.ifItHolds(this.value, text);
  }

  private ifItHolds(value: unknown, text: string): EditableYaml | undefined {
    const changed = this.withText(text);
    return changed.value !== undefined && sameValue(changed.value, value) ? changed : undefined;
  }

  private withText(plain: string): EditableYaml {
    return new EditableYaml(this.lineEnd === "\n" ? plain : plain.replaceAll("\n", this.lineEnd));
  }
}

function lineEndOf(text: string): "\n" | "\r\n" | "\r" {
  if (!text.includes("\n")) return text.includes("\r") ? "\r" : "\n";
  return /\r\n/u.test(text) && !/(?<!\r)\n/u.test(text) ? "\r\n" : "\n";
}

/** Undefined for a text with faults. With each key that is typed a file is read again, so the quick way is tried first. */
function readPlain(text: string): Read | undefined {
  const read = quickRead(text) ?? carefulRead(text);
  return "problems" in read ? undefined : read;
}

function parse(text: string): Document.Parsed {
  return readDocument(text, { logLevel: "error" });
}

/**
 * The text with each alias written out as the value it stands for, and without the anchors. Undefined where there is
 * none.
 */
function withoutAliases({ text, tree, from }: Before): string | undefined {
  const splices = writtenOut(text, tree, from);
  return splices.length === 0 ? undefined : applySplices(text, splices);
}

function writtenOut(text: string, node: YamlNode | undefined, value: unknown): Splice[] {
  if (node?.kind === "alias") return [{ start: node.start, end: node.end, text: yamlLine(value) }];
  return [...withoutAnchor(text, node), ...writtenOutInside(text, node, value)];
}

function writtenOutInside(text: string, node: YamlNode | undefined, value: unknown): Splice[] {
  if (node?.kind === "list" && Array.isArray(value))
    return node.items.flatMap((item, index) => writtenOut(text, item, value[index]));
  if (node?.kind !== "map" || !isFields(value)) return [];
  return node.pairs.flatMap((pair) => writtenOut(text, pair.value, value[keyOf(pair)]));
}

function withoutAnchor(text: string, node: YamlNode | undefined): Splice[] {
  if (node?.named !== "anchor") return [];
  const before = /[ \t]*&[^\s,[\]{}]+(\s*)$/u.exec(text.slice(0, node.start));
  if (before === null) return [];
  const end = node.start - (before[1]?.length ?? 0);
  return [{ start: before.index, end, text: "" }];
}

/** The document's text after making it hold `value`: comments and order stay, the layout becomes the usual one. */
function rewriteDocument(document: Document.Parsed, value: unknown): string {
  const top = document.contents;
  if (isMap(top) && isFields(value)) rewriteMap(document, top, value);
  else document.contents = document.createNode(value) as typeof top;
  return withQuotes(document).toString({ lineWidth: 0 });
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
  // What grows out of empty braces is laid out anew: a line of it could be of any length.
  const wasInFlow = isCollection(node) && node.items.length > 0 && node.flow === true;
  if (isCollection(fresh)) fresh.flow = wasInFlow;
  return fresh;
}

function keyText(key: unknown): string {
  return String(isScalar(key) ? key.value : key);
}
