/** Where the program's own parts are. */
export interface Program {
  /** Holds the rubrics, the templates and the built program. */
  readonly packageFolder: string;
  /** Stands for that folder in the single-file program, where it is on no disk. */
  readonly packed?: Packed;
}

/** The files of the package inside the single-file program. */
export interface Packed {
  /** Their paths below the package's folder, with forward slashes. */
  readonly names: readonly string[];
  readonly text: (name: string) => string;
  /** The program of the thread that `runSandboxed` starts. */
  readonly worker: () => string;
}
