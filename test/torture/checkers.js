// Checkers of pages other than axe: Nu, IBM Equal Access and HTML_CodeSniffer, over every kind of plan, light and dark.
// `.ci/checkers` fetches them. What each finds is printed, and the run ends with 1 where one of them found an error.
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const [tools = "", work = ""] = process.argv.slice(2);
const fetched = createRequire(join(tools, "package.json"));
const places = { root: join(import.meta.dirname, "..", "..") };
const CHROMIUM = process.env.COPROD_CHROMIUM ?? "/usr/bin/chromium";

const EXAMPLE = readFileSync(join(places.root, "docs", "examples", "river-house.yaml"), "utf8");
const HOSTILE = `"<b>x</b> | \`a\` *b* [c](https://a.example) </td> & \\" ' <script>alert(1)</script> ${"wide".repeat(40)}"`;

const PLANS = {
  demo: EXAMPLE,
  tiny: "coprod: assessment/1\ntitle: Tiny\nrubrics: [{ id: principles }]\nanswers:\n  principles/power-talked-about: { answer: usual }\n",
  hostile: EXAMPLE.replace(
    /^(title|\s+(?:charity|note|do|first|sign|contact)): .+$/gmu,
    `$1: ${HOSTILE}`,
  ),
  big: EXAMPLE.replace(
    /^rubrics:\n(?: {2}- .*\n)+/mu,
    () =>
      `rubrics:\n${rubricIds()
        .map((id) => `  - id: ${id}\n`)
        .join("")}`,
  ),
};

const KINDS = {
  full: [],
  summary: ["--length", "summary"],
  public: ["--for", "public"],
  "large-print": ["--large-print"],
  poster: ["--length", "poster"],
};

function rubricIds() {
  return readdirSync(join(places.root, "rubrics"))
    .filter((name) => /^[a-z-]+\.yaml$/u.test(name) && name !== "guide.yaml")
    .map((name) => name.replace(/\.yaml$/u, ""));
}

function makePages() {
  mkdirSync(work, { recursive: true });
  const pages = [];
  for (const [plan, text] of Object.entries(PLANS)) {
    writeFileSync(join(work, `${plan}.yaml`), text);
    for (const [kind, words] of Object.entries(KINDS)) {
      const page = join(work, `${plan}-${kind}.html`);
      const argv = [
        join(places.root, "bin", "coprod.js"),
        "plan",
        `${plan}.yaml`,
        "-o",
        page,
        ...words,
      ];
      execFileSync(process.execPath, argv, { cwd: work, stdio: "pipe" });
      pages.push(page);
    }
  }
  return pages;
}

/** Errors alone: warnings are advice, and one about the hash of a style sheet is known to be false. */
function nu(pages) {
  const jar = fetched.resolve("vnu-jar/build/dist/vnu.jar");
  const { stderr } = spawnSync(
    "java",
    ["-jar", jar, "--errors-only", "--also-check-css", "--format", "json", ...pages],
    {
      encoding: "utf8",
      maxBuffer: 2 ** 26,
    },
  );
  return JSON.parse(stderr).messages.map(
    ({ url, message }) => `${url.split("/").at(-1)}: ${message}`,
  );
}

async function ibm(page, script) {
  // The page's own policy refuses a script element.
  await page.evaluate(script);
  const report = await page.evaluate(async () => {
    const checker = new ace.Checker();
    return checker.check(document, ["IBM_Accessibility"]);
  });
  return report.results
    .filter(({ value }) => value[0] === "VIOLATION" && value[1] === "FAIL")
    .map(({ ruleId, message, snippet }) => `${ruleId}: ${message} ${snippet.slice(0, 80)}`);
}

async function sniffer(page, script) {
  await page.evaluate(script);
  const found = await page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        HTMLCS.process(
          "WCAG2AA",
          document,
          () => resolve(HTMLCS.getMessages().map(({ type, code, msg }) => ({ type, code, msg }))),
          reject,
        );
      }),
  );
  return found.filter(({ type }) => type === 1).map(({ code, msg }) => `${code}: ${msg}`);
}

async function inBrowser(pages) {
  const scripts = ["accessibility-checker-engine/ace.js", "html_codesniffer/build/HTMLCS.js"].map(
    (path) => readFileSync(fetched.resolve(path), "utf8"),
  );
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: ["--no-sandbox"] });
  const found = { IBM: [], HTML_CodeSniffer: [] };
  for (const colorScheme of ["light", "dark"])
    for (const path of pages) {
      const page = await browser.newPage({ colorScheme });
      const name = `${path.split("/").at(-1)}, ${colorScheme}`;
      process.stderr.write(`${name}\n`);
      await page.goto(pathToFileURL(path).href);
      const told = (each) => `${name}: ${each}`;
      found.IBM.push(...(await ibm(page, scripts[0])).map(told));
      found.HTML_CodeSniffer.push(...(await sniffer(page, scripts[1])).map(told));
      await page.close();
    }
  await browser.close();
  return found;
}

const pages = makePages();
const found = { Nu: nu(pages), ...(await inBrowser(pages)) };
process.stdout.write(`| checker | pages | errors |\n| --- | ---: | ---: |\n`);
for (const [checker, errors] of Object.entries(found))
  process.stdout.write(`| ${checker} | ${pages.length} | ${errors.length} |\n`);
for (const [checker, errors] of Object.entries(found))
  for (const error of [...new Set(errors)].slice(0, 20))
    process.stdout.write(`${checker}: ${error}\n`);
process.exitCode = Object.values(found).some((errors) => errors.length > 0) ? 1 : 0;
