export interface AssessOptions {
  readonly file: string | undefined;
  readonly rubric: readonly string[];
  readonly quick: boolean;
  readonly plain: boolean;
  readonly noInput: boolean;
  readonly answers: string | undefined;
  readonly review: boolean;
  readonly question: string | undefined;
}
