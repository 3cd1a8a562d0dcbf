import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { UserError } from "../../src/platform/errors.ts";
import { fileAt } from "../../src/platform/history.ts";

const folder = mkdtempSync(join(tmpdir(), "coprod-history-"));
const file = join(folder, "deep", "ours.yaml");

function git(...args: readonly string[]) {
  const who = ["-c", "user.name=Test", "-c", "user.email=test@example.org"];
  execFileSync("git", [...who, ...args], { cwd: folder, stdio: "ignore" });
}

beforeAll(() => {
  mkdirSync(join(folder, "deep"));
  writeFileSync(file, "before\n");
  git("init");
  git("add", ".");
  git("commit", "-m", "First");
  git("tag", "v1");
  writeFileSync(file, "after\n");
  writeFileSync(join(folder, "new.yaml"), "new\n");
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("a file at a version", () => {
  it("is as git kept it, from whatever folder", async () => {
    expect(await fileAt("v1", file)).toBe("before\n");
  });

  it("is undefined where it was not there then", async () => {
    expect(await fileAt("v1", join(folder, "new.yaml"))).toBeUndefined();
  });

  it.each(["v2", "--output=x"])(
    "that git does not know is the person's to mend: %j",
    async (ref) => {
      await expect(fileAt(ref, file)).rejects.toBeInstanceOf(UserError);
    },
  );
});
