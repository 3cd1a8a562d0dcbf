import { describe, expect, it } from "vitest";
import { repositoryNames } from "../../src/files/display-path.ts";
import type { CiEnvironment } from "../../src/platform/ports.ts";
import { CHARITY_FOLDER, memoryFiles } from "../support/context.ts";

async function nameOf(file: string, setting: { git?: string; cwd?: string; env?: CiEnvironment }) {
  const files = memoryFiles(setting.git === undefined ? {} : { [setting.git]: "" });
  const cwd = setting.cwd ?? `${CHARITY_FOLDER}/docs/rubrics`;
  const names = await repositoryNames({ cwd, files, env: setting.env ?? {} });
  return names(file);
}

describe("repositoryNames", () => {
  it("starts at the nearest folder that git calls its own", async () => {
    expect(await nameOf("a.yaml", { git: ".git/HEAD" })).toBe("docs/rubrics/a.yaml");
    expect(await nameOf("a.yaml", { git: "docs/.git/HEAD" })).toBe("rubrics/a.yaml");
  });

  it("takes the file that stands for git in a second working tree", async () => {
    expect(await nameOf("a.yaml", { git: "docs/.git" })).toBe("rubrics/a.yaml");
  });

  it("prefers git to what the service says, since a checkout may lie deeper", async () => {
    const env = { GITHUB_WORKSPACE: CHARITY_FOLDER };
    expect(await nameOf("a.yaml", { git: "docs/.git/HEAD", env })).toBe("rubrics/a.yaml");
  });

  it.each(["GITHUB_WORKSPACE", "CI_PROJECT_DIR"])(
    "starts at %s where there is no git",
    async (name) => {
      expect(await nameOf("a.yaml", { env: { [name]: CHARITY_FOLDER } })).toBe(
        "docs/rubrics/a.yaml",
      );
    },
  );

  it("starts at the working folder where nothing is known", async () => {
    expect(await nameOf("a.yaml", {})).toBe("a.yaml");
  });

  it("shortens a whole path, and leaves one outside the repository whole", async () => {
    const git = ".git/HEAD";
    expect(await nameOf(`${CHARITY_FOLDER}/ours.yaml`, { git })).toBe("ours.yaml");
    expect(await nameOf("/elsewhere/ours.yaml", { git })).toBe("/elsewhere/ours.yaml");
  });

  it("goes on where a folder cannot be looked into", async () => {
    const files = memoryFiles();
    const kind = async () => Promise.reject(new Error("denied"));
    const names = await repositoryNames({
      cwd: CHARITY_FOLDER,
      files: { ...files, kind },
      env: {},
    });
    expect(names("a.yaml")).toBe("a.yaml");
  });
});
