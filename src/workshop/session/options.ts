export interface AssessOptions {
  readonly file: string | undefined;
  readonly rubric: readonly string[];
  readonly quick: boolean;
  /** Undefined where neither --plain nor --no-plain is given. */
  readonly plain: boolean | undefined;
  readonly noInput: boolean;
  readonly answers: string | undefined;
  readonly review: boolean;
  readonly question: string | undefined;
}
