/** A piece of the program that is run as a whole, when it is first asked for. */
export interface Chunk {
  readonly id: string;
  /** The file of the source that it was made for, where it is loaded by name. */
  readonly entry: string | undefined;
  /** Where it stands; small ones share a file. */
  readonly file: string;
  /** What it is made of, with the bytes of each after trimming. */
  readonly inputs: readonly { readonly input: string; readonly bytes: number }[];
  /** The chunks that are run before it. */
  readonly imports: readonly string[];
}

export interface Bundle {
  /** Texts by path below `dist`. */
  readonly files: ReadonlyMap<string, string>;
  readonly chunks: readonly Chunk[];
  readonly licences: string;
}

export function bundle(options?: { readonly minify?: boolean }): Promise<Bundle>;
export function writeBundle(): Promise<void>;
