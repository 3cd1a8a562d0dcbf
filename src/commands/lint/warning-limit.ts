import { EXIT, UserError } from "../../platform/errors.ts";

export function warningLimit(given: string | undefined): number {
  if (given === undefined) return Number.POSITIVE_INFINITY;
  if (/^\d+$/u.test(given)) return Number(given);
  throw new UserError(`"${given}" is not a number of warnings.`, {
    hint: "Give a whole number, such as --max-warnings 0.",
    exitCode: EXIT.wrongUse,
  });
}
