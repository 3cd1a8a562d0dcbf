import type { PlanFacts } from "../../assessment/schema.ts";
import { type Block, choices, heading, lines, paragraph } from "../../terminal/blocks.ts";
import { echo, fold, readNumber, readYesNo } from "../../terminal/typed-line.ts";
import { dateText } from "../../util/dates.ts";
import { asSentence, capitalised } from "../../util/words.ts";
import type { Clock } from "../dates.ts";
import { isNoSuchDay, isPast, readWhen } from "../dates.ts";
import { messages } from "../messages/messages.ts";
import type { AtOf, Heard, Interview, Outcome, Screen } from "../state.ts";
import { commandArgument } from "./closing.ts";

const wording = messages.paper;

type PaperPlace = AtOf<"trustee-paper">;

type FactName = keyof typeof wording.facts;

interface Fact {
  readonly name: FactName;
  readonly kind: "words" | "day" | "purpose";
  /** What the file says now, as it is shown. */
  readonly known: (plan: PlanFacts) => string | undefined;
  /** Whether an answer is added to those before it. */
  readonly isList?: true;
  readonly put: (plan: PlanFacts, value: string) => PlanFacts;
  readonly empty: (plan: PlanFacts) => PlanFacts;
}

const PURPOSES = ["decision", "discussion", "information"] as const;

/** What the trustees' paper says besides the answers. */
const FACTS: readonly Fact[] = [
  words("charity"),
  {
    name: "for",
    kind: "purpose",
    known: (plan) => plan.for,
    put: (plan, value) => ({ ...plan, for: PURPOSES.find((each) => each === value) ?? "decision" }),
    empty: ({ for: _, ...plan }) => plan,
  },
  {
    name: "meeting",
    kind: "day",
    known: ({ meeting }) => spoken(meeting?.date),
    put: (plan, date) => ({ ...plan, meeting: { ...plan.meeting, date } }),
    empty: withoutMeetingDate,
  },
  {
    name: "decisions",
    kind: "words",
    known: ({ decisions }) => decisions?.join(" "),
    isList: true,
    put: (plan, decision) => ({
      ...plan,
      decisions: [...(plan.decisions ?? []), withoutBeginning(decision)],
    }),
    empty: ({ decisions: _, ...plan }) => plan,
  },
  words("if-nothing"),
  day("review"),
  day("feedback-by"),
  words("support"),
  words("interests"),
  {
    name: "risks",
    kind: "words",
    known: ({ risks }) => risks?.map(({ risk }) => asSentence(risk)).join(" "),
    isList: true,
    put: (plan, risk) => ({ ...plan, risks: [...(plan.risks ?? []), { risk }] }),
    empty: ({ risks: _, ...plan }) => plan,
  },
  words("contact"),
];

type PlainFact = "charity" | "if-nothing" | "support" | "interests" | "contact";

function words(name: PlainFact): Fact {
  return {
    name,
    kind: "words",
    known: (plan) => plan[name],
    put: (plan, value) => ({ ...plan, [name]: value }),
    empty: ({ [name]: _, ...plan }) => plan,
  };
}

function day(name: "review" | "feedback-by"): Fact {
  return {
    name,
    kind: "day",
    known: (plan) => spoken(plan[name]),
    put: (plan, value) => ({ ...plan, [name]: value }),
    empty: ({ [name]: _, ...plan }) => plan,
  };
}

// The paper begins the sentence, and people say the whole of it.
function withoutBeginning(decision: string): string {
  const rest = decision.replace(
    /^(?:we )?(?:ask|want) (?:you|(?:the |our )?trustees) to[ :]+/iu,
    "",
  );
  return capitalised(rest);
}

/** Offers the facts, then asks for each that is missing; each can be left out, and by its number changed. */
export const trusteePaperScreen: Screen<PaperPlace> = {
  show(state, here) {
    const fact = FACTS[here.fact];
    if (fact === undefined) return state.task === "paper" ? overview(state) : offer(state);
    const known = fact.known(state.file.plan ?? {});
    return [
      lines(
        wording.facts[fact.name].asks,
        known === undefined ? wording.leaveOut : wording.soFar(known, fact.isList === true),
      ),
    ];
  },
  prompt: ({ task }, { fact: index }) => {
    const fact = FACTS[index];
    if (fact !== undefined) return wording.facts[fact.name].prompt;
    return task === "paper" ? wording.overviewPrompt : wording.offerPrompt;
  },
  hear(state, here, heard) {
    const fact = FACTS[here.fact];
    if (fact === undefined)
      return state.task === "paper"
        ? hearOverview(state, here, heard)
        : hearOffer(state, here, heard);
    const typed = heard.line.trim();
    if (["", "s", "skip"].includes(fold(typed))) return { at: next(state, here) };
    if (["b", "back"].includes(fold(typed))) return { at: { ...here, fact: here.fact - 1 } };
    if (fold(typed) === "x") return takeOut(state, here, fact);
    return hearFact(state, here, { fact, typed, now: heard.now });
  },
  help: ({ task }, { fact }) => {
    if (FACTS[fact] !== undefined) return [paragraph(wording.helpFact)];
    return [paragraph(task === "paper" ? wording.helpOverview : wording.helpOffer)];
  },
  free: () => true,
  guarded: () => true,
};

function isMissing({ file }: Interview): (fact: Fact) => boolean {
  return ({ known }) => known(file.plan ?? {}) === undefined;
}

function offer(state: Interview): readonly Block[] {
  const missing = FACTS.filter(isMissing(state)).length;
  const command = `coprod assess ${commandArgument(state.fileName)} --paper`;
  return [
    heading(1, wording.title),
    paragraph(wording.offer(missing)),
    paragraph(wording.later(command)),
  ];
}

/** Every fact as the paper will say it, with a number by which it can be changed. */
function overview(state: Interview): readonly Block[] {
  const rows = FACTS.map((fact, index) => ({
    mark: String(index + 1),
    name: wording.facts[fact.name].name,
    text: fact.known(state.file.plan ?? {}) ?? wording.notSaid,
  }));
  return [
    heading(1, wording.title),
    choices(rows),
    paragraph(wording.overview(FACTS.filter(isMissing(state)).length)),
  ];
}

function hearOffer(state: Interview, here: PaperPlace, { line }: Heard): Outcome {
  const yes = readYesNo(line);
  if (yes === true) return { at: next(state, here) };
  if (yes === false || fold(line) === "") return { at: { kind: "done" } };
  if (["b", "back"].includes(fold(line))) return { at: { kind: "finish" } };
  return { at: here, show: "prompt", say: [paragraph(wording.wrongOffer(echo(line)))] };
}

function hearOverview(state: Interview, here: PaperPlace, { line }: Heard): Outcome {
  if (fold(line) === "") return { at: next(state, here) };
  const number = readNumber(line);
  if (number !== undefined && FACTS[number - 1] !== undefined)
    return { at: { ...here, fact: number - 1, single: true } };
  return { at: here, show: "prompt", say: [paragraph(wording.wrongOverview(echo(line)))] };
}

interface TypedFact {
  readonly fact: Fact;
  readonly typed: string;
  readonly now: Clock;
}

function hearFact(state: Interview, here: PaperPlace, { fact, typed, now }: TypedFact): Outcome {
  const value = VALUES[fact.kind](typed, now);
  if (value === undefined) {
    const wrong =
      fact.kind === "day"
        ? wording.wrongDay(echo(typed), isNoSuchDay(typed))
        : wording.wrongPurpose(echo(typed));
    return { at: here, show: "prompt", say: [paragraph(wrong)] };
  }
  const plan = fact.put(state.file.plan ?? {}, value);
  const isGone = fact.kind === "day" && isPast(value, now.today);
  const sentence = wording.facts[fact.name].printed(fact.known(plan) ?? "");
  return {
    at: next(state, here),
    say: isGone ? [paragraph(wording.dayGone)] : [],
    edits: [{ kind: "plan", plan }],
    saved: wording.onPaper(sentence.replace(/\.\.$/u, ".")),
  };
}

const VALUES: Readonly<Record<Fact["kind"], (typed: string, now: Clock) => string | undefined>> = {
  words: (typed) => typed,
  day: readDay,
  purpose: (typed) =>
    PURPOSES.find((name, index) => fold(typed) === name || readNumber(typed) === index + 1),
};

function takeOut(state: Interview, here: PaperPlace, fact: Fact): Outcome {
  const { plan = {} } = state.file;
  if (fact.known(plan) === undefined) return { at: next(state, here) };
  const edits = [{ kind: "plan" as const, plan: fact.empty(plan) }];
  return { at: next(state, here), edits, saved: wording.takenOut };
}

/** The next fact that is missing; after one that was asked for by its number all of them again. */
function next(state: Interview, { fact, single }: PaperPlace): Outcome["at"] {
  if (single === true) return { kind: "trustee-paper", fact: -1 };
  const index = FACTS.findIndex((each, at) => at > fact && isMissing(state)(each));
  return index < 0 ? { kind: "done" } : { kind: "trustee-paper", fact: index };
}

function withoutMeetingDate({ meeting, ...plan }: PlanFacts): PlanFacts {
  const { date: _, ...rest } = meeting ?? {};
  return Object.keys(rest).length === 0 ? plan : { ...plan, meeting: rest };
}

function readDay(typed: string, { today }: Clock): string | undefined {
  const date = readWhen(typed, today)?.date;
  return date?.length === "2027-03-31".length ? date : undefined;
}

function spoken(date: string | undefined): string | undefined {
  return date === undefined ? undefined : dateText(date);
}
