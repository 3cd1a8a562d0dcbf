import { JPG } from "image-size/types/jpg";
import { PNG } from "image-size/types/png";

/** What makes a paper look like its charity's own. */
export interface Letterhead {
  readonly logo?: Logo;
  readonly colours?: Colours;
}

/** A picture for the top of the first page, whose size is in pixels. */
export interface Logo {
  readonly type: "png" | "jpg";
  readonly bytes: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** For lines and headings on light and on dark pages, each as `#rrggbb`. */
export interface Colours {
  readonly light: Shades;
  readonly dark: Shades;
}

interface Shades {
  readonly accent: string;
  /** The same, paler: what could still change in a drawing. */
  readonly open: string;
}

/** Undefined where it is neither a PNG nor a JPEG, or is one that nobody could draw. */
export function logoOf(bytes: Uint8Array): Logo | undefined {
  for (const [type, kind] of [["png", PNG] as const, ["jpg", JPG] as const]) {
    try {
      if (!kind.validate(bytes)) continue;
      const { width, height } = kind.calculate(bytes);
      if (width > 0 && height > 0) return { type, bytes, width, height };
    } catch {
      // Its head is cut or damaged.
    }
  }
  return undefined;
}

/** The backgrounds that text stands on, as in the style sheet: the page, and a panel. */
const LIGHT = ["#ffffff", "#f2f5f5"];
const DARK = ["#15181b", "#20252a"];

/** What text needs at least (WCAG 2.2, 1.4.3). */
const READABLE = 4.5;

/** A charity's one colour as it can be read: made darker for light pages, and lighter for dark ones, where it must be. */
export function coloursOf(colour: string): Colours {
  const [light, dark] = [readableOn(LIGHT, colour, "#000000"), readableOn(DARK, colour, "#ffffff")];
  return {
    light: { accent: light, open: mixed(light, "#ffffff", 0.7) },
    dark: { accent: dark, open: mixed(dark, "#15181b", 0.6) },
  };
}

/** How well a colour is read where a light page makes it hardest, from 1 to 21 (WCAG 2.2, contrast ratio). */
export function contrastOnLight(colour: string): number {
  return Math.min(...LIGHT.map((paper) => contrast(colour, paper)));
}

function readableOn(papers: readonly string[], colour: string, towards: string): string {
  for (let share = 0; share < 1; share += 0.02) {
    const tried = mixed(colour, towards, share);
    if (papers.every((paper) => contrast(tried, paper) >= READABLE)) return tried;
  }
  return towards;
}

function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

/** How bright a colour is to the eye, from 0 to 1 (WCAG 2.2, relative luminance). */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = parts(colour).map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function mixed(colour: string, other: string, share: number): string {
  const others = parts(other);
  const mix = parts(colour).map((part, at) =>
    Math.round(part + ((others[at] ?? part) - part) * share),
  );
  return `#${mix.map((part) => part.toString(16).padStart(2, "0")).join("")}`;
}

function parts(colour: string): readonly number[] {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
}
