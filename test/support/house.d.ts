export interface Measure {
  readonly what: string;
  readonly value: number;
  readonly most: number;
  /** What was counted, where it can be listed. */
  readonly found?: readonly string[];
}

/** What a stranger has to hold of the house, with how much of it there may be. */
export function houseMeasures(): Measure[];
