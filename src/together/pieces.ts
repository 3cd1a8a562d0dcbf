import type { Criterion, Rubric, Section } from "../rubric/rubric.ts";
import { SHARE_FORMAT } from "../util/formats.ts";
import { shareId } from "../yaml/fields.ts";
import { rowLine, type TableName } from "./rows.ts";
import {
  type ShareFrame,
  sharedActions,
  sharedAnswer,
  sharedBarrier,
  sharedSection,
  shareFrame,
} from "./schema.ts";
import { answerFits, barrierFits, ID_LENGTH, resultFits, shareValue } from "./share.ts";

/** The lists of a share, each of many small pieces. */
export const LISTS = ["answers", "sections", "barriers", "actions"] as const;
export type ListName = (typeof LISTS)[number];

/** What a share says beside its lists. */
type Frame = Omit<ShareFrame, ListName>;

interface Parts {
  readonly frame: Frame;
  readonly pieces: Readonly<Record<ListName, readonly string[]>>;
}

/** Frames by their text without the id: many charities say the same of themselves. */
export type SeenFrames = Map<string, Frame>;

/** What a share consists of; undefined where it is none. */
export function sharePartsOf(text: string, seen: SeenFrames): Parts | undefined {
  return partsByLines(text, seen) ?? partsOfAny(text);
}

/** As coprod writes it, with a line for each piece, which most often was seen before: then it need not be parsed again. */
function partsByLines(text: string, seen: SeenFrames): Parts | undefined {
  const pieces: Record<ListName, readonly string[]> = {
    answers: [],
    sections: [],
    barriers: [],
    actions: [],
  };
  let others = "";
  let from = 0;
  for (const name of LISTS) {
    const mark = `\n  "${name}": [\n`;
    const start = text.indexOf(mark, from);
    if (start < 0) continue;
    const lines = piecesFrom(text, start + mark.length);
    if (lines === undefined) return undefined;
    others += text.slice(from, start + mark.length);
    pieces[name] = lines.pieces;
    from = lines.end;
  }
  const frame = frameByLines(others + text.slice(from), seen);
  return frame && { frame, pieces };
}

const PIECE = "    {";

/** The lines of a list; undefined where the commas between them are not as they should be. */
function piecesFrom(
  text: string,
  start: number,
): { readonly pieces: readonly string[]; readonly end: number } | undefined {
  const pieces: string[] = [];
  let [end, isLast] = [start, false];
  while (text.startsWith(PIECE, end)) {
    const next = text.indexOf("\n", end);
    if (isLast || next < 0) return undefined;
    isLast = text[next - 1] !== ",";
    pieces.push(text.slice(end + PIECE.length - 1, isLast ? next : next - 1));
    end = next + 1;
  }
  return isLast ? { pieces, end } : undefined;
}

const BEFORE_ID = `{\n  "coprod": ${JSON.stringify(SHARE_FORMAT)},\n  "id": "`;
const ID_END = BEFORE_ID.length + ID_LENGTH;

/** What stands beside the lists, read once for all who say the same of themselves. */
function frameByLines(text: string, seen: SeenFrames): Frame | undefined {
  const id = text.slice(BEFORE_ID.length, ID_END);
  const isUsual = text.startsWith(BEFORE_ID) && shareId.safeParse(id).success;
  const rest = text.slice(ID_END);
  const known = isUsual ? seen.get(rest) : undefined;
  if (known !== undefined) return { ...known, id };
  const frame = frameOf(text);
  // What was not taken out line by line stands in the lists still.
  if (frame === undefined || LISTS.some((name) => frame[name].length > 0)) return undefined;
  const { answers, sections, barriers, actions, ...own } = frame;
  // Another id further on would be the one that counts.
  if (isUsual && own.id === id) seen.set(Buffer.from(rest).toString(), own);
  return own;
}

/** Laid out in any other way. */
function partsOfAny(text: string): Parts | undefined {
  const frame = frameOf(text);
  if (frame === undefined) return undefined;
  const texts = (values: readonly unknown[]) => values.map((value) => JSON.stringify(value));
  const { answers, sections, barriers, actions, ...own } = frame;
  return {
    frame: own,
    pieces: {
      answers: texts(answers),
      sections: texts(sections),
      barriers: texts(barriers),
      actions: texts(actions),
    },
  };
}

function frameOf(text: string): ShareFrame | undefined {
  return shareFrame.safeParse(jsonIn(text)).data;
}

export function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What a piece of a share can be about. */
export interface PiecePlace {
  readonly rubric: Rubric;
  readonly section: Section;
  readonly criterion?: Criterion;
  /** A number of its own. */
  readonly about: number;
}

/** The rows that a piece of a share makes. */
interface PieceRows {
  readonly place: PiecePlace;
  readonly table: TableName;
  readonly lines: readonly string[];
}

type PlaceOf = (key: string) => PiecePlace | undefined;

/** The rows of a piece of each list of a share; undefined where it is none that could stand there. */
export const PIECE_ROWS = {
  answers: answerRows,
  sections: resultRows,
  barriers: barrierRows,
  actions: actionRows,
} as const satisfies Readonly<
  Record<string, (value: unknown, placeOf: PlaceOf) => PieceRows | undefined>
>;

function answerRows(value: unknown, placeOf: PlaceOf): PieceRows | undefined {
  const { data: answer } = sharedAnswer.safeParse(value);
  const place = answer && placeOf(answer.key);
  if (answer === undefined || place?.criterion === undefined) return undefined;
  if (!answerFits(answer, place.criterion)) return undefined;
  const { key, kind, level, from, to, top, must } = answer;
  const line = rowLine("answers", {
    ...askedIn(place),
    key,
    kind,
    level,
    low: level ?? from,
    high: level ?? to,
    top,
    must_level: place.criterion.must,
    must,
  });
  return { place, table: "answers", lines: [line] };
}

function resultRows(value: unknown, placeOf: PlaceOf): PieceRows | undefined {
  const { data: result } = sharedSection.safeParse(value);
  const place = result && placeOf(result.key);
  if (result === undefined || place === undefined || place.criterion !== undefined)
    return undefined;
  if (!resultFits(result, place)) return undefined;
  const { low, high, known, bands, noScore } = result;
  const line = rowLine("sections", {
    ...askedIn(place),
    kind: place.section.kind,
    low: shareValue(low),
    low_exact: low ?? undefined,
    high: shareValue(high),
    high_exact: high ?? undefined,
    known: shareValue(known),
    known_exact: known ?? undefined,
    band_low: bands?.[0],
    band_high: bands?.[1],
    reason: noScore ?? undefined,
  });
  return { place, table: "sections", lines: [line] };
}

function barrierRows(value: unknown, placeOf: PlaceOf): PieceRows | undefined {
  const { data: barrier } = sharedBarrier.safeParse(value);
  const place = barrier && placeOf(barrier.key);
  if (barrier === undefined || place === undefined || place.criterion !== undefined)
    return undefined;
  if (!barrierFits(barrier, place.section)) return undefined;
  const { class: found, noClass } = barrier;
  const line = rowLine("sections", {
    ...askedIn(place),
    kind: "barrier",
    class: found ?? undefined,
    reason: noClass ?? undefined,
  });
  return { place, table: "sections", lines: [line] };
}

function actionRows(value: unknown, placeOf: PlaceOf): PieceRows | undefined {
  const { data: actions } = sharedActions.safeParse(value);
  const place = actions && placeOf(actions.for);
  if (actions === undefined || place?.criterion === undefined) return undefined;
  const { for: key, states } = actions;
  if (new Set(states).size < states.length) return undefined;
  const lines = states.map((state) => rowLine("actions", { ...askedIn(place), key, state }));
  return { place, table: "actions", lines };
}

function askedIn({ rubric, section }: PiecePlace) {
  return { rubric: rubric.id, version: rubric.version, hash: rubric.hash, section: section.key };
}
