// Spreads the rows of many shares over three PostgreSQL servers on this computer, one third of the quarters each, and counts
// them through postgres_fdw: each server must count its own part, and the counts must be those of one server and of DuckDB.
// Run after a build, where PostgreSQL is installed: node test/shards/run.js [shares] [copies of each].
import { execFileSync } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadSource } from "../../build/load-source.js";

const ROOT = join(import.meta.dirname, "../..");
const [shares = 300, copies = 1] = process.argv.slice(2).map(Number);
const TABLES = ["answers", "sections", "actions"];
const YEARS = ["2026", "2027", "2028"];

/** Each view with the quarter, by which the rows lie on the servers, among what is grouped by: then each can count its own. */
const VIEWS = {
  question_counts: [
    "answers",
    "rubric, hash, section, key, kind, level",
    "count(*) as charities",
    "",
  ],
  must_have_counts: [
    "answers",
    "rubric, hash, section, key, must_level",
    `count(*) filter (where kind = 'level' and level < must_level) as not_met,
     count(*) filter (where kind = 'level' and level >= must_level) as met, count(*) as charities`,
    "where must_level is not null",
  ],
  barrier_counts: [
    "sections",
    "rubric, hash, section, class",
    "count(*) as charities",
    "where kind = 'barrier'",
  ],
  rubric_counts: ["answers", "rubric, version, hash", "count(distinct id) as charities", ""],
};

function byQuarter([table, columns, counts, where]) {
  return `select ${columns}, ${counts} from ${table} ${where} group by quarter, ${columns}`;
}

function sharded(view) {
  const [, columns, counts] = VIEWS[view];
  const sums = [...counts.matchAll(/as (\w+)/gu)].map(
    ([, name]) => `cast(sum(${name}) as bigint) as ${name}`,
  );
  return `select ${columns}, ${sums.join(", ")} from (${byQuarter(VIEWS[view])}) part group by ${columns}`;
}

const linesOf = (text) => text.split("\n").filter(Boolean).sort();
const told = (text) => process.stdout.write(`${text}\n`);

function check(what, is) {
  told(`${is ? "well" : "WRONG"}: ${what}`);
  if (!is) process.exitCode = 1;
}

function timed(what, work) {
  const begun = performance.now();
  const done = work();
  told(`${what}: ${((performance.now() - begun) / 1000).toFixed(2)} s`);
  return done;
}

/** Loads the rows of these years, each as many times as asked, under ids of its own. */
function load(server, rows, years) {
  server.sql(
    `set client_min_messages = warning;\n${readFileSync(join(rows, "schema.sql"), "utf8")}`,
  );
  const own = years.map((year) => `'${year}'`).join();
  for (const table of TABLES) {
    const columns = server.sql(
      `select string_agg(column_name, ',' order by ordinal_position) from information_schema.columns where table_name = '${table}' and column_name <> 'id'`,
    );
    server.sql(`create temp table loaded (like ${table});
\\copy loaded from '${rows}/${table}.csv' csv header
insert into ${table} (id, ${columns}) select id || '-' || copy, ${columns} from loaded, generate_series(1, ${copies}) copy where substr(quarter, 1, 4) in (${own});
analyze ${table};`);
  }
}

/** One table over the parts of three servers, a part a year. */
function join3(front, servers) {
  front.sql("create extension postgres_fdw; set client_min_messages = warning;");
  for (const [at, { port }] of servers.entries())
    front.sql(`create server s${at} foreign data wrapper postgres_fdw options (host '127.0.0.1', port '${port}', dbname 'postgres', use_remote_estimate 'true', fetch_size '10000', fdw_tuple_cost '0.2');
create user mapping for tester server s${at} options (user 'tester');`);
  const { sql } = front;
  for (const table of TABLES) {
    sql(`create table ${table} (${columnsOf(servers[0], table)}) partition by range (quarter);`);
    for (const [at, year] of YEARS.entries())
      sql(
        `create foreign table ${table}_${year} partition of ${table} for values from ('${year}') to ('${Number(year) + 1}') server s${at} options (table_name '${table}');`,
      );
  }
}

function columnsOf(server, table) {
  return server
    .sql(
      `select string_agg(column_name || ' ' || data_type, ', ' order by ordinal_position) from information_schema.columns where table_name = '${table}'`,
    )
    .trim();
}

async function duckdb(rows) {
  const { DuckDBInstance } = await import("@duckdb/node-api");
  const connection = await (await DuckDBInstance.create(":memory:")).connect();
  await connection.run(readFileSync(join(rows, "schema.sql"), "utf8"));
  for (const table of TABLES)
    await connection.run(
      `insert into ${table} select * exclude (copy) replace (id || '-' || copy as id) from read_csv('${rows}/${table}.csv', header = true, all_varchar = true), generate_series(1, ${copies}) made(copy)`,
    );
  return async (sql) => {
    const found = await connection.runAndReadAll(sql);
    return found.getRowsJS().map((row) => row.map((each) => each ?? "").join("|"));
  };
}

const folder = mkdtempSync(join(tmpdir(), "coprod-shards-"));
const running = [];
try {
  const { postgresPrograms, startPostgres } = await loadSource("test/support/postgres.ts");
  const { manyShares } = await loadSource("test/support/many-shares.ts");
  const programs = postgresPrograms();
  if (programs === undefined) throw new Error("PostgreSQL is not installed.");
  manyShares({ folder: join(folder, "shares"), count: shares, packageFolder: ROOT });
  const rows = join(folder, "rows");
  execFileSync(
    process.execPath,
    [join(ROOT, "bin/coprod.js"), "together", "shares", "--rows", "rows"],
    {
      cwd: folder,
      stdio: "ignore",
    },
  );
  for (const path of [folder, rows]) chmodSync(path, 0o755);
  for (const table of TABLES) chmodSync(join(rows, `${table}.csv`), 0o644);
  for (let at = 0; at < 5; at++) running.push(await startPostgres(programs));
  const [alone, front, ...parts] = running;
  timed("loading one server", () => load(alone, rows, YEARS));
  timed("loading three servers", () => {
    for (const [at, part] of parts.entries()) load(part, rows, [YEARS[at]]);
  });
  join3(front, parts);
  const settings = "set enable_partitionwise_aggregate = on;\n";
  const ask = await duckdb(rows);
  told(
    `${shares} shares, ${copies} of each, ${alone.sql("select count(*) from answers").trim()} answers`,
  );
  for (const view of Object.keys(VIEWS)) {
    const one = timed(`${view}, one server`, () => linesOf(alone.sql(`select * from ${view}`)));
    const three = timed(`${view}, three servers`, () =>
      linesOf(front.sql(settings + sharded(view))),
    );
    const plan = front.sql(`${settings}explain (verbose, costs off) ${sharded(view)}`);
    const remote = plan.split("\n").filter((line) => /Remote SQL: .*count\(.*GROUP BY/u.test(line));
    check(`${view}: each of three servers counts its own part`, remote.length === YEARS.length);
    check(
      `${view}: the same ${one.length} rows from one server and from three`,
      one.length > 0 && String(one) === String(three),
    );
    const duck = (await ask(`select * from ${view}`)).sort();
    check(`${view}: the same from DuckDB`, String(duck) === String(one));
  }
} finally {
  for (const server of running) server.stop();
  rmSync(folder, { recursive: true, force: true });
}
