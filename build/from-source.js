// What the build needs of the program itself; bundled on the fly, because Node 20 reads no TypeScript.
export { assessmentSchema } from "../src/assessment/schema.ts";
export { styleHash } from "../src/document/html-page.ts";
export { precompileTemplate } from "../src/document/template-engine.ts";
export { DOCUMENT_FORMATS, partialTexts, templateText } from "../src/document/templates.ts";
export { parseGuide } from "../src/guide/parse.ts";
export { introductionOf } from "../src/lint/introduction.ts";
export { lintText } from "../src/lint/lint-text.ts";
export { syllablesOf } from "../src/lint/readability.ts";
export { wordsOf } from "../src/lint/stretches.ts";
export { run } from "../src/program.ts";
export { textMark } from "../src/ready-text.ts";
export { parseRubric } from "../src/rubric/parse.ts";
export { hashesOf } from "../src/rubric/resolve.ts";
export { rubricSchema } from "../src/rubric/schema.ts";
export { shapeOf } from "../src/source/shape-of.ts";
