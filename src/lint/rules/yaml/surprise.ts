import { assessmentSchema } from "../../../assessment/schema.ts";
import { guideSchema } from "../../../guide/schema.ts";
import { rubricSchema } from "../../../rubric/schema.ts";
import { isMisread, isMisreadInFlow, type WrittenScalar } from "../../../yaml/scalars.ts";
import { typesAt } from "../../../yaml/schema-keys.ts";
import type { SourceFile } from "../../../yaml/source-file.ts";
import { configSchema } from "../../config/schema.ts";
import { defineRule, editsOver, type Found } from "../../rule.ts";
import type { Subject } from "../../subject.ts";

type Facts =
  | (Written & { readonly kind: "read-as"; readonly read: string })
  | (Written & { readonly kind: "older-tools"; readonly read: string });

interface Written {
  readonly written: string;
  /** Whether it stands where three numbers with dots are asked for, so that quotes alone do not help. */
  readonly isVersion?: boolean;
}

export const surprise = defineRule<Facts>({
  name: "yaml/surprise",
  severity: "warning",
  canFix: true,
  about: {
    what: "A value without quotes that YAML reads as something else than it looks: `1.0`, `012` and `1e3` become numbers, `~` and `null` become nothing. A number where a number is meant is fine. With --verbose also what PyYAML, Ruby, yq and other tools refuse or read in another way: `no`, `12:30`, `1_000`, `=`, a day in a text, a question mark or colon in brackets.",
    why: "What people see on the wall is then not what somebody wrote.",
    host: "rubric",
    bad: "sources:\n  talk: { title: Our first evening, authors: Our group, year: «012» }",
    good: 'sources:\n  talk: { title: Our first evening, authors: Our group, year: "012" }',
  },
  words: ({ kind, written, read, isVersion = false }) =>
    kind === "read-as"
      ? {
          says: `This reads as ${read}, not as the text ${written}.`,
          why: "People would see something else than you wrote.",
          fix: `${isVersion ? "Write three numbers with dots" : "Put it in quotes"}: ${meantBy({ written, isVersion })}.`,
        }
      : {
          says: `Some other tools ${read}.`,
          why: "The file would mean something else there.",
          fix: `Put it in quotes: ${JSON.stringify(written)}.`,
        },
  check: ({ source, kind }) => {
    const found = source.scalars(({ style, value }) => style === "plain" && mayBeMisread(value));
    return found.flatMap((scalar) => surprises(source, scalar, kind));
  },
});

function mayBeMisread(value: unknown): boolean {
  return typeof value !== "string" || MAY_BE_MISREAD.test(value);
}

/** What is not looked at again: it begins with a letter and is longer than the words of YAML, and has no sign of braces. */
const MAY_BE_MISREAD = /^.{0,3}$|^[^\p{L}]|[?:]/u;

const SCHEMAS = {
  rubric: rubricSchema,
  assessment: assessmentSchema,
  guide: guideSchema,
  config: configSchema,
} as const;

function surprises(
  source: SourceFile,
  scalar: WrittenScalar,
  kind: Subject["kind"],
): Found<Facts>[] {
  const { path, isKey, value, written, start, end } = scalar;
  const at = { path, key: isKey };
  const isVersion = !isKey && path.at(-1) === "version" && /^\d+\.\d+$/u.test(written);
  const edits = () => editsOver(source, { start, end, at }, meantBy({ written, isVersion }));
  if (typeof value === "string") {
    const read = misreadBy(source, scalar);
    if (read === undefined) return [];
    const facts = { kind: "older-tools", written, read } as const;
    return [{ at, severity: "info", facts, edits: edits() }];
  }
  const read = readAs(value, written);
  if (read === undefined || (!isKey && isMeantAsNumber(scalar, kind))) return [];
  const facts = { kind: "read-as", written, read, ...(isVersion && { isVersion }) } as const;
  return [{ at, facts, edits: edits() }];
}

/** How to write it so that it is read as it looks. */
function meantBy({ written, isVersion = false }: Written): string {
  return isVersion ? `${written}.0` : JSON.stringify(written);
}

/** What other tools make of a text; undefined where they read it as we do. */
function misreadBy(source: SourceFile, { value, path, end }: WrittenScalar): string | undefined {
  const text = String(value);
  const isInFlow = isMisreadInFlow(text) && /^\s*[,\]}]/u.test(source.text.slice(end, end + 80));
  if (text.includes("\t")) return "cannot read a file with a tab in a text";
  if (text === "=" || (isInFlow && text.endsWith("?"))) return "cannot read a file with this in it";
  if (isInFlow) return "cannot read this in braces or brackets";
  if (A_VERSION.test(text) || !isMisread(text, String(path.at(-1)))) return undefined;
  return `read ${text} as ${/^[a-z]+$/iu.test(text) ? "true or false" : "a number or a time"}`;
}

const A_VERSION = /^\d+\.\d+\.\d+$/u;

/** Where the field takes only numbers, or a number that is written like one, nobody meant a text. */
function isMeantAsNumber({ path, value, written }: WrittenScalar, kind: Subject["kind"]): boolean {
  const schema = SCHEMAS[kind as keyof typeof SCHEMAS];
  if (schema === undefined || value === null) return false;
  const types = typesAt(schema, path);
  if (!types.has("number") && !types.has("int")) return false;
  return !types.has("string") || /^[-+]?(?:0|[1-9]\d*)?\.\d+$/u.test(written);
}

/** What YAML made of it, where that is not what stands there; nothing at all is only a field left blank. */
function readAs(value: unknown, written: string): string | undefined {
  if (value === null) return written === "" ? undefined : "nothing";
  if (typeof value !== "number" && typeof value !== "bigint") return undefined;
  return String(value) === written ? undefined : `the number ${value}`;
}
