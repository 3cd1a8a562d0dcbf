import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { BIN, IS_BUILT } from "../support/child.ts";
import { CAN_READ_PDF } from "../support/pdf.ts";

const hasTools =
  spawnSync("strace", ["-V"]).status === 0 &&
  ["chromium", "google-chrome"].some((name) => spawnSync("which", [name]).status === 0);

const READER = "pdfinfo";

/** Poppler says so where it meets a part of the structure that it has no meaning for, and leaves out its words. */
function expectWholeFacts(pdf: string): void {
  if (!CAN_READ_PDF) return;
  const asked = (...args: readonly string[]) =>
    spawnSync(READER, [...args, pdf], { encoding: "utf8" });
  const structure = asked("-struct-text");
  expect(structure.stderr).toBe("");
  expect(structure.stdout).toContain("For trustees, not for publishing");
  expect(structure.stdout).toContain(" (4); ");
  const facts = asked().stdout;
  expect(facts).toMatch(/^Author: +River House$/mu);
  expect(facts).toMatch(/^Creator: +coprod$/mu);
  expect(facts).toMatch(/^Metadata Stream: +yes$/mu);
}

it.skipIf(!IS_BUILT || !hasTools)(
  "makes a PDF without asking the network for anything",
  () => {
    const folder = mkdtempSync(join(tmpdir(), "offline-"));
    try {
      const calls = join(folder, "calls");
      const example = join(import.meta.dirname, "../../docs/examples/river-house.yaml");
      const pdf = join(folder, "plan.pdf");
      const args = ["plan", example, "-f", "pdf", "-o", pdf];
      const traced = ["-f", "-qq", "-e", "trace=connect,sendto,sendmsg,sendmmsg", "-o", calls];
      spawnSync("strace", [...traced, process.execPath, BIN, ...args], { timeout: 110_000 });
      expect(existsSync(pdf)).toBe(true);
      expectWholeFacts(pdf);
      const outside = readFileSync(calls, "utf8")
        .split("\n")
        .filter((line) => /AF_INET6?\b/u.test(line))
        // A browser asks the system so whether it has a way to IPv6. Nothing is sent, and no switch turns it off.
        .filter((line) => !line.includes('"2001:4860:4860::8888"'))
        .filter((line) => !/127\.0\.0\.1|"::1"/u.test(line));
      expect(outside).toEqual([]);
      const lookUps = readFileSync(calls, "utf8")
        .split("\n")
        .filter((line) => line.includes("htons(53)"));
      expect(lookUps).toEqual([]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
  120_000,
);
