import { expect, type Locator, type Page } from "@playwright/test";

/** The readable view of the open invoice. */
export function readableView(page: Page): Promise<Locator> {
  return readContents(page, page.getByRole("region", { name: "Vue lisible" }));
}

/**
 * The part of the page that shows the contents of the file. A busy machine may be too slow to read the file; the page
 * then offers to try again.
 */
export async function readContents(page: Page, contents: Locator): Promise<Locator> {
  const again = page.getByRole("link", { name: "Réessayer" });
  await expect(async () => {
    await expect(contents.or(again)).toBeVisible();
    if (await again.isVisible()) await again.click();
    await expect(contents).toBeVisible({ timeout: 1_000 });
  }).toPass();
  return contents;
}
