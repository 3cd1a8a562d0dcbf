// What the build needs of the program itself; bundled on the fly, because Node 20 reads no TypeScript.
export { contentHash } from "../src/content-hash.ts";
export { precompileTemplate } from "../src/document/template-engine.ts";
export { DOCUMENT_FORMATS, partialTexts, templateText } from "../src/document/templates.ts";
export { parseGuide } from "../src/guide/parse.ts";
export { parseRubric } from "../src/rubric/parse.ts";
