import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { BIN, IS_BUILT } from "../support/child.ts";

const BASE = `coprod: assessment/1
title: River House
rubrics:
  - { id: principles, version: 2.0.0 }
answers:
  principles/hear-back: { answer: usual }
  principles/plain-words: { answer: unsure }
`;

describe.skipIf(!IS_BUILT)("git that merges with coprod", () => {
  let folder = "";
  const file = () => join(folder, "ours.yaml");
  const git = (...words: string[]) =>
    spawnSync("git", ["-c", "user.name=us", "-c", "user.email=us@example.org", ...words], {
      cwd: folder,
      encoding: "utf8",
    });

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "coprod-git-"));
    git("init", "-q", "-b", "main");
    git(
      "config",
      "merge.coprod.driver",
      `"${process.execPath}" "${BIN}" merge --git %O %A %B %L %P`,
    );
    git("config", "merge.coprod.recursive", "binary");
    writeFileSync(join(folder, ".gitattributes"), "*.yaml merge=coprod\n");
    commit(BASE, "base");
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  function commit(text: string, message: string): void {
    writeFileSync(file(), text);
    git("add", "-A");
    git("commit", "-q", "-m", message);
  }

  /** Two branches from the base with these texts, merged. */
  function merged(here: string, there: string) {
    git("checkout", "-q", "-B", "there", "main");
    commit(there, "there");
    git("checkout", "-q", "-B", "here", "main");
    commit(here, "here");
    const { status } = git("merge", "-q", "--no-edit", "there");
    const text = readFileSync(file(), "utf8");
    git("merge", "--abort");
    return { status, text };
  }

  it("takes what lines alone would call a conflict", () => {
    const here = BASE.replace("hear-back: { answer: usual }", "hear-back: { answer: shared }");
    const there = BASE.replace("plain-words: { answer: unsure }", "plain-words: { answer: usual }");
    const { status, text } = merged(here, there);
    expect(status).toBe(0);
    expect(text).toBe(
      here.replace("plain-words: { answer: unsure }", "plain-words: { answer: usual }"),
    );
  });

  it("marks what two people answered differently, and coprod says how to go on", () => {
    const [here, there] = ["shared", "in-places"].map((level) =>
      BASE.replace("answer: unsure", `answer: ${level}`),
    ) as [string, string];
    const { status, text } = merged(here, there);
    expect(status).toBe(1);
    expect(text).toContain("<<<<<<< the copy here\n");
    writeFileSync(file(), text);
    const lint = spawnSync(process.execPath, [BIN, "lint", "ours.yaml"], {
      cwd: folder,
      encoding: "utf8",
    });
    expect(lint.stdout).toContain("Keep the lines you want.");
  });

  it("is told by git that the driver is there", () => {
    const check = execFileSync(process.execPath, [BIN, "merge", "--check"], {
      cwd: folder,
      encoding: "utf8",
    });
    expect(check).toBe("git in this folder merges assessments with coprod.\n");
  });
});
