import { existsSync } from "node:fs";
import { type Browser, launch } from "puppeteer-core";

/** Starts the system's Firefox without a window. Playwright drives only a Firefox of its own, so this is Puppeteer. */
export function openFirefox(): Promise<Browser> {
  const known = [
    "/usr/bin/firefox-esr",
    "/usr/bin/firefox",
    "/Applications/Firefox.app/Contents/MacOS/firefox",
  ];
  const executablePath = process.env.FIREFOX ?? known.find((path) => existsSync(path));
  if (!executablePath)
    throw new Error(
      "There is no Firefox. Install one (apt-get install firefox-esr), or set FIREFOX to its path.",
    );
  return launch({
    ...{ browser: "firefox", executablePath, headless: true },
    extraPrefsFirefox: { "intl.accept_languages": "fr-FR, fr", "ui.prefersReducedMotion": 1 },
  });
}
