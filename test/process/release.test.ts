import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { PACKAGE_FOLDER } from "../support/context.ts";

const { version } = JSON.parse(readFileSync(join(PACKAGE_FOLDER, "package.json"), "utf8")) as {
  version: string;
};
const hashOf = (text: string) => createHash("sha256").update(text).digest("hex");

/** The real files take minutes to make; what is told of them hangs on their names and bytes alone. */
describe("what winget, scoop and Homebrew are told of a release", () => {
  const folder = mkdtempSync(join(tmpdir(), "coprod-manifests-"));
  const archives = [
    `coprod-${version}-win-x64.zip`,
    `coprod-${version}-linux-x64.tar.gz`,
    `coprod-${version}-darwin-arm64.tar.gz`,
  ];
  const [zip = "", linux = "", mac = ""] = archives;
  const made = join(folder, "manifests");
  const text = (name: string) => readFileSync(join(made, name), "utf8");

  function make() {
    execFileSync("bash", [join(PACKAGE_FOLDER, "build", "manifests.sh"), folder, made]);
    return readdirSync(made, { recursive: true, encoding: "utf8" }).map((name) => basename(name));
  }

  beforeAll(() => {
    for (const name of archives) writeFileSync(join(folder, name), name);
    make();
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it("names the zip for Windows with its checksum, and the program in it", () => {
    const at = join("winget", "e", "Example", "coprod", version, "Example.coprod.installer.yaml");
    const winget = parse(text(at)) as {
      NestedInstallerFiles: { RelativeFilePath: string }[];
      Installers: { InstallerUrl: string; InstallerSha256: string }[];
    };
    expect(winget.Installers[0]?.InstallerUrl).toMatch(new RegExp(`/v${version}/${zip}$`, "u"));
    expect(winget.Installers[0]?.InstallerSha256).toBe(hashOf(zip));
    const folderInZip = zip.replace(".zip", "");
    expect(winget.NestedInstallerFiles[0]?.RelativeFilePath).toBe(`${folderInZip}\\coprod.exe`);
    const scoop = JSON.parse(text("coprod.json")) as {
      version: string;
      architecture: { "64bit": { url: string; hash: string; extract_dir: string } };
    };
    expect(scoop.version).toBe(version);
    expect(scoop.architecture["64bit"]).toEqual({
      url: winget.Installers[0]?.InstallerUrl,
      hash: hashOf(zip),
      extract_dir: folderInZip,
    });
  });

  it("gives Homebrew each archive with its own checksum", () => {
    const formula = text("coprod.rb");
    for (const name of [linux, mac])
      expect(formula).toContain(`/${name}"\n      sha256 "${hashOf(name)}"`);
  });

  it("does not tell of a file that is not there", () => {
    rmSync(join(folder, zip));
    rmSync(join(folder, mac));
    expect(make()).toEqual(["coprod.rb"]);
    expect(text("coprod.rb")).not.toContain("darwin");
    expect(text("coprod.rb")).toContain(hashOf(linux));
  });
});
