// kill -9 at a random moment of every command that writes. The file holds the old text or the new one, whole, and
// everything that was shown as saved; nothing half made is left beside it.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import {
  EXAMPLE,
  inFolder,
  pause,
  ROOT,
  run,
  seeded,
  start,
  Tally,
  until,
  writeAnswered,
  writeSmall,
} from "./try.js";

/** With the usual number of kills, more than 400 in all. */
export async function kills(times = 1) {
  const many = (count) => Math.ceil(count * times);
  return [await killedTalks(many(160)), ...(await commandKills(many))];
}

const NOTES = 40;
const SAVED = /^Saved \d\d:\d\d\./gmu;

/** Notes typed one after the other, each of them confirmed by its own word that it is saved. */
async function killedTalks(count) {
  const tally = new Tally("kill -9 in assess, notes confirmed one by one");
  const random = seeded(1);
  for (let kill = 0; kill < count; kill++)
    await inFolder(async (folder) => {
      const { path } = writeAnswered(folder);
      const talk = start(["assess", "our.yaml", "--plain", "--question", "power-talked-about"], {
        cwd: folder,
      });
      const lines = Array.from({ length: NOTES }, (_, at) => `w\ntoken ${at} of ${kill}.\n\n`);
      talk.child.stdin.write(lines.join(""));
      const wanted = Math.floor(random() * (NOTES - 2));
      await until(talk, (said) => savedIn(said) > wanted);
      await pause(random() * 8);
      talk.child.kill("SIGKILL");
      const ended = await talk.ended;
      const text = readFileSync(path, "utf8");
      const shown = savedIn(ended.stdout);
      const lost = Array.from({ length: shown }, (_, at) => at).filter(
        (at) => !text.includes(`token ${at} of ${kill}.`),
      );
      const isRead = run(["score", "our.yaml", "--json"], { cwd: folder }).status === 0;
      tally.count(
        `kill ${kill}`,
        { hung: ended.hung },
        (lost.length > 0 && `lost ${lost}`) ||
          (!isRead && "damaged") ||
          halfFiles(folder, ["our.yaml"]),
      );
    });
  return tally;
}

function savedIn(said) {
  return said.match(SAVED)?.length ?? 0;
}

/** Whole commands, killed at a random moment of the time that they usually take. */
async function commandKills(many) {
  const answered = (folder) => writeAnswered(folder).path;
  const unsound = (folder) => {
    const path = join(folder, "ours.yaml");
    const rubric = readFileSync(join(ROOT, "rubrics", "principles.yaml"), "utf8");
    writeFileSync(
      path,
      rubric.replace(/talk about power before/gu, "talk about about power before"),
    );
    return path;
  };
  const kinds = [
    ["actions --done", many(60), ["actions", "our.yaml", "--done", "a1"], answered],
    ["assess --answers", many(50), ["assess", "our.yaml", "--answers", EXAMPLE], writeSmall],
    ["lint --fix", many(40), ["lint", "--no-cache", "--fix", "ours.yaml"], unsound],
    ["plan -o, as html", many(40), ["plan", "our.yaml", "-o", "plan.html"], answered, "plan.html"],
    [
      "plan -o, as md",
      many(40),
      ["plan", "our.yaml", "-f", "md", "-o", "plan.md"],
      answered,
      "plan.md",
    ],
    [
      "rubric new",
      many(20),
      ["rubric", "new", "mine.yaml", "--title", "Ours", "--about", "How we work."],
      answered,
      "mine.yaml",
    ],
    ["restore", many(40), ["restore", "our.yaml", "1"], withCopy],
  ];
  const tallies = [];
  for (const [what, count, args, prepare, made] of kinds)
    tallies.push(await killedCommand(what, { count, args, prepare, made }));
  return tallies;
}

/** A file with an older copy beside it. */
function withCopy(folder) {
  const { path } = writeAnswered(folder);
  run(["assess", "our.yaml", "--plain", "--question", "power-talked-about"], {
    cwd: folder,
    input: "w\nLater.\n\nq\n",
  });
  return path;
}

async function killedCommand(what, { count, args, prepare, made }) {
  const tally = new Tally(`kill -9 in ${what}`);
  const random = seeded(what.length);
  const whole = await wholeRun({ args, prepare, made });
  for (let kill = 0; kill < count; kill++)
    await inFolder(async (folder) => {
      const path = prepare(folder);
      const target = made === undefined ? path : join(folder, made);
      const before = textAt(target);
      const given = textAt(path);
      const talk = start(args, { cwd: folder });
      await pause(whole.took * (0.4 + 0.7 * random()));
      talk.child.kill("SIGKILL");
      const ended = await talk.ended;
      const after = timeless(textAt(target));
      const isWhole = [timeless(before), whole.text].includes(after);
      tally.count(
        `kill ${kill}`,
        ended,
        (!isWhole && "half a file") ||
          (path !== target && textAt(path) !== given && "what it read is changed"),
      );
    });
  return tally;
}

/** What the command makes when nobody kills it, and how long that takes. */
async function wholeRun({ args, prepare, made }) {
  return inFolder(async (folder) => {
    const path = prepare(folder);
    const began = performance.now();
    const ended = run(args, { cwd: folder });
    if (ended.status > 1) return { took: 300, text: "" };
    return {
      took: performance.now() - began,
      text: timeless(textAt(made === undefined ? path : join(folder, made))),
    };
  });
}

function textAt(path) {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}

/** Without the times that differ from run to run. */
function timeless(text) {
  return text.replace(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ/gu, "TIME");
}

/** Files that a killed save left and that no later save would take away. */
function halfFiles(folder, expected) {
  const left = readdirSync(folder).filter(
    (name) => !name.startsWith(".") && !expected.includes(name),
  );
  return left.length > 0 && `left ${left}`;
}
