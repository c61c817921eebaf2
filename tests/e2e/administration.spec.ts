import { type Browser, expect, test } from "@playwright/test";
import { demoUser } from "@/tests/support/demo";
import { languageCookie } from "@/tests/support/language-cookie";
import { mailTo, resetPath } from "@/tests/support/mailed-customer";
import { browserErrors, signIn } from "@/tests/support/portal-page";

const OWN_PASSWORD = "Sillon-Bleu-Vif-9";
const administrator = () => demoUser("administrator", "mobilize-lease");
/** An administrator of an account that no other test changes: the newest journal entries are those of this test. */
const quietAdministrator = () => demoUser("administrator", "diac-location");
const member = () => demoUser("member", "mobilize-lease");

/** A separate browser for a colleague. */
async function otherBrowser(browser: Browser, baseURL: string | undefined) {
  const context = await browser.newContext({ baseURL, locale: "fr-FR" });
  await context.addCookies([languageCookie("fr")]);
  return context.newPage();
}

test("an administrator adds a colleague, who changes the password and loses access immediately when deactivated", async ({
  page,
  browser,
  baseURL,
}, info) => {
  const errors = browserErrors(page);
  await signIn(page, quietAdministrator());
  await page.goto("/admin/users");
  await page.getByRole("link", { name: "Ajout d’un utilisateur" }).click();

  await page.getByLabel("Prénom et nom", { exact: true }).fill("Lila Montferrand");
  await page.getByLabel("Identifiant", { exact: true }).fill(quietAdministrator().identifier);
  await page.locator("#password").fill("court");
  await page.getByRole("button", { name: "Ajouter l’utilisateur" }).click();
  await expect(page.getByText("Cet identifiant est déjà pris.")).toBeVisible();
  await expect(page.locator("#password")).toHaveValue("court");
  await expect(page.locator("#password")).toHaveAttribute("aria-invalid", "true");
  await expect(page.getByLabel("Prénom et nom", { exact: true })).toHaveValue("Lila Montferrand");
  await expect(page.getByText("Disponible").getByRole("link")).toBeVisible();

  const identifier = `lila-${info.project.name}-${Date.now()}`;
  await page.getByLabel("Identifiant", { exact: true }).fill(identifier);
  await page.getByLabel("Langue des mails et des pages", { exact: true }).selectOption("en");
  const proposed = await page.getByLabel("Mot de passe par défaut", { exact: true }).last().inputValue();
  await page.getByRole("button", { name: "Un autre" }).click();
  const field = page.getByLabel("Mot de passe par défaut", { exact: true }).last();
  await expect(field).not.toHaveValue(proposed);
  const password = await field.inputValue();
  await expect(page.getByLabel("Identifiant", { exact: true })).toHaveValue(identifier);
  await page.getByRole("button", { name: "Ajouter l’utilisateur" }).click();
  await expect(page.getByText("Lila Montferrand peut se connecter.")).toBeVisible();
  await expect(page.getByText(password, { exact: true })).toBeVisible();
  // The message to send is in the language of the person, and holds no password.
  const message = page.locator(".message-to-send");
  await expect(message).toHaveAttribute("lang", "en");
  await expect(message).toContainText(`Your identifier: ${identifier}`);
  await expect(message).not.toContainText(password);
  await expect(page.getByRole("button", { name: "Copier le message" })).toBeVisible();
  const cookies = await page.context().cookies();
  expect(JSON.stringify(cookies)).not.toContain(Buffer.from(password).toString("base64url").slice(0, 12));

  const colleague = await otherBrowser(browser, baseURL);
  await colleague.goto("/diac-location");
  await colleague.getByLabel("Identifiant", { exact: true }).fill(identifier);
  await colleague.getByLabel("Mot de passe", { exact: true }).fill(password);
  await colleague.getByRole("button", { name: "Connexion" }).click();
  await colleague.waitForURL("**/password");
  await colleague.goto("/invoices");
  await colleague.waitForURL("**/password");
  await colleague.getByLabel("Votre mot de passe", { exact: true }).fill(OWN_PASSWORD);
  await colleague.getByLabel("Confirmation", { exact: true }).fill(OWN_PASSWORD);
  await colleague.getByRole("button", { name: "Valider" }).click();
  await colleague.waitForURL("**/invoices");
  await colleague.goto("/admin/users");
  await expect(colleague.getByText(quietAdministrator().email ?? "")).toBeVisible();

  await page.goto("/admin/users");
  await page.getByLabel("Nom, adresse ou identifiant", { exact: true }).fill(identifier.toUpperCase());
  await page.getByRole("button", { name: "Rechercher" }).click();
  await expect(page.getByText("1 personne correspond")).toBeVisible();
  await expect(page.getByRole("columnheader")).toHaveText([
    "Personne",
    "Rôle",
    "Accès",
    "Dernière connexion",
    "Actions",
  ]);
  await page.locator("summary", { hasText: "Actions pour Lila Montferrand" }).click();
  await page.getByRole("link", { name: "Désactiver l’accès" }).click();
  await page.getByRole("button", { name: "Désactiver l’accès" }).click();
  await expect(page.getByText("L’accès est désactivé.")).toBeVisible();
  await colleague.goto("/invoices");
  await expect(colleague.getByRole("button", { name: "Connexion" })).toBeVisible();

  await page.goto("/admin/journal");
  await expect(
    page.getByText(`a désactivé l’accès de ${identifier} (Lila Montferrand)`).first(),
  ).toBeVisible();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Exporter en CSV" }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^journal-\d{4}-\d\d-\d\d\.csv$/);
  expect(errors).toEqual([]);
  await colleague.context().close();
});

test("an invited colleague chooses a password through the mail, and several pasted addresses are added together", async ({
  page,
  browser,
  baseURL,
  request,
}, info) => {
  await signIn(page, administrator());
  await page.goto("/admin/users/several");
  const email = `noe-${info.project.name}-${Date.now()}@perce-neige.example`;
  const colleagueHere = administrator().identifier;
  const upload = (name: string, text: string) =>
    page
      .getByLabel("Fichier CSV", { exact: true })
      .setInputFiles({ name, mimeType: "text/csv", buffer: Buffer.from(text) });
  await upload("liste.xlsx", "PK\u0003\u0004");
  await page.getByRole("button", { name: "Vérifier la liste" }).click();
  await expect(page.getByText("Ce fichier n’est pas un fichier CSV.")).toBeVisible();
  await expect(page.getByLabel("Fichier CSV", { exact: true })).toHaveAttribute("aria-invalid", "true");
  await upload("liste.csv", `Prénom;Nom;E-mail\nNoé;Vasseur;${email}\n;;pas une adresse\n;;${colleagueHere}`);
  await page.getByRole("button", { name: "Vérifier la liste" }).click();
  await expect(page.getByRole("heading", { name: "1 personne à ajouter" })).toBeFocused();
  await expect(page.getByText("Noé Vasseur", { exact: true })).toBeVisible();
  await expect(page.getByText("Déjà dans cet espace.")).toBeVisible();
  await page.getByRole("button", { name: "Ajouter cette personne" }).click();
  await expect(page.getByText("1 personne ajoutée sur 3 lignes.")).toBeVisible();
  await expect(page.getByText("Ce n’est pas une adresse e‑mail.")).toBeVisible();

  const mail = await mailTo(request, email, /^Votre accès/);
  expect(mail.text).toContain(email);
  const colleague = await otherBrowser(browser, baseURL);
  await colleague.goto(resetPath(mail));
  await colleague.getByLabel("Votre mot de passe", { exact: true }).fill(OWN_PASSWORD);
  await colleague.getByLabel("Confirmation", { exact: true }).fill(OWN_PASSWORD);
  await colleague.getByRole("button", { name: "Envoyer" }).click();
  await expect(colleague.getByLabel("Identifiant", { exact: true })).toHaveValue(email);
  await colleague.getByLabel("Mot de passe", { exact: true }).fill(OWN_PASSWORD);
  await colleague.getByRole("button", { name: "Connexion" }).click();
  await colleague.waitForURL("**/invoices");
  await colleague.context().close();
});

test("a member who opens Administration sees whom to ask", async ({ page }) => {
  await signIn(page, member());
  await page.goto("/admin/users/new");
  await page.waitForURL("**/admin/users");
  await expect(page.getByText("Demandez-leur un accès")).toBeVisible();
  await expect(page.getByRole("link", { name: administrator().email ?? "" })).toBeVisible();
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the default password is in the response, and a reload of the page does not show it again", async ({
    page,
  }, info) => {
    await signIn(page, administrator());
    await page.goto("/admin/users/new");
    await page.getByLabel("Prénom et nom", { exact: true }).fill("Zoé Sans-Script");
    await page.getByLabel("Identifiant", { exact: true }).fill(`zoe-${info.project.name}-${Date.now()}`);
    const password = await page.getByLabel("Mot de passe par défaut", { exact: true }).last().inputValue();
    await page.getByRole("button", { name: "Ajouter l’utilisateur" }).click();
    await expect(page.getByText("Zoé Sans-Script peut se connecter.")).toBeVisible();
    await expect(page.getByText(password, { exact: true })).toBeVisible();
    await page.goto("/admin/users/new");
    expect(await page.content()).not.toContain(password);
  });
});
