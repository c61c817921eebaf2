import { expect, test } from "@playwright/test";
import { checkState } from "@/tests/support/check-page";
import { demoUser } from "@/tests/support/demo";
import { browserErrors, signIn } from "@/tests/support/portal-page";

test("an adviser sees the latest deposits of the own supplier only", async ({ page }) => {
  const errors = browserErrors(page);
  await signIn(page, demoUser("adviser", "express-colis"));
  await expect(page).toHaveURL(/\/console$/);
  await expect(
    page.getByRole("listitem").filter({ hasText: "Maison Lune-Rousse SAS" }).first(),
  ).toBeVisible();
  await expect(page.getByText("Transports Perce-Neige SAS")).toHaveCount(0);
  await checkState(page, "the console");
  expect(errors).toEqual([]);
  await page.goto("/invoices");
  await expect(page).toHaveURL(/\/console$/);
});
