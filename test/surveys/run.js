// Fills in what `coprod rubric export` makes in the engines that people will load it into, and reads back what they save: the
// ODK form in @getodk/xforms-engine under jsdom, SurveyJS's questions in survey-core. Run after a build, with a network:
// node test/surveys/run.js. The packages are installed in a temporary folder; COPROD_BIN names another build.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const PACKAGES = ["@getodk/xforms-engine@0.22.0", "jsdom@26.1.0", "survey-core@3.1.1"];
const BIN = process.env["COPROD_BIN"] ?? join(import.meta.dirname, "../../bin/coprod.js");
const folder = mkdtempSync(join(tmpdir(), "coprod-surveys-"));
const coprod = (...args) =>
  execFileSync(process.execPath, [BIN, ...args], { cwd: folder, encoding: "utf8" });

const ASSESSMENT = `coprod: assessment/1
title: A try
started: 2026-11-21
rubrics:
  - { id: principles }
people:
  - { group: lived-experience, name: People with lived experience, present: 0 }
  - { group: staff, name: Staff, present: 0 }
`;

function check(what, is) {
  process.stdout.write(`${is ? "well" : "WRONG"}: ${what}\n`);
  if (!is) process.exitCode = 1;
}

/** How many answers the assessment holds after these answers were added. */
function votesAfter(name, content) {
  writeFileSync(join(folder, "ours.yaml"), ASSESSMENT);
  writeFileSync(join(folder, name), content);
  coprod("votes", "add", "ours.yaml", name, "--yes");
  return (readFileSync(join(folder, "ours.yaml"), "utf8").match(/outside:/gu) ?? []).length;
}

try {
  execFileSync("npm", ["init", "-y"], { cwd: folder, stdio: "ignore" });
  execFileSync("npm", ["install", "--no-audit", "--no-fund", ...PACKAGES], {
    cwd: folder,
    stdio: ["ignore", "ignore", "inherit"],
  });
  writeFileSync(join(folder, "ours.yaml"), ASSESSMENT);
  coprod("rubric", "export", "ours.yaml", "--format", "xform", "-o", "form.xml");
  coprod("rubric", "export", "ours.yaml", "--format", "surveyjs", "-o", "survey.json");
  for (const engine of ["odk.mjs", "surveyjs.mjs"]) {
    writeFileSync(join(folder, engine), readFileSync(join(import.meta.dirname, engine), "utf8"));
    const out = execFileSync(process.execPath, [engine], { cwd: folder, encoding: "utf8" });
    const { questions, labels, dropped, file, answers } = JSON.parse(out);
    check(`${engine}: the form opens with its questions (${questions})`, questions > 20);
    check(`${engine}: each has its words`, labels);
    check(`${engine}: a value that is not listed is dropped without a word`, dropped);
    check(`${engine}: all that it saves is counted`, votesAfter(file, answers) === questions);
  }
} finally {
  rmSync(folder, { recursive: true });
}
