import localFont from "next/font/local";

const sans = localFont({
  src: "../../node_modules/@fontsource-variable/ibm-plex-sans/files/ibm-plex-sans-latin-wght-normal.woff2",
  weight: "100 700",
  display: "swap",
  variable: "--font-plex",
});

const mono = localFont({
  src: "../../node_modules/@fontsource/ibm-plex-mono/files/ibm-plex-mono-latin-400-normal.woff2",
  weight: "400",
  display: "swap",
  variable: "--font-plex-mono",
  preload: false,
  adjustFontFallback: false,
});

/** The class names for `<html>` that make the two fonts available to the theme. */
export const fonts = `${sans.variable} ${mono.variable}`;
