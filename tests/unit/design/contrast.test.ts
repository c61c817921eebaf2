import { wcagContrast } from "culori";
import { describe, expect, it } from "vitest";
import { accentStylesheet } from "@/lib/suppliers/accent";
import { type Colours, readColours, type Theme, themeColours } from "./theme-colours";

/** WCAG 2.2: 1.4.3 for text, 1.4.11 for what makes a control or its state visible. */
const TEXT = 4.5;
const CONTROL = 3;

type Pair = [front: string, ground: string, least: number];

const GROUNDS = ["surface", "page", "sunken"];
const MEANINGS = ["ok", "warn", "bad", "info"];

const PAIRS: Pair[] = [
  ...GROUNDS.flatMap((ground): Pair[] => [
    ...["ink", "ink-2", "ink-3", "accent", ...MEANINGS].map((text): Pair => [text, ground, TEXT]),
    ...["line-ctl", "focus", "accent-edge"].map((edge): Pair => [edge, ground, CONTROL]),
  ]),
  ...MEANINGS.flatMap((meaning) =>
    [meaning, "ink", "ink-2"].map((text): Pair => [text, `${meaning}-bg`, TEXT]),
  ),
  ...["accent", "ink", "ink-2", "ink-3"].map((text): Pair => [text, "accent-soft", TEXT]),
  ["accent-on", "accent-fill", TEXT],
  ["accent-on", "accent-hover", TEXT],
  ["on-mark", "mark", TEXT],
  ["focus", "focus-gap", CONTROL],
];

const SUPPLIERS = ["#0b4f6c", "#ff8a00", "#efdf00", "#e2001a"];

describe.each<Theme>(["light", "dark"])("in the %s theme", (theme) => {
  const base = themeColours(theme);

  it("the portal's own colours have enough contrast wherever they are used", () => {
    expect(failures(base)).toEqual([]);
  });

  it("a supplier's colours have enough contrast wherever they are used, for any brand colour", () => {
    const failed = [...SUPPLIERS, ...hostileBrands()].flatMap((brand) =>
      failures({ ...base, ...readColours(accentStylesheet(brand), theme) }).map(
        (pair) => `${brand}: ${pair}`,
      ),
    );
    expect(failed).toEqual([]);
  });
});

function failures(colours: Colours): string[] {
  return PAIRS.flatMap(([front, ground, least]) => {
    const [above, below] = [colours[front], colours[ground]];
    if (!above || !below) return [`${front} on ${ground}: not in the style sheet`];
    const ratio = wcagContrast(above, below);
    return ratio < least ? [`${front} on ${ground}: ${ratio.toFixed(2)} < ${least}`] : [];
  });
}

/** Difficult brand colours: pure, pastel, nearly black, grey and nearly white, in all hues. */
function hostileBrands(): string[] {
  const shades = [
    [100, 50],
    [90, 85],
    [60, 15],
    [5, 50],
    [100, 97],
  ] as const;
  const hues = Array.from({ length: 24 }, (_, index) => index * 15);
  return hues.flatMap((hue) => shades.map(([saturation, lightness]) => hslToHex(hue, saturation, lightness)));
}

function hslToHex(hue: number, saturation: number, lightness: number): string {
  const amplitude = (saturation * Math.min(lightness, 100 - lightness)) / 10_000;
  const channel = (offset: number) => {
    const sector = (offset + hue / 30) % 12;
    const value = lightness / 100 - amplitude * Math.max(-1, Math.min(sector - 3, 9 - sector, 1));
    return Math.round(255 * value)
      .toString(16)
      .padStart(2, "0");
  };
  return `#${channel(0)}${channel(8)}${channel(4)}`;
}
