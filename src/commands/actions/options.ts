export interface ActionsOptions {
  readonly late?: boolean;
  readonly who?: string;
  /** False with `--no-owner`. */
  readonly owner: boolean;
  readonly doing?: string;
  readonly done?: string;
  readonly drop?: string;
  readonly why?: string;
  readonly note?: string;
}
