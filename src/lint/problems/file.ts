import type { DiagnosticFacts, Words } from "../../yaml/diagnostic.ts";
import { type ParserProblems, quotable } from "./problem.ts";

declare module "../../yaml/diagnostic.ts" {
  interface DiagnosticFacts {
    "yaml/syntax": { readonly reason: string; readonly detail: string };
    "file/unsupported": {
      readonly reason: "newer" | "too-large" | "not-text" | "no-match" | "locked";
      readonly found: string;
      readonly known: string;
    };
    "shape/kind": { readonly found: string | undefined; readonly expected: readonly string[] };
  }
}

const UNSUPPORTED = {
  newer: (found: string, known: string): Words => ({
    says: `This file was made by a newer coprod (${found}). This one knows ${known}.`,
    fix: "Update coprod, then try again. The file has not been changed.",
  }),
  "too-large": (): Words => ({
    says: "This file is larger than 1 MB, so it is not one of ours.",
    fix: "Check the name, or make it smaller.",
  }),
  "not-text": (): Words => ({
    says: "This file is not plain text (UTF-8).",
    fix: "Save it as UTF-8 text, or check the name.",
  }),
  "no-match": (found: string): Words => ({
    says: `There is nothing to check in ${found}.`,
    fix: "Check the name, or take it out. The other files have been checked.",
  }),
  locked: (): Words => ({
    says: "This folder cannot be looked into.",
    fix: "Ask whoever keeps it for leave to read it. The other files have been checked.",
  }),
} as const;

/** About the file as a whole: whether it can be read, and what it is. */
export const FILE_PROBLEMS = {
  "yaml/syntax": {
    severity: "error",
    about: {
      what: "A file that cannot be read as YAML: tabs at the start of a line, a field given twice, a missing quote, several documents in one file.",
      why: "Nothing in the file can be used. The rest is checked once it can be read.",
      host: "rubric",
      bad: 'title: «"»Power at work',
      good: "title: Power at work",
    },
    alwaysTold: true,
    words: yamlWords,
  },
  "file/unsupported": {
    severity: "error",
    about: {
      what: "A file from a newer coprod, a file over 1 MB, or one that is not UTF-8 text; a folder that cannot be looked into, or a pattern that no file fits. The other files are checked, and the exit code is 3, or 2 for a pattern.",
      why: "Reading it half would lose what it holds. It is left alone.",
      host: "rubric",
      bad: "coprod: «rubric/99»",
      good: "coprod: rubric/1",
    },
    alwaysTold: true,
    words: ({ reason, found, known }) => UNSUPPORTED[reason](found, known),
  },
  "shape/kind": {
    severity: "error",
    about: {
      what: "A file named on the command line that does not say what it is in its first field.",
      why: "coprod goes by that field, not by the file's name.",
      host: "rubric",
      bad: "«coprod»: questions/1",
      good: "coprod: rubric/1",
    },
    words: ({ found, expected }) => ({
      says:
        found === undefined
          ? "This file does not say what it is."
          : `"${quotable(found)}" is not a kind of file that fits here.`,
      fix: `${found === undefined ? "Start the file with" : "What fits here is a file that starts with"}  coprod: ${expected.join("  or  coprod: ")}`,
    }),
  },
} as const satisfies Partial<ParserProblems>;

/** Plain words for the YAML parser's own codes; an unknown one falls back on the parser's sentence. */
function yamlWords({ reason, detail }: DiagnosticFacts["yaml/syntax"]): Words {
  return (
    YAML_WORDS[reason] ?? {
      says: `This is not written as YAML expects: ${detail}`,
      fix: GENERAL_FIX,
    }
  );
}

const GENERAL_FIX =
  "Compare the line with the lines around it: spaces at the start, colons, quotes.";

const YAML_WORDS: Readonly<Record<string, Words>> = {
  EMPTY: {
    says: "This file is empty.",
    fix: "Start it with  coprod: rubric/1  or  coprod: assessment/1",
  },
  CUT_OFF: {
    says: "This file ends too early: something after this line was lost.",
    fix: "Use a copy of it that is whole. If you know that nothing is missing, add  # The end  as the last line.",
  },
  TOO_DEEP: {
    says: "This file is nested too deeply to be read.",
    fix: "Take out the extra brackets or indentation.",
  },
  ALIASES: {
    says: "This file repeats parts of itself (* and &) in a way that cannot be read.",
    fix: "Write the text out instead.",
  },
  TAB_AS_INDENT: {
    says: "This line starts with a tab. YAML needs spaces here.",
    fix: "Replace the tab with two spaces.",
  },
  DUPLICATE_KEY: { says: "This field stands here twice.", fix: "Keep one of the two." },
  MULTIPLE_DOCS: {
    says: "A line of three hyphens starts a second document in this file.",
    fix: "Take the line out, or make two files.",
  },
  MISSING_CHAR: {
    says: "A sign is missing here: a quote, a bracket or a space after a colon.",
    fix: GENERAL_FIX,
  },
  BAD_INDENT: {
    says: "This line does not line up with the lines around it.",
    fix: "Use the same spaces at the start as its neighbours.",
  },
  BLOCK_AS_IMPLICIT_KEY: {
    says: "A colon is in a place where YAML does not expect one.",
    fix: "If it belongs to the text, put the whole text in quotes. If not, look at the spaces before the next line.",
  },
  MULTILINE_IMPLICIT_KEY: {
    says: "A field's name runs over more than one line. A colon or a quote may be missing.",
    fix: "Put a colon and a space after the name. If this is text, put the whole text in quotes.",
  },
  UNEXPECTED_TOKEN: {
    says: "There is something here that YAML does not expect.",
    fix: 'If it belongs to the text, put the whole text in double quotes: "...".',
  },
  BAD_ALIAS: {
    says: "A word here starts with * or &, which YAML reads as a sign of its own.",
    fix: "Put the text in quotes.",
  },
  TAG_RESOLVE_FAILED: {
    says: "A word here starts with !, which YAML reads as a sign of its own.",
    fix: "Put the text in quotes.",
  },
  NOT_CLOSED: {
    says: "A quote or a bracket is opened here, and YAML does not find its end.",
    fix: "Close it, and start the lines inside it with more spaces. If it belongs to the text, put the whole text in quotes.",
  },
  NON_STRING_KEY: {
    says: "The name of a field has to be plain text.",
    fix: "If the brackets belong to the text, put the whole text in quotes.",
  },
  RESERVED_NAME: {
    says: "This name is one that computers keep for themselves.",
    fix: "Choose another name.",
  },
  CONTROL_SIGN: {
    says: "There is a sign here that is not text, and that nobody can see.",
    fix: "Take it out, or save the file again as plain text (UTF-8).",
  },
  MERGE_MARK: {
    says: "This file holds two versions of the same lines, with marks that git has put between them.",
    fix: "Keep the lines you want. Take out the others and every line of marks, in each place. Two whole copies of an assessment are put together by coprod merge.",
  },
  BAD_DQ_ESCAPE: {
    says: "A backslash in double quotes has a meaning of its own, and this one means nothing.",
    fix: "Write two backslashes, or use single quotes.",
  },
  BAD_DIRECTIVE: {
    says: "A line that starts with % is an instruction for YAML, and this one means nothing.",
    fix: "Take the line out. If it belongs to a text, put the text in quotes.",
  },
  BAD_SCALAR_START: {
    says: "The text starts with a sign that YAML keeps for itself.",
    fix: "Put the text in quotes.",
  },
};
