import { describe, expect, it } from "vitest";
import { EXIT } from "../../src/platform/errors.ts";
import { memoryFiles, runInMemory } from "../support/context.ts";
import { SOUND_RUBRIC } from "../support/rule-samples.ts";

const LATIN = SOUND_RUBRIC.replace("about: What we ask", "about: What we ask, e.g. of");

async function lint(files: Readonly<Record<string, string>>, ...argv: readonly string[]) {
  return runInMemory(["lint", ...argv], { files: memoryFiles(files) });
}

describe("coprod.yaml", () => {
  it("is found upwards and switches a rule off", async () => {
    const files = {
      "deep/down/ours.yaml": LATIN,
      "coprod.yaml": "coprod: config/1\nrules: { plain/latin: off }\n",
    };
    const { stdout, exitCode } = await lint(files, "deep/down/ours.yaml");
    expect(stdout).toBe("Checked 1 file: no problems.\n");
    expect(exitCode).toBe(EXIT.done);
  });

  it("is not looked for above the top of the repository", async () => {
    const files = {
      "deep/.git/HEAD": "",
      "deep/ours.yaml": LATIN,
      "coprod.yaml": "coprod: config/1\nrules: { plain/latin: off }\n",
    };
    expect((await lint(files, "deep/ours.yaml")).stdout).toContain("[plain/latin]");
  });

  it("makes a rule an error, and the run fails", async () => {
    const files = {
      "ours.yaml": LATIN,
      "coprod.yaml": "coprod: config/1\nrules: { plain/latin: { severity: error } }\n",
    };
    const { stdout, exitCode } = await lint(files, "ours.yaml");
    expect(stdout).toContain("error: ");
    expect(exitCode).toBe(EXIT.problems);
  });

  it("is left aside with --no-config, and --config names another", async () => {
    const files = {
      "ours.yaml": LATIN,
      "coprod.yaml": "coprod: config/1\nrules: { plain/latin: off }\n",
      "strict.yaml": "coprod: config/1\nrules: { plain/latin: error }\n",
    };
    expect((await lint(files, "ours.yaml", "--no-config")).stdout).toContain("1 warning");
    expect((await lint(files, "ours.yaml", "--config", "strict.yaml")).stdout).toContain("1 error");
  });

  it.each([
    ["an unknown rule", "rules: { plain/latn: off }", 'Did you mean "plain/latin"'],
    ["an unknown option", "rules: { plain/long-sentence: { word: 3 } }", 'Did you mean "words"?'],
    ["a wrong severity", "rules: { plain/latin: { severity: warn } }", "[shape/value]"],
    ["a wrong kind of value", "rules: { plain/long-sentence: { words: many } }", "a number from 0"],
    ["a rule that is always on", "rules: { yaml/syntax: off }", "[lint/config]"],
    ["an unknown profile", "profile: workshops", 'Did you mean "workshop"?'],
  ])("with %s is wrong use, at its place", async (_, settings, says) => {
    const files = { "ours.yaml": LATIN, "coprod.yaml": `coprod: config/1\n${settings}\n` };
    const { stderr, stdout, exitCode } = await lint(files, "ours.yaml");
    expect(stderr).toContain("coprod.yaml:2:");
    expect(stderr).toContain(says);
    expect(stdout).toBe("");
    expect(exitCode).toBe(EXIT.wrongUse);
  });

  it("is itself checked where it is met", async () => {
    const files = { "coprod.yaml": "coprod: config/1\nrules: { plain/latn: off }\n" };
    const { stdout, exitCode } = await lint(files, "coprod.yaml", "--no-config");
    expect(stdout).toContain('coprod.yaml:2:10 error: "plain/latn" is not a rule here.');
    expect(exitCode).toBe(EXIT.problems);
  });
});

describe("a profile", () => {
  it.each([
    ["workshop", false],
    ["easy-read", true],
  ])("%s says how long a question may be", async (profile, tooLong) => {
    const question = "Do we talk in the open with everyone who is here about who holds power?";
    const text = SOUND_RUBRIC.replace("Do we talk openly about who holds power?", question);
    const { stdout } = await lint({ "ours.yaml": text }, "ours.yaml", "--profile", profile);
    expect(stdout.includes("plain/long-question")).toBe(tooLong);
  });
});

describe("--print-config", () => {
  it("prints settings that would give the same, with where each comes from", async () => {
    const own = "coprod: config/1\nprofile: easy-read\nrules:\n  plain/latin: info\n";
    const { stdout } = await lint({ "coprod.yaml": own }, "--print-config", "ours.yaml");
    expect(stdout).toContain("profile: easy-read # coprod.yaml\n");
    expect(stdout).toContain("  plain/latin: info # coprod.yaml:4:3\n");
    expect(stdout).toContain(
      "  plain/long-sentence: { severity: warning, words: 15 } # profile easy-read\n",
    );
    const again = await lint(
      { "coprod.yaml": stdout, "ours.yaml": LATIN },
      "ours.yaml",
      "--verbose",
    );
    expect(again.stderr).toBe("");
    expect(again.stdout).toContain("info: ");
  });
});

describe("--explain", () => {
  it("prints a rule's page offline", async () => {
    const { stdout, exitCode } = await lint({}, "--explain", "plain/latin");
    expect(stdout).toContain("Why it matters:");
    expect(exitCode).toBe(EXIT.done);
  });

  it("lists all rules where none is named", async () => {
    const { stdout } = await lint({}, "--explain");
    expect(stdout.split("\n").length).toBeGreaterThan(60);
  });

  it("suggests a name that is near", async () => {
    const { stderr, exitCode } = await lint({}, "--explain", "plain/latni");
    expect(stderr).toContain('Did you mean "plain/latin"');
    expect(exitCode).toBe(EXIT.wrongUse);
  });
});

describe("what makes the run fail", () => {
  it.each([
    [[], EXIT.done],
    [["--fail-on", "warning"], EXIT.problems],
    [["--max-warnings", "1"], EXIT.done],
    [["--max-warnings", "0"], EXIT.problems],
  ])("one warning with %j ends with %i", async (argv, code) => {
    expect((await lint({ "ours.yaml": LATIN }, "ours.yaml", ...argv)).exitCode).toBe(code);
  });

  it("shows info only with --verbose, and counts it always", async () => {
    const text = SOUND_RUBRIC.replace("glossary:\n", "glossary:\n  quorum: How many decide.\n");
    const { stdout } = await lint({ "ours.yaml": text }, "ours.yaml");
    expect(stdout).not.toContain("[ref/unused]");
    expect(stdout).toMatch(/\d info/u);
    const verbose = await lint({ "ours.yaml": text }, "ours.yaml", "--verbose");
    expect(verbose.stdout).toContain("[ref/unused]");
  });

  it("shows one of a kind to people, and says how many more there are", async () => {
    const terms = Array.from({ length: 24 }, (_, at) => `  term${at}x: Used via others.\n`).join(
      "",
    );
    const text = SOUND_RUBRIC.replace("glossary:\n", `glossary:\n${terms}`);
    const { stdout } = await lint({ "ours.yaml": text }, "ours.yaml");
    expect(stdout.match(/\[plain\/latin\]/gu)).toHaveLength(1);
    expect(stdout).toMatch(/23 more/u);
    expect(stdout).toContain("24 warnings");
  });
});

describe("- with --stdin-filename", () => {
  it("checks text from a pipe as if it were the file", async () => {
    const { stdout, exitCode } = await runInMemory(
      ["lint", "-", "--stdin-filename", "sub/ours.yaml", "--fail-on", "warning"],
      { files: memoryFiles({}), readStdin: async () => LATIN },
    );
    expect(stdout).toContain("sub/ours.yaml:6:21");
    expect(exitCode).toBe(EXIT.problems);
  });

  it("checks a template too, beside the parts of its folder", async () => {
    const files = memoryFiles({ "templates/partials/mine.html.hbs": "<p>{{title}}</p>" });
    const { stdout } = await runInMemory(
      ["lint", "-", "--stdin-filename", "templates/plan.html.hbs", "--format", "compact"],
      { files, readStdin: async () => "{{> mine this}}\n{{> yours this}}\n" },
    );
    expect(stdout).toContain("templates/plan.html.hbs:2:5: error: ");
    expect(stdout).toContain("1 error");
  });

  it("refuses to change what is not a file", async () => {
    const { exitCode } = await lint({}, "-", "--fix");
    expect(exitCode).toBe(EXIT.wrongUse);
  });
});
