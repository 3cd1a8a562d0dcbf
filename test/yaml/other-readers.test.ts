import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { visible } from "../../src/util/visible-text.ts";
import { EditableYaml } from "../../src/yaml/edit/editable-yaml.ts";
import { yamlText } from "../../src/yaml/edit/yaml-text.ts";
import { PACKAGE_FOLDER } from "../support/context.ts";
import { hostileStrings } from "../support/hostile.ts";

/** Each reads a JSON list of texts and writes a list of what it found; days and times come back as they are written. */
const READERS: Readonly<Record<string, { readonly try: string[]; readonly read: string[] }>> = {
  PyYAML: {
    try: ["/usr/bin/python3", "-c", "import yaml"],
    read: [
      "/usr/bin/python3",
      "-c",
      `
import json, sys, yaml
class Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)): pass
Loader.yaml_implicit_resolvers = {
    first: [each for each in resolvers if not each[0].endswith("timestamp")]
    for first, resolvers in Loader.yaml_implicit_resolvers.items()
}
def read(text):
    try:
        return yaml.load(text, Loader)
    except yaml.YAMLError as error:
        return str(error)
json.dump([read(text) for text in json.load(sys.stdin)], sys.stdout)
`,
    ],
  },
  Ruby: {
    try: ["ruby", "-ryaml", "-rjson", "-e", "1"],
    read: [
      "ruby",
      "-ryaml",
      "-rjson",
      "-rdate",
      "-e",
      `
def plain(value)
  case value
  when Hash then value.to_h { |key, each| [key, plain(each)] }
  when Array then value.map { |each| plain(each) }
  when Time then value.utc.strftime("%Y-%m-%dT%H:%M:%SZ")
  when Date then value.strftime("%Y-%m-%d")
  when Symbol then "a symbol: #{value}"
  else value
  end
end
def read(text)
  plain(YAML.safe_load(text, permitted_classes: [Date, Time, Symbol]))
rescue StandardError => error
  error.message
end
STDIN.set_encoding("UTF-8")
STDOUT.write(JSON.generate(JSON.parse(STDIN.read).map { |text| read(text) }))
`,
    ],
  },
};

const REQUIRED = process.env["COPROD_REQUIRE_YAML_READERS"] === "1";

function why(name: string): string {
  const [command = "", ...args] = READERS[name]?.try ?? [];
  const isThere = REQUIRED || spawnSync(command, args).status === 0;
  return isThere ? "" : `there is no ${name} here`;
}

function readBy(name: string, texts: readonly string[]): readonly unknown[] {
  const [command = "", ...args] = READERS[name]?.read ?? [];
  const options = { input: JSON.stringify(texts), encoding: "utf8", maxBuffer: 2 ** 28 } as const;
  const { stdout, stderr } = spawnSync(command, args, options);
  expect(stderr).toBe("");
  return JSON.parse(stdout) as readonly unknown[];
}

const SHIPPED = ["rubrics", "docs/examples", "docs/examples/rubrics"].flatMap((folder) =>
  readdirSync(join(PACKAGE_FOLDER, folder))
    .filter((name) => name.endsWith(".yaml"))
    .map((name) => join(PACKAGE_FOLDER, folder, name)),
);

/** What some reader of YAML takes for something else than a text. */
const TRICKY = [
  ..."yes|No|on|OFF|y|n|~|null|true|1|007|1_000|0x1f|0b1|1e3|.5|-.inf|.nan|12:30|1:20:30|=|<<|2026-11-21".split(
    "|",
  ),
  ...":sym|a: b|a #b|# a|- a|? a|?|!tag|&a|*a|@a|`a|%a|{a}|[a]|a, b|'a'|\"a\"|> a".split("|"),
  ...["| a", "Who?", "[Where?]", "{What?}", " a", "a ", "a\nb", "a\n\nb\n", "\ta", "a:", "a\\b"],
  ...[
    "2026-11-21T10:31:00Z",
    "Dŵr, tŷ a môr",
    "👩‍👩‍👧",
    "a\u0085b",
    "a\u2028b",
    "\ufeffa",
    "é".normalize("NFD"),
  ],
];

const anyText = fc
  .oneof(
    fc.constantFrom(...TRICKY, ...hostileStrings(60)),
    fc.lorem({ maxCount: 30 }),
    fc.string({ unit: "grapheme", minLength: 1, maxLength: 100 }),
  )
  // As coprod keeps what is typed.
  .map((each) => visible(each).trim())
  .filter((each) => each !== "");
const anyId = fc.constantFrom(
  "staff",
  "trustees",
  "lived-experience",
  "yes",
  "no",
  "on",
  "y",
  "null",
);

/** An assessment's shape, with any texts in it. */
const anyValue = fc.record({
  coprod: fc.constant("assessment/1"),
  title: anyText,
  started: fc.constant("2026-11-21"),
  people: fc.array(fc.record({ group: anyId, name: anyText, present: fc.nat(30) }), {
    maxLength: 3,
  }),
  answers: fc.dictionary(
    fc.constantFrom("principles/a", "principles/b", "barriers/c", "barriers/d"),
    fc.record(
      {
        answer: anyId,
        note: anyText,
        evidence: fc.array(anyText, { maxLength: 3 }),
        views: fc.dictionary(anyId, anyText, { maxKeys: 3 }),
        votes: fc.array(fc.dictionary(anyId, fc.dictionary(anyId, fc.nat(9), { maxKeys: 3 })), {
          maxLength: 2,
        }),
        at: fc.constant("2026-11-21T10:31:00Z"),
      },
      { requiredKeys: [] },
    ),
  ),
  actions: fc.array(
    fc.record({ id: fc.constant("a1"), do: anyText, who: anyText, by: fc.constant("2027-03-31") }),
    { maxLength: 3 },
  ),
});

/** A file as it is after some saves, each of which changes what the one before has written, and what it holds. */
const anySave = fc.array(anyValue, { minLength: 1, maxLength: 3 }).map(([first, ...later]) => {
  const last = later.at(-1) ?? first;
  const begun = EditableYaml.read(yamlText(first));
  return { text: later.reduce((file, value) => file.holding(value), begun).text, value: last };
});

const seed = Date.now() % 2 ** 31;
const SAVES = once(() => fc.sample(anySave, { numRuns: 2000, seed }));

function once<Value>(make: () => Value): () => Value {
  let made: Value | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

describe.each(Object.keys(READERS))("%s", (name) => {
  it("reads every file that comes with coprod as we do", ({ skip }) => {
    if (why(name) !== "") skip(why(name));
    const texts = SHIPPED.map((path) => readFileSync(path, "utf8"));
    const read = readBy(name, texts);
    expect(SHIPPED.length).toBeGreaterThan(12);
    for (const [index, text] of texts.entries())
      expect(read[index], SHIPPED[index]).toEqual(parse(text));
  });

  it("reads 2,000 random saves as they were meant", ({ skip }) => {
    if (why(name) !== "") skip(why(name));
    const saves = SAVES();
    const read = readBy(
      name,
      saves.map(({ text }) => text),
    );
    const plain = (value: unknown) => JSON.parse(JSON.stringify(value)) as unknown;
    for (const [index, { text, value }] of saves.entries())
      expect(read[index], `seed ${seed}, save ${index}:\n${text}`).toEqual(plain(value));
  }, 120_000);
});

describe("what other programs write on top of a file or before a value", () => {
  const plain = "started: 2026-11-10\nnote: no\npresent: 12\n";
  const value = { started: "2026-11-10", note: "no", present: 12 };

  it.each([
    ["says which YAML it is", `%YAML 1.1\n---\n${plain}`],
    ["says it and ends", `%YAML 1.1\n---\n${plain}...\n`],
    [
      "names each kind of value",
      `started: !!timestamp '2026-11-10'\nnote: !!str "no"\npresent: !!int "12"\n`,
    ],
    [
      "names them in one line",
      `--- !!map { ? !!str "started" : !!timestamp "2026-11-10", ? !!str "note" : !!str "no", ? !!str "present" : !!int "12" }\n`,
    ],
    ["names a block", "started: !!timestamp |-\n  2026-11-10\nnote: 'no'\npresent: 12\n"],
  ])("is read as we read all: %s", (_, text) => {
    const read = EditableYaml.read(text);
    expect(read.value).toEqual(value);
    const changed = read.holding({ ...value, note: "yes" });
    expect(EditableYaml.read(changed.text).value).toEqual({ ...value, note: "yes" });
  });
});
