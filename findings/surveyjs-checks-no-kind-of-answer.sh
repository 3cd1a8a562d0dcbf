#!/usr/bin/env bash
# SurveyJS (survey-core 3.1.1), given answers from elsewhere (a file, a spreadsheet) to check by its own tryComplete(),
# looks at limits only where an answer already is of the right kind. A number of at most 5 refuses 99 and takes "99,5"
# and "soon"; a day not before 2027 refuses 2026-12-31 and takes 31/12/2026; a rating from 1 to 5 takes 9; and a required
# table whose one answer names no column is cleared and counts as answered. A choice that is not there is cleared too,
# but there the required question does stop. So whoever reads answers back has to check each kind by themselves.
# Output seen: number "99": refused; number "99,5", "soon": taken; date "2026-12-31": refused; date "31/12/2026": taken;
# rating 9: taken; radiogroup "zz": refused, {}; matrix {"r":"zz"}: taken, {}
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund survey-core@3.1.1
cat >try.cjs <<'JS'
const assert = require("node:assert");
const { Model } = require("survey-core");
function completed(question, answer) {
  const survey = new Model({ elements: [{ name: "q", isRequired: true, ...question }] });
  survey.data = { q: answer };
  return [survey.tryComplete(), JSON.stringify(survey.data)];
}
const number = { type: "text", inputType: "number", min: 1, max: 5 };
const day = { type: "text", inputType: "date", min: "2027-01-01" };
const cases = [
  [number, "99", false, '{"q":"99"}'],
  [number, "99,5", true, '{"q":"99,5"}'],
  [number, "soon", true, '{"q":"soon"}'],
  [day, "2026-12-31", false, '{"q":"2026-12-31"}'],
  [day, "31/12/2026", true, '{"q":"31/12/2026"}'],
  [{ type: "rating", rateMax: 5 }, 9, true, '{"q":9}'],
  [{ type: "radiogroup", choices: ["a", "b"] }, "zz", false, "{}"],
  [{ type: "matrix", rows: ["r"], columns: ["a", "b"] }, { r: "zz" }, true, "{}"],
];
for (const [question, answer, isTaken, left] of cases) {
  const [taken, data] = completed(question, answer);
  console.log(`${question.inputType ?? question.type} ${JSON.stringify(answer)}: ${taken ? "taken" : "refused"}, ${data}`);
  assert.deepEqual([taken, data], [isTaken, left]);
}
JS
node try.cjs
