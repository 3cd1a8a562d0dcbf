// Runs each block of docs/ci.md as it is written, in a charity's repository with the packed package, and gives what comes out
// to readers that are not ours: Microsoft's SARIF multitool with GitHub's rules, GitLab's own schema, readers of JUnit, and
// pre-commit with a clone. Run after a build, with a network: bash .ci/guide.
import { execFileSync, spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import ajvModule from "ajv";
import { XMLParser } from "fast-xml-parser";
import { parse, stringify } from "yaml";

const ROOT = join(import.meta.dirname, "../..");
const TOOLS = ["@microsoft/sarif-multitool@5.7.0", "junit2json@4.0.0"];
const GITLAB =
  "https://gitlab.com/gitlab-org/gitlab-foss/-/raw/master/app/validators/json_schemas/codeclimate.json";

const work = mkdtempSync(join(tmpdir(), "coprod-ci-guide-"));
const charity = join(work, "charity");
const clone = join(work, "coprod");
const guide = readFileSync(join(ROOT, "docs/ci.md"), "utf8");
const sectionOf = (heading) =>
  guide.split(/^## /mu).find((each) => each.startsWith(`${heading}\n`)) ?? "";
const blocksOf = (heading) =>
  [...sectionOf(heading).matchAll(/^```\w+\n([\s\S]*?)^```$/gmu)].map(([, text]) => text);

function check(what, is, otherwise = "") {
  process.stdout.write(`${is ? "well" : "WRONG"}: ${what}\n${is ? "" : `${otherwise}\n`}`);
  if (!is) process.exitCode = 1;
}

/** A line of the guide in a shell, as the machines of GitHub and GitLab run it. */
function shell(line, env = {}) {
  const run = spawnSync("bash", ["-eo", "pipefail", "-c", line], {
    cwd: charity,
    encoding: "utf8",
    env: { ...process.env, CI: "true", COPROD_CACHE: join(work, "cache"), ...env },
  });
  return { code: run.status, out: run.stdout, all: run.stdout + run.stderr };
}

const git = (...args) => execFileSync("git", ["-C", charity, ...args], { encoding: "utf8" });
const has = (name) => existsSync(join(charity, name));
const read = (name) => readFileSync(join(charity, name), "utf8");
const write = (name, text) => writeFileSync(join(charity, name), text);

/** A repository as the guide assumes one: coprod among its packages, a rubric of its own, an assessment. */
function makeCharity() {
  execFileSync("git", ["clone", "--quiet", ROOT, clone]);
  mkdirSync(join(charity, "rubrics"), { recursive: true });
  cpSync(
    join(ROOT, "docs/examples/rubrics/two-sides.yaml"),
    join(charity, "rubrics/two-sides.yaml"),
  );
  write("river-house.yaml", readFileSync(join(ROOT, "docs/examples/river-house.yaml"), "utf8"));
  execFileSync("npm", ["pack", "--silent", "--pack-destination", work], { cwd: ROOT });
  const tarball = join(
    work,
    `coprod-${JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")).version}.tgz`,
  );
  write("package.json", JSON.stringify({ name: "our-charity", private: true }));
  write(".gitignore", "node_modules\n");
  execFileSync("npm", ["install", "--silent", "--no-audit", "--no-fund", "--save-dev", tarball], {
    cwd: charity,
  });
  git("init", "--quiet", "--initial-branch=main");
  git("config", "user.email", "us@example.org");
  git("config", "user.name", "Us");
  commit("Our files");
  execFileSync("npm", ["init", "-y"], { cwd: work, stdio: "ignore" });
  execFileSync("npm", ["install", "--silent", "--no-audit", "--no-fund", ...TOOLS], { cwd: work });
}

function commit(words) {
  git("add", "--all");
  git("commit", "--quiet", "--message", words);
}

/** Something of each kind: an error, warnings, words that mean something to a log, and a silenced finding. */
function breakFiles() {
  write("river-house.yaml", read("river-house.yaml").replace(/^answers:/mu, "answer:"));
  write(
    "rubrics/100% our,own.yaml",
    read("rubrics/two-sides.yaml")
      .replace(/^id: .*$/mu, "id: our-own")
      .replace(/^title: .*$/mu, 'title: "We utilise 100%,%0A ::error:: it, e.g. a hour"'),
  );
}

function problems() {
  const { out } = shell("npx coprod lint --format json");
  return JSON.parse(out).problems;
}

/** Workflow commands as GitHub's runner reads them: https://docs.github.com/actions, "Workflow commands". */
function commandsIn(log) {
  return [...log.matchAll(/^::(error|warning|notice) ([^\n]*?)::([^\n]*)$/gmu)].map(
    ([, kind, fields, message]) => {
      const named = fields.split(",").map((field) => field.split(/=(.*)/su));
      const values = named.map(([name, value]) => [name, unescaped(value ?? "", PROPERTY)]);
      return { kind, ...Object.fromEntries(values), message: unescaped(message, MESSAGE) };
    },
  );
}

const MESSAGE = { "%0D": "\r", "%0A": "\n", "%25": "%" };
const PROPERTY = { ...MESSAGE, "%3A": ":", "%2C": "," };
const unescaped = (text, signs) => text.replace(/%[0-9A-F]{2}/gu, (sign) => signs[sign] ?? sign);

function gitHub() {
  const [workflow, matcher] = blocksOf("GitHub").map((text) => parse(text));
  const summary = join(work, "summary.md");
  const env = { GITHUB_ACTIONS: "true", GITHUB_STEP_SUMMARY: summary, GITHUB_WORKSPACE: charity };
  const { steps } = workflow.jobs.lint;
  for (const { run } of steps.filter((step) => step.run?.startsWith("npm")))
    check(`GitHub: ${run}`, shell(run, env).code === 0);
  const lint = steps.find((step) => step.run?.includes("coprod lint")).run;
  breakFiles();
  const { code, out } = shell(lint, env);
  const found = problems();
  check(`GitHub: ${lint} fails where there is an error`, code === 1, out);
  const told = commandsIn(out).map(
    ({ file, line, col, message }) => `${file}:${line}:${col} ${message}`,
  );
  const right = found.filter(({ severity }) => severity !== "info");
  const missing = right.filter(
    ({ file, start }) =>
      !told.some((each) => each.startsWith(`${file}:${start.line}:${start.column} `)),
  );
  check(
    `GitHub: ${told.length} marks are read back at the places of ${right.length} findings`,
    missing.length === 0 && told.length > 0,
    JSON.stringify(missing),
  );
  check(
    "GitHub: a name and words with signs of its own come through",
    told.some((each) => each.startsWith("rubrics/100% our,own.yaml:") && each.includes("utilise")),
    out,
  );
  check(
    "GitHub: the job summary is written",
    existsSync(summary) && readFileSync(summary, "utf8").includes("shape/unknown-key"),
  );
  const upload = steps.find((step) => step.uses?.includes("upload-sarif")).with.sarif_file;
  check(`GitHub: ${upload} is there for the step after a failed one`, has(upload));
  sarif(upload);
  const [add, compact] = matcher.map(({ run }) => shell(run));
  const path = /^::add-matcher::(.+)$/mu.exec(add.out)?.[1] ?? "";
  check("GitHub: the problem matcher is in the package", has(path), add.all);
  const { regexp } = JSON.parse(read(path)).problemMatcher[0].pattern[0];
  const matched = compact.out.split("\n").filter((line) => new RegExp(regexp, "u").test(line));
  check(
    `GitHub: it finds ${matched.length} problems in the short log`,
    matched.length === right.length,
    compact.all,
  );
}

/** The results of Microsoft's validator with the rules of the standard and of GitHub, the worst alone. */
function validated(name) {
  const out = join(work, "validated.sarif");
  spawnSync(
    join(work, "node_modules/.bin/sarif-multitool"),
    [
      "validate",
      name,
      "--rule-kind",
      "'Sarif;Gh;Ghas'",
      "--level",
      "'Error;Warning'",
      "--output",
      out,
      "--log",
      "ForceOverwrite",
    ],
    {
      cwd: charity,
      env: { ...process.env, DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: "1" },
    },
  );
  const [run] = JSON.parse(readFileSync(out, "utf8")).runs;
  return (run.results ?? []).map(({ ruleId, level }) => `${level ?? "warning"} ${ruleId}`);
}

function sarif(name) {
  const log = JSON.parse(read(name));
  const faults = validated(name);
  const { rules } = log.runs[0].tool.driver;
  check(
    `SARIF: no error and no warning of Microsoft's multitool with GitHub's rules, for ${rules.length} rules and ${log.runs[0].results.length} results`,
    faults.length === 0,
    faults.join("\n"),
  );
  delete rules[0].help;
  for (const result of log.runs[0].results) delete result.locations;
  write("broken.sarif", JSON.stringify(log));
  const broken = validated("broken.sarif");
  check(
    `SARIF: of a log that lacks what GitHub asks for it tells (${[...new Set(broken)].join(", ")})`,
    broken.some((each) => /^error GH/u.test(each)),
  );
  rmSync(join(charity, "broken.sarif"));
}

async function gitLab() {
  const [{ coprod }] = blocksOf("GitLab").map((text) => parse(text));
  const runs = coprod.script.map((line) => shell(line));
  check(
    `GitLab: ${coprod.script.join(" && ")} fails where there is an error`,
    runs.map(({ code }) => code).join() === "0,1",
    runs.map(({ all }) => all).join("\n"),
  );
  const { codequality, junit } = coprod.artifacts.reports;
  const issues = JSON.parse(read(codequality));
  const found = problems();
  check(
    `GitLab: ${codequality} has all ${found.length} findings`,
    issues.length === found.length && found.length > 0,
  );
  const schema = await gitLabSchema();
  if (schema === undefined) process.stdout.write("not tried: GitLab's schema (SCHEMAS=none)\n");
  else {
    const validate = new ajvModule.default({ strict: false, allErrors: true }).compile(schema);
    const bad = issues.filter((issue) => !validate(issue));
    check(
      "GitLab: each is as GitLab's own schema has it",
      bad.length === 0,
      JSON.stringify(validate.errors),
    );
    check(
      "GitLab: the schema refuses one without a fingerprint",
      !validate({ ...issues[0], fingerprint: undefined }),
    );
  }
  await jUnit(junit, found);
}

async function gitLabSchema() {
  const { SCHEMAS } = process.env;
  if (SCHEMAS === "none") return undefined;
  if (SCHEMAS) return JSON.parse(readFileSync(join(SCHEMAS, basename(GITLAB)), "utf8"));
  return (await fetch(GITLAB)).json();
}

/** Tests and failures of a report, as each reader counts them. */
async function jUnit(name, found) {
  const files = new Set(
    found.filter(({ severity }) => severity === "error").map(({ file }) => file),
  );
  const { parse: readJUnit } = await import(
    join(work, "node_modules/junit2json/dist/esm/index.js")
  );
  const read1 = (await readJUnit(read(name))).testsuite;
  const parser = new XMLParser({
    ignoreAttributes: false,
    isArray: (tag) => ["testsuite", "testcase", "failure"].includes(tag),
  });
  const read2 = parser.parse(read(name)).testsuites.testsuite;
  const failing = [
    read1
      .filter((suite) => suite.testcase.some(({ failure }) => failure !== undefined))
      .map((suite) => suite.name),
    read2
      .filter((suite) => suite.testcase.some(({ failure }) => failure !== undefined))
      .map((suite) => suite["@_name"]),
  ];
  for (const [at, names] of failing.entries())
    check(
      `JUnit: ${["junit2json", "fast-xml-parser"][at]} reads ${names.length} failed file(s)`,
      names.length === files.size && names.every((each) => files.has(each)),
      names.join(),
    );
  const python = spawnSync(
    "/usr/bin/python3",
    [
      "-c",
      "import sys; from junitparser import JUnitXml; print(sum(suite.failures for suite in JUnitXml.fromfile(sys.argv[1])))",
      name,
    ],
    { cwd: charity, encoding: "utf8" },
  );
  if (python.status !== 0)
    process.stdout.write("not tried: Debian's python3-junitparser is not installed\n");
  else
    check(
      "JUnit: Debian's junitparser counts the same",
      python.stdout.trim() ===
        String(read2.reduce((sum, suite) => sum + Number(suite["@_failures"]), 0)),
      python.stdout,
    );
}

function preCommit() {
  if (spawnSync("pre-commit", ["--version"]).status !== 0) {
    check("pre-commit is installed", process.env["COPROD_REQUIRE_PRE_COMMIT"] !== "1");
    return;
  }
  const [text] = blocksOf("pre-commit");
  const version = execFileSync("git", ["-C", clone, "rev-parse", "HEAD"], {
    encoding: "utf8",
  }).trim();
  const settings = text.replace("ADDRESS", clone).replace("VERSION", version);
  const env = { PRE_COMMIT_HOME: join(work, "pre-commit") };
  const tried = (args) => {
    const value = parse(settings);
    if (args !== undefined) Object.assign(value.repos[0].hooks[0], parse(args));
    write(".pre-commit-config.yaml", args === undefined ? settings : stringify(value));
    git("add", "--all");
    return shell("pre-commit run --all-files", env);
  };
  const said = [...sectionOf("pre-commit").matchAll(/`(args: [^`]+)`/gu)].map(([, args]) => args);
  check(
    "pre-commit: installs the hook from a clone, which tells what is wrong",
    tried().all.includes("[shape/unknown-key]"),
  );
  git("reset", "--quiet", "--hard");
  git("clean", "--quiet", "--force");
  mkdirSync(join(charity, "our-folder"));
  write(
    "our-folder/our-own.yaml",
    read("rubrics/two-sides.yaml").replace(/^id: .*$/mu, "id: our-own"),
  );
  const sound = tried();
  check(
    "pre-commit: passes where all is well",
    sound.code === 0 && sound.all.includes("Passed"),
    sound.all,
  );
  for (const args of said) {
    const run = tried(args);
    const right = args.includes("max-warnings") ? 1 : 0;
    check(`pre-commit: ${args} ends with ${right}`, run.code === right, run.all);
  }
}

function earlierVersion() {
  git("init", "--quiet", "--bare", join(work, "origin"));
  git("remote", "add", "origin", join(work, "origin"));
  commit("With the hook");
  git("push", "--quiet", "origin", "main");
  const [line] = /coprod lint rubrics --against origin\/main/u.exec(
    sectionOf("An earlier version"),
  );
  check(`${line}: nothing changed`, shell(`npx ${line}`).code === 0);
  const path = "rubrics/two-sides.yaml";
  write(path, read(path).replace(/asks: .*/u, "asks: Do we ask something quite different now?"));
  const { code, out } = shell(`npx ${line}`);
  check(
    `${line}: tells of other words under the same version`,
    code === 1 && out.includes("version/changed-meaning"),
    out,
  );
  git("reset", "--quiet", "--hard");
}

function settingsAndEditors() {
  const [settings] = blocksOf("Settings: coprod.yaml");
  write("coprod.yaml", settings);
  const path = "rubrics/two-sides.yaml";
  write(path, read(path).replace(/^title: .*$/mu, "title: What a client sees"));
  const agreed = shell("npx coprod lint");
  check(
    "coprod.yaml, as it is written, holds",
    agreed.code === 0 && agreed.out.includes("[words/agreed]"),
    agreed.all,
  );
  const printed = shell(`npx coprod lint --print-config ${path}`);
  check(
    "--print-config says where a setting comes from",
    printed.code === 0 && printed.out.includes("coprod.yaml"),
    printed.all,
  );
  const schema = JSON.parse(shell("npx coprod schema config").out);
  const validate = new ajvModule.default({ strict: false }).compile(schema);
  check(
    "coprod.yaml is as its schema has it",
    validate(parse(settings)),
    JSON.stringify(validate.errors),
  );
  check(
    "the schema for editors is made",
    shell("npx coprod schema rubric > rubric.schema.json").code === 0 && has("rubric.schema.json"),
  );
  const [head] = blocksOf("Editors");
  write("ours.yaml", head);
  const typed = shell("npx coprod lint - --stdin-filename ours.yaml --format json < ours.yaml");
  check(
    "what is typed is checked",
    JSON.parse(typed.out).problems.every(({ file }) => file === "ours.yaml"),
    typed.all,
  );
  rmSync(join(charity, "ours.yaml"));
  const { command, problemMatcher } = JSON.parse(blocksOf("Visual Studio Code")[0]).tasks[0];
  const lines = shell(command).out.split("\n");
  const { regexp } = problemMatcher.pattern;
  check(
    "the task of Visual Studio Code lists what it finds",
    lines.some((line) => new RegExp(regexp, "u").exec(line)?.[6] === "words/agreed"),
  );
}

try {
  makeCharity();
  gitHub();
  await gitLab();
  preCommit();
  earlierVersion();
  settingsAndEditors();
} finally {
  rmSync(work, { recursive: true, force: true });
}
