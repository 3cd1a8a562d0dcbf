/** Where a part of a text stands: in UTF-16 units, the end exclusive. */
interface Part {
  readonly start: number;
  readonly end: number;
}

export type Style = "plain" | "single" | "double" | "literal" | "folded";

/** A key or a simple value. */
export interface ScalarNode extends Part {
  readonly kind: "scalar";
  readonly value: unknown;
  readonly style: Style;
}

export interface MapNode extends Part {
  readonly kind: "map";
  readonly pairs: readonly PairNode[];
}

export interface PairNode {
  readonly key: YamlNode | undefined;
  readonly value: YamlNode | undefined;
}

export interface ListNode extends Part {
  readonly kind: "list";
  readonly items: readonly (YamlNode | undefined)[];
}

/** Stands for a value that is written elsewhere. */
export interface AliasNode extends Part {
  readonly kind: "alias";
}

/** A YAML text as it is written, the same whichever parser read it. */
export type YamlNode = ScalarNode | MapNode | ListNode | AliasNode;

/** A text that was read. */
export interface Read {
  readonly tree: YamlNode | undefined;
  /** The plain value; never null. */
  readonly value: unknown;
}
