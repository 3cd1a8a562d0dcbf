import { type SpawnSyncReturns, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { BIN, IS_BUILT } from "../support/child.ts";

/** Six lists inside each other, over every question: years of work, and nothing printed. */
const ENDLESS = [
  "{{#each appendix}}{{#each questions}}",
  "{{#each ../../appendix}}{{#each questions}}",
  "{{#each ../../../../appendix}}{{#each questions}}",
  "{{#each ../../../../../../appendix}}{{#each questions}}",
  "{{/each}}{{/each}}".repeat(4),
].join("");

const TOO_MUCH = ENDLESS.replace(
  "{{/each}}",
  "<p>{{question}} {{question}} {{question}}</p>{{/each}}",
);

describe.skipIf(!IS_BUILT)("a template of somebody's own, in the built program", () => {
  let folder = "";
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "coprod-"));
    coprod(["demo", "."]);
    rmSync(join(folder, "river-house-plan.html"));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  function coprod(args: readonly string[]): SpawnSyncReturns<string> {
    return spawnSync(process.execPath, [BIN, ...args], { cwd: folder, encoding: "utf8" });
  }

  function plan(text: string): SpawnSyncReturns<string> {
    writeFileSync(join(folder, "own.html.hbs"), text);
    return coprod(["plan", "river-house.yaml", "--template", "own.html.hbs"]);
  }

  function isWritten(): boolean {
    return existsSync(join(folder, "river-house-plan.html"));
  }

  it("is filled in a thread of its own", () => {
    const { status, stderr } = plan("<main><h1>{{paper.charity}}</h1></main>");
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(isWritten()).toBe(true);
    rmSync(join(folder, "river-house-plan.html"));
  });

  it.each([
    ["would never end", ENDLESS],
    ["prints without end", TOO_MUCH],
  ])("is stopped where it %s, and nothing is written", (_, text) => {
    const { status, stderr } = plan(text);
    expect(stderr).toMatch(/It takes too long|It needs too much memory|is longer than/u);
    expect(status).toBe(1);
    expect(isWritten()).toBe(false);
  });

  it("cannot reach a file outside its folder through a link", () => {
    const [outside, own] = [join(folder, "outside"), join(folder, "linked")];
    mkdirSync(outside);
    mkdirSync(join(own, "partials"), { recursive: true });
    writeFileSync(join(outside, "secret.html.hbs"), "<p>secret</p>");
    symlinkSync(join(outside, "secret.html.hbs"), join(own, "partials", "secret.html.hbs"));
    writeFileSync(join(own, "plan.html.hbs"), "<main>{{> secret this}}</main>");
    const { status, stderr } = coprod(["plan", "river-house.yaml", "--template", "linked"]);
    expect(stderr).toContain('There is no part "secret"');
    expect(status).toBe(1);
    expect(isWritten()).toBe(false);
  });
});
