import type { DiagnosticFacts, Rule, Words } from "../../yaml/diagnostic.ts";

/** The sentences of every parser rule, made from its facts. */
export type Wording = { readonly [R in Rule]: (facts: DiagnosticFacts[R]) => Words };
