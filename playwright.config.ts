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
  // Both limits are long: only a test that hangs exceeds them, not one on a busy machine.
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
    // A trace of every test would take a fifth of the time; `npm test -- --only e2e --trace on` records them.
    trace: "off",
    screenshot: "only-on-failure",
    launchOptions: { args: CHROMIUM_FLAGS, ...(executablePath ? { executablePath } : {}) },
  },
  projects: [
    { name: "desktop", use: { viewport: { width: 1280, height: 800 } } },
    {
      name: "phone",
      // Tests over HTTP only, and tests of page weights, statuses, bytes, mails and texts, give the same result at
      // every size; the axe tests check both sizes themselves, also of the pages of staff, whose work is tried here with
      // their main desk only.
      testIgnore: [
        /permissions|page-weight|accessibility|mail-changes|missing-pages|unavailable|odd-requests|static-files/,
        /audit|console-search|deposits|health|import|keys|new-supplier|one-account|screen-lock|settings|staff|view-as/,
      ],
      // Forms post the same fields at every size.
      grepInvert: /@any-size|\.spec\.ts (without JavaScript|without scripts) /,
      use: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 },
    },
  ],
});
