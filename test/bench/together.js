// A network's page from many shares, beside DuckDB alone on the same rows, beside jq with the same counts, and beside what
// there was before: to score each file.
import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { loadSource } from "../../build/load-source.js";
import { BIN, EXAMPLE, ROOT } from "./places.js";
import { table } from "./table.js";

/** Prints seconds on the clock, seconds of the processor and megabytes of a program. */
const TIME = ["/usr/bin/time", "-f", "%e %U %S %M"];
const TARGETS = { 10000: { seconds: 3, mb: 300 }, 100000: { seconds: 15, mb: 500 } };
/** jq reads each share and makes a line of all that is counted, and the usual programs count the lines. */
const JQ = `jq -r -f "$1" | sort | uniq -c > counts.txt`;
const SCORED = 20;

export async function together(folder, sizes) {
  const { manyShares } = await loadSource("test/support/many-shares.ts");
  const rows = [];
  for (const count of sizes) {
    const shares = join(folder, `shares-${count}`);
    manyShares({ folder: shares, count, packageFolder: ROOT });
    rows.push(...measured(folder, shares, count));
    rmSync(shares, { recursive: true });
  }
  const head = ["shares", "what", "seconds", "of the processor", "MB", "target", "times ours"];
  return { title: "Together: many shares", text: table(head, rows) };
}

function measured(folder, shares, count) {
  const page = timed(folder, [process.execPath, BIN, "together", shares, "-o", "page.html"]);
  const rows = join(folder, `rows-${count}`);
  const withRows = timed(folder, [
    process.execPath,
    BIN,
    "together",
    shares,
    "-o",
    "page.html",
    "--rows",
    rows,
  ]);
  const alone = timed(folder, [process.execPath, duckdbAlone(folder, rows)]);
  const jq = timed(folder, [
    "sh",
    "-c",
    `find "$0" -name "*.json" -print0 | xargs -0 cat | ${JQ}`,
    shares,
    join(import.meta.dirname, "share-counts.jq"),
  ]);
  const score = timed(folder, [
    "sh",
    "-c",
    `for at in $(seq ${SCORED}); do "$0" "$1" score --json "$2" > score.json; done`,
    process.execPath,
    BIN,
    EXAMPLE,
  ]);
  const each = {
    ...score,
    seconds: (score.seconds / SCORED) * count,
    cpu: (score.cpu / SCORED) * count,
  };
  const { seconds, mb } = TARGETS[count] ?? {};
  const target = seconds === undefined ? "" : `${seconds} s, ${mb} MB`;
  rmSync(rows, { recursive: true });
  const score20 = `coprod score of each file (from ${SCORED})`;
  return [
    row({ count, what: "the page", target }, page, page),
    row({ count, what: "the page and all rows" }, withRows, page),
    row({ count, what: "DuckDB alone, counting those rows (CSV)" }, alone, page),
    row({ count, what: "jq, with the same counts", target: "4 or more" }, jq, page),
    row({ count, what: score20, target: "20 or more" }, each, page),
  ];
}

function row({ count, what, target = "" }, took, ours) {
  const times = (took.cpu / ours.cpu).toFixed(2);
  const { seconds, cpu, mb } = took;
  return [String(count), what, seconds.toFixed(2), cpu.toFixed(2), mb.toFixed(0), target, times];
}

function timed(cwd, words) {
  const [program, ...options] = TIME;
  const told = join(cwd, "time.txt");
  execFileSync(program, [...options, "-o", told, ...words], { cwd, stdio: "ignore" });
  const [seconds, user, system, kilobytes] = execFileSync("cat", [told], { encoding: "utf8" })
    .trim()
    .split(" ")
    .map(Number);
  return { seconds, cpu: user + system, mb: kilobytes / 1024 };
}

/** The views over the rows as they are, with nothing of coprod. */
function duckdbAlone(folder, rows) {
  const views = readdirSync(join(ROOT, "src/together/sql")).filter((name) =>
    /(?<!change_counts)\.sql$/.test(name),
  );
  const script = `
    const { readFileSync } = require("node:fs");
    const { DuckDBInstance } = require(${JSON.stringify(join(ROOT, "node_modules/@duckdb/node-api"))});
    (async () => {
      const connection = await (await DuckDBInstance.create(":memory:")).connect();
      for (const name of ["answers", "sections", "actions"])
        await connection.run(\`create table \${name} as select * from read_csv('${rows}/\${name}.csv')\`);
      for (const view of ${JSON.stringify(views)}) {
        await connection.run(readFileSync(${JSON.stringify(join(ROOT, "src/together/sql"))} + "/" + view, "utf8"));
        await connection.runAndReadAll("select * from " + view.replace(".sql", ""));
      }
    })();`;
  mkdirSync(folder, { recursive: true });
  const path = join(folder, "duckdb-alone.cjs");
  writeFileSync(path, script);
  return path;
}
