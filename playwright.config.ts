import { defineConfig } from "@playwright/test";
import { CHROMIUM_FLAGS, findChromium } from "./tests/support/chromium";

const executablePath = findChromium();

export default defineConfig({
  testDir: "tests/e2e",
  globalSetup: "./tests/support/e2e-global.ts",
  outputDir: "test-results",
  workers: 2,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  // Both say that something hangs, not that the machine is busy.
  timeout: 240_000,
  expect: { timeout: 30_000 },
  reporter: [
    ["list"],
    ...(process.env.E2E_REPORT ? [["json", { outputFile: process.env.E2E_REPORT }] as const] : []),
  ],
  use: {
    baseURL: process.env.E2E_URL,
    locale: "fr-FR",
    timezoneId: "Europe/Paris",
    // A film of every test that passes costs a sixth of all the time; pages as they were, and calls, are kept.
    trace: { mode: "retain-on-failure", screenshots: false },
    launchOptions: { args: CHROMIUM_FLAGS, ...(executablePath ? { executablePath } : {}) },
  },
  projects: [
    { name: "desktop", use: { viewport: { width: 1280, height: 800 } } },
    {
      name: "phone",
      // What is asked over HTTP alone, weighed, or about statuses, bytes, mails and texts is the same at every size;
      // axe looks at both by itself.
      testIgnore: /permissions|page-weight|accessibility|mail-changes|missing-pages|unavailable/,
      grepInvert: /@any-size/,
      use: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 },
    },
  ],
});
