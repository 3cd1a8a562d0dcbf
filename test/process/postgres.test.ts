import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openRowStore } from "../../src/platform/duckdb.ts";
import { nodeFiles } from "../../src/platform/files.ts";
import type { CountedRow, RowStore } from "../../src/platform/ports.ts";
import { csvLine, schemaSql, TABLE_NAMES, TABLES, VIEWS } from "../../src/together/rows.ts";
import { type MemoryFiles, PACKAGE_FOLDER, runInMemory } from "../support/context.ts";
import { manyShares } from "../support/many-shares.ts";
import { type Postgres, postgresPrograms, startPostgres } from "../support/postgres.ts";
import { seeded } from "../support/seeded.ts";

const programs = postgresPrograms();
const REQUIRED = process.env["COPROD_REQUIRE_POSTGRES"] === "1";
const VIEW_NAMES = Object.keys(VIEWS);
const LOCALES = { c: "locale 'C'", english: "locale_provider icu icu_locale 'en-GB' locale 'C'" };

if (programs === undefined) process.stderr.write("Skipped: PostgreSQL, which is not installed.\n");

it.runIf(REQUIRED)("needs PostgreSQL, as COPROD_REQUIRE_POSTGRES says", () => {
  expect(programs).toBeDefined();
});

describe.skipIf(programs === undefined)("the views in PostgreSQL and in DuckDB", () => {
  const folder = mkdtempSync(join(tmpdir(), "coprod-views-"));
  let server: Postgres;

  beforeAll(async () => {
    chmodSync(folder, 0o755);
    server = await startPostgres(programs ?? "");
    for (const [name, locale] of Object.entries(LOCALES))
      server.sql(`create database ${name} template template0 ${locale};`);
  });

  afterAll(() => {
    server?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  /** The rows of each view as texts, one server after the other. */
  async function both(rows: string, database: string, threads: number) {
    const tables = [...TABLE_NAMES, "last_answers"];
    const copies = tables.map((name) => `\\copy ${name} from '${rows}/${name}.csv' csv header`);
    server.sql(`drop schema public cascade; create schema public;`, database);
    server.sql(
      `set client_min_messages = warning;\n${schemaSql()}${copies.join("\n")}\n`,
      database,
    );
    const store = (await openRowStore()) as RowStore;
    try {
      await store.run(`set threads = ${threads};`);
      await store.run(schemaSql());
      for (const name of tables)
        await store.run(
          `insert into ${name} select * from read_csv('${rows}/${name}.csv', header = true, auto_detect = false, delim = ',', quote = '"', escape = '"', nullstr = '', allow_quoted_nulls = false, columns = {${columnsOf(name)}});`,
        );
      const found: Record<string, [postgres: string[], duckdb: string[]]> = {};
      for (const view of VIEW_NAMES) {
        const lines = server.sql(`select row_to_json(v) from ${view} v;`, database).trim();
        const counted = await store.rows(`select * from ${view}`);
        found[view] = [lines === "" ? [] : lines.split("\n").map(asText), counted.map(rowText)];
      }
      return found;
    } finally {
      await store.close();
    }
  }

  it.each(Object.keys(LOCALES))(
    "give the same rows in a database of locale %s, whatever stands in them",
    async (database) => {
      for (const threads of [1, 4]) {
        writeRandomRows(folder, threads);
        const found = await both(folder, database, threads);
        for (const view of VIEW_NAMES) {
          const [postgres, duckdb] = found[view] ?? [[], []];
          expect(postgres.length).toBeGreaterThan(0);
          expect(duckdb, view).toEqual(postgres);
        }
      }
    },
  );

  it("give the same rows of real shares, from what --rows writes", async () => {
    manyShares({
      folder: join(folder, "shares"),
      count: 40,
      seed: 5,
      packageFolder: PACKAGE_FOLDER,
    });
    const files = nodeFiles() as MemoryFiles;
    const ran = await runInMemory(["together", "shares", "--rows", "r1", "-f", "json"], {
      files,
      cwd: folder,
    });
    expect(ran.exitCode).toBe(0);
    const rows = join(folder, "r1");
    expect(readFileSync(join(rows, "schema.sql"), "utf8")).toBe(schemaSql());
    chmodSync(rows, 0o755);
    for (const name of TABLE_NAMES) chmodSync(join(rows, `${name}.csv`), 0o644);
    writeFileSync(join(rows, "last_answers.csv"), readFileSync(join(rows, "answers.csv")));
    const found = await both(rows, "c", 4);
    for (const view of VIEW_NAMES) {
      const [postgres, duckdb] = found[view] ?? [[], []];
      expect(postgres.length, view).toBeGreaterThan(5);
      expect(duckdb, view).toEqual(postgres);
    }
  });
});

function columnsOf(table: string): string {
  const name = table === "last_answers" ? "answers" : (table as (typeof TABLE_NAMES)[number]);
  const who = ["id", "quarter", "size", "region"].map((column) => [column, "varchar"]);
  return [...who, ...Object.entries(TABLES[name])]
    .map(([column, type]) => `'${column}': '${type}'`)
    .join(", ");
}

function asText(line: string): string {
  return rowText(JSON.parse(line) as CountedRow);
}

function rowText(row: CountedRow): string {
  return JSON.stringify(Object.entries(row));
}

const WORDS = [
  "a",
  "b",
  "B",
  "ŵ",
  "é",
  "ab",
  "a b",
  'a"b',
  "a\\b",
  "a\nb",
  "\\N",
  "'",
  "a,b",
  "Z",
  "_",
  "10",
  "9",
];

/** Rows as no share could be: quotes, line breaks, backslashes, capitals, Welsh letters, and nothing at all. */
function writeRandomRows(folder: string, seed: number): void {
  const random = seeded(seed);
  const below = (most: number) => Math.floor(random() * most);
  const word = () => (random() < 0.1 ? undefined : WORDS[below(WORDS.length)]);
  const of = (values: readonly string[]) => values[below(values.length)];
  const known: Readonly<Record<string, () => string | undefined>> = {
    id: () => `id-${below(40)}`,
    kind: () => of(["level", "differ", "unsure", "barrier"]),
    hash: () => WORDS[below(4)],
    key: () => WORDS[below(4)],
    state: () => of(["planned", "doing", "done", "dropped"]),
  };
  const number = (type: string) => (type === "integer" ? below(4) : below(100) / 7);
  const value = (column: string, type: string) => {
    const make = known[column];
    if (make !== undefined) return make();
    return type === "varchar" ? word() : random() < 0.2 ? undefined : number(type);
  };
  for (const table of [...TABLE_NAMES, "last_answers"] as const) {
    const name = table === "last_answers" ? "answers" : table;
    const columns = Object.entries({
      id: "varchar",
      quarter: "varchar",
      size: "varchar",
      region: "varchar",
      ...TABLES[name],
    });
    const lines = Array.from({ length: 200 }, () =>
      csvLine(columns.map(([column, type]) => value(column, type))),
    );
    writeFileSync(
      join(folder, `${table}.csv`),
      csvLine(columns.map(([column]) => column)) + lines.join(""),
    );
  }
}
