import { expect, type Locator, type Page } from "@playwright/test";

/** The readable view of the open invoice. */
export function readableView(page: Page): Promise<Locator> {
  return readContents(page, page.getByRole("region", { name: "Vue lisible" }));
}

/** What the page shows of the file. A busy machine may take too long for it: the page then offers to ask again. */
export async function readContents(page: Page, contents: Locator): Promise<Locator> {
  const again = page.getByRole("link", { name: "Réessayer" });
  await expect(async () => {
    await expect(contents.or(again)).toBeVisible();
    if (await again.isVisible()) await again.click();
    await expect(contents).toBeVisible({ timeout: 1_000 });
  }).toPass();
  return contents;
}
