/** One piece of a page to read; how it is laid out is for `outline-text` and `outline-markdown`. */
export type Block =
  | { readonly kind: "heading"; readonly depth: 1 | 2 | 3; readonly text: string }
  | { readonly kind: "paragraph"; readonly text: string }
  | { readonly kind: "list"; readonly title: string; readonly items: readonly Item[] };

/** A point in a list: `name: text`, or only the text, and short lines that belong to it. */
export interface Item {
  readonly name?: string;
  readonly text: string;
  readonly details?: readonly string[];
}

export function heading(depth: 1 | 2 | 3, text: string): Block {
  return { kind: "heading", depth, text };
}

export function paragraph(text: string): Block {
  return { kind: "paragraph", text };
}

/** No block at all where there is nothing to list. */
export function list(title: string, items: readonly Item[]): Block[] {
  return items.length === 0 ? [] : [{ kind: "list", title, items }];
}

export function bullets(title: string, texts: readonly string[]): Block[] {
  return list(
    title,
    texts.map((text) => ({ text })),
  );
}
