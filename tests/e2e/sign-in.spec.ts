import { expect, test } from "@playwright/test";
import { demoUser } from "@/tests/support/demo";
import { openMenu, signInByForm } from "@/tests/support/portal-page";

test("a wrong password gives an error that names neither field, and the identifier is kept", async ({
  page,
}) => {
  await page.goto("/express-colis");
  await page.getByLabel("Identifiant", { exact: true }).fill("personne@nulle-part.example");
  await page.getByLabel("Mot de passe", { exact: true }).fill("Pas-Le-Bon-1");
  await page.getByRole("button", { name: "Connexion" }).click();
  await expect(page.getByText("L’identifiant ou le mot de passe ne convient pas.")).toBeVisible();
  await expect(page.getByLabel("Identifiant", { exact: true })).toHaveValue("personne@nulle-part.example");
  await expect(page.getByLabel("Mot de passe", { exact: true })).toHaveValue("");
});

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with scripts" : "without scripts", () => {
    test.use({ javaScriptEnabled });

    test("each refusal marks the fields, shows the reason beside them and focuses the password", async ({
      page,
    }, { project }) => {
      await page.goto("/express-colis");
      const identifier = page.getByLabel("Identifiant", { exact: true });
      const password = page.getByLabel("Mot de passe", { exact: true });
      await expect(password).not.toHaveAttribute("aria-invalid");
      await identifier.fill(`personne-${project.name}-${javaScriptEnabled}@nulle-part.example`);
      for (const attempt of ["Pas-Le-Bon-1", "Pas-Le-Bon-2"]) {
        await password.fill(attempt);
        await page.getByRole("button", { name: "Connexion" }).click();
        await expect(password).toHaveValue("");
        await expect(password).toBeFocused();
        for (const field of [identifier, password])
          await expect(field).toHaveAttribute("aria-invalid", "true");
        await expect(password).toHaveAccessibleDescription(/ne convient pas/);
      }
    });
  });
}

test("a deep link is kept while signing in", async ({ page }) => {
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
  await signInByForm(page, demoUser("administrator", "diac-location"));
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

test(
  "a download without a session says where to sign in, to people and to programs",
  { tag: "@any-size" },
  async ({ page }) => {
    const path = "/invoices/019ac0de-0000-7000-8000-000000000000/original?download";
    const response = await page.goto(path);
    expect(response?.status()).toBe(401);
    expect(response?.headers()["www-authenticate"]).toBeUndefined();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(
      "Connectez-vous pour obtenir ce fichier",
    );
    const problem = await page.request.get(path, { headers: { accept: "*/*" } });
    expect([problem.status(), problem.headers()["content-type"]]).toEqual([401, "application/problem+json"]);
    await page.getByRole("link", { name: "Se connecter" }).click();
    await expect(page).toHaveURL(/\/\?next=%2Finvoices%2F019ac0de/);
    await signInByForm(page);
    const missing = await page.goto(path);
    expect(missing?.status()).toBe(404);
    await expect(page.getByRole("link", { name: "Retour aux factures" })).toBeVisible();
  },
);

test("the menu closes with Escape, which returns the focus, and with a click outside", async ({ page }) => {
  await signInByForm(page, demoUser("administrator", "diac-location"));
  const button = page.getByRole("button", { name: /^Menu de / });
  const menu = page.locator("#account-menu");
  await button.focus();
  await page.keyboard.press("Enter");
  await expect(menu).toBeVisible();
  await page.keyboard.press("Tab");
  await expect(menu.getByRole("link").first()).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(menu).toBeHidden();
  await expect(button).toBeFocused();
  await openMenu(page);
  await expect(menu).toBeVisible();
  await page.getByRole("heading", { level: 1 }).click();
  await expect(menu).toBeHidden();
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a user signs in, changes the display history and the language, and signs out", async ({ page }) => {
    await signInByForm(page, demoUser("administrator", "express-colis"));
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
