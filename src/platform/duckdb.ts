import {
  chmodSync,
  closeSync,
  mkdtempSync,
  openSync,
  readdirSync,
  rmSync,
  writeSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { DuckDBAppender, DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import { codeOf } from "./errors.ts";
import type { CountedRow, RowStore } from "./ports.ts";

/** DuckDB with a folder for its rows, which goes when it is closed; undefined where DuckDB is not installed. */
export async function openRowStore(): Promise<RowStore | undefined> {
  const duckdb = await loadDuckdb();
  if (duckdb === undefined) return undefined;
  const folder = mkdtempSync(join(tmpdir(), "coprod-rows-"));
  // It fetches nothing, and what does not fit into memory goes into the folder.
  const instance = await duckdb.DuckDBInstance.create(":memory:", {
    autoinstall_known_extensions: "false",
    autoload_known_extensions: "false",
    preserve_insertion_order: "false",
    memory_limit: "200MB",
    temp_directory: join(folder, "spill"),
  });
  return new DuckdbRows(folder, { duckdb, instance, connection: await instance.connect() });
}

type Duckdb = typeof import("@duckdb/node-api");

async function loadDuckdb(): Promise<Duckdb | undefined> {
  try {
    return await import("@duckdb/node-api");
  } catch (error) {
    if (["MODULE_NOT_FOUND", "ERR_MODULE_NOT_FOUND"].includes(codeOf(error))) return undefined;
    throw error;
  }
}

const MOST_WAITING = 1 << 16;

class DuckdbRows implements RowStore {
  readonly folder: string;
  private readonly instance: DuckDBInstance;
  private readonly connection: DuckDBConnection;
  private readonly duckdb: Duckdb;
  private readonly waiting = new Map<string, { readonly file: number; text: string }>();
  private readonly tables = new Map<string, PairTable>();

  constructor(
    folder: string,
    open: { duckdb: Duckdb; instance: DuckDBInstance; connection: DuckDBConnection },
  ) {
    this.folder = folder.replaceAll("\\", "/");
    this.duckdb = open.duckdb;
    this.instance = open.instance;
    this.connection = open.connection;
  }

  append(name: string, text: string): void {
    const to = this.waiting.get(name) ?? { file: openSync(join(this.folder, name), "w"), text: "" };
    this.waiting.set(name, to);
    to.text += text;
    if (to.text.length < MOST_WAITING) return;
    writeSync(to.file, to.text);
    to.text = "";
  }

  async pairs(table: string, columns: readonly [string, string]): Promise<void> {
    const typed = columns.map((column) => `${column} integer`);
    await this.connection.run(`create table ${table} (${typed.join(", ")});`);
    const appender = await this.connection.createAppender(table);
    this.tables.set(table, new PairTable(this.duckdb, appender));
  }

  pair(table: string, left: number, right: number): void {
    this.tables.get(table)?.add(left, right);
  }

  async run(sql: string): Promise<void> {
    this.flush();
    await this.connection.run(sql);
  }

  async rows(sql: string): Promise<readonly CountedRow[]> {
    const found = await this.connection.runAndReadAll(sql);
    return found.getRowObjectsJS().map((row) => {
      const fields = Object.entries(row).map(([name, value]) => [name, plain(value)]);
      return Object.fromEntries(fields) as CountedRow;
    });
  }

  async export(sql: string, folder: string): Promise<void> {
    await this.run(sql);
    for (const name of readdirSync(folder)) chmodSync(join(folder, name), 0o600);
  }

  async close(): Promise<void> {
    this.flush();
    this.connection.closeSync();
    this.instance.closeSync();
    rmSync(this.folder, { recursive: true, force: true });
  }

  private flush(): void {
    for (const { file, text } of this.waiting.values()) {
      writeSync(file, text);
      closeSync(file);
    }
    this.waiting.clear();
    for (const table of this.tables.values()) table.close();
    this.tables.clear();
  }
}

/** As many rows as DuckDB takes at once. */
const ROWS_AT_ONCE = 2048;

/** Rows of two whole numbers, handed over many at a time: as text they would have to be written and read again. */
class PairTable {
  private readonly duckdb: Duckdb;
  private readonly appender: DuckDBAppender;
  private left: number[] = [];
  private right: number[] = [];

  constructor(duckdb: Duckdb, appender: DuckDBAppender) {
    this.duckdb = duckdb;
    this.appender = appender;
  }

  add(left: number, right: number): void {
    this.left.push(left);
    this.right.push(right);
    if (this.left.length === ROWS_AT_ONCE) this.handOver();
  }

  close(): void {
    this.handOver();
    this.appender.closeSync();
  }

  private handOver(): void {
    const { DuckDBDataChunk, INTEGER } = this.duckdb;
    const chunk = DuckDBDataChunk.create([INTEGER, INTEGER]);
    chunk.setColumns([this.left, this.right]);
    this.appender.appendDataChunk(chunk);
    this.left = [];
    this.right = [];
  }
}

/** Whole numbers come as bigint. */
function plain(value: unknown): string | number | null {
  if (typeof value === "bigint") return Number(value);
  return typeof value === "string" || typeof value === "number" ? value : null;
}
