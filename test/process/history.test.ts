import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { PACKAGE_FOLDER } from "../support/context.ts";
import { SOUND_RUBRIC } from "../support/rule-samples.ts";

let folder = "";
const at = (name: string) => join(folder, name);
const named = (id: string) => SOUND_RUBRIC.replace("id: ours", `id: ${id}`);

function git(...args: readonly string[]) {
  const who = ["-c", "user.name=Test", "-c", "user.email=test@example.org"];
  execFileSync("git", [...who, ...args], { cwd: folder, stdio: "ignore" });
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "coprod-history-"));
  mkdirSync(at("rubrics"));
  for (const id of ["ours", "theirs"]) writeFileSync(at(`rubrics/${id}.yaml`), named(id));
  git("init", "-q");
  git("add", ".");
  git("commit", "-q", "-m", "First");
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** What the built program finds since the first commit, without what has nothing to do with it. */
function since(...paths: readonly string[]) {
  const words = ["lint", ...(paths.length > 0 ? paths : ["rubrics"]), "--against", "HEAD"];
  const program = [join(PACKAGE_FOLDER, "bin", "coprod.js"), ...words, "--format", "compact"];
  const { stdout, stderr, status } = spawnSync(process.execPath, program, {
    cwd: folder,
    encoding: "utf8",
  });
  const found = [...stdout.matchAll(/^(.*?):(\d+):\d+: error: (.*?)\. .*\[(.*)\]$/gmu)];
  return {
    found: found.map(([, file, line, says, rule]) => `${file}:${line} ${rule} ${says}`),
    stderr,
    status,
  };
}

const edit = (name: string, from: string, to: string) =>
  writeFileSync(
    at(name),
    readFileSync(at(name), "utf8").replace(from, () => to),
  );

describe("--against, in a repository", () => {
  it("is content where nothing changed, also after a move", () => {
    mkdirSync(at("rubrics/deep"));
    git("mv", "rubrics/ours.yaml", "rubrics/deep/ours.yaml");
    expect(since()).toMatchObject({ found: [], stderr: "", status: 0 });
  });

  it.each([true, false])(
    "finds a rubric by its id wherever it was moved (told to git: %s)",
    (isTold) => {
      mkdirSync(at("elsewhere"));
      if (isTold) git("mv", "rubrics/ours.yaml", "elsewhere/our-own.yaml");
      else {
        writeFileSync(at("elsewhere/our-own.yaml"), named("ours"));
        rmSync(at("rubrics/ours.yaml"));
      }
      edit("elsewhere/our-own.yaml", "Do we talk openly", "Do we talk often");
      const { found, status } = since("rubrics", "elsewhere");
      expect(found).toEqual([
        expect.stringMatching(
          /^elsewhere\/our-own.yaml:25 version\/changed-meaning The question changed since 1.0.0/u,
        ),
      ]);
      expect(status).toBe(1);
    },
  );

  it("tells of a rubric with a new id, in its old place or a new one", () => {
    edit("rubrics/ours.yaml", "id: ours", "id: our-own");
    expect(since().found).toEqual([
      'rubrics/ours.yaml:2 id/renamed This rubric was called "ours" (1.0.0)',
    ]);
    git("mv", "rubrics/ours.yaml", "rubrics/our-own.yaml");
    expect(since().found).toEqual([
      'rubrics/our-own.yaml:2 id/renamed This rubric was called "ours" (1.0.0)',
    ]);
  });

  it("tells of a rubric that is gone, and of its folder too", () => {
    rmSync(at("rubrics/theirs.yaml"));
    expect(since().found).toEqual([
      'rubrics/theirs.yaml:1 id/renamed The rubric "theirs" (1.0.0) was here, and is gone',
    ]);
    expect(since("rubrics/ours.yaml").found).toEqual([]);
  });

  it("tells of bands, caps, kinds and scales that moved without a new version", () => {
    edit("rubrics/ours.yaml", "from: 1/2", "from: 1/1");
    edit("rubrics/theirs.yaml", "kind: principle", "kind: foundation");
    edit("rubrics/theirs.yaml", "bands:", "cap: low\nbands:");
    const { found } = since();
    const says = found.map((each) =>
      /^(\S+) \S+ The (.*) changed since 1.0.0/u.exec(each)?.slice(1).join(" "),
    );
    expect(says).toEqual(
      expect.arrayContaining([
        "rubrics/ours.yaml:14 bands",
        "rubrics/theirs.yaml:14 cap",
        expect.stringMatching(/^rubrics\/theirs.yaml:\d+ kind of this section$/u),
      ]),
    );
  });

  it("says of a new rubric that it was compared with nothing", () => {
    writeFileSync(at("rubrics/new.yaml"), named("new"));
    const { stderr, found } = since();
    expect(found).toEqual([]);
    expect(stderr).toBe(
      "rubrics/new.yaml: compared with nothing. There is no rubric for it at HEAD.\n",
    );
  });
});
