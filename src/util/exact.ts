import Fraction from "fraction.js";

/** An exact rational number: what decides a band, a must-have, an order or a printed percent. */
export type Exact = Fraction;

export const ZERO: Exact = new Fraction(0);
export const ONE: Exact = new Fraction(1);

/** An exact number from a whole number or a text such as `1/4` or `0.25`. */
export function exact(value: number | string, denominator = 1): Exact {
  const whole = new Fraction(value);
  return denominator === 1 ? whole : whole.div(denominator);
}

/** So many parts of a whole. */
export function exactPart(parts: bigint, whole: bigint): Exact {
  return new Fraction(parts, whole);
}

/** The least number of parts that a whole must have, so that each value is some of them. */
export function commonWhole(values: readonly Exact[]): bigint {
  return values.reduce((whole, { d }) => (whole * d) / greatestCommon(whole, d), 1n);
}

function greatestCommon(a: bigint, b: bigint): bigint {
  return b === 0n ? a : greatestCommon(b, a % b);
}

/** How many parts of a whole a value is, where that is a whole number. */
export function partsOf({ s, n, d }: Exact, whole: bigint): bigint {
  return (s * n * whole) / d;
}

/** As parts of one whole: to reduce each total on the way takes most of the time that a score does. */
export function sum(values: readonly Exact[]): Exact {
  const whole = commonWhole(values);
  return exactPart(
    values.reduce((total, value) => total + partsOf(value, whole), 0n),
    whole,
  );
}

export function smallest(values: readonly [Exact, ...Exact[]]): Exact {
  return values.reduce((least, value) => (value.lt(least) ? value : least));
}

/** Reduced text form: `0`, `1`, `3/4`. */
export function fractionText(value: Exact): string {
  return value.toFraction();
}
