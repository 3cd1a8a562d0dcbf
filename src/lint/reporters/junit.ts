import type { Problem } from "../../yaml/diagnostic.ts";
import { atLeast, type Format, type FormatSettings } from "./format.ts";
import { type CheckedFile, open } from "./lint-report.ts";
import { messageOf, oneLine, wellFormed } from "./message.ts";
import { compactLine } from "./plain-text.ts";

/** For test reports, in Ant's form: a suite for each file; a clean file is a case that passed. */
export const junit: Format = ({ version, files }, settings) =>
  [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<!-- Made with coprod ${version.replace(/[^\w.]/gu, ".")} -->`,
    "<testsuites>",
    ...files.flatMap((file, id) => suite(file, id, settings)),
    "</testsuites>",
    "",
  ].join("\n");

function suite({ file, problems }: CheckedFile, id: number, settings: FormatSettings): string[] {
  const { failOn, at } = settings;
  const all = open(problems);
  const failures = all.filter(({ severity }) => atLeast(severity, failOn));
  const others = all.filter(({ severity }) => !atLeast(severity, failOn));
  const name = token(file);
  const attributes = {
    name,
    timestamp: at.toISOString().slice(0, "2026-11-21T10:31:00".length),
    hostname: "localhost",
    tests: Math.max(1, failures.length),
    failures: failures.length,
    errors: 0,
    time: 0,
    package: "coprod.lint",
    id,
  };
  const cases = failures.length === 0 ? [passed(name)] : failures.map((each) => failed(each, name));
  return [
    `  <testsuite${written(attributes)}>`,
    "    <properties/>",
    ...cases,
    `    <system-out>${text(others.map(compactLine).join("\n"))}</system-out>`,
    "    <system-err/>",
    "  </testsuite>",
  ];
}

function passed(classname: string): string {
  return `    <testcase${written({ name: "no problems that fail", classname, time: 0 })}/>`;
}

function failed(problem: Problem, classname: string): string {
  const { rule, place } = problem;
  const name = `${rule} at ${place.line}:${place.column}`;
  const failure = { type: rule, message: messageOf(problem) };
  return [
    `    <testcase${written({ name, classname, time: 0 })}>`,
    `      <failure${written(failure)}>${text(compactLine(problem))}</failure>`,
    "    </testcase>",
  ].join("\n");
}

/** What the schema calls a token: one line, never empty. */
function token(name: string): string {
  return oneLine(name).replace(/ +/gu, " ") || "-";
}

function written(attributes: Readonly<Record<string, string | number>>): string {
  const pairs = Object.entries(attributes);
  return pairs.map(([key, value]) => ` ${key}="${attribute(`${value}`)}"`).join("");
}

function attribute(value: string): string {
  return text(value)
    .replaceAll('"', "&quot;")
    .replace(/[\t\n]/gu, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** Every `>` is escaped, so that no `]]>` is left anywhere. */
function text(value: string): string {
  return wellFormed(value)
    .replace(FORBIDDEN, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll("\r", "&#13;");
}

/** What XML 1.0 allows in no form, not even escaped. */
const FORBIDDEN = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;
