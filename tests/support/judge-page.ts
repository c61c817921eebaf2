import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

/** A desktop and a phone: our pages look at the width alone. */
const SIZES = [
  { width: 1280, height: 800 },
  { width: 390, height: 844 },
];
const TIGHT_WIDTHS = [768, 320];
/** The dark look differs in colours, and in nothing else. */
const COLOUR_RULES = ["color-contrast", "link-in-text-block"];
/** What another language changes: names, descriptions, titles, and what the page says its language is. */
const LANGUAGE_TAGS = ["cat.language", "cat.name-role-value", "cat.text-alternatives", "cat.forms"];

/** Goes to a page in French and judges it. */
export async function judgePage(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await expect(page.locator("html")).toHaveAttribute("lang", "fr");
  await judgeState(page, path);
}

/**
 * Axe finds nothing in what the page shows now, on a desktop and a phone, nor in its colours when it is dark, and
 * nothing overflows down to 320 pixels. `called` says what was judged. Without reduced motion colours would fade.
 */
export async function judgeState(page: Page, called: string): Promise<void> {
  for (const size of SIZES) {
    await page.setViewportSize(size);
    await expectNoViolation(axe(page), `${called} at ${size.width}`);
    await page.emulateMedia({ colorScheme: "dark" });
    await expectNoViolation(axe(page).withRules(COLOUR_RULES), `${called}, dark, at ${size.width}`);
    await page.emulateMedia({ colorScheme: "light" });
  }
  await expectNoOverflow(page, called);
}

/** The same page in English: what the language changes, whatever axe finds in French. */
export async function judgeEnglish(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  for (const size of SIZES) {
    await page.setViewportSize(size);
    await expectNoViolation(axe(page).withTags(LANGUAGE_TAGS), `${path} in English at ${size.width}`);
  }
  await expectNoOverflow(page, `${path} in English`);
}

/** Without frames the page itself is all there is to look at, and of what is right nothing need be told. */
const axe = (page: Page) =>
  new AxeBuilder({ page }).options({ resultTypes: ["violations"] }).setLegacyMode(true);

async function expectNoViolation(builder: AxeBuilder, called: string): Promise<void> {
  const { violations } = await builder.analyze();
  const found = violations.map(
    ({ id, nodes }) => `${called}: ${id} at ${nodes.map(({ target }) => target).join(", ")}`,
  );
  expect(found).toEqual([]);
}

async function expectNoOverflow(page: Page, called: string): Promise<void> {
  for (const width of TIGHT_WIDTHS) {
    await page.setViewportSize({ width, height: 800 });
    const needed = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(needed, `${called} at ${width}`).toBeLessThanOrEqual(width);
  }
}
