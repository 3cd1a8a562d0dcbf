/** A piece of what the room is shown; how wide it is and where lines break is for whoever prints it. */
export type Block =
  /** The first line of a screen. */
  | { readonly kind: "heading"; readonly text: string }
  /** A paragraph; line breaks in it are kept. */
  | { readonly kind: "text"; readonly text: string }
  /** Lines that belong together. */
  | { readonly kind: "lines"; readonly lines: readonly string[] }
  /** What can be typed, in a row that breaks only between the options. */
  | { readonly kind: "options"; readonly options: readonly string[] }
  /** Numbers in columns where there is room, or else as sentences. */
  | {
      readonly kind: "table";
      readonly head: readonly string[];
      readonly rows: readonly (readonly string[])[];
      readonly sentences: readonly string[];
    }
  /** With a title, if any, on the line above. */
  | { readonly kind: "choices"; readonly title?: string; readonly choices: readonly Choice[] };

/** What can be typed or pointed at, its name, and what it means. */
export interface Choice {
  readonly mark: string;
  readonly name: string;
  readonly text?: string;
}

export function heading(text: string): Block {
  return { kind: "heading", text };
}

export function text(words: string): Block {
  return { kind: "text", text: words };
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

export function titled(title: string, each: readonly Choice[]): Block {
  return { kind: "choices", title, choices: each };
}

export function bullets(title: string, each: readonly string[]): Block {
  return titled(
    title,
    each.map((name) => ({ mark: "-", name })),
  );
}
