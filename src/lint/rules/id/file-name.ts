import { defineRule } from "../../rule.ts";

interface Facts {
  readonly id: string;
  readonly file: string;
}

export const fileNameRule = defineRule<Facts>({
  name: "id/file-name",
  severity: "info",
  about: {
    what: "A rubric whose file is not called by its id.",
    why: "Commands and assessments look for a rubric by its id, in a file of that name.",
    host: "rubric",
    bad: "id: «theirs»",
    good: "id: sample",
  },
  words: ({ id, file }) => ({
    says: `This rubric is called "${id}", and its file ${file}.`,
    why: "A command that is given the id finds no file.",
    fix: `Call the file ${id}.yaml. If answers use the id, keep the id.`,
  }),
  check({ rubric, source }) {
    if (rubric === undefined || !YAML.test(source.file)) return [];
    const file = source.file.split(/[/\\]/u).at(-1) ?? "";
    const names = [rubric.id, `${rubric.id}.rubric`];
    if (names.includes(file.replace(YAML, ""))) return [];
    return [{ at: { path: ["id"] }, facts: { id: rubric.id, file } }];
  },
});

/** Text from a pipe has no such name. */
const YAML = /\.ya?ml$/iu;
