import type { Metafile } from "esbuild";

export interface Bundle {
  /** Texts by path below `dist`. */
  readonly files: ReadonlyMap<string, string>;
  /** What each file was made of, with the bytes of each after trimming. */
  readonly outputs: Metafile["outputs"];
  readonly licences: string;
}

export function bundle(): Promise<Bundle>;
