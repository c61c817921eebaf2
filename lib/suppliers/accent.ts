import { clampChroma, converter, formatHex, type Oklch, wcagContrast } from "culori";

/** The colours of one theme, derived from a supplier's colour; each is `#rrggbb`. */
interface ThemeAccent {
  /** Text, links and strokes. */
  accent: string;
  /** Background of the main button. */
  fill: string;
  /** Background of the main button while hovered. */
  hover: string;
  /** Text on `fill` and `hover`. */
  on: string;
  /** Border that keeps a pale button's shape visible. */
  edge: string;
  /** Background of a selected row. */
  soft: string;
}

/** The seven values of a supplier: the raw colour, for the band and the mark only, and six per theme. */
export interface Accent {
  brand: string;
  light: ThemeAccent;
  dark: ThemeAccent;
}

interface Theme {
  surfaces: readonly string[];
  ink: string;
  darker: boolean;
}

/** The page backgrounds of the style sheet; a test compares them with it. */
export const THEMES: Readonly<Record<"light" | "dark", Theme>> = {
  light: { surfaces: ["#ffffff", "#f5f6f4", "#eceeeb"], ink: "#16211f", darker: false },
  dark: { surfaces: ["#171e1c", "#101614", "#1f2826"], ink: "#101614", darker: true },
};

/** WCAG 2.2 asks for 4.5 for text (1.4.3) and 3 for controls (1.4.11); accents get a margin. */
const TEXT = 4.5;
const ACCENT_TEXT = 5;
const CONTROL = 3;

/** Whether the text is a colour a supplier may have: `#rrggbb`, lower case. */
export function isBrandColor(text: string): boolean {
  return /^#[0-9a-f]{6}$/.test(text);
}

/** Writes a typed colour as it is stored: « 0B4F6C », « #0b4f6c » and « #fff » are read. The result may be no colour. */
export function readBrandColor(typed: string): string {
  const hex = typed.trim().toLowerCase().replace(/^#/, "");
  return `#${hex.length === 3 ? hex.replace(/./g, "$&$&") : hex}`;
}

/**
 * Derives seven readable colours from any brand colour: text on each has at least 4.5:1,
 * links 5:1 on every background, control borders 3:1, in both themes (WCAG 2.2 AA).
 * Throws on anything but `#rrggbb`: the values end up in a style sheet.
 */
export function deriveAccent(brandColor: string): Accent {
  if (!isBrandColor(brandColor)) throw new RangeError("A brand colour is written #rrggbb, in lower case");
  return {
    brand: brandColor,
    light: deriveTheme(brandColor, THEMES.light),
    dark: deriveTheme(brandColor, THEMES.dark),
  };
}

/** A line of the contrast check: a text on its background, and how readable it is. */
export interface ContrastLine {
  use: "raw_link" | "light_link" | "dark_link" | "button";
  text: string;
  ground: string;
  /** The lowest contrast on any background of the theme, from 1 to 21. */
  ratio: number;
  isEnough: boolean;
}

/** Returns what becomes of a supplier's colour: its contrast as a link's raw colour, and that of the colours derived from it. */
export function contrastLines(brandColor: string): ContrastLine[] {
  const { light, dark } = deriveAccent(brandColor);
  const line = (use: ContrastLine["use"], text: string, grounds: readonly string[]): ContrastLine => {
    const ratio = Math.min(...grounds.map((ground) => wcagContrast(text, ground)));
    return { use, text, ground: grounds[0] ?? text, ratio, isEnough: ratio >= TEXT };
  };
  return [
    line("raw_link", brandColor, THEMES.light.surfaces),
    line("light_link", light.accent, THEMES.light.surfaces),
    line("dark_link", dark.accent, THEMES.dark.surfaces),
    line("button", light.on, [light.fill]),
  ];
}

/** The rule that gives an element with `data-brand="rrggbb"`, and all it contains, the supplier's accent. */
export function accentStylesheet(brandColor: string): string {
  const { brand, light, dark } = deriveAccent(brandColor);
  const both = (key: keyof ThemeAccent) => `light-dark(${light[key]},${dark[key]})`;
  return (
    `[data-brand="${brand.slice(1)}"]{--brand:${brand};--accent:${both("accent")};` +
    `--accent-fill:${both("fill")};--accent-hover:${both("hover")};--accent-on:${both("on")};` +
    `--accent-edge:${both("edge")};--accent-soft:${both("soft")}}`
  );
}

const toOklch = converter("oklch");

/** A `#rrggbb` colour as OKLCH: lightness 0 to 1, chroma 0 to about 0.4, hue in degrees (none for a grey). */
const oklchOf = (color: string): Oklch => toOklch(color) ?? { mode: "oklch", l: 0, c: 0 };

/** The nearest `#rrggbb` of that lightness and hue: chroma is reduced until the colour is inside sRGB. */
const hexOf = ({ l, c, h }: Pick<Oklch, "l" | "c" | "h">): string =>
  formatHex(clampChroma({ mode: "oklch", l, c, h }, "oklch"));

function deriveTheme(brand: string, theme: Theme): ThemeAccent {
  const { c, h } = oklchOf(brand);
  const soft = theme.darker
    ? hexOf({ l: 0.29, c: Math.min(c, 0.03), h })
    : hexOf({ l: 0.955, c: Math.min(c, 0.018), h });
  const accent = readableAccent(brand, theme, soft);
  const fill = canFill(brand, theme) ? brand : accent;
  const on = readableOn(fill, theme);
  const edge = theme.surfaces.every((ground) => wcagContrast(fill, ground) >= CONTROL) ? fill : accent;
  return { accent, fill, hover: hoverOf(fill, on), on, edge, soft };
}

/** Changes only the lightness, so that the hue stays, until the text is readable on every background. */
function readableAccent(brand: string, theme: Theme, soft: string): string {
  const { l, c, h } = oklchOf(brand);
  const grounds = [...theme.surfaces, soft];
  const step = theme.darker ? 0.005 : -0.005;
  let level = theme.darker ? Math.max(l, 0.72) : Math.min(l, 0.52);
  for (;;) {
    const accent = hexOf({ l: level, c: Math.min(c, 0.18), h });
    level += step;
    if (level <= 0 || level >= 1) return accent;
    if (grounds.every((ground) => wcagContrast(accent, ground) >= ACCENT_TEXT)) return accent;
  }
}

/** Uses the brand colour itself for the button when text on it is readable and, in dark mode, when it stands out. */
function canFill(brand: string, theme: Theme): boolean {
  const isReadable = wcagContrast(readableOn(brand, theme), brand) >= TEXT;
  const ground = theme.surfaces[0] ?? brand;
  return isReadable && (!theme.darker || wcagContrast(brand, ground) >= CONTROL);
}

function readableOn(color: string, theme: Theme): string {
  return wcagContrast("#ffffff", color) > wcagContrast(theme.ink, color) ? "#ffffff" : theme.ink;
}

/** Returns a slightly darker colour, or a lighter one if text on the darker one would be hard to read. */
function hoverOf(fill: string, on: string): string {
  const { l, c, h } = oklchOf(fill);
  const darker = hexOf({ l: l - 0.05, c, h });
  if (wcagContrast(on, darker) >= TEXT) return darker;
  return hexOf({ l: l + 0.05, c, h });
}
