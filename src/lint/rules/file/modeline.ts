import { defineRule } from "../../rule.ts";

interface Facts {
  readonly address: string | undefined;
}

const MODELINE = /^[ \t]*#[ \t]*yaml-language-server:[ \t]*\$schema=\S/mu;

export const modeline = defineRule<Facts>({
  name: "file/modeline",
  severity: "info",
  canFix: true,
  about: {
    what: "A rubric without the line that tells editors where its schema is.",
    why: "With it, an editor offers the fields while you write, and marks a slip at once.",
    host: "rubric",
    bad: "«coprod»: rubric/1\nglossary:\n  power: Being able to decide, to stop things, or to be heard.",
    good: "# yaml-language-server: $schema=rubric.schema.json\ncoprod: rubric/1",
  },
  words: ({ address }) => ({
    says: "Nothing here tells an editor what fields a rubric has.",
    why: "With that, it offers them while you write, and marks a slip at once.",
    fix:
      address === undefined
        ? "Type  coprod schema rubric > rubric.schema.json  and write as the first line  # yaml-language-server: $schema=rubric.schema.json"
        : `Write as the first line  # yaml-language-server: $schema=${address}`,
  }),
  check: ({ kind, source, surroundings: { schemaAddress: address } }) => {
    if (kind !== "rubric" || MODELINE.test(source.text)) return [];
    const lineEnd = source.text.includes("\r\n") ? "\r\n" : "\n";
    const text = `# yaml-language-server: $schema=${address}${lineEnd}`;
    const place = { line: 1, column: 1, endLine: 1, endColumn: 1 };
    const edits = address === undefined ? [] : [{ start: 0, end: 0, place, text }];
    return [{ at: { path: ["coprod"], key: true }, facts: { address }, edits }];
  },
});
