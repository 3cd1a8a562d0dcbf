import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { PACKAGE_FOLDER } from "../support/context.ts";
import { anyFault, type Given } from "./any-fault.ts";

/**
 * The official YAML test suite (github.com/yaml/yaml-test-suite, MIT). A part of its error cases lies beside the
 * repository where there is any; for all of them, COPROD_YAML_TEST_SUITE names a copy of the suite's branch `data`.
 */
const PART = join(PACKAGE_FOLDER, "..", "shared", "data", "yaml-errors");
const WHOLE = process.env["COPROD_YAML_TEST_SUITE"];

const CASES = WHOLE === undefined ? partOfSuite() : wholeSuite(WHOLE);

/** A crash of ours or of the parser would show in any of these kinds of file. */
const HEADS = ["", "coprod: rubric/1\nid: ours\n", "coprod: assessment/1\ntitle: Ours\n"];

it("the error cases of the official YAML test suite are here", ({ skip }) => {
  skip(CASES.length === 0, "there is no folder shared/data/yaml-errors beside this one");
  expect(CASES.length).toBeGreaterThan(WHOLE === undefined ? 40 : 90);
});

describe.runIf(CASES.length > 0)("coprod lint", () => {
  it.each(CASES)(
    "has a clear finding with a place for $name, alone and in files of ours",
    async ({ name, text }) => {
      for (const head of HEADS) {
        const { faults, problems } = await anyFault({ name, text: `${head}${text}` });
        expect(faults).toEqual([]);
        // What the suite refuses may be sound YAML here, but it is never a rubric.
        expect(problems).toBeGreaterThan(0);
      }
    },
  );
});

function partOfSuite(): readonly Given[] {
  if (!existsSync(PART)) return [];
  return readdirSync(PART)
    .sort()
    .map((name) => ({ name, text: readFileSync(join(PART, name), "utf8") }));
}

/** Each case is a folder with `in.yaml`; a file `error` beside it says that it must be refused. */
function wholeSuite(folder: string): readonly Given[] {
  const paths = readdirSync(folder, { recursive: true }).map(String).sort();
  // Folders with other names only lead to the same cases.
  return paths
    .filter((path) => /^[0-9A-Z]{4}[\\/](?:\d+[\\/])?error$/u.test(path))
    .map(dirname)
    .map((path) => ({
      name: `${path.replaceAll(/[\\/]/gu, "-")}.yaml`,
      text: readFileSync(join(folder, path, "in.yaml"), "utf8"),
    }));
}
