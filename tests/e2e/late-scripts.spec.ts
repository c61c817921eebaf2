import { expect, test } from "@playwright/test";
import { demoUser } from "@/tests/support/demo";
import { holdScripts } from "@/tests/support/hold-scripts";
import { browserErrors, signIn } from "@/tests/support/portal-page";

/*
 * On a slow network a form is sent before the scripts of its page have arrived. The response contains the answer; the
 * scripts of the response then take over a page that already shows it.
 */
test("an answer shown once stays when the scripts arrive after it @any-size", async ({ page }, info) => {
  const errors = browserErrors(page);
  await signIn(page, demoUser("administrator", "diac-location"));
  const scripts = await holdScripts(page);
  await page.goto("/admin/users/new", { waitUntil: "domcontentloaded" });
  await page.getByLabel("Prénom et nom", { exact: true }).fill("Zoé Réseau-Lent");
  await page.getByLabel("Identifiant", { exact: true }).fill(`lent-${info.project.name}-${Date.now()}`);
  const password = await page.locator("#password").inputValue();
  await page.getByRole("button", { name: "Ajouter l’utilisateur" }).click();
  await expect(page.getByText("Zoé Réseau-Lent peut se connecter.")).toBeVisible();

  await scripts.release();
  await expect(page.getByText(password, { exact: true })).toBeVisible();
  expect(errors).toEqual([]);
});
