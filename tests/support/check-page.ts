import { expect, type Page, test } from "@playwright/test";
import axe, { type RunOnly } from "axe-core";

declare global {
  interface Window {
    axe: typeof axe;
  }
}

/** A desktop and a phone; the layout of our pages depends on the width only. */
const SIZES = [
  { width: 1280, height: 800 },
  { width: 390, height: 844 },
];
/** Phones, tablets, and the narrowest screens that get the layout of a desktop. */
const WIDTHS = [320, 360, 390, 600, 767, 768, 900, 1055, 1056, 1070, 1080, 1099, 1280];
/** Where a state of a page that was checked at all widths may still overflow. */
const TIGHT_WIDTHS = [768, 320];
/** The rules of axe for the dark theme, which differs only in colours. */
const COLOURS: RunOnly = { type: "rule", values: ["color-contrast", "link-in-text-block"] };
/** The rules of axe for another language, which changes names, descriptions, titles and the `lang` attribute. */
const LANGUAGE: RunOnly = {
  type: "tag",
  values: ["cat.language", "cat.name-role-value", "cat.text-alternatives", "cat.forms"],
};

/** Opens a page in French and checks it, at every width. */
export async function checkPage(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await expect(page.locator("html")).toHaveAttribute("lang", "fr");
  await checkState(page, path, WIDTHS);
}

/**
 * Checks that axe finds nothing in the current page, on a desktop and a phone, nor in its colours in the dark theme,
 * and that nothing overflows down to a width of 320 pixels. `name` is the page's name in failures. Reduced motion
 * avoids fading colours. Does nothing among the tests for the phone: the same test on a desktop has checked both sizes.
 */
export async function checkState(page: Page, name: string, widths = TIGHT_WIDTHS): Promise<void> {
  if (test.info().project.name === "phone") return;
  await page.emulateMedia({ reducedMotion: "reduce" });
  for (const size of SIZES) {
    await page.setViewportSize(size);
    await expectNoViolation(page, `${name} at ${size.width}`);
    await page.emulateMedia({ colorScheme: "dark" });
    await expectNoViolation(page, `${name}, dark, at ${size.width}`, COLOURS);
    await page.emulateMedia({ colorScheme: "light" });
  }
  await expectNoOverflow(page, name, widths);
}

/** Checks the same page in English, only with the rules that depend on the language. */
export async function checkEnglish(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  for (const size of SIZES) {
    await page.setViewportSize(size);
    await expectNoViolation(page, `${path} in English at ${size.width}`, LANGUAGE);
  }
  await expectNoOverflow(page, `${path} in English`, TIGHT_WIDTHS);
}

/** Runs axe, with all its rules or some. It is loaded once per page; there are no frames to check. */
async function expectNoViolation(page: Page, name: string, runOnly?: RunOnly): Promise<void> {
  // Next may send the title after the rest of the page.
  await expect(page, name).toHaveTitle(/./);
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe.source);
  const found = await page.evaluate(
    async (options) => {
      const { violations } = await window.axe.run(options);
      return violations.map(({ id, nodes }) => `${id} at ${nodes.map(({ target }) => target).join(", ")}`);
    },
    { resultTypes: ["violations" as const], iframes: false, ...(runOnly && { runOnly }) },
  );
  expect(found, name).toEqual([]);
}

/** Opens a page and checks only that it needs no more width than there is. */
export async function checkWidths(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await expectNoOverflow(page, path, WIDTHS);
}

async function expectNoOverflow(page: Page, name: string, widths: readonly number[]): Promise<void> {
  for (const width of widths) {
    await page.setViewportSize({ width, height: 800 });
    const needed = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(needed, `${name} at ${width}`).toBeLessThanOrEqual(width);
  }
}
