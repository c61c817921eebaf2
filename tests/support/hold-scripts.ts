import type { Page, Route } from "@playwright/test";

/** Holds back the script files that pages ask for, until `release`. */
export async function holdScripts(page: Page) {
  const held: Route[] = [];
  const hold = (route: Route) => {
    held.push(route);
  };
  await page.route(/\.js(\?|$)/, hold);
  return {
    async release() {
      await page.unroute(/\.js(\?|$)/);
      // Requests of a page that was left are gone.
      await Promise.all(held.map((route) => route.continue().catch(() => {})));
      await page.waitForLoadState("networkidle");
    },
  };
}
