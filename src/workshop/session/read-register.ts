import { highestNumber, numberOf } from "../../assessment/actions.ts";
import type { Action, AssessmentFile } from "../../assessment/schema.ts";
import {
  pieceOf,
  piecesIn,
  plainValue,
  type RegisterKey,
  spokenValue,
} from "../../documents/register/register.ts";
import {
  cellName,
  cellText,
  type ReadCell,
  type ReadRow,
} from "../../documents/spreadsheet/table.ts";
import { flatText } from "../../util/visible-text.ts";
import { quoted } from "../../util/words.ts";
import type { Day } from "../dates.ts";
import {
  type CellReading,
  type Columns,
  keysOf,
  type RegisterField,
  readField,
  readHeader,
} from "./register-cells.ts";

/** What a register says that the assessment does not. */
export interface RegisterReading {
  readonly changed: readonly ChangedAction[];
  readonly added: readonly Action[];
  /** Actions that have no row: nothing happens to them. */
  readonly left: readonly Action[];
  /** What both sides changed, each in a sentence: the assessment's stays. */
  readonly clashes: readonly string[];
  /** What else there is to say, each in a sentence. */
  readonly notes: readonly string[];
  /** What has to be put right first, each with its place. */
  readonly faults: readonly string[];
}

interface ChangedAction {
  readonly before: Action;
  readonly after: Action;
  readonly fields: readonly RegisterKey[];
}

interface Around {
  readonly file: AssessmentFile;
  /** In the words in which they are asked, by their keys. */
  readonly questions: ReadonlyMap<string, string>;
  readonly today: Day;
}

/** Compares a register with the assessment that it was made from, cell by cell. */
export function readRegister(
  [header, ...rows]: readonly ReadRow[],
  around: Around,
): RegisterReading {
  const columns = readHeader(header ?? { row: 1, cells: [] });
  const reading = new Reading(around, columns);
  // Which words are new can only be said once all that have a number are known.
  for (const row of rows) reading.numbered(row);
  for (const row of rows) reading.unnumbered(row);
  return reading.whole();
}

class Reading {
  private readonly around: Around;
  private readonly keys: ReadonlyMap<string, string>;
  private readonly columns: Columns;
  private readonly actions: readonly Action[];
  /** By their ids and by their numbers. */
  private readonly named: ReadonlyMap<string, Action>;
  private readonly faults: string[];
  private readonly clashes: string[] = [];
  private readonly notes: string[] = [];
  private readonly changed: ChangedAction[] = [];
  private readonly added: Action[] = [];
  /** The highest number that an action has or had. */
  private highest: number;
  /** In which row each action stands. */
  private readonly rowOf = new Map<string, number>();

  constructor(around: Around, columns: Columns) {
    this.around = around;
    this.columns = columns;
    this.faults = [...columns.faults];
    this.actions = around.file.actions ?? [];
    const names = this.actions.map((action) => [numberOf(action.id), action] as const);
    this.named = new Map([...names, ...this.actions.map((each) => [each.id, each] as const)]);
    this.keys = keysOf(around.questions);
    this.highest = highestNumber(this.actions, around.file.previous?.actions);
  }

  whole(): RegisterReading {
    const { changed, added, clashes, notes, faults } = this;
    const left = this.actions.filter(({ id }) => !this.rowOf.has(id));
    return { changed, added, left, clashes, notes, faults };
  }

  numbered(row: ReadRow): void {
    const { named } = this.columns;
    for (const [at, cell] of row.cells.entries())
      if (cellText(cell).trim() !== "" && !named.has(at))
        this.faults.push(`${cellName(row.row, at)}: this stands in a column without a name.`);
    const typed = this.numberIn(row);
    if (typed !== "") this.known(row, { typed, place: this.cellOf(row, "id").place });
  }

  unnumbered(row: ReadRow): void {
    // Without a column of numbers nothing says which action a row is about.
    const hasNumbers = this.columns.places.some(({ field }) => field.key === "id");
    if (!hasNumbers || this.numberIn(row) !== "") return;
    const words = flatText(cellText(this.cellOf(row, "do").cell));
    const same = this.actions.find(({ id, do: own }) => own === words && !this.rowOf.has(id));
    if (same === undefined) this.newAction(row);
    else this.takenIn(row, same);
  }

  /** A register that is taken in twice adds nothing twice. */
  private takenIn({ row }: ReadRow, { id }: Action): void {
    this.rowOf.set(id, row);
    this.notes.push(`Row ${row} is action ${numberOf(id)} already. Nothing happens to it.`);
  }

  private numberIn(row: ReadRow): string {
    return flatText(cellText(this.cellOf(row, "id").cell));
  }

  private cellOf({ row, cells }: ReadRow, key: RegisterKey): { cell: ReadCell; place: string } {
    const at = this.columns.places.find(({ field }) => field.key === key)?.at ?? -1;
    return { cell: cells[at], place: at < 0 ? `Row ${row}` : cellName(row, at) };
  }

  private newAction(row: ReadRow): void {
    const fields: Partial<Record<RegisterKey, unknown>> = {};
    for (const { field, at } of this.columns.places) {
      const value = field.key === "id" ? undefined : this.read(field, row, at)?.value;
      if (value !== undefined) fields[field.key] = value;
    }
    if (fields.do === undefined)
      this.faults.push(`${this.cellOf(row, "do").place}: what is to be done in this row?`);
    this.highest += 1;
    const id = `a${this.highest}`;
    const { for: about, ...rest } = fields as unknown as Omit<Action, "id">;
    const action = { id, ...(about === undefined ? {} : { for: about }), ...rest };
    this.checkWhy(row, { after: action, before: undefined });
    this.added.push(action);
  }

  private read(field: RegisterField, row: ReadRow, at: number): CellReading | undefined {
    const read = readField(field, row.cells[at], { keys: this.keys, today: this.around.today });
    if (!("problem" in read)) return read;
    this.faults.push(`${cellName(row.row, at)} (${field.name}): ${read.problem}`);
    return undefined;
  }

  private known(row: ReadRow, { typed, place }: { typed: string; place: string }): void {
    const before = this.named.get(typed.toLowerCase());
    const { id = "" } = before ?? {};
    const first = this.rowOf.get(id);
    const pieces = piecesIn(cellText(row.cells[this.columns.checkAt ?? -1]).trim());
    if (before === undefined)
      this.faults.push(
        `${place}: there is no action ${quoted(typed)}. Leave the number of a new action empty.`,
      );
    else if (first !== undefined)
      this.faults.push(`${place}: action ${numberOf(id)} has a row already, row ${first}.`);
    else if (isAnother(id, pieces)) this.faults.push(`${place}: ${this.otherNumber(pieces)}`);
    else this.compare(row, before, pieces);
    if (before !== undefined) this.rowOf.set(id, first ?? row.row);
  }

  private otherNumber(pieces: Pieces): string {
    const was = this.actions.find(({ id }) => !isAnother(id, pieces));
    const then = was === undefined ? "another action" : `action ${numberOf(was.id)}`;
    return `this row was ${then} when the register was made. A number never changes.`;
  }

  private compare(row: ReadRow, before: Action, pieces: Pieces): void {
    const values = this.columns.places
      .filter(({ field }) => field.key !== "id")
      .flatMap(({ field, at }) => {
        const read = this.read(field, row, at);
        const place = `${cellName(row.row, at)} (${field.name})`;
        return read === undefined ? [] : [{ field, place, value: read.value }];
      })
      .filter((told) => this.isChange(told, before, pieces));
    if (values.length === 0) return;
    const changes = Object.fromEntries(values.map(({ field, value }) => [field.key, value]));
    const entries = Object.entries({ ...before, ...changes });
    const after = Object.fromEntries(entries.filter(([, value]) => value !== undefined)) as Action;
    this.finish(row, { before, after, fields: values.map(({ field }) => field.key) });
  }

  /** Whether a cell was changed in the register and may be taken in. */
  private isChange(
    { field: { key }, value, place }: Told,
    before: Action,
    pieces: Pieces,
  ): boolean {
    const [now, was] = [plainValue(key, value), plainValue(key, before[key])];
    const base = pieces?.get(key);
    // What only the assessment changed since is newer than the register.
    if (now === was || base === pieceOf(key, now)) return false;
    const fault = unchangeable(key, value);
    if (fault !== undefined) this.faults.push(`${place}: ${fault}`);
    else if (base !== undefined && base !== pieceOf(key, was))
      this.clashes.push(clashText(place, key, { register: value, file: before[key] }));
    else return true;
    return false;
  }

  private finish(row: ReadRow, { before, after, fields }: ChangedAction): void {
    this.checkWhy(row, { before, after });
    const isOver = before.status === "dropped" && after.status !== "dropped";
    const { why: _, ...without } = after;
    // A reason for dropping goes when an action is taken up again.
    this.changed.push({ before, after: isOver ? without : after, fields });
  }

  private checkWhy(
    row: ReadRow,
    { before, after }: { before: Action | undefined; after: Action },
  ): void {
    const { place } = this.cellOf(row, "why");
    if (after.status === "dropped" && after.why === undefined && before?.status !== "dropped")
      this.faults.push(`${place}: why is it dropped? Trustees will ask.`);
    if (after.status !== "dropped" && after.why !== undefined && after.why !== before?.why)
      this.faults.push(`${place}: this goes only with an action that is dropped.`);
  }
}

interface Told {
  readonly field: RegisterField;
  readonly value: Action[RegisterKey];
  readonly place: string;
}

/** Whether a row was made from an action of another number. */
function isAnother(id: string, pieces: Pieces): boolean {
  return pieces !== undefined && pieces.get("id") !== pieceOf("id", id);
}

function unchangeable(key: RegisterKey, value: Action[RegisterKey]): string | undefined {
  if (key === "since") return "this never changes.";
  if (key !== "do" || value !== undefined) return undefined;
  return 'an action needs words. To drop it, write "Dropped" under "How far".';
}

type Pieces = ReadonlyMap<RegisterKey, string> | undefined;

function clashText(
  place: string,
  key: RegisterKey,
  {
    register,
    file,
  }: { readonly register: Action[RegisterKey]; readonly file: Action[RegisterKey] },
): string {
  const [there, here] = [register, file].map((value) => spokenValue(key, value) ?? "nothing");
  return `${place}: changed in both. The register says: ${there}. The assessment says: ${here}.`;
}
