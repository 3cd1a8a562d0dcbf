import { parseDocument } from "yaml";
import type { Range } from "./node-at.ts";
import { parsedTree } from "./parsed-tree.ts";
import { type SyntaxProblem, syntaxProblems } from "./syntax-problems.ts";
import { tooDeepAt } from "./too-deep.ts";
import type { Read } from "./yaml-tree.ts";

export interface Refused {
  readonly problems: readonly SyntaxProblem[];
}

const MAX_ALIASES = 100;

/** Reads any text, and says of one that can't be used what is wrong with it. */
export function carefulRead(text: string): Read | Refused {
  const deep = tooDeepAt(text);
  if (deep !== undefined) return tooDeep([deep, deep + 1]);
  try {
    return parsed(text);
  } catch (error) {
    // The parser recurses and expands aliases: deep nesting and alias bombs end here rather than in a crash.
    if (error instanceof RangeError) return tooDeep();
    const reason = error instanceof ReferenceError ? "ALIASES" : "OTHER";
    return refused(reason, error instanceof Error ? error.message : String(error));
  }
}

function parsed(text: string): Read | Refused {
  // The parser compares each key with all before it. We look for those that stand twice ourselves, far quicker.
  const options = { prettyErrors: false, stringKeys: true, uniqueKeys: false };
  const document = parseDocument(text, options);
  const problems = syntaxProblems(text, document);
  if (problems.some(({ reason }) => reason === "RESOURCE_EXHAUSTION")) return tooDeep();
  if (problems.length > 0) return { problems };
  const value: unknown = document.toJS({ maxAliasCount: MAX_ALIASES });
  if (value === null) return refused("EMPTY", "the file is empty");
  return { tree: parsedTree(document.contents), value };
}

// Where the parser itself gives up depends on how deep the program stands, so then no place is told.
function tooDeep(range?: Range): Refused {
  return refused("TOO_DEEP", "nested too deeply", range);
}

function refused(reason: string, detail: string, range: Range = [0, 0]): Refused {
  return { problems: [{ reason, detail, range }] };
}
