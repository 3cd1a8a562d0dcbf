import type { DocumentFormat } from "./templates.ts";

/** A template with the parts it can call, by the names that messages show. */
export interface CheckedSet {
  readonly format: DocumentFormat;
  readonly main: NamedTemplate;
  /** By the name they are called by. */
  readonly partials: ReadonlyMap<string, NamedTemplate>;
}

export interface NamedTemplate {
  readonly name: string;
  readonly text: string;
  /** Came with coprod: what is wrong there is wrong with the call. */
  readonly builtIn?: boolean;
}
