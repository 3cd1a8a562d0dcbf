import type { ParserRule } from "./parser-rule.ts";

/** About the file as a whole, and the form of what stands in it. */
export const FILE_RULES: readonly ParserRule[] = [
  {
    name: "yaml/syntax",
    severity: "error",
    about: {
      what: "A file that cannot be read as YAML: tabs at the start of a line, a field given twice, a missing quote, several documents in one file.",
      why: "Nothing in the file can be used. The rest is checked once it can be read.",
      host: "rubric",
      bad: 'title: «"»Power at work',
      good: "title: Power at work",
    },
  },
  {
    name: "file/unsupported",
    severity: "error",
    about: {
      what: "A file from a newer coprod, a file over 1 MB, or one that is not UTF-8 text. The last two cannot be read at all: the other files are checked, and the exit code is 3.",
      why: "Reading it half would lose what it holds. It is left alone.",
      host: "rubric",
      bad: "coprod: «rubric/99»",
      good: "coprod: rubric/1",
    },
  },
  {
    name: "shape/kind",
    severity: "error",
    about: {
      what: "A file named on the command line that does not say what it is in its first field.",
      why: "coprod goes by that field, not by the file's name.",
      host: "rubric",
      bad: "«coprod»: questions/1",
      good: "coprod: rubric/1",
    },
  },
  {
    name: "shape/unknown-key",
    severity: "error",
    canFix: true,
    about: {
      what: "A field that does not belong here, most often a slip of the pen.",
      why: "What stands under it would be lost without a word.",
      host: "criterion",
      bad: "«ask»: Do we talk openly about who holds power?",
      good: "asks: Do we talk openly about who holds power?",
    },
  },
  {
    name: "shape/missing",
    severity: "error",
    about: {
      what: "A field that has to be there.",
      why: "The room would see a gap.",
      host: "rubric",
      bad: "bands:\n  - «{ id: low, name: Just starting, from: 0 }»",
      good: "bands:\n  - { id: low, name: Just starting, from: 0, means: It is early. }",
    },
  },
  {
    name: "shape/type",
    severity: "error",
    about: {
      what: "A number, a list or true and false where text is meant, or the other way round.",
      why: "People would see something else than you wrote.",
      host: "section",
      bad: "signs: «People stay away.»",
      good: "signs:\n  - People stay away.",
    },
  },
  {
    name: "shape/value",
    severity: "error",
    canFix: true,
    about: {
      what: "A value that is not one of those that fit, or not of the right form.",
      why: "coprod would not know what to do with it.",
      host: "section",
      bad: "kind: «principal»",
      good: "kind: principle",
    },
  },
  {
    name: "id/format",
    severity: "error",
    canFix: true,
    about: {
      what: "A name for files that is not in small letters, digits and hyphens.",
      why: "Answers are filed under it, on every kind of computer.",
      host: "criterion",
      bad: "id: «Power Talked About»",
      good: "id: power-talked-about",
    },
  },
  {
    name: "id/duplicate",
    severity: "error",
    about: {
      what: "The same name for two things that have to be told apart.",
      why: "Nobody could say which question an answer belongs to.",
      host: "rubric",
      bad: "bands:\n  - { id: low, name: Just starting, from: 0, means: It is early. }\n  - { id: «low», name: Doing it, from: 1/2, means: It is there. }",
      good: "bands:\n  - { id: low, name: Just starting, from: 0, means: It is early. }\n  - { id: high, name: Doing it, from: 1/2, means: It is there. }",
    },
  },
  {
    name: "ref/unknown",
    severity: "error",
    canFix: true,
    about: {
      what: "The name of a scale, a level, a barrier, a source, a band or a page that does not exist.",
      why: "What it points to would never be found.",
      host: "criterion",
      bad: "from: { «tlak»: [First evening] }",
      good: "from: { talk: [First evening] }",
    },
  },
];
