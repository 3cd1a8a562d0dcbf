import { RULE_PAGES } from "./rule-page.ts";

/** Every name that a comment or `--explain` can mean. */
export const RULE_NAMES: readonly string[] = RULE_PAGES.map(({ name }) => name);
