import type { Criterion, Rubric, Section } from "../rubric/rubric.ts";
import { rowLine, type TableName } from "./rows.ts";
import {
  type ShareFrame,
  sharedActions,
  sharedAnswer,
  sharedBarrier,
  sharedSection,
  shareFrame,
} from "./schema.ts";
import { answerFits, barrierFits, resultFits, shareValue } from "./share.ts";

/** The lists of a share, each of many small pieces. */
export const LISTS = ["answers", "sections", "barriers", "actions"] as const;
export type ListName = (typeof LISTS)[number];

interface Parts {
  readonly frame: ShareFrame;
  readonly pieces: Readonly<Record<ListName, readonly string[]>>;
}

/** What a share consists of; undefined where it is none. */
export function sharePartsOf(text: string): Parts | undefined {
  return partsByLines(text) ?? partsOfAny(text);
}

/** As coprod writes it, with a line for each piece, which most often was seen before: then it need not be parsed again. */
function partsByLines(text: string): Parts | undefined {
  const others = text.split("\n");
  // From the end, so that the places of those before stay.
  const [actions, barriers, sections, answers] = LISTS.toReversed().map((name) =>
    takePieces(others, name),
  );
  const frame = frameOf(others.join("\n"));
  if (!frame || !answers || !sections || !barriers || !actions) return undefined;
  return { frame, pieces: { answers, sections, barriers, actions } };
}

const PIECE = "    {";

/** Takes the lines of a list out; undefined where the commas between them are not as they should be. */
function takePieces(lines: string[], name: ListName): readonly string[] | undefined {
  const start = lines.indexOf(`  "${name}": [`) + 1;
  if (start === 0) return [];
  const end = lines.findIndex((line, at) => at >= start && !line.startsWith(PIECE));
  const pieces = lines.splice(start, Math.max(0, end - start));
  const areSeparated = pieces.every((line, at) => line.endsWith(",") === at < pieces.length - 1);
  if (!areSeparated) return undefined;
  return pieces.map((line, at) =>
    line.slice(PIECE.length - 1, at < pieces.length - 1 ? -1 : undefined),
  );
}

/** Laid out in any other way. */
function partsOfAny(text: string): Parts | undefined {
  const frame = frameOf(text);
  if (frame === undefined) return undefined;
  const texts = (values: readonly unknown[]) => values.map((value) => JSON.stringify(value));
  const { answers, sections, barriers, actions } = frame;
  return {
    frame,
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
