import { readFileSync } from "node:fs";
import { Model } from "survey-core";

const definition = JSON.parse(readFileSync("survey.json", "utf8"));
const survey = new Model(definition);
const all = survey.getAllQuestions();
const labels = all.every((each) => each.title.length > 10 && each.choices.length > 1);
for (const each of all) each.value = each.choices[0].value;
survey.completeLastPage();
const saved = { ...survey.data };
const other = new Model(definition);
const [group, second] = other.getAllQuestions();
group.value = group.choices[0].value;
other.setValue(second.name, "not_listed");
other.doComplete();
process.stdout.write(
  JSON.stringify({
    questions: all.length - 1,
    labels: labels && survey.state === "completed",
    dropped: other.data[second.name] === undefined,
    file: "answers.json",
    answers: JSON.stringify([saved]),
  }),
);
