import type { TemplateName } from "../formats/format.ts";

/** One format's template and its parts, precompiled. */
export interface ReadyTemplates {
  readonly main: object;
  /** By the name they are called by. */
  readonly partials: Readonly<Record<string, object>>;
  /** The style sheet of a page. */
  readonly style: string;
  readonly styleHash: string;
}

/** coprod's own templates as the build compiled them; it puts its own module in place of this one. */
export const readyTemplates:
  | Readonly<Record<TemplateName, () => Promise<ReadyTemplates>>>
  | undefined = undefined;
