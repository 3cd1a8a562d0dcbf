import type { AssessmentFile } from "../../src/assessment/schema.ts";
import { parseRubric } from "../../src/rubric/parse.ts";
import type { Rubric } from "../../src/rubric/rubric.ts";

const HEAD = `
coprod: rubric/1
version: 1.0.0
language: en-GB
about: A small rubric for tests.
minutes: 6
bands:
  - { id: low, name: Low, from: 0, means: Not much yet. }
  - { id: high, name: High, from: 1/2, means: A good deal. }
`;

const STEP = "{ do: Do it., first: Start., effort: small, who: Chair, sign: It is done. }";

/** Four questions in two parts, one of which may not apply. */
export const SMALL_PRINCIPLES = `${HEAD}
id: principles
title: Small principles
scales:
  practice:
    - { id: not-yet, name: Not yet }
    - { id: in-places, name: In places }
    - { id: usual, name: Usual practice }
    - { id: shared, name: How we work together }
sections:
  - id: equality
    kind: principle
    title: Sharing power
    why: Power decides who speaks.
    scale: practice
    criteria:
      - id: power
        asks: Do we talk about power?
        core: true
        levels: { not-yet: Nobody has., in-places: One team has., usual: Each team has., shared: We plan it together. }
        talk: [Who decides here?]
        look-for: [An agenda]
        next: { shared: ${STEP} }
      - id: costs
        asks: Are costs covered?
        formerly: [money]
        levels: { not-yet: People pay., in-places: Some get it back., usual: All get it., shared: We wrote the rules together. }
        next: { shared: ${STEP} }
      - id: board
        asks: Are there seats on the board?
        allow-not-applicable: true
        levels: { not-yet: None., in-places: One., usual: Two., shared: We choose together. }
        next: { shared: ${STEP} }
  - id: openness
    kind: principle
    title: Staying open
    why: Plans change.
    scale: practice
    criteria:
      - id: stop
        asks: Can people step back?
        levels: { not-yet: No., in-places: In one team., usual: In each team., shared: People say so. }
        next: { shared: ${STEP} }
`;

/** Two barriers: how much each is felt, and a few checks; one check may not apply. */
export const SMALL_BARRIERS = `${HEAD}
id: barriers
title: Small barriers
scales:
  felt:
    - { id: not-much, name: Not much, means: Hardly. }
    - { id: some, name: Some, means: Now and then. }
    - { id: a-lot, name: A lot, means: All the time. }
  in-place:
    - { id: "no", name: "No", means: Nothing to show. }
    - { id: partly, name: Partly, means: Part of it. }
    - { id: "yes", name: "Yes", means: We could show it. }
sections:
  - id: time
    kind: barrier
    title: Time and money
    why: It takes longer than we think.
    signs: [We are always late.]
    scale: in-place
    criteria:
      - { id: time-felt, asks: How much does time get in our way?, core: true, measures: pressure, scale: felt }
      - { id: hours, asks: Have we worked out the hours?, next: { "yes": ${STEP} } }
      - { id: lead, asks: Has somebody time to lead?, next: { "yes": ${STEP} } }
      - { id: pay, asks: Is there money for people?, allow-not-applicable: true, next: { "yes": ${STEP} } }
  - id: words
    kind: barrier
    title: Hard words
    why: Words can shut people out.
    scale: in-place
    criteria:
      - { id: words-felt, asks: How much do words get in our way?, core: true, measures: pressure, scale: felt }
      - { id: plain, asks: Do we write plainly?, next: { "yes": ${STEP} } }
      - { id: ask, asks: Do we ask who follows?, next: { "yes": ${STEP} } }
`;

export function rubricFrom(text: string): Rubric {
  const { rubric, diagnostics } = parseRubric("rubric.yaml", text);
  if (rubric === undefined) throw new Error(JSON.stringify(diagnostics));
  return rubric;
}

const BOTH = [rubricFrom(SMALL_PRINCIPLES), rubricFrom(SMALL_BARRIERS)];

export function smallRubrics(): readonly Rubric[] {
  return BOTH;
}

/** An assessment of these rubrics in which nothing is answered yet. */
export function emptyFile(
  rubrics: readonly Rubric[] = smallRubrics(),
  more: Partial<AssessmentFile> = {},
): AssessmentFile {
  return {
    coprod: "assessment/1",
    title: "River House, November 2026",
    rubrics: rubrics.map(({ id, version, hash }) => ({ id, version, hash })),
    ...more,
  };
}
