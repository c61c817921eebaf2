import { existsSync } from "node:fs";
import { chromium } from "@playwright/test";

/** Starts the browser without its sandbox, which containers often forbid, and without requests of its own services. */
export const CHROMIUM_FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
];

/**
 * The browser of the end-to-end tests: the configured one, the system's, or Playwright's own; null when there is none.
 * The headless shell comes first: it has no window to draw, and the tests take little more than half the time.
 */
export function findChromium(): string | null {
  const configured = process.env.PLAYWRIGHT_CHROMIUM;
  if (configured) return configured;
  const known = ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium", chromium.executablePath()];
  return known.find((path) => existsSync(path)) ?? null;
}
