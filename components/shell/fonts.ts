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

/** Class names that make the two faces available to the theme; on `<html>`. */
export const fonts = `${sans.variable} ${mono.variable}`;
