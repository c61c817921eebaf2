import { expect, type Page, test } from "@playwright/test";
import { demoPerson } from "@/tests/support/demo";
import { attachmentPath, mailTo } from "@/tests/support/mailed-customer";
import { browserErrors, signInByForm } from "@/tests/support/portal-page";

const CAMILLE = "camille.lorme@perce-neige.example";
const FRIGO = "perce-neige-frigo";
const NOE_DIAC = "perce-neige-dl";

/** Signs in with an identifier on any supplier's page. */
const signInAt = (page: Page, supplier: string, identifier: string) =>
  signInByForm(page, { ...demoPerson(identifier), supplier });

const chooser = (page: Page) => page.getByRole("button", { name: /Changer d’entreprise ou de fournisseur/ });
const menu = (page: Page) => page.locator("#company-menu");

/** Each size of screen has its own two identifiers, because both sizes run at the same time on the same portal. */
const pairOf = (project: string): [string, string] =>
  project === "phone"
    ? ["compta@quatre-vents.example", "librairie@encre-sympathique.example"]
    : ["irene.lunel@trois-lunes.example", "achats@lune-rousse.example"];

/**
 * When the session ends, in milliseconds since 1970, according to the answer to the form that `act` sends. The
 * browser's own calculation would include the delay of the answer.
 */
async function sessionEnd(page: Page, act: () => Promise<void>): Promise<number> {
  const answer = page.waitForResponse((response) => response.request().method() === "POST");
  await act();
  const cookies = await (await answer).headerValue("set-cookie");
  return Date.parse(/__Host-e-facture=.*?expires=([^;\n]+)/i.exec(cookies ?? "")?.[1] ?? "");
}

/** Switches to another company through the menu of the bar. */
async function goTo(page: Page, identifier: string): Promise<void> {
  await chooser(page).click();
  await menu(page)
    .getByRole("button", { name: new RegExp(identifier) })
    .click();
  await expect(
    page.getByRole("status").filter({ hasText: "Vous êtes maintenant dans l’espace" }),
  ).toBeVisible();
}

test("a person with two companies switches between them without signing in again", async ({
  page,
  context,
}) => {
  const errors = browserErrors(page);
  const end = await sessionEnd(page, () => signInAt(page, "mobilize-lease", CAMILLE));
  await expect(page).toHaveURL(/\/home\?scope=all$/);
  await page.goto("/invoices");
  await expect(chooser(page)).toContainText("Transports Perce-Neige SAS");
  const before = (await context.cookies()).find(({ name }) => name === "__Host-e-facture");
  await chooser(page).click();
  await expect(menu(page).getByRole("link", { name: /Transports Perce-Neige SAS/ })).toHaveAttribute(
    "aria-current",
    "true",
  );
  await page.keyboard.press("Escape");
  await expect(menu(page)).toBeHidden();

  // An original of the other company is downloaded from the list of both and recorded there; this company stays open.
  await page.goto("/invoices?scope=all");
  const row = page.getByRole("row").filter({ hasText: "Perce-Neige Frigo SARL" }).first();
  const file = page.waitForEvent("download");
  await row.getByRole("link", { name: /^Télécharger/ }).click();
  expect((await file).suggestedFilename()).toMatch(/^\d{4}-\d\d_[A-Z-]+_(FT|AV)-\d{4}-\d+\.(pdf|xml)$/);
  await expect(async () => {
    await page.reload();
    await expect(row.getByText(/^Prise le/)).toBeAttached({ timeout: 1_000 });
  }).toPass();
  await expect(chooser(page)).toContainText("Transports Perce-Neige SAS");
  await page.goto("/invoices");
  const newEnd = await sessionEnd(page, () => goTo(page, FRIGO));
  await expect(page).toHaveURL(/\/invoices$/);
  await expect(chooser(page)).toContainText("Perce-Neige Frigo SARL");
  await expect(page.getByRole("main").getByText(/^Client 204552/)).toBeVisible();
  const after = (await context.cookies()).find(({ name }) => name === "__Host-e-facture");
  expect(after).toMatchObject({ httpOnly: true, secure: true, sameSite: "Lax" });
  expect(newEnd).toBeLessThanOrEqual(end);
  expect(newEnd).toBeGreaterThan(end - 60_000);

  // The replaced cookie no longer works.
  const stale = await page.request.get("/invoices", {
    headers: { cookie: `${before?.name}=${before?.value}` },
    maxRedirects: 0,
  });
  expect(stale.status()).toBe(307);
  await goTo(page, CAMILLE);
  await expect(chooser(page)).toContainText("Transports Perce-Neige SAS");
  expect(errors).toEqual([]);
});

test("a person with one company sees it without a choice", async ({ page }, { project }) => {
  // Each size uses another person, because the test of the other size may give its person a second company meanwhile.
  const { identifier, company } = demoPerson(pairOf(project.name)[1]);
  await signInAt(page, "express-colis", identifier);
  await expect(page.getByRole("banner").getByRole("link", { name: company ?? "" })).toBeVisible();
  await expect(chooser(page)).toHaveCount(0);
});

test("after a sign-in on another supplier's page, the portal says whose account is open and links to the right one", async ({
  page,
}) => {
  await signInAt(page, "mobilize-lease", NOE_DIAC);
  await expect(
    page.getByRole("heading", { name: "Vous êtes chez Diac Location, pas chez Mobilize Lease&Co" }),
  ).toBeVisible();
  await page.goto("/invoices?from=2026-01-01");
  await page.locator(".entry-notice > summary").click();
  await page.getByRole("button", { name: /^Ouvrir Mobilize Lease&Co\s: Transports Perce-Neige SAS/ }).click();
  await expect(chooser(page)).toContainText("Mobilize Lease&Co");
  await expect(page).toHaveURL(/\/invoices\?from=2026-01-01$/);
  await expect(page.getByRole("heading", { name: /pas chez/ })).toHaveCount(0);
});

test("a person without an identifier at the entry supplier can recover one there, or stay", async ({
  page,
}) => {
  await signInAt(page, "express-colis", CAMILLE);
  const title = page.getByRole("heading", {
    name: "Vous êtes chez Mobilize Lease&Co, pas chez Express-Colis",
  });
  await expect(title).toBeVisible();
  await expect(page.getByRole("link", { name: "Retrouver mon identifiant Express-Colis" })).toHaveAttribute(
    "href",
    "/express-colis/recover",
  );
  await page.getByRole("button", { name: "Rester chez Mobilize Lease&Co" }).click();
  await expect(title).toHaveCount(0);
  await page.reload();
  await expect(title).toHaveCount(0);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a further identifier is attached by its mailed link, only by the user who asked", async ({
    page,
    request,
    browser,
    baseURL,
  }, { project }) => {
    const [ownIdentifier, furtherIdentifier] = pairOf(project.name);
    await signInAt(page, demoPerson(ownIdentifier).supplier ?? "", ownIdentifier);
    await page.goto("/profile/companies");
    const identifier = page.getByLabel("Identifiant", { exact: true });
    const askLink = page.getByRole("button", { name: /recevoir un lien/ });
    await askLink.click();
    await expect(page.getByText("Tapez l’identifiant à rattacher.")).toBeVisible();
    const answer = page.getByText(/^Si cet identifiant existe et a une adresse e-mail/);
    await identifier.fill(`personne-${project.name}`);
    await askLink.click();
    await expect(answer).toBeVisible();
    await identifier.fill(furtherIdentifier);
    await askLink.click();
    await expect(answer).toBeVisible();

    const mail = await mailTo(request, furtherIdentifier, /^Rattacher votre identifiant/);
    expect(mail.text).toContain(ownIdentifier);
    const link = attachmentPath(mail);
    const context = await browser.newContext({ baseURL: baseURL ?? "", locale: "fr-FR" });
    const holder = await context.newPage();
    await signInAt(holder, demoPerson(furtherIdentifier).supplier ?? "", furtherIdentifier);
    await holder.goto(link);
    await expect(holder.getByRole("heading", { level: 1 })).toHaveText("Ce lien attend un autre identifiant");
    await expect(holder.getByRole("main")).toContainText(ownIdentifier);
    await context.close();

    await page.goto(link);
    await expect(page.getByRole("main")).toContainText(furtherIdentifier);
    await page.getByRole("button", { name: "Rattacher", exact: true }).click();
    await expect(page.getByText(/est dans votre liste/)).toBeVisible();
    await page.goto(link);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Ce lien ne sert plus");
    await page.goto("/profile/companies");
    await page.getByRole("button", { name: `Détacher ${furtherIdentifier}` }).click();
    await expect(page.getByText(/est détaché/)).toBeVisible();
  });

  test("a further identifier is attached by its password, used, and detached", async ({ page }, {
    project,
  }) => {
    const [ownIdentifier, furtherIdentifier] = pairOf(project.name);
    await signInAt(page, demoPerson(ownIdentifier).supplier ?? "", ownIdentifier);
    await page.goto("/profile/companies");
    const identifier = page.getByLabel("Identifiant", { exact: true });
    const password = page.getByLabel("Mot de passe", { exact: true });
    await identifier.fill(furtherIdentifier);
    await password.fill("Pas-Le-Bon-1");
    await page.getByRole("button", { name: "Rattacher" }).click();
    await expect(page.getByText("L’identifiant ou le mot de passe ne convient pas.")).toBeVisible();
    await expect(identifier).toHaveValue(furtherIdentifier);
    await expect(password).toBeFocused();
    await password.fill(demoPerson(furtherIdentifier).password);
    await page.getByRole("button", { name: "Rattacher" }).click();
    await expect(page.getByText(/est dans votre liste, chez Express-Colis/)).toBeVisible();
    await page.getByRole("button", { name: /^Ouvrir .* chez Express-Colis$/ }).click();
    await expect(chooser(page)).toContainText("Express-Colis");
    await goTo(page, ownIdentifier);
    await page.goto("/profile/companies");
    await page.getByRole("button", { name: `Détacher ${furtherIdentifier}` }).click();
    await expect(page.getByText(/est détaché/)).toBeVisible();
    await expect(chooser(page)).toHaveCount(0);
  });
});
