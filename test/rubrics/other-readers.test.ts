import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { isCollection, parse, parseDocument, visit } from "yaml";
import { PACKAGE_FOLDER } from "../support/context.ts";

const FILES = ["rubrics", "docs/examples", "docs/examples/rubrics"].flatMap((folder) =>
  readdirSync(join(PACKAGE_FOLDER, folder))
    .filter((name) => name.endsWith(".yaml"))
    .map((name) => `${folder}/${name}`),
);

/** Reads each file as PyYAML's safe_load does, but leaves days and times as they are written. */
const PYTHON = `
import json, sys, yaml
class Loader(yaml.SafeLoader): pass
Loader.yaml_implicit_resolvers = {
    first: [each for each in resolvers if not each[0].endswith("timestamp")]
    for first, resolvers in Loader.yaml_implicit_resolvers.items()
}
def read(path):
    try:
        return yaml.load(open(path, "rb"), Loader)
    except yaml.YAMLError as error:
        return str(error)
json.dump({path: read(path) for path in sys.argv[1:]}, sys.stdout)
`;
const HAS_PYYAML = spawnSync("python3", ["-c", "import yaml"]).status === 0;
const NO_PYYAML = "there is no Python 3 with PyYAML here";
if (!HAS_PYYAML) process.stdout.write(`\nsome tests are skipped: ${NO_PYYAML}\n`);

describe("the files that come with coprod, for other readers of YAML", () => {
  it("are six rubrics, the guide, an example and the shapes of others' instruments", () => {
    expect(FILES.length).toBeGreaterThan(12);
  });

  // Legal YAML, but PyYAML's own loader, Go's yaml.v3, SnakeYAML and yaml-cpp stop there.
  it.each(FILES)("%s has no question mark in brackets or braces without quotes", (file) => {
    expect(bareQuestions(text(file))).toEqual([]);
  });

  it("would be caught out by one", () => {
    const yaml = 'a: [Who?, "Why?"]\nb: { c: What? }\nd: How?\ne: "[Where?]"\n';
    expect(bareQuestions(yaml)).toEqual(["Who?", "What?"]);
  });

  it("say the same to PyYAML", ({ skip }) => {
    if (!HAS_PYYAML) skip(NO_PYYAML);
    const { stdout, stderr } = spawnSync("python3", ["-c", PYTHON, ...FILES], {
      cwd: PACKAGE_FOLDER,
      encoding: "utf8",
      maxBuffer: 2 ** 24,
    });
    expect(stderr).toBe("");
    const read = JSON.parse(stdout) as Record<string, unknown>;
    expect(Object.keys(read)).toEqual(FILES);
    for (const file of FILES) expect(read[file], file).toEqual(parse(text(file)));
  });
});

function bareQuestions(yaml: string): string[] {
  const found: string[] = [];
  visit(parseDocument(yaml), {
    Scalar: (_, { type, source }, path) => {
      const isInFlow = path.some((each) => isCollection(each) && each.flow === true);
      if (type === "PLAIN" && isInFlow && source?.includes("?")) found.push(source);
    },
  });
  return found;
}

function text(file: string): string {
  return readFileSync(join(PACKAGE_FOLDER, file), "utf8");
}
