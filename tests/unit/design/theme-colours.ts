import { readFileSync } from "node:fs";

export type Theme = "light" | "dark";

/** Colour names without their prefix, such as `ink-2`, to `#rrggbb`. */
export type Colours = Record<string, string>;

const css = readFileSync(new URL("../../../components/ui/theme.css", import.meta.url), "utf8");

/** The colours of the style sheet in one theme: neutral colours, colours with a meaning and the portal's own accent. */
export function themeColours(theme: Theme): Colours {
  return readColours(css, theme);
}

/** The colours a piece of CSS sets through custom properties, `light-dark()` resolved. */
export function readColours(source: string, theme: Theme): Colours {
  const colours: Colours = {};
  for (const [, name = "", value = ""] of source.matchAll(/--(?:color-)?([\w-]+):\s*([^;}]+)/g)) {
    const both = /^light-dark\((#[\da-f]{6}),\s*(#[\da-f]{6})\)$/.exec(value);
    const colour = both ? both[theme === "light" ? 1 : 2] : /^#[\da-f]{6}$/.exec(value)?.[0];
    if (colour) colours[name] = colour;
  }
  return colours;
}
