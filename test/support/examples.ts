/** Set by `npm run test:long`. */
const IS_LONG = process.env["COPROD_LONG_TESTS"] === "1";

/** How many examples of a costly kind are tried: a few each time, all of them in the long run of the tests. */
export function examples(few: number, all: number): number {
  return IS_LONG ? all : few;
}
