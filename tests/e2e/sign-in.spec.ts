import { expect, test } from "@playwright/test";
import { demoUser } from "@/tests/support/demo";
import { openMenu, signIn } from "@/tests/support/portal-page";

test("a wrong password says so, names neither field and keeps the identifier", async ({ page }) => {
  await page.goto("/express-colis");
  await page.getByLabel("Identifiant", { exact: true }).fill("personne@nulle-part.example");
  await page.getByLabel("Mot de passe", { exact: true }).fill("Pas-Le-Bon-1");
  await page.getByRole("button", { name: "Connexion" }).click();
  await expect(page.getByText("L’identifiant ou le mot de passe ne convient pas.")).toBeVisible();
  await expect(page.getByLabel("Identifiant", { exact: true })).toHaveValue("personne@nulle-part.example");
  await expect(page.getByLabel("Mot de passe", { exact: true })).toHaveValue("");
});

test("a deep link survives signing in", async ({ page }) => {
  const user = demoUser("member", "mobilize-lease");
  await page.goto("/profile/display");
  await expect(page).toHaveURL(/\/\?next=/);
  await page.getByRole("link", { name: "Mobilize Lease&Co" }).click();
  await page.getByLabel("Identifiant", { exact: true }).fill(user.identifier);
  await page.getByLabel("Mot de passe", { exact: true }).fill(user.password);
  await page.getByRole("button", { name: "Connexion" }).click();
  await expect(page).toHaveURL(/\/profile\/display$/);
});

test("signing out ends the session for every copy of its cookie", async ({
  page,
  context,
  browser,
  baseURL,
}) => {
  await signIn(page, demoUser("administrator", "diac-location"));
  const cookies = await context.cookies();
  await openMenu(page);
  await page.getByRole("button", { name: "Se déconnecter" }).click();
  await expect(page.getByText("Vous êtes déconnecté")).toBeVisible();
  await page.goto("/invoices");
  await expect(page).not.toHaveURL(/\/invoices$/);
  const thief = await browser.newContext({ baseURL });
  await thief.addCookies(cookies);
  const response = await thief.request.get("/invoices", { maxRedirects: 0 });
  expect(response.status()).toBe(307);
  await thief.close();
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("one signs in, changes the display history and the language, and signs out", async ({ page }) => {
    await signIn(page, demoUser("administrator", "express-colis"));
    await page.goto("/profile/display");
    await page.getByLabel(/^12 mois/).check();
    await page.getByRole("button", { name: "Valider" }).click();
    await expect(page.getByText(/la liste s’ouvre désormais sur 12 mois/)).toBeVisible();
    await page.getByRole("button", { name: "English" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Invoice display");
    await page.getByRole("button", { name: "Français" }).click();
    await openMenu(page);
    await page.getByRole("button", { name: "Se déconnecter" }).click();
    await expect(page.getByText("Vous êtes déconnecté")).toBeVisible();
  });
});
