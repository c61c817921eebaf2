import { existsSync } from "node:fs";
import { chromium } from "@playwright/test";

/** Needs neither a sandbox, which a container often forbids, nor the network. */
export const CHROMIUM_FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
];

/** The browser of the end-to-end tests: the one asked for, the system's, or Playwright's own; null when none is there. */
export function findChromium(): string | null {
  const asked = process.env.PLAYWRIGHT_CHROMIUM;
  if (asked) return asked;
  return ["/usr/bin/chromium", chromium.executablePath()].find((path) => existsSync(path)) ?? null;
}
