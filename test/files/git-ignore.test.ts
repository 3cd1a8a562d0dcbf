import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, it } from "vitest";
import { lintTargets } from "../../src/lint/engine/targets.ts";
import { nodeFiles } from "../../src/platform/files.ts";
import type { Context } from "../../src/platform/ports.ts";

const RULES = `
# build results
/out
drafts/
*.old.yaml
!keep.old.yaml
sub/**/x*.yaml
[ab]c.yaml
\\!odd.yaml
deep/er
[[:digit:]][[:alpha:]]*.yaml
spaced.yaml   
`;

const PATHS = [
  "ours.yaml",
  "out/a.yaml",
  "sub/out/a.yaml",
  "drafts/a.yaml",
  "sub/drafts/a.yaml",
  "sub/keep.old.yaml",
  "sub/gone.old.yaml",
  "sub/x1.yaml",
  "sub/one/two/x1.yaml",
  "sub/one/y1.yaml",
  "ac.yaml",
  "cc.yaml",
  "!odd.yaml",
  "deep/er/a.yaml",
  "sub/deep/er/a.yaml",
  "spaced.yaml",
  "1a.yaml",
  "11.yaml",
  "own/a.yaml",
  "own/b.yaml",
];

it("skips in a walk what git itself ignores, and nothing else", async () => {
  const folder = mkdtempSync(join(tmpdir(), "coprod-ignore-"));
  try {
    for (const path of PATHS) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), "");
    }
    writeFileSync(join(folder, ".gitignore"), RULES);
    writeFileSync(join(folder, "own", ".gitignore"), "a.yaml\n");
    execFileSync("git", ["init", "-q", folder]);
    const listed = execFileSync("git", ["ls-files", "-o", "--exclude-standard"], {
      cwd: folder,
      encoding: "utf8",
    });
    const kept = listed.split("\n").filter((path) => path.endsWith(".yaml"));
    const context = { cwd: folder, files: nodeFiles() } as unknown as Context;
    const found = async (...paths: string[]) =>
      new Set((await lintTargets(context, paths)).map(({ file }) => file));
    expect(await found(".")).toEqual(new Set(kept));
    expect(kept.length).toBeGreaterThan(5);
    expect(kept.length).toBeLessThan(PATHS.length - 5);
    // From a folder further down, the rules above it still hold.
    expect(await found("sub")).toEqual(new Set(kept.filter((path) => path.startsWith("sub/"))));
    // What is named outright is checked.
    expect(await found("out", "sub/gone.old.yaml")).toEqual(
      new Set(["out/a.yaml", "sub/gone.old.yaml"]),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
