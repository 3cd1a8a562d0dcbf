import { looksLikeName } from "../../assessment/names.ts";
import type { Action } from "../../assessment/schema.ts";
import type { LoadedAssessment } from "../../files/load-assessment.ts";
import { EXIT, UserError } from "../../platform/errors.ts";
import type { Context } from "../../platform/ports.ts";
import { criteriaOf } from "../../rubric/rubric.ts";
import { nearest } from "../../util/suggest.ts";
import { type Day, readWhen } from "../dates.ts";

type Text = string | undefined;

/** What an action is to say, as it was typed; what is left out stays. */
export interface ActionFields {
  readonly for: Text;
  readonly do: Text;
  readonly who: Text;
  readonly by: Text;
  readonly with: Text;
  readonly first: Text;
  readonly sign: Text;
  readonly cost: Text;
  readonly hours: Text;
  readonly note: Text;
}

interface Reading {
  readonly context: Context;
  readonly loaded: LoadedAssessment;
  readonly today: Day;
}

/** The fields that are given, each read as the file keeps it. */
export function fieldsFrom(working: Reading, given: ActionFields): Partial<Action> {
  const { by, cost, hours, who, for: about, ...texts } = given;
  if (who !== undefined && looksLikeName(who))
    working.context.stderr.write(
      `"${who}" looks like somebody's name. A role is better, such as Chair. It is saved as it is.\n`,
    );
  const read = {
    ...texts,
    who,
    for: about === undefined ? undefined : questionNamed(working, about),
    by: by === undefined ? undefined : dateFrom(by, working.today),
    cost: cost === undefined ? undefined : numberFrom("--cost", cost),
    hours: hours === undefined ? undefined : numberFrom("--hours", hours),
  };
  const known = Object.entries(read).filter(([, value]) => value !== undefined);
  return Object.fromEntries(known) as Partial<Action>;
}

function questionNamed({ loaded: { assessment } }: Reading, name: string): string {
  const criteria = assessment.rubrics.flatMap(criteriaOf);
  const found = criteria.find(({ key, id }) => key === name || id === name);
  if (found !== undefined) return found.key;
  const near = nearest(
    name,
    criteria.map(({ key }) => key),
  );
  throw new UserError(`There is no question called "${name}".`, {
    hint:
      near.length > 0
        ? `Did you mean "${near.join('" or "')}"?`
        : 'Every question with its name: "coprod rubric show".',
    exitCode: EXIT.wrongUse,
  });
}

function dateFrom(typed: string, today: Day): string {
  const when = readWhen(typed, today);
  if (when !== undefined) return when.date;
  throw new UserError(`We could not read "${typed}" as a date.`, {
    hint: "Try 2027-03, March 2027 or 31/1/27.",
    exitCode: EXIT.wrongUse,
  });
}

function numberFrom(option: string, typed: string): number {
  const amount = amountIn(typed);
  if (amount !== undefined) return amount;
  throw new UserError(`${option} needs a number, and "${typed}" is not one.`, {
    hint: "Type digits alone, such as 450 or 12.50.",
    exitCode: EXIT.wrongUse,
  });
}

/** An amount as people write one, such as `£1,200` or `12.50`; a comma parts thousands and never pence. */
export function amountIn(typed: string): number | undefined {
  const bare = typed.replace(/[£\s]/gu, "");
  const isOne = /^(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d{1,2})?$/u.test(bare);
  return isOne ? Number(bare.replaceAll(",", "")) : undefined;
}
