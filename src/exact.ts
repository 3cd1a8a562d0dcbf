import Fraction from "fraction.js";

/** An exact rational number: what decides a band, a must-have, an order or a printed percent. */
export type Exact = Fraction;

export const ZERO: Exact = new Fraction(0);
export const ONE: Exact = new Fraction(1);

/** An exact number from a whole number or a text such as `1/4` or `0.25`. */
export function exact(value: number | string, denominator = 1): Exact {
  return new Fraction(value).div(denominator);
}

export function sum(values: readonly Exact[]): Exact {
  return values.reduce((total, value) => total.add(value), ZERO);
}

export function smallest(values: readonly [Exact, ...Exact[]]): Exact {
  return values.reduce((least, value) => (value.lt(least) ? value : least));
}

/** Reduced text form: `0`, `1`, `3/4`. */
export function fractionText(value: Exact): string {
  return value.toFraction();
}
