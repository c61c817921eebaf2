import { expect, type Page } from "@playwright/test";

/** Opens the folded parts of an invoice's page. */
export const openFolds = (page: Page) =>
  page
    .locator("details.fold-row")
    .evaluateAll((folds) => folds.forEach((fold) => fold.setAttribute("open", "")));

/** Opens the document of an invoice's page: on a desktop it is there at once, on a phone its picture is the button. */
export async function openDocument(page: Page): Promise<void> {
  const preview = page.getByRole("region", { name: "Aperçu du document" });
  await page.locator(".document-place").scrollIntoViewIfNeeded();
  await expect(async () => {
    if ((await preview.count()) === 0)
      await page
        .getByRole("button", { name: /^(Afficher l’aperçu|Ouvrir le document)$/ })
        .click({ timeout: 1_000 });
    await expect(preview).toBeVisible({ timeout: 1_000 });
  }).toPass();
}
