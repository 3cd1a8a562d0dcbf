// Files and templates that somebody made to do harm: the program says what is wrong with them, and quickly.
import { existsSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { EXAMPLE, inFolder, run, Tally } from "./try.js";

export async function hostileFiles() {
  const tally = new Tally("hostile YAML, 5 commands each");
  const commands = [
    ["score"],
    ["plan", "-f", "md", "-o", "-"],
    ["lint", "--no-cache"],
    ["actions"],
    ["assess", "--review"],
  ];
  for (const [name, text] of Object.entries(FILES))
    await inFolder((folder) => {
      writeFileSync(join(folder, "x.yaml"), text);
      for (const [command, ...words] of commands) {
        const ended = run([command, "x.yaml", ...words], { cwd: folder });
        tally.count(`${name}, ${command}`, ended, wrongWords(ended));
      }
    });
  return [tally];
}

/** A fault without a word, or a code that a terminal or a CI service would obey. */
function wrongWords({ status, said }) {
  if (status !== 0 && said.trim() === "") return "no words";
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not get through
  if (/[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/u.test(said))
    return "control codes";
  return /^\s*::(?!(?:error|warning|notice)\b.*title=)/mu.test(said) && "a workflow command";
}

const HEAD = "coprod: assessment/1\ntitle: T\nrubrics: [{ id: principles }]\n";
const answer = (words) => `${HEAD}answers:\n  principles/power-talked-about: ${words}\n`;
const deep = (sign, times) => sign.repeat(times);

const FILES = {
  empty: "",
  "only a comment": "# nothing\n",
  "only nothing": "~\n",
  "a list": "- 1\n- 2\n",
  "a number": "12\n",
  "nothing in it": "coprod: assessment/1\n",
  "a newer format": HEAD.replace("/1", "/9"),
  "a name of an object": HEAD.replace("assessment/1", "__proto__/1"),
  prototype: `${HEAD}__proto__: { polluted: yes }\nconstructor: { prototype: { polluted: yes } }\n`,
  "prototype as an answer": `${HEAD}answers:\n  __proto__: { answer: usual }\n  constructor/x: { answer: usual }\n`,
  "laughing aliases": `a: &a [x, x, x, x, x, x, x, x, x]\n${[..."bcdefghi"].map((to, at) => `${to}: &${to} [${Array(9).fill(`*${"abcdefgh"[at]}`).join(", ")}]`).join("\n")}\n${HEAD}`,
  "an alias to itself": `${HEAD}people: &a [*a]\n`,
  "merge keys": `${HEAD}x: &x { a: 1 }\ny: { <<: *x }\n`,
  "a tag of code": `${HEAD}covers: !!js/function "function(){}"\n`,
  "a tag of Python": `${HEAD}covers: !!python/object/apply:os.system ["id"]\n`,
  "brackets without end": `${HEAD}people: ${deep("[", 100_000)}`,
  "braces without end": `${HEAD}people: ${deep("{a: ", 50_000)}`,
  "hyphens without end": `${HEAD}people:\n${deep("- ", 100_000)}x\n`,
  "indented without end": `${HEAD}x:\n${Array.from({ length: 900 }, (_, at) => `${" ".repeat(at)}a:`).join("\n")}\n`,
  "questions without end": `${HEAD}${deep("? ", 50_000)}x\n`,
  "a long key": `${HEAD}${deep("k", 900_000)}: 1\n`,
  "a long value": `${HEAD}covers: ${deep("v ", 450_000)}\n`,
  "long quotes": `${HEAD}covers: "${deep("\\u0041", 150_000)}"\n`,
  "many emptied fields": `${HEAD}answers:\n${Array.from({ length: 45_000 }, (_, at) => `  principles/q${at}:\n`).join("")}`,
  "many keys": `${HEAD}${Array.from({ length: 60_000 }, (_, at) => `k${at}: 1`).join("\n")}\n`,
  "many answers that do not fit": `${HEAD}answers:\n${Array.from({ length: 15_000 }, (_, at) => `  principles/q${at}: { answer: usual }`).join("\n")}\n`,
  "many people": `${HEAD}people:\n${Array.from({ length: 15_000 }, (_, at) => `  - { group: g${at}, name: G, present: 1 }`).join("\n")}\n`,
  "groups that join in a ring": `${HEAD}people:\n${Array.from({ length: 3000 }, (_, at) => `  - { group: g${at}, name: G, present: 1, shown-with: g${(at + 1) % 3000} }`).join("\n")}\n`,
  "the same key twice": `${HEAD}title: Again\n`,
  "a tab": `${HEAD}people:\n\t- x\n`,
  "a zero byte": `${HEAD}covers: "a\0b"\n`,
  "not UTF-8": Buffer.from([0x63, 0x6f, 0xff, 0xfe, 0x0a]),
  "UTF-16": Buffer.from(`\ufeff${HEAD}`, "utf16le"),
  "CR alone": HEAD.replaceAll("\n", "\r"),
  "a mark of a merge": `${HEAD}<<<<<<< ours\ncovers: a\n=======\ncovers: b\n>>>>>>> theirs\n`,
  "two documents": `${HEAD}---\n${HEAD}`,
  "a huge count": answer("{ votes: [{ staff: { usual: 1e308 } }] }"),
  "a count below nothing": answer("{ votes: [{ staff: { usual: -1 } }] }"),
  "a count that is none": answer("{ votes: [{ staff: { usual: .nan, shared: .inf } }] }"),
  "a count of many digits": answer(`{ votes: [{ staff: { usual: ${deep("9", 400)} } }] }`),
  "a day that is none": `${HEAD.replace("title: T", "title: T\nstarted: 2026-02-31")}`,
  "escape codes": `${HEAD}covers: "\\e]0;PWN\\a\\e[31m\\x9b31m\\u202eabc\\u2066"\n`,
  "commands of a CI service": `coprod: assessment/1\ntitle: "T\\n::error file=x::pwned\\n##[error]x"\ncovers: "${deep("word ", 14)}::stop-commands::abc"\nrubrics: [{ id: principles }]\nactions:\n  - { id: a1, do: "Do\\n::error::a", who: "x\\r\\n::warning::b" }\nanswers:\n  principles/power-talked-about: { answer: usual, note: "a\\n::error::b" }\n`,
  "a file outside": `coprod: assessment/1\ntitle: T\nrubrics: [{ id: secret, file: ../../../../../../../etc/passwd }]\n`,
  "a rubric by its whole path": `coprod: assessment/1\ntitle: T\nrubrics: [{ id: secret, file: /proc/self/environ }]\n`,
  "a blocking file": `coprod: assessment/1\ntitle: T\nrubrics: [{ id: secret, file: /proc/kmsg }]\n`,
  "a device": `coprod: assessment/1\ntitle: T\nrubrics: [{ id: secret, file: /dev/zero }]\n`,
};

const SECRET = "the words of a file that nobody named";

export async function hostileTemplates() {
  const tally = new Tally("hostile templates: plan, and lint of it");
  for (const format of ["html", "md", "text"])
    for (const [name, text] of Object.entries(templatesFor(format)))
      await oneTemplate(tally, { format, name, text });
  await linkedTemplates(tally);
  return [tally];
}

async function oneTemplate(tally, { format, name, text }) {
  await inFolder((folder) => {
    writeFileSync(join(folder, "secret.txt"), SECRET);
    writeFileSync(join(folder, `x.${format}.hbs`), text);
    const plan = run(["plan", EXAMPLE, "--template", `x.${format}.hbs`, "-f", format, "-o", "-"], {
      cwd: folder,
    });
    tally.count(
      `${format}, ${name}`,
      plan,
      gotThrough(plan, format) || (existsSync(join(folder, "made")) && "a file"),
    );
    tally.count(
      `${format}, ${name}, lint`,
      run(["lint", "--no-cache", `x.${format}.hbs`], { cwd: folder }),
    );
  });
}

/** A link in the place of a template, or of a part. */
async function linkedTemplates(tally) {
  await inFolder((folder) => {
    writeFileSync(join(folder, "secret.txt"), SECRET);
    symlinkSync("secret.txt", join(folder, "x.text.hbs"));
    const given = ["plan", EXAMPLE, "-f", "text", "-o", "-", "--template"];
    const main = run([...given, "x.text.hbs"], { cwd: folder });
    tally.count(
      "text, a link as the template",
      main,
      main.said.includes(SECRET) && "read a linked file",
    );
    const twice = join(folder, "y.text.hbs");
    symlinkSync("x.text.hbs", twice);
    const second = run([...given, "y.text.hbs"], { cwd: folder });
    tally.count(
      "text, a link to a link",
      second,
      second.said.includes(SECRET) && "read a linked file",
    );
  });
}

function gotThrough({ stdout, status }, format) {
  if (status !== 0) return false;
  if (stdout.includes(SECRET)) return "a file was read";
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not get through
  if (/[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/u.test(stdout))
    return "control codes";
  if (/polluted|\[Function|function \w*\(|native code/u.test(stdout)) return "the engine's insides";
  return format === "text" ? false : OUTSIDE.find(([, sign]) => sign.test(stdout))?.[0];
}

const OUTSIDE = [
  ["a script", /<script|\bon\w+\s*=|javascript:|vbscript:|data:text/iu],
  ["a picture from outside", /evil\.example\/picture/iu],
  ["a frame", /<(?:iframe|object|embed|form|base|link|meta http-equiv="refresh")/iu],
  ["the end of the page", /<\/main><\/div>/iu],
];

function templatesFor(format) {
  const own = { html: HTML, md: MARKDOWN, text: {} }[format];
  return { ...ALL, ...own };
}

const ALL = {
  "the prototype": "{{constructor.constructor 'return process'}}",
  "the prototype by name": "{{__proto__.polluted}}{{title.constructor.name}}",
  lookup: "{{lookup this 'constructor'}}",
  "lookup of a lookup": "{{lookup (lookup this 'constructor') 'prototype'}}",
  with: "{{#with title}}{{constructor}}{{/with}}",
  "a helper that is none": "{{helperMissing}}{{blockHelperMissing}}",
  log: "{{log 'made'}}",
  "a part from outside": "{{> ../secret.txt}}",
  "a part by a field": "{{> (lookup . 'title')}}",
  "a part of itself": "{{> x}}",
  "an inline part": '{{#*inline "x"}}{{> x}}{{/inline}}{{> x}}',
  "a block part": "{{#> nothing}}x{{/nothing}}",
  "a decorator": "{{* activate}}",
  "loops in loops": `${"{{#each actions}}".repeat(12)}x${"{{/each}}".repeat(12)}`,
  "a loop over a text": "{{#each title}}{{this}}{{/each}}",
  "a field that is none": "{{nothing}}",
  "never closed": "{{#if title}}",
  "closed twice": "{{/if}}",
  "brackets without end": "{{".repeat(5000),
  "nested without end": `${"{{#if title}}".repeat(3000)}x${"{{/if}}".repeat(3000)}`,
  "a long name": `{{${"a".repeat(200_000)}}}`,
  "raw values": "{{{title}}}{{&title}}",
  "raw block": "{{{{raw}}}}{{title}}{{{{/raw}}}}",
  "escape codes": "hello \u001b]0;PWN\u0007 \u001b[31m red \u009b31m \u202e right",
  "a zero byte": "a\0b",
  "root and up": "{{@root.constructor}}{{../../title}}{{@../index}}",
  "a literal path": "{{[constructor]}}{{this.[__proto__]}}",
  "much text": "x".repeat(900_000),
};

const HTML = {
  script: "<script>alert(1)</script>",
  handler: '<p onclick="x">x</p>',
  "a script address": '<a href="javascript:alert(1)">x</a>',
  "a hidden script address": '<a href="java&#x0A;script:alert(1)">x</a>',
  "a picture": '<img src="https://evil.example/picture.png" alt="">',
  "a picture in a fill": '<svg><rect fill="url(https://evil.example/picture)"/></svg>',
  "a picture in a stroke": "<svg><rect stroke=\"URL( 'https://evil.example/picture')\"/></svg>",
  "an escaped fill": '<svg><rect fill="u\\72l(https://evil.example/picture)"/></svg>',
  "a style": '<p style="background:url(https://evil.example/picture)">x</p>',
  frame: '<iframe src="https://evil.example/"></iframe>',
  form: '<form action="https://evil.example/"><input></form>',
  base: '<base href="https://evil.example/">',
  refresh: '<meta http-equiv="refresh" content="0">',
  "the end of the page": "<p>x</p></main></div>",
  "an end without a beginning": "</section></body>",
  "a comment": "<!-- <script> -->",
  "a broken tag": "<img src=x onerror=alert(1)",
  "a value in a name": '<a {{title}}="x">x</a>',
};

const MARKDOWN = {
  "a script address": "[x](javascript:alert(1))",
  "a script address by name": "[z][y]\n\n[y]: javascript:alert(2)",
  "a script address in a line": "<javascript:alert(3)>",
  "a picture": "![i](https://evil.example/picture.png)",
  "a picture by name": "![i][p]\n\n[p]: https://evil.example/picture.png",
  "a short name": "![p]\n\n[p]: https://evil.example/picture.png",
  tag: "<script>alert(1)</script>",
  "a name over two lines": "[z][y]\n\n[y]:\n  javascript:alert(4)",
};
