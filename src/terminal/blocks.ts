/** A piece of what people read, on the wall or in a report; how wide it is and where lines break is for whoever prints it. */
export type Block = BlockKind & {
  /** May be left out where a page is too long for its window; the highest number goes first. */
  readonly spare?: number;
  /** Takes its place where the page is too long for its window all the same. */
  readonly brief?: Block;
};

type BlockKind =
  /** A title; on the wall the first line of a screen. */
  | { readonly kind: "heading"; readonly depth: 1 | 2 | 3; readonly text: string }
  /** Line breaks in it are kept. */
  | { readonly kind: "paragraph"; readonly text: string }
  /** Lines that belong together. */
  | { readonly kind: "lines"; readonly lines: readonly string[] }
  /** Points below a title. */
  | { readonly kind: "list"; readonly title: string; readonly items: readonly ListItem[] }
  /** What can be typed, in a row that breaks only between the options. */
  | { readonly kind: "options"; readonly options: readonly string[] }
  /** Numbers in columns where there is room, or else as sentences. */
  | {
      readonly kind: "table";
      readonly head: readonly string[];
      readonly rows: readonly (readonly string[])[];
      readonly sentences: readonly string[];
    }
  /** What can be typed or pointed at, in columns; with a title, if any, on the line above. */
  | {
      readonly kind: "choices";
      readonly title?: string;
      readonly choices: readonly Choice[];
      /** Whether they go side by side in a wide window. */
      readonly abreast?: boolean;
    };

/** A point in a list: `name: text`, or only the text, and short lines that belong to it. */
export interface ListItem {
  readonly name?: string;
  readonly text: string;
  readonly details?: readonly string[];
}

/** What can be typed or pointed at, its name, and what it means. */
export interface Choice {
  readonly mark: string;
  readonly name: string;
  readonly text?: string;
}

/** The block as one that a small window can do without; the highest number is left out first. */
export function spare(rank: number, block: Block): Block {
  return { ...block, spare: rank };
}

/** The block, and what stands for it in a small window. */
export function orBrief(block: Block, brief: Block): Block {
  return { ...block, brief };
}

export function heading(depth: 1 | 2 | 3, text: string): Block {
  return { kind: "heading", depth, text };
}

export function paragraph(text: string): Block {
  return { kind: "paragraph", text };
}

/** No block at all where there is nothing to list. */
export function list(title: string, items: readonly ListItem[]): Block[] {
  return items.length === 0 ? [] : [{ kind: "list", title, items }];
}

export function bullets(title: string, texts: readonly string[]): Block[] {
  return list(
    title,
    texts.map((text) => ({ text })),
  );
}

export function lines(...each: readonly string[]): Block {
  return { kind: "lines", lines: each };
}

export function options(...each: readonly string[]): Block {
  return { kind: "options", options: each };
}

export function choices(each: readonly Choice[]): Block {
  return { kind: "choices", choices: each };
}

/** Choices that go side by side where there is room for two. */
export function abreast(each: readonly Choice[]): Block {
  return { kind: "choices", choices: each, abreast: true };
}

export function titled(title: string, each: readonly Choice[]): Block {
  return { kind: "choices", title, choices: each };
}

/** Points to read from a wall, each with a mark of its own. */
export function points(title: string, each: readonly string[]): Block {
  return titled(
    title,
    each.map((name) => ({ mark: "-", name })),
  );
}
