// What the build needs of the program itself; bundled on the fly, because Node 20 reads no TypeScript.

export { inlineHash } from "../src/documents/formats/html.ts";
export { TEMPLATE_NAMES } from "../src/documents/formats/template-kinds.ts";
export { precompileTemplate } from "../src/documents/templates/engine.ts";
export { partialTexts, templateText } from "../src/documents/templates/templates.ts";
export { lintText } from "../src/lint/lint-text.ts";
export { exportedIdsOf } from "../src/lint/references.ts";
export { parseRubric } from "../src/rubric/parse.ts";
export { hashesOf } from "../src/rubric/resolve.ts";
export { textMark } from "../src/util/ready-text.ts";
