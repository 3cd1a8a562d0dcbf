import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { PACKAGE_FOLDER } from "./support/context.ts";
import { type Import, readText, sourceTexts } from "./support/imports.ts";

const TEXTS = sourceTexts(join(PACKAGE_FOLDER, "src"));
const IMPORTS = TEXTS.flatMap(({ imports }) => imports);

/** The part of the program a file belongs to: mostly its folder, or for the files at the top their own name. */
function partOf(path: string): string {
  const own = PARTS.find(({ at }) => at.test(path))?.part;
  return own ?? (path.split("/")[0] as string);
}

/** Folders that hold more than one part, and parts that have more than one folder; the first that fits counts. */
const PARTS: readonly { readonly part: string; readonly at: RegExp }[] = [
  { part: "ground", at: /^(?:util|yaml)\/|^platform\/(?:ports|errors)\.ts$/u },
  { part: "text", at: /^(?:rubric|assessment|guide|scoring|comparison|plan|together)\/text\// },
  { part: "text", at: /^lint\/reporters\// },
  { part: "scoring/groups", at: /^scoring\/(?:groups|votes)\.ts$/u },
  { part: "lint/engine", at: /^lint\/(?:engine\/|config\/find-config\.ts$)/u },
  { part: "lint/problems", at: /^lint\/problems\// },
  { part: "workshop/session", at: /^workshop\/session\// },
  { part: "failure", at: /^commands\/failure\.ts$/u },
  { part: "program", at: /^commands\/program\.ts$/u },
];

interface Layer {
  readonly part: string;
  readonly may: readonly string[];
  readonly because: string;
}

const STREET = ["rubric", "assessment", "scoring", "plan", "documents"] as const;

function leftOf(part: (typeof STREET)[number]): readonly string[] {
  const before = STREET.slice(0, STREET.indexOf(part));
  return ["ground", ...before, ...(before.includes("scoring") ? ["scoring/groups"] : [])];
}

/** All that works with values alone. */
const PURE = [
  "ground",
  ...STREET,
  "scoring/groups",
  "comparison",
  "together",
  "guide",
  "workshop",
  "voices",
  "lint",
  "lint/problems",
  "terminal",
];

const LAYERS: readonly Layer[] = [
  { part: "ground", may: [], because: "what everybody shares must not know who shares it" },
  { part: "rubric", may: leftOf("rubric"), because: "a rubric is read without any answers" },
  {
    part: "assessment",
    may: leftOf("assessment"),
    because: "answers are checked before anything is worked out from them",
  },
  {
    part: "scoring/groups",
    may: leftOf("scoring"),
    because: "who may be shown is one rule, for the wall as for every page",
  },
  {
    part: "scoring",
    may: [...leftOf("scoring"), "scoring/groups"],
    because: "a score must not depend on what a plan would like to say",
  },
  {
    part: "plan",
    may: [...leftOf("plan"), "comparison"],
    because:
      "a plan is the same whatever document shows it; what changed is compared before it is worded",
  },
  {
    part: "documents",
    may: leftOf("documents"),
    because: "a document shows a plan and adds nothing",
  },
  {
    part: "comparison",
    may: ["ground", "rubric", "assessment", "scoring", "scoring/groups"],
    because: "two scorecards are compared without the papers made from them",
  },
  {
    part: "together",
    may: ["ground", "rubric", "assessment", "scoring", "scoring/groups", "documents"],
    because:
      "what a charity shares is worked out from its answers, never from the papers made of them",
  },
  { part: "guide", may: ["ground", "rubric"], because: "the guide's pages stand without answers" },
  {
    part: "terminal",
    may: ["ground"],
    because: "lines and blocks are laid out alike, whatever they say",
  },
  {
    part: "workshop",
    may: ["ground", "rubric", "assessment", "scoring/groups", "plan", "terminal"],
    because: "the talk asks and keeps answers and scores nothing; its end reads out a plan's steps",
  },
  {
    part: "voices",
    may: ["ground", "rubric", "assessment", "scoring/groups", "documents"],
    because: "answers from outside the room are counted before anything is scored",
  },
  {
    part: "lint/problems",
    may: ["ground"],
    because: "what parsers find is worded here, and they report it without knowing the words",
  },
  {
    part: "lint",
    may: ["ground", "lint/problems", "rubric", "assessment", "scoring", "guide"],
    because: "advice is about files, and reports and commands show it in their own ways",
  },
  {
    part: "text",
    may: PURE,
    because: "it makes text of values and returns it, and never finds or writes a file",
  },
  {
    part: "files",
    may: [...PURE, "lint/engine"],
    because: "it loads and saves through the ports, and leaves showing to reports",
  },
  {
    part: "lint/engine",
    may: [...PURE, "text", "files"],
    because: "it finds, reads and checks many files, and leaves the rules to the lint",
  },
  {
    part: "workshop/session",
    may: [...PURE, "text", "files", "lint/engine"],
    because: "it joins the talk to the terminal and to the file in which answers are saved",
  },
  {
    part: "platform",
    may: ["ground"],
    because: "an adapter serves the ports and knows nothing of what runs through them",
  },
  {
    part: "commands",
    may: [...PURE, "text", "files", "lint/engine", "workshop/session"],
    because: "a command gets files and a clock through its context, so that tests can replace them",
  },
  {
    part: "failure",
    may: ["ground", "text", "files"],
    because: "telling what went wrong must work whatever command it went wrong in",
  },
  {
    part: "program",
    may: ["ground", "commands", "failure"],
    because: "the program is a function of arguments and a context",
  },
  {
    part: "main.ts",
    may: ["ground", "platform", "program"],
    because: "only the executable connects the program to a real process",
  },
];

describe("the architecture", () => {
  it("is read from the files that are there", () => {
    expect(TEXTS.length).toBeGreaterThan(60);
    expect(IMPORTS.length).toBeGreaterThan(200);
    const paths = new Set(TEXTS.map(({ path }) => path));
    const lost = IMPORTS.filter(({ isOurs, to }) => isOurs && !paths.has(to));
    expect(lost.map(line)).toEqual([]);
  });

  it("gives every file a place", () => {
    const parts = new Set(TEXTS.map(({ path }) => partOf(path)));
    expect(parts).toEqual(new Set(LAYERS.map(({ part }) => part)));
  });

  it.each(LAYERS)("lets $part import only $may: $because", ({ part, may }) => {
    const wrong = IMPORTS.filter(({ from, to, isOurs }) => {
      const target = partOf(to);
      return isOurs && partOf(from) === part && target !== part && !may.includes(target);
    });
    expect(wrong.map(line)).toEqual([]);
  });

  it("declares what a parser can find in the file that has its words and its page", () => {
    const declaring = TEXTS.filter(({ code }) => /interface DiagnosticFacts\b/u.test(code));
    const elsewhere = declaring.filter(({ path }) => !path.startsWith("lint/problems/"));
    expect(elsewhere.map(({ path }) => path)).toEqual(["yaml/diagnostic.ts"]);
    expect(elsewhere.map(({ code }) => /DiagnosticFacts \{\s*\}/u.test(code))).toEqual([true]);
  });

  it("keeps commands apart, so that each can be read and loaded alone", () => {
    const wrong = IMPORTS.filter(({ from, to }) => {
      const [own, other] = [commandOf(from), commandOf(to)];
      return own !== undefined && other !== undefined && own !== other && other !== "command";
    });
    expect(wrong.map(line)).toEqual([]);
  });

  it("has no circles, so that each file can be understood after the ones it imports", () => {
    expect(circles(IMPORTS)).toEqual([]);
  });
});

function commandOf(path: string): string | undefined {
  const [first, second] = path.split("/");
  const isOne = first === "commands" && !/^(?:program|failure)\.ts$/u.test(second ?? "");
  return isOne ? second?.replace(/\.ts$/u, "") : undefined;
}

function line({ from, to }: Import): string {
  return `${from} imports ${to}`;
}

/** Each circle as the files along it. */
function circles(imports: readonly Import[]): string[] {
  const targets = grouped(imports.filter(({ isOurs }) => isOurs));
  const found: string[] = [];
  const done = new Set<string>();
  const walk = (path: string, trail: readonly string[]): void => {
    if (trail.includes(path)) {
      found.push([...trail.slice(trail.indexOf(path)), path].join(" -> "));
    } else if (!done.has(path)) {
      for (const { to } of targets.get(path) ?? []) walk(to, [...trail, path]);
      done.add(path);
    }
  };
  for (const path of targets.keys()) walk(path, []);
  return found;
}

function grouped(imports: readonly Import[]): Map<string, Import[]> {
  const groups = new Map<string, Import[]>();
  for (const each of imports) groups.set(each.from, [...(groups.get(each.from) ?? []), each]);
  return groups;
}

interface Door {
  readonly name: string;
  /** Files that may import it. */
  readonly at: RegExp;
  readonly because: string;
}

const DOORS: readonly Door[] = [
  { name: "yaml", at: /^yaml\//u, because: "places in a file are worked out once" },
  {
    name: "js-yaml",
    at: /^yaml\//u,
    because: "two parsers must agree, and are held to it there",
  },
  {
    name: "zod",
    at: /^yaml\/|(?:^|\/)schema(?:\.ts$|\/)/u,
    because: "a shape is written down once, in a file of that name",
  },
  { name: "ignore", at: /^files\/walk-files\.ts$/u, because: "folders are walked in one way" },
  {
    name: "picomatch",
    at: /^lint\/engine\/targets\.ts$/u,
    because: "a pattern can be given to one command",
  },
  {
    name: "diff",
    at: /^terminal\/text-diff\.ts$/u,
    because: "what changed is shown in one form",
  },
  {
    name: "pofile",
    at: /^rubric\/translation\/po\.ts$/u,
    because: "what translators' programs read is made in one place",
  },
  {
    name: "image-size",
    at: /^documents\/letterhead\.ts$/u,
    because: "a picture is looked at in one place",
  },
  { name: "docx", at: /^documents\/word\//u, because: "what Word reads is made in one folder" },
  { name: "marked", at: /^documents\/word\//u, because: "what Word reads is made in one folder" },
  {
    name: "papaparse",
    at: /^documents\/spreadsheet\//u,
    because: "spreadsheets are read and written in one folder",
  },
  {
    name: "read-excel-file",
    at: /^documents\/spreadsheet\//u,
    because: "spreadsheets are read and written in one folder",
  },
  {
    name: "fflate",
    at: /^documents\/(?:spreadsheet|word)\//u,
    because: "only files of an office are zipped",
  },
  { name: "handlebars", at: /^documents\//u, because: "escaping is decided in one folder" },
  { name: "chalk", at: /^terminal\//u, because: "colour belongs to reports for terminals" },
  {
    name: "fast-string-width",
    at: /^(?:terminal\/|platform\/prompt\/line-prompt\.ts$)/u,
    because: "so do columns, and a prompt's line is broken where it is asked",
  },
  {
    name: "fraction.js",
    at: /^util\/exact\.ts$/u,
    because: "exact numbers could be made another way",
  },
  {
    name: "commander",
    at: /^(?:program\.ts$|commands\/)/u,
    because: "arguments are read at the edge",
  },
  { name: "syllable", at: /^lint\//u, because: "only the rules of plain English count syllables" },
  { name: "inquirer", at: /^platform\//u, because: "a talk is tested without a terminal" },
  { name: "@inquirer/core", at: /^platform\//u, because: "a talk is tested without a terminal" },
  {
    name: "@duckdb/node-api",
    at: /^platform\/duckdb\.ts$/u,
    because: "it is there only where somebody installed it",
  },
  {
    name: "node:path",
    at: /^(?:platform|files|commands|lint\/engine|workshop\/session)\/|^lint\/config\/find-config\.ts$/u,
    because: "values know nothing of files",
  },
  {
    name: "node:crypto",
    at: /^(?:util\/content-hash\.ts$|documents\/|platform\/)/u,
    because: "hashing is pure; chance is not, and stays in the adapters",
  },
];

/** What touches the machine. */
const ADAPTERS_ONLY = /^node:(?!path$|crypto$)/u;

describe("the doors", () => {
  it.each(DOORS)("let $name in at one place: $because", ({ name, at }) => {
    const wrong = IMPORTS.filter(
      ({ from, to, isOurs }) => !isOurs && to === name && !at.test(from),
    );
    expect(wrong.map(line)).toEqual([]);
  });

  it("let the machine in through the adapters alone, so that everything else runs in memory", () => {
    const wrong = IMPORTS.filter(
      ({ from, to, isOurs }) => !isOurs && ADAPTERS_ONLY.test(to) && !from.startsWith("platform/"),
    );
    expect(wrong.map(line)).toEqual([]);
  });

  it("are as many as there are packages", () => {
    const manifest = JSON.parse(readFileSync(join(PACKAGE_FOLDER, "package.json"), "utf8"));
    expect(manifest.dependencies, "everything is bundled").toBeUndefined();
    expect(manifest.peerDependenciesMeta).toEqual({ "@duckdb/node-api": { optional: true } });
    const doors = DOORS.map(({ name }) => name).filter((name) => !name.startsWith("node:"));
    expect(doors.filter((name) => !(name in manifest.devDependencies))).toEqual([]);
    const used = IMPORTS.filter(({ isOurs, to }) => !isOurs && !ADAPTERS_ONLY.test(to));
    const names = DOORS.map(({ name }) => name);
    expect(used.filter(({ to }) => !names.includes(to)).map(line)).toEqual([]);
  });
});

/** Words of JavaScript that pure code does without. */
const WORDS = [
  {
    words: "process and console",
    sign: /\b(?:process|console)\b(?!\s*:)/u,
    because: "the program is told about its surroundings through the context",
  },
  {
    words: "the clock",
    sign: /\bDate\.now\b|\bnew Date\(\s*\)|\bperformance\.now\b/u,
    because: "the same files give the same pages on any day",
  },
  {
    words: "timers and chance",
    sign: /\bset(?:Timeout|Interval|Immediate)\b|\bMath\.random\b|\brandomBytes\b|\brandomUUID\b/u,
    because: "the same input gives the same output at any speed",
  },
  {
    words: "the machine's own language",
    // What is said of a language's tag is the same on every machine.
    sign: /\btoLocale\w+|\blocaleCompare\b|\bIntl\.(?!Segmenter\b|getCanonicalLocales\b|Locale\b|DisplayNames\b)/u,
    because: "pages are the same in every country and time zone",
  },
] as const;

describe("pure code", () => {
  const pure = TEXTS.filter(({ path }) => path !== "main.ts" && !path.startsWith("platform/"));

  it.each(WORDS)("does without $words: $because", ({ sign }) => {
    expect(pure.filter(({ code }) => sign.test(code)).map(({ path }) => path)).toEqual([]);
  });
});

describe("starting the program", () => {
  const reached = reachable("main.ts");

  it.each([
    "yaml",
    "js-yaml",
    "zod",
    "inquirer",
    "@inquirer/core",
    "handlebars",
    "syllable",
    "fraction.js",
  ])("does not load %s, so that help and the first question come at once", (name) => {
    const loaded = IMPORTS.filter(
      ({ from, to, atRunTime, onDemand }) =>
        atRunTime && !onDemand && to === name && reached.has(from),
    );
    expect(loaded.map(line)).toEqual([]);
  });

  it("is followed from the executable to every command's declaration", () => {
    const declared = TEXTS.filter(({ code }) => /\bexport const declare[A-Z]/u.test(code));
    expect(declared.length).toBeGreaterThan(10);
    expect(declared.filter(({ path }) => !reached.has(path)).map(({ path }) => path)).toEqual([]);
  });
});

/** The files that are loaded when a file is, without those loaded on demand. */
function reachable(start: string): ReadonlySet<string> {
  const seen = new Set<string>();
  const queue = [start];
  for (const path of queue) {
    if (seen.has(path)) continue;
    seen.add(path);
    const loads = IMPORTS.filter(
      ({ from, isOurs, atRunTime, onDemand }) => from === path && isOurs && atRunTime && !onDemand,
    );
    queue.push(...loads.map(({ to }) => to));
  }
  return seen;
}

describe("the reader of import lines", () => {
  it("sees every kind of import, and none in comments or texts", () => {
    const text = [
      'import { a } from "./a.ts";',
      'import type { B } from "../b.ts";',
      'import {\n  c,\n  type D,\n} from "./c/c.ts";',
      'export { e } from "./e.ts";',
      'export * from "zod/v4";',
      'import "./side-effect.ts";',
      'const f = await import("./f.ts");',
      '// import { g } from "./g.ts";',
      '/* import { h } from "./h.ts"; */',
      "const text = 'import { i } from \"./i.ts\"; // process.exit';",
      'const link = "https://example.org"; console.log(link);',
    ].join("\n");
    const { imports, code } = readText("x/y.ts", text);
    expect(new Set(imports.map(({ to }) => to))).toEqual(
      new Set(["b.ts", "x/a.ts", "x/c/c.ts", "x/e.ts", "x/f.ts", "x/side-effect.ts", "zod"]),
    );
    expect(imports.filter(({ atRunTime }) => !atRunTime).map(({ to }) => to)).toEqual(["b.ts"]);
    expect(imports.filter(({ onDemand }) => onDemand).map(({ to }) => to)).toEqual(["x/f.ts"]);
    expect(code).toContain("console");
    expect(code).not.toContain("process");
  });
});
