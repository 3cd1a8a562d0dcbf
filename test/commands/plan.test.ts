import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { PlanView } from "../../src/plan/schema/index.ts";
import { COMPARED_FILES } from "../support/compared-files.ts";
import { memoryFiles, PACKAGE_FOLDER, runInMemory } from "../support/context.ts";
import { DOT_PNG } from "../support/pictures.ts";

const EXAMPLE = readFileSync(join(PACKAGE_FOLDER, "docs/examples/river-house.yaml"), "utf8");

function plan(argv: readonly string[], setting: Parameters<typeof runInMemory>[1] = {}) {
  return runInMemory(["plan", "our.yaml", ...argv], {
    files: memoryFiles({ "our.yaml": EXAMPLE }),
    ...setting,
  });
}

async function view(argv: readonly string[] = []): Promise<PlanView> {
  const { stdout } = await plan(["--format", "json", ...argv]);
  return JSON.parse(stdout) as PlanView;
}

describe("coprod plan", () => {
  it("writes the page beside the assessment, and says what to attach and what to do where .html is blocked", async () => {
    const { exitCode, stdout, files } = await plan([]);
    expect(exitCode).toBe(0);
    expect(stdout).toBe(
      "The plan is in our-plan.html\n" +
        "To send it, attach our-plan.html: it is the whole page in one file.\n" +
        "Some mail systems block .html files. Then send a PDF: the same command with --format pdf.\n",
    );
    expect(files.texts.get("/charity/our-plan.html")).toContain("</html>");
  });

  it.each([
    [["--for", "public"], "our-plan-public.html"],
    [["--length", "summary"], "our-plan-summary.html"],
    [["--for", "public", "--length", "summary"], "our-plan-public-summary.html"],
    [["--large-print"], "our-plan-large-print.html"],
    [
      ["--for", "public", "--length", "summary", "--large-print"],
      "our-plan-public-summary-large-print.html",
    ],
    [["--for", "public", "--format", "md"], "our-plan-public.md"],
    [["--for", "public", "--format", "text"], "our-plan-public.txt"],
    // Only pages have letters of a size.
    [["--large-print", "--format", "md"], "our-plan.md"],
    [["--for", "public", "--length", "summary", "-o", "mine.html"], "mine.html"],
  ])(
    "names the file of %j after what is in it, so that no version replaces another",
    async (argv, name) => {
      const { files } = await plan([]);
      const before = new Map(files.texts);
      const { exitCode, stdout } = await plan(argv, { files });
      expect(exitCode).toBe(0);
      expect(stdout).toContain(`The plan is in ${name}\n`);
      const changed = [...files.texts].filter(([path, text]) => before.get(path) !== text);
      expect(changed.map(([path]) => path)).toEqual([`/charity/${name}`]);
    },
  );

  it.each([
    [["-o", "x.PDF"], "x.PDF", /^%PDF-/u],
    [["-o", "x.htm"], "x.htm", /^<!DOCTYPE html>/u],
    [["-o", "x.markdown"], "x.markdown", /^# Co-production/u],
    [["-o", "x.txt"], "x.txt", /^Subject: /u],
    [["-o", "x.json"], "x.json", /^\{\n {2}"coprod": "plan\/1"/u],
    [["-o", "plan"], "plan", /^<!DOCTYPE html>/u],
    [["-o", "plan", "--format", "md"], "plan", /^# Co-production/u],
    [["-o", "a.b/plan"], "a.b/plan", /^<!DOCTYPE html>/u],
  ])("makes what the name of its file says: %j", async (argv, name, begins) => {
    const printPage = async () => ({
      kind: "printed" as const,
      bytes: Buffer.from("%PDF-1.4", "latin1"),
    });
    const files = memoryFiles({ "our.yaml": EXAMPLE, "a.b/there.md": "" });
    const { exitCode } = await plan(argv, { files, printPage });
    expect(exitCode).toBe(0);
    expect(files.texts.get(`/charity/${name}`)).toMatch(begins);
  });

  it.each([
    [["-o", "x.docm"], "coprod can't make a file that ends in .docm.", ".html, .md, .txt"],
    [["-o", "x.csv", "--format", "md"], "coprod can't make a file that ends in .csv.", ".html"],
    [
      ["-o", "x.pdf", "--format", "html"],
      "--format html and a file that ends in .pdf don't go together.",
      "let the name end in .html",
    ],
  ])("writes no file whose name says something else: %j", async (argv, message, hint) => {
    const { exitCode, stderr, files } = await plan(argv);
    expect(exitCode).toBe(2);
    expect(stderr).toContain(message);
    expect(stderr.replace(/\s+/gu, " ")).toContain(hint);
    expect([...files.texts.keys()]).toEqual(["/charity/our.yaml"]);
  });

  it.each(["html", "md", "text"])(
    "says in its first lines who it is for, as %s",
    async (format) => {
      const first = async (...argv: string[]) => {
        const { stdout } = await plan(["--format", format, "-o", "-", ...argv]);
        const body = stdout.slice(stdout.indexOf("<body>") + 1);
        return body
          .replace(/<[^>]*>/gu, "")
          .replace(/\s+/gu, " ")
          .slice(0, 400);
      };
      expect(await first()).toContain("For trustees, not for publishing");
      expect(await first("--for", "public")).toContain("For the public: notes");
      if (format === "text") return;
      expect(await first("--length", "summary")).toContain("A summary for trustees");
      expect(await first("--length", "poster")).toContain("A poster for the public");
    },
  );

  it.each(["html", "md", "text"])(
    "asks the public nothing, and to sign nothing, as %s",
    async (format) => {
      const { stdout } = await plan(["--format", format, "-o", "-", "--for", "public"]);
      expect(stdout.toLowerCase()).toContain("what trustees were asked");
      expect(stdout.toLowerCase()).not.toMatch(
        /we ask (?:you|trustees)|signed|agreed by the trustees/u,
      );
    },
  );

  it("names the largest gaps, the must-have that is not met before them", async () => {
    const { gaps } = (await view()).short;
    expect(gaps[0]?.text).toContain("they wait for the money");
    expect(gaps[1]?.text).toContain("hear nothing more");
  });

  it("counts a question that does not apply neither here nor in the scorecard", async () => {
    const { unknowns } = await view();
    const { stdout } = await runInMemory(["score", "our.yaml"], {
      files: memoryFiles({ "our.yaml": EXAMPLE }),
    });
    expect(unknowns.summary).toContain("Of 62 questions");
    expect(stdout).toContain("of 62 questions");
  });

  it("shows the public no group of fewer than five", async () => {
    const trustees = JSON.stringify((await view()).differences);
    const everybody = JSON.stringify((await view(["--for", "public"])).differences);
    expect(trustees).toContain('"who":"Trustees","says"');
    expect(everybody).not.toContain("Trustees");
    expect(everybody).not.toContain('"who":"People with lived experience"');
  });

  it.each([
    [["--date", "2026-13-01"], 2, "is not a day"],
    [["--format", "odt"], 2, "Allowed choices are html, md, text, pdf, docx, json"],
    [["--format", "pdf", "-o", "-"], 2, "can't be printed to the screen"],
    [["--open", "-o", "-"], 2, "no file to open"],
    [["--open", "--format", "json"], 2, "no file to open"],
    [["--previous", "gone.yaml"], 3, "There is no such file"],
    [["--template", "gone"], 2, "There is no template at gone"],
  ])("says what is wrong with %j, and writes nothing", async (argv, code, words) => {
    const { exitCode, stderr, files } = await plan(argv);
    expect(exitCode).toBe(code);
    expect(stderr).toContain(words);
    expect([...files.texts.keys()]).toEqual(["/charity/our.yaml"]);
  });
});

describe("coprod plan --open", () => {
  it("shows the file that was written, and says so where that cannot be done", async () => {
    const opened: string[] = [];
    const openFile = async (path: string) => opened.push(path) < 2;
    expect((await plan(["--open"], { openFile })).stderr).toBe("");
    const { exitCode, stderr } = await plan(["--open", "--format", "md"], { openFile });
    expect(opened).toEqual(["/charity/our-plan.html", "/charity/our-plan.md"]);
    expect({ exitCode, stderr }).toEqual({
      exitCode: 0,
      stderr: "We could not open it here. Please open it yourself.\n",
    });
  });
});

describe("what people wrote themselves", () => {
  const LONG = `${"We talked about the kitchen and the garden ".repeat(4).trim()}.`;
  const written = [
    "coprod: assessment/1",
    "title: Lake House",
    "rubrics: [{ id: principles }]",
    "answers:",
    `  principles/power-talked-about: { answer: usual, note: "${LONG}" }`,
    "actions:",
    "  - { id: a1, do: Bus fares will be paid by leveraging the ICB }",
    "  - { id: a2, do: Bus fares will be paid, who: Treasurer, note: The ICB and the NHS agree }",
    "plan: { contact: XYZ team }",
    "",
  ].join("\n");
  const advice = (text: string, argv: readonly string[] = []) =>
    runInMemory(["plan", "lake.yaml", ...argv], { files: memoryFiles({ "lake.yaml": text }) });

  it("gets advice before others read it, and the plan is made all the same", async () => {
    const { exitCode, stdout, stderr } = await advice(written);
    expect(exitCode).toBe(0);
    expect(stdout).toContain("The plan is in lake-plan.html");
    expect(stderr.replace(/\s+/gu, " ").trim()).toBe(
      [
        "Before others read the plan, look at these words again. It is only advice, and nothing is held back.",
        "- In a note on “Do we talk openly about who holds power before the work starts?”: One sentence has 32 words. Two shorter ones read better.",
        "- In action a1: “leveraging” is a word of offices. Say instead: use.",
        "- In action a1: Nobody explains “ICB”. Write it out the first time.",
        "- In action a1: “will be paid” does not say who does it, and nobody is named.",
      ].join(" "),
    );
    expect(Math.max(...stderr.split("\n").map((line) => line.length))).toBeLessThanOrEqual(76);
  });

  it("gets none for what is not in the plan, and no more than can be read", async () => {
    expect((await advice(written, ["--length", "summary"])).stderr).not.toContain("a note on");
    expect((await advice(written, ["--for", "public"])).stderr).not.toContain("a note on");
    const many = Array.from(
      { length: 9 },
      (_, at) => `  - { id: b${at}, do: Utilise box ${at} }\n`,
    );
    const { stderr } = await advice(
      `coprod: assessment/1\ntitle: A\nrubrics: [{ id: principles }]\nactions:\n${many.join("")}`,
    );
    expect(stderr.match(/^ {2}- /gmu)).toHaveLength(9);
    expect(stderr).toContain("And 1 more of this kind.");
  });

  it("is plain in the example", async () => {
    expect((await plan([])).stderr).toBe("");
  });

  it("is warned of where somebody could be found by it, without being shown again", async () => {
    const { exitCode, stdout, stderr } = await advice(
      [
        "coprod: assessment/1",
        "title: Lake House",
        "rubrics: [{ id: principles }]",
        "people: [{ group: staff, name: Staff, present: 4 }]",
        "answers:",
        "  principles/power-talked-about: { answer: differ, from: not-yet, to: usual, note: Ring 01632 960123, views: { staff: Write to amy@lake.example } }",
        "actions: [{ id: a1, do: Visit the house at SW1A 1AA, with: The garden group }]",
        "plan: { contact: office@lake.example }",
        "",
      ].join("\n"),
      ["-o", "-"],
    );
    expect(exitCode).toBe(0);
    expect(stdout).toContain("office@lake.example");
    const asked = "“Do we talk openly about who holds power before the work starts?”";
    expect(stderr.replace(/\s+/gu, " ").trim()).toBe(
      [
        "Somebody could be found by what stands in this plan. Take it out of the assessment and make the plan again, before others read it.",
        `- In a note on ${asked}: This looks like a telephone number.`,
        `- In a view on ${asked}: This looks like an e-mail address.`,
        "- In action a1: This looks like a postcode.",
      ].join(" "),
    );
  });
});

describe("coprod plan --previous", () => {
  it("says what changed since, in every format", async () => {
    for (const format of ["html", "md", "text"]) {
      const { stdout } = await runInMemory(
        ["plan", "2025.yaml", "--previous", "2024.yaml", "--format", format, "-o", "-"],
        { files: memoryFiles(COMPARED_FILES) },
      );
      expect(stdout.toLowerCase()).toContain("since last time");
      if (format !== "text") expect(stdout).toContain("Not compared");
      expect(stdout).not.toContain("first plan");
    }
  });
});

describe("coprod plan --format text", () => {
  it("is an email: a subject line, what to attach, and lines of at most 72 letters", async () => {
    const { stdout, files } = await plan(["--format", "text"]);
    const text = files.texts.get("/charity/our-plan.txt") ?? "";
    expect(stdout).toContain("The plan is in our-plan.txt");
    expect(text).toMatch(
      /^Subject: Co-production action plan – River House – 12 December 2026\nAttach: the plan, once you have made it\. To make it, type:\n {2}coprod plan our\.yaml --format pdf\n\n/u,
    );
    expect(text).toMatch(/[^\n]\n$/u);
    expect(text).not.toMatch(/[ \t]$|\n{3}|&#|undefined/mu);
    expect(text.split("\n").filter((line) => [...line].length > 72)).toEqual([]);
    expect((await plan(["--format", "text"], { files })).exitCode).toBe(0);
  });

  // It says that the attached plan has every answer, so it goes with the full one, whatever its own length.
  it.each([
    [[], "our-plan.html, or our-plan.pdf"],
    [["--length", "summary"], "our-plan.html, or our-plan.pdf"],
    [["--for", "public"], "our-plan-public.pdf"],
  ])(
    "names the plan for the same readers to attach, of those that are there, with %j",
    async (argv, names) => {
      const there = ["our-plan.html", "our-plan.pdf", "our-plan-public.pdf", "our-plan-public.md"];
      const texts = there.map((name) => [name, ""]);
      const files = memoryFiles({ "our.yaml": EXAMPLE, ...Object.fromEntries(texts) });
      const { stdout } = await plan(["--format", "text", "-o", "-", ...argv], { files });
      expect(stdout.split("\n")[1]).toBe(`Attach: ${names}`);
    },
  );

  it("says how to make the plan for the same readers where none is there", async () => {
    const files = memoryFiles({ "our.yaml": EXAMPLE, "our-plan.html": "", "our-plan.pdf": "" });
    const { stdout } = await plan(["--format", "text", "-o", "-", "--for", "public"], { files });
    expect(stdout.split("\n").slice(1, 3)).toEqual([
      "Attach: the plan, once you have made it. To make it, type:",
      "  coprod plan our.yaml --for public --format pdf",
    ]);
  });

  it("looks for the plan beside the email that is written", async () => {
    const files = memoryFiles({ "our.yaml": EXAMPLE, "out/our-plan.html": "", "our-plan.pdf": "" });
    await plan(["-o", "out/mail.txt"], { files });
    expect(files.texts.get("/charity/out/mail.txt")).toContain("\nAttach: our-plan.html\n");
  });
});

describe("coprod plan --format pdf", () => {
  const printPage = async (html: string) => ({
    kind: "printed" as const,
    bytes: Buffer.from(`%PDF-1.4 ${html.length > 1000 ? "a page" : ""}`, "latin1"),
  });

  it("writes what the browser printed, and knows its own file again", async () => {
    const { exitCode, stdout, files } = await plan(["--format", "pdf"], { printPage });
    expect({ exitCode, stdout }).toEqual({
      exitCode: 0,
      stdout: "The plan is in our-plan.pdf\nTo send it, attach our-plan.pdf.\n",
    });
    expect(files.texts.get("/charity/our-plan.pdf")).toMatch(/^%PDF-1\.4 a page/u);
    expect((await plan(["--format", "pdf"], { printPage, files })).exitCode).toBe(0);
    files.texts.set("/charity/our-plan.pdf", "%PDF-1.4 a bill");
    const again = await plan(["--format", "pdf"], { printPage, files });
    expect(again.exitCode).toBe(2);
    expect(files.texts.get("/charity/our-plan.pdf")).toBe("%PDF-1.4 a bill");
  });

  it("is named after what is in it also where the answers come from a pipe", async () => {
    const { stdout } = await runInMemory(["plan", "-", "--format", "pdf", "--for", "public"], {
      readStdin: async () => EXAMPLE,
      printPage,
    });
    expect(stdout).toContain("The plan is in plan-public.pdf\n");
  });

  it.each(["no-browser", "failed"] as const)("helps by hand: %s", async (kind) => {
    const { exitCode, stderr, files } = await plan(["--format", "pdf"], {
      printPage: async () => ({ kind }),
    });
    expect(exitCode).toBe(3);
    expect(stderr).toMatch(/ {2}1\. .+\n {2}2\. .+\n {2}3\. .+Save as PDF/u);
    expect(files.texts.has("/charity/our-plan.pdf")).toBe(false);
  });
});

describe("coprod plan --template", () => {
  function own(texts: Readonly<Record<string, string>>, argv: readonly string[] = []) {
    const files = memoryFiles({ "our.yaml": EXAMPLE, ...texts });
    return plan(["--template", "own", ...argv], { files });
  }

  it("fills the body of the page; head, policy and style stay coprod's", async () => {
    const { exitCode, files } = await own({
      "own/plan.html.hbs": "<main><h1>{{title}}</h1>{{> hello paper}}{{> money this}}</main>",
      "own/partials/hello.html.hbs": "<p>Hello from {{charity}}</p>",
    });
    const page = files.texts.get("/charity/our-plan.html") ?? "";
    expect(exitCode).toBe(0);
    expect(page).toMatch(
      /^<!DOCTYPE html>\n<html lang="en-GB">\n<head>\n<meta charset="utf-8">\n<meta http-equiv/u,
    );
    expect(page).toContain("<p>Hello from River House</p>");
    expect(page).toContain("Money and time");
  });

  it("takes our own page around the parts of a folder that holds only parts", async () => {
    const { exitCode, files } = await own({
      "own/partials/decide.html.hbs":
        "<section><h2>Please decide, {{paper.charity}}</h2></section>",
    });
    const page = files.texts.get("/charity/our-plan.html") ?? "";
    expect(exitCode).toBe(0);
    expect(page).toContain("<h2>Please decide, River House</h2>");
    expect(page).toContain("Money and time");
    const wrong = await own({ "own/partials/decide.md.hbs": "x" });
    expect(wrong.exitCode).toBe(2);
    expect(wrong.stderr).toContain("There is no template at own/plan.html.hbs");
  });

  it("takes one file too, for any format", async () => {
    const files = memoryFiles({
      "our.yaml": EXAMPLE,
      "short.md.hbs": "# {{paper.charity}} | {{date.text}}",
    });
    const { stdout } = await plan(["--template", "short.md.hbs", "--format", "md", "-o", "-"], {
      files,
    });
    const [title, , readers] = stdout.split("\n");
    expect(title).toBe("# River House | 12 December 2026");
    expect(readers).toMatch(/^\*\*For trustees, not for publishing/u);
    const wrong = await plan(["--template", "short.md.hbs"], { files });
    expect(wrong.exitCode).toBe(2);
    expect(wrong.stderr).toContain("Add --format md");
  });

  it.each([
    ["raw output", "<p>{{{title}}}</p>", "without escaping"],
    ["raw output with an ampersand", "<p>{{&title}}</p>", "without escaping"],
    [
      "an unknown field",
      "<p>\n{{paper.charty}}</p>",
      'own/plan.html.hbs:2:9 There is no field "charty" here. Did you mean "charity"?',
    ],
    ["a part outside its folder", "{{> ../../secret this}}", "only from the template's own folder"],
    ["a part that calls itself", "{{> round this}}", "would never end"],
    ["a script", "<script>1</script>", "<script>"],
    ["a handler", '<p onclick="x">y</p>', "onclick"],
    ["a style", '<p style="x">y</p>', "style"],
    [
      "a picture from elsewhere",
      '<img src="https://evil.example/a.png" alt="">',
      "picture from somewhere else",
    ],
    ["a link that runs", '<a href="javascript:alert(1)">x</a>', "link to something other"],
    ["a value as an attribute without quotes", "<p class={{title}}>x</p>", "double quotes"],
    ["a template that cannot be read", "{{#if title}}", "is never closed"],
    ["a call of the log", '{{log "x"}}', 'There is no helper "log"'],
  ])("refuses %s with a clear message, and writes nothing", async (_, text, words) => {
    const { exitCode, stderr, files } = await own({
      "own/plan.html.hbs": text,
      "own/partials/round.html.hbs": "{{> round this}}",
      "secret.html.hbs": "secret",
    });
    expect(exitCode).toBe(1);
    expect(stderr).toContain("The template own/plan.html.hbs can't be used.");
    expect(stderr).toContain(words);
    expect(files.texts.has("/charity/our-plan.html")).toBe(false);
  });

  it.each([
    ["too-long", "It takes too long"],
    ["too-much-memory", "It needs too much memory"],
  ] as const)("says that a template was stopped: %s", async (kind, words) => {
    const files = memoryFiles({ "our.yaml": EXAMPLE, "own/plan.html.hbs": "<p>x</p>" });
    const { exitCode, stderr } = await plan(["--template", "own"], {
      files,
      runSandboxed: async () => ({ kind }),
    });
    expect(exitCode).toBe(1);
    expect(stderr).toContain(words);
    expect(files.texts.has("/charity/our-plan.html")).toBe(false);
  });
});

describe("the look of a charity on its plan", () => {
  const PICTURE = DOT_PNG.toString("base64");

  async function planWith(facts: string, argv: readonly string[] = []) {
    const files = memoryFiles({ "our.yaml": EXAMPLE.replace("\nplan:\n", `\nplan:\n${facts}`) });
    await files.write("/charity/logo.png", DOT_PNG);
    await files.write("/charity/large.png", Buffer.concat([DOT_PNG, Buffer.alloc(400_000)]));
    const result = await plan(argv, { files });
    return { ...result, page: files.texts.get("/charity/our-plan.html") ?? "" };
  }

  it("puts its logo into the page, and its colour into the one style that the page allows", async () => {
    const { page, stderr } = await planWith('  logo: logo.png\n  colour: "#7A1F5C"\n');
    expect(stderr).toBe("");
    expect(page).toContain(
      `<img src="data:image/png;base64,${PICTURE}" alt="" width="1" height="1">`,
    );
    const [, css = ""] = /<style>([\s\S]*?)<\/style>/u.exec(page) ?? [];
    expect(css).toContain("--accent: #7a1f5c;");
    const hash = createHash("sha256").update(css).digest("base64");
    expect(page).toContain(`style-src 'sha256-${hash}'`);
  });

  it.each([
    ["ffcc00", "1.3", "#856a00"],
    // Enough on white alone, by a hair.
    ["767676", "4.1", "#6f6f6f"],
  ])(
    "says where the colour %s is too pale to read, and which it uses",
    async (colour, ratio, used) => {
      const { page, stderr } = await planWith(`  colour: "${colour}"\n`);
      expect(stderr).toBe(
        `The colour #${colour} is hard to read on a light page: ${ratio} to 1, and text needs 4.5 to 1. The plan uses ${used}, the same made darker.\n`,
      );
      expect(page).toContain(`--accent: ${used};`);
    },
  );

  it.each([
    ["none.png", 'There is no file "none.png" beside this assessment.'],
    ["our.yaml", '"our.yaml" is not a PNG or JPEG picture. Save it as one of these.'],
    ["large.png", '"large.png" is larger than 300 kB. Save it smaller: 600 pixels wide is enough.'],
    [
      "../elsewhere.png",
      '"../elsewhere.png" is outside the folder of this assessment. Put it beside the assessment.',
    ],
  ])("makes the plan without the logo %s, and says why", async (logo, why) => {
    const { exitCode, page, stderr } = await planWith(`  logo: ${logo}\n`);
    expect([exitCode, stderr]).toEqual([0, `The plan has no logo. ${why}\n`]);
    expect(page).not.toContain("<img");
  });

  it("refuses what is no colour, and says that # begins a comment where nothing is left", async () => {
    const bare = await planWith("  colour: #7a1f5c\n");
    // A field that is empty is as good as left out, and is told.
    expect(bare.exitCode).toBe(0);
    expect(bare.stderr).toContain('What stands after # is not read. Put it in quotes: "#7a1f5c".');
    const word = await planWith("  colour: red\n");
    expect(word.exitCode).toBe(1);
    expect(word.stderr).toContain('"red" does not fit here.');
  });

  it("says nothing of them where the format can't show them", async () => {
    const { exitCode, stdout, stderr } = await planWith('  logo: none.png\n  colour: "#ffcc00"\n', [
      "--format",
      "md",
      "-o",
      "-",
    ]);
    expect([exitCode, stderr]).toEqual([0, ""]);
    expect(stdout).not.toContain("none.png");
  });
});
