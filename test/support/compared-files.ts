import { aCriterionFile, aRubricFile, aSectionFile, rubricText } from "./rubric-file.ts";

const STEPS = ["never", "rarely", "sometimes", "often", "always"].map((id) => ({
  id,
  name: id.charAt(0).toUpperCase() + id.slice(1),
  means: `It is ${id} so.`,
}));

const BANDS = [
  { id: "low", name: "Low", from: 0, means: "There is much to do." },
  { id: "middle", name: "Middle", from: "2/5", means: "We are on our way." },
  { id: "high", name: "High", from: "4/5", means: "We do it together." },
];

/** A rubric of a charity's own: five levels, three bands, a cap of its own and a barrier. */
function ours(version: 1 | 2): string {
  const criterion = (id: string, overrides = {}) => aCriterionFile({ id, ...overrides }, "always");
  const listen =
    version === 1
      ? criterion("listen", { asks: "Do we listen?" })
      : criterion("hear", { asks: "Do we listen?", formerly: ["listen"] });
  const decide = { asks: version === 1 ? "Do we decide?" : "Do people decide with us?" };
  return rubricText(
    aRubricFile({
      version: `${version}.0.0`,
      scales: { steps: STEPS },
      bands: BANDS,
      cap: "low",
      sections: [
        aSectionFile({
          id: "voice",
          title: "Being heard",
          scale: "steps",
          criteria: [
            listen,
            criterion("answer", { asks: "Do we answer?" }),
            criterion("safe", { asks: "Is it safe to speak?", must: "sometimes" }),
          ],
        }),
        aSectionFile({
          id: "choice",
          title: "Choosing together",
          scale: "steps",
          criteria: [criterion("decide", decide), criterion("plan", { asks: "Do we plan?" })],
        }),
        aSectionFile({
          id: "time",
          kind: "barrier",
          title: "Too little time",
          scale: "steps",
          criteria: [
            criterion("felt", { asks: "How often is time short?", measures: "pressure" }),
            criterion("hours", { asks: "Do we set hours aside?" }),
          ],
        }),
      ],
    }),
  );
}

function assessment(facts: {
  started: string;
  version: 1 | 2;
  answers: readonly string[];
}): string {
  return [
    "coprod: assessment/1",
    `title: Lake House, ${facts.started.slice(0, 4)}`,
    `started: ${facts.started}`,
    "rubrics:",
    `  - { id: ours, version: ${facts.version}.0.0, file: ./ours-${facts.version}.yaml }`,
    "people:",
    "  - { group: lived-experience, name: People who use the house, present: 4 }",
    "  - { group: staff, name: Staff, present: 3 }",
    "answers:",
    ...facts.answers.map((line) => `  ours/${line}`),
    "",
  ].join("\n");
}

/** Three years of one charity, whose rubric changed after the first. */
export const COMPARED_FILES = {
  "ours-1.yaml": ours(1),
  "ours-2.yaml": ours(2),
  "2024.yaml": assessment({
    started: "2024-05-01",
    version: 1,
    answers: [
      "listen: { answer: rarely }",
      "answer: { answer: unsure }",
      "safe: { answer: rarely }",
      "decide: { answer: often }",
      "plan: { answer: often }",
      "felt: { answer: always }",
      "hours: { answer: never }",
    ],
  }),
  "2025.yaml": assessment({
    started: "2025-05-01",
    version: 2,
    answers: [
      "hear: { answer: often }",
      "answer: { answer: always }",
      "safe: { answer: often }",
      "decide: { answer: sometimes }",
      "plan: { answer: sometimes }",
      "felt: { answer: rarely }",
      "hours: { answer: always }",
    ],
  }),
  "2026.yaml": assessment({
    started: "2026-05-01",
    version: 2,
    answers: [
      "hear: { answer: sometimes }",
      "answer: { answer: differ, from: never, to: often }",
      "safe: { answer: always }",
      "decide: { answer: sometimes }",
      "felt: { answer: rarely }",
      "hours: { answer: unsure }",
    ],
  }),
} as const;
