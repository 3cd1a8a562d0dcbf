import type { PlanFacts } from "../../assessment/schema.ts";
import { heading, lines, paragraph } from "../../terminal/blocks.ts";
import { echo, fold, readYesNo } from "../../terminal/typed-line.ts";
import { dateText } from "../../util/dates.ts";
import { isNoSuchDay, isPast, readWhen } from "../dates.ts";
import type { AtOf, Clock, Heard, Interview, Outcome, Screen } from "../state.ts";

type PaperPlace = AtOf<"trustee-paper">;

interface Fact {
  readonly asks: string;
  readonly prompt: string;
  /** What the file says now, as it is shown. */
  readonly known: (plan: PlanFacts) => string | undefined;
  readonly isDate: boolean;
  /** Whether an answer is added to those before it. */
  readonly isList?: true;
  readonly put: (plan: PlanFacts, value: string) => PlanFacts;
  readonly empty: (plan: PlanFacts) => PlanFacts;
}

/** What the trustees' paper says besides the answers. */
const FACTS: readonly Fact[] = [
  {
    asks: "What is your charity called?",
    prompt: "Charity: ",
    known: ({ charity }) => charity,
    isDate: false,
    put: (plan, charity) => ({ ...plan, charity }),
    empty: ({ charity: _, ...plan }) => plan,
  },
  {
    asks: "On which day do the trustees meet? For example 12 December 2026.",
    prompt: "Meeting: ",
    known: ({ meeting }) => spoken(meeting?.date),
    isDate: true,
    put: (plan, date) => ({ ...plan, meeting: { ...plan.meeting, date } }),
    empty: withoutMeetingDate,
  },
  {
    asks: "What do you ask the trustees to decide? One sentence.",
    prompt: "Decide: ",
    known: ({ decisions }) => decisions?.join(" "),
    isDate: false,
    isList: true,
    put: (plan, decision) => ({ ...plan, decisions: [...(plan.decisions ?? []), decision] }),
    empty: ({ decisions: _, ...plan }) => plan,
  },
  {
    asks: "What happens if nothing is done? One sentence.",
    prompt: "If nothing is done: ",
    known: (plan) => plan["if-nothing"],
    isDate: false,
    put: (plan, words) => ({ ...plan, "if-nothing": words }),
    empty: ({ "if-nothing": _, ...plan }) => plan,
  },
  {
    asks: "On which day will you look at this plan again? For example 13 May 2027.",
    prompt: "Look again: ",
    known: ({ review }) => spoken(review),
    isDate: true,
    put: (plan, review) => ({ ...plan, review }),
    empty: ({ review: _, ...plan }) => plan,
  },
  {
    asks: "By which day will everybody who took part hear what came of it?",
    prompt: "Hear back by: ",
    known: (plan) => spoken(plan["feedback-by"]),
    isDate: true,
    put: (plan, date) => ({ ...plan, "feedback-by": date }),
    empty: ({ "feedback-by": _, ...plan }) => plan,
  },
];

/** Offers the facts, then asks them one by one; each can be left out. */
export const trusteePaperScreen: Screen<PaperPlace> = {
  show(state, { fact: index }) {
    const fact = FACTS[index];
    if (fact === undefined) {
      return [
        heading(1, "For the trustees' paper"),
        paragraph(
          `${FACTS.length} short questions help the paper, such as when the trustees meet. Type y to answer them now, or press Enter to finish without them.`,
        ),
      ];
    }
    const known = fact.known(state.file.plan ?? {});
    return [
      lines(
        fact.asks,
        known === undefined
          ? "Press Enter to leave it out."
          : `So far: ${known.replace(/\.$/u, "")}. ${fact.isList === true ? "What you type is added to it. " : ""}Press Enter to keep it, or type x to take it out.`,
      ),
    ];
  },
  prompt: (_, { fact }) => FACTS[fact]?.prompt ?? "y or Enter: ",
  hear(state, here, heard) {
    const fact = FACTS[here.fact];
    if (fact === undefined) return hearOffer(here, heard);
    const typed = heard.line.trim();
    if (["", "s", "skip"].includes(fold(typed))) return next(here);
    if (["b", "back"].includes(fold(typed))) return { at: { ...here, fact: here.fact - 1 } };
    if (fold(typed) === "x") return takeOut(state, here, fact);
    const value = fact.isDate ? readDay(typed, heard.now) : typed;
    if (value === undefined) {
      const wrong = isNoSuchDay(typed)
        ? `There is no such day as ${echo(typed)}.`
        : `We need a day here, and ${echo(typed)} is not one.`;
      const words = `${wrong} Try 12 December 2026 or 12/12/26. Press Enter to leave it out.`;
      return { at: here, show: "prompt", say: [paragraph(words)] };
    }
    return put(state, here, { fact, value, now: heard.now });
  },
  help: (_, { fact }) => [
    paragraph(
      FACTS[fact] === undefined
        ? "Type y to answer the questions, or press Enter to finish without them."
        : "Type your answer, or press Enter to leave it out. Type b for the one before.",
    ),
  ],
  free: true,
  guarded: true,
};

interface TypedFact {
  readonly fact: Fact;
  readonly value: string;
  readonly now: Clock;
}

function withoutMeetingDate({ meeting, ...plan }: PlanFacts): PlanFacts {
  const { date: _, ...rest } = meeting ?? {};
  return Object.keys(rest).length === 0 ? plan : { ...plan, meeting: rest };
}

function takeOut(state: Interview, here: PaperPlace, fact: Fact): Outcome {
  const { plan = {} } = state.file;
  if (fact.known(plan) === undefined) return next(here);
  return { ...next(here), edits: [{ kind: "plan", plan: fact.empty(plan) }], saved: "Taken out." };
}

function put(state: Interview, here: PaperPlace, { fact, value, now }: TypedFact): Outcome {
  const edits = [{ kind: "plan" as const, plan: fact.put(state.file.plan ?? {}, value) }];
  if (!fact.isDate) return { ...next(here), edits };
  const say = isPast(value, now.today)
    ? [paragraph("That day has gone by already. Type b to change it.")]
    : [];
  return { ...next(here), say, edits, saved: `${dateText(value)}.` };
}

function hearOffer(here: PaperPlace, { line }: Heard): Outcome {
  const yes = readYesNo(line);
  if (yes === true) return next(here);
  if (yes === false || fold(line) === "") return { at: { kind: "done" } };
  if (fold(line) === "b") return { at: { kind: "finish" } };
  return {
    at: here,
    show: "prompt",
    say: [paragraph(`${echo(line)} is not one of the choices. Type y, or press Enter to finish.`)],
  };
}

function next(here: PaperPlace): Outcome {
  const fact = here.fact + 1;
  return { at: fact < FACTS.length ? { ...here, fact } : { kind: "done" } };
}

function readDay(typed: string, { today }: Clock): string | undefined {
  const date = readWhen(typed, today)?.date;
  return date?.length === "2027-03-31".length ? date : undefined;
}

function spoken(date: string | undefined): string | undefined {
  return date === undefined ? undefined : dateText(date);
}
