import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { PACKAGE_FOLDER } from "./support/context.ts";

describe("package.json", () => {
  const manifest = read("package.json") as {
    allowScripts?: Record<string, boolean>;
    preferUnplugged?: boolean;
  };

  it("answers for every package that wants to run a script, so that npm ci does not warn", () => {
    const { packages } = read("package-lock.json") as {
      packages: Record<string, { hasInstallScript?: boolean }>;
    };
    const withScripts = Object.keys(packages).filter((path) => packages[path]?.hasInstallScript);
    const names = withScripts.map((path) => path.replace(/^.*node_modules\//u, ""));
    expect(names).toContain("esbuild");
    expect(manifest.allowScripts).toEqual(Object.fromEntries(names.map((name) => [name, false])));
  });

  // Yarn keeps packages in zip files, and a thread without an environment cannot read those: a template of one's own failed.
  it("asks Yarn to unpack it, for its threads read its files", () => {
    expect(manifest.preferUnplugged).toBe(true);
  });
});

function read(name: string): unknown {
  return JSON.parse(readFileSync(join(PACKAGE_FOLDER, name), "utf8"));
}
