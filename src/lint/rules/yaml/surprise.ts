import type { WrittenScalar } from "../../../yaml/scalars.ts";
import type { SourceFile } from "../../../yaml/source-file.ts";
import { defineRule, editsOver, type Found } from "../../rule.ts";

type Facts =
  | { readonly kind: "read-as"; readonly written: string; readonly read: string }
  | { readonly kind: "older-tools"; readonly written: string };

const OLDER_TOOLS = /^(?:y|n|yes|no|on|off)$/iu;

export const surprise = defineRule<Facts>({
  name: "yaml/surprise",
  severity: "warning",
  canFix: true,
  about: {
    what: "A value without quotes that YAML reads as something else than it looks: `1.0`, `012` and `1e3` become numbers, `~` and `null` become nothing. With --verbose also `no`, `on` and others that older tools read as true or false.",
    why: "What people see on the wall is then not what somebody wrote.",
    host: "rubric",
    bad: "sources:\n  talk: { title: Our first evening, authors: Our group, year: «012» }",
    good: 'sources:\n  talk: { title: Our first evening, authors: Our group, year: "012" }',
  },
  words: (facts) =>
    facts.kind === "read-as"
      ? {
          says: `This reads as ${facts.read}, not as the text ${facts.written}.`,
          why: "People would see something else than you wrote.",
          fix: `Put it in quotes: "${facts.written}".`,
        }
      : {
          says: `Some older tools read ${facts.written} as true or false.`,
          why: "The file would mean something else there.",
          fix: `Put it in quotes: "${facts.written}".`,
        },
  check: ({ source }) =>
    source
      .scalars(
        ({ style, value }) =>
          style === "plain" && (typeof value !== "string" || OLDER_TOOLS.test(value)),
      )
      .flatMap((scalar) => surprises(source, scalar)),
});

function surprises(source: SourceFile, scalar: WrittenScalar): Found<Facts>[] {
  const { path, isKey, value, written, start, end } = scalar;
  const at = { path, key: isKey };
  const quoted = () => editsOver(source, { start, end, at }, `"${written}"`);
  if (typeof value === "string") {
    const facts = { kind: "older-tools", written } as const;
    return [{ at, facts, severity: "info", edits: quoted() }];
  }
  const read = readAs(value, written);
  if (read === undefined) return [];
  return [{ at, facts: { kind: "read-as", written, read }, edits: quoted() }];
}

/** What YAML made of it, where that is not what stands there; nothing at all is only a field left blank. */
function readAs(value: unknown, written: string): string | undefined {
  if (value === null) return written === "" ? undefined : "nothing";
  if (typeof value !== "number" && typeof value !== "bigint") return undefined;
  return String(value) === written ? undefined : `the number ${value}`;
}
