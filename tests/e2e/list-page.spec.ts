import { expect, type Page, test } from "@playwright/test";
import { demoUser } from "@/tests/support/demo";
import { signInAsNewCustomer } from "@/tests/support/new-reader";
import { signIn } from "@/tests/support/portal-page";
import { yesterday } from "@/tests/support/test-days";

/** The size of the screen, and how far from its top the first invoice may begin. */
const SCREENS = [
  { width: 1280, height: 900, highest: 320 },
  { width: 390, height: 844, highest: 360 },
];

/** Without and with filters, with all of them, and with several companies. */
const LISTS = [
  "/invoices",
  `/invoices?to=${yesterday()}`,
  "/invoices?q=FT&from=2025-01-01&to=2099-01-01",
  "/invoices?q=FT&from=2025-01-01&type=invoice&min=1&max=99999&contract=LLD&vehicle=-&new=1&unread=1&sort=amount",
  "/invoices?scope=all",
];

const rows = (page: Page) => page.locator(".register tbody tr:not(.month)");

async function expectHighRows(page: Page, name: string): Promise<void> {
  for (const { width, height, highest } of SCREENS) {
    await page.setViewportSize({ width, height });
    const top = await rows(page)
      .first()
      .evaluate((row) => row.getBoundingClientRect().top);
    expect(top, `${name} at ${width}`).toBeLessThanOrEqual(highest);
  }
}

test("the first invoice is near the top of the screen, whatever is filtered or told above it", async ({
  page,
}) => {
  await signIn(page);
  for (const path of LISTS) {
    await page.goto(path);
    await expectHighRows(page, path);
  }
  await page.goto("/invoices?to=2099-01-01&type=invoice");
  await page.getByText("Enregistrer ce filtre").click();
  await page.getByLabel("Nom du filtre").fill("Hauteur");
  await page.getByRole("button", { name: "Enregistrer" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Filtre enregistré" })).toBeVisible();
  await expectHighRows(page, "after a filter was saved");
  // On a phone the message takes the place of the saved filters.
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.getByText(/filtres? enregistrés?/).click();
  await page.getByRole("button", { name: "Supprimer Hauteur" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Filtre supprimé" })).toBeVisible();

  // After a switch a notice names the company that is open now.
  await page.getByRole("button", { name: /Changer d’entreprise ou de fournisseur/ }).click();
  await page.locator("#company-menu button").first().click();
  await expect(page.getByRole("status").filter({ hasText: "Frigo" })).toBeVisible();
  await expectHighRows(page, "after a switch");
});

test("somebody who signed in on another supplier's page is told so above the list, in one line that opens", async ({
  page,
}) => {
  const user = demoUser("administrator", "mobilize-lease");
  await page.goto("/express-colis");
  await page.getByLabel("Identifiant", { exact: true }).fill(user.identifier);
  await page.getByLabel("Mot de passe", { exact: true }).fill(user.password);
  await page.getByRole("button", { name: "Connexion" }).click();
  await page.waitForURL("**/home?scope=all");
  await page.goto("/invoices");
  await expectHighRows(page, "of another supplier");
  const notice = page.locator(".entry-notice");
  await expect(notice).toContainText("Express-Colis");
  await notice.locator("summary").click();
  await notice.getByRole("button", { name: /^Rester/ }).click();
  await expect(notice).toBeHidden();
});

test("a click anywhere in a row opens the invoice, and a box adds up what is chosen", async ({ page }) => {
  await signIn(page);
  await page.goto(`/invoices?to=${yesterday()}`);
  const box = (place: number) => rows(page).nth(place).getByRole("checkbox");
  await expect(page.locator(".selection-bar")).toBeHidden();
  await box(0).check();
  await expect(page.locator(".selection-bar")).toContainText("1 choisie");
  await box(4).click({ modifiers: ["Shift"] });
  await expect(page.locator(".selection-bar")).toContainText("5 choisies");
  const totals = await rows(page).locator(".total").allTextContents();
  const cents = (text: string) => BigInt(text.replace("−", "-").replace(/[^\d-]/g, ""));
  const sum = totals.slice(0, 5).reduce((total, text) => total + cents(text), 0n);
  expect(cents((await page.locator(".selection-bar .total-figure").textContent()) ?? "")).toBe(sum);

  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: /CSV$/ }).click(),
  ]);
  const lines = (await (await download.createReadStream()).toArray()).join("").trim().split("\n");
  expect(lines).toHaveLength(6);

  // Everything that matches is chosen on the server.
  const count = Number(/\d+/.exec((await page.getByRole("heading", { level: 1 }).textContent()) ?? "")?.[0]);
  await page.getByRole("link", { name: `Choisir les ${count}` }).click();
  await expect(page.locator(".selection-bar")).toContainText(`${count} choisies`);
  await page.getByRole("link", { name: "Aucune", exact: true }).click();
  await expect(page.locator(".selection-bar")).toBeHidden();

  // The link covers the row: its dates, and the parts where nothing is written.
  const first = rows(page).first();
  const number = await first.locator(".number a").innerText();
  for (const [cell, offset] of [
    [".issued", null],
    [".due-on", null],
    [".total", 3],
  ] as const) {
    const box = await first.locator(cell).boundingBox();
    if (!box) throw new Error(`${cell} is not shown.`);
    await page.mouse.click(box.x + (offset ?? box.width / 2), box.y + (offset ?? box.height / 2));
    const heading = page.getByRole("heading", { level: 1, name: /^(Facture|Avoir) / });
    await expect(heading, cell).toContainText(number);
    await page.goBack();
    await expect(first).toBeVisible();
  }
});

test("chosen invoices are marked as taken, with and without scripts, and the list leads to reading mode", async ({
  page,
  browser,
}, { project }) => {
  await signInAsNewCustomer(page, project.name, 3);
  await page.goto("/invoices");
  for (const place of [0, 1]) await rows(page).nth(place).getByRole("checkbox").check();
  await page.getByRole("button", { name: "Marquer comme prises" }).click();
  await expect(
    page.getByRole("status").filter({ hasText: "2 factures marquées comme prises" }),
  ).toBeVisible();
  await expect(rows(page).locator(".taken")).toHaveCount(2);
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.getByRole("link", { name: "Lire", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Lecture\u00a0: 1 sur 3" })).toBeVisible();

  const context = await browser.newContext({ javaScriptEnabled: false });
  await context.addCookies(await page.context().cookies());
  const plain = await context.newPage();
  await plain.goto("/invoices?all=1");
  await plain.getByRole("button", { name: "Marquer comme prises" }).click();
  await expect(plain.getByRole("status").filter({ hasText: "1 facture marquée comme prise" })).toBeVisible();
  await expect(rows(plain).locator(".taken")).toHaveCount(3);
  await context.close();
});

test(
  "keys move through the list, search and help; they respect fields, and can be turned off",
  { tag: "@any-size" },
  async ({ page }) => {
    await signIn(page);
    await page.goto(`/invoices?to=${yesterday()}`);
    await page.waitForLoadState("networkidle");
    const link = (place: number) => rows(page).nth(place).locator(".number a");
    await page.keyboard.press("j");
    await page.keyboard.press("j");
    await expect(link(1)).toBeFocused();
    await page.keyboard.press("k");
    await expect(link(0)).toBeFocused();
    await page.keyboard.press("x");
    await expect(rows(page).first().getByRole("checkbox")).toBeChecked();
    await page.keyboard.press("x");
    const [download] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("d")]);
    expect(download.suggestedFilename()).toContain(await link(0).innerText());

    await page.keyboard.press("/");
    await expect(page.getByRole("searchbox")).toBeFocused();
    await page.keyboard.type("jk?/d");
    await expect(page.getByRole("searchbox")).toHaveValue("jk?/d");
    await page.getByRole("searchbox").fill("");
    await link(0).focus();
    await page.keyboard.press("?");
    const help = page.getByRole("dialog", { name: "Raccourcis clavier" });
    await expect(help).toBeVisible();
    await help.getByRole("button", { name: "Les désactiver" }).click();
    await expect(page.locator("#shortcuts button")).toHaveText("Les activer");
    await page.keyboard.press("Escape");
    await link(0).focus();
    for (const key of ["j", "x", "?"]) await page.keyboard.press(key);
    await expect(link(0)).toBeFocused();
    // The button would close a help that the key had opened.
    await page.getByRole("button", { name: "Raccourcis clavier" }).click();
    await help.getByRole("button", { name: "Les activer" }).click();
    await expect(page.locator("#shortcuts button")).toHaveText("Les désactiver");
    await expect(page.locator(".register tbody input:checked")).toHaveCount(0);
    await page.keyboard.press("Escape");
    await page.keyboard.press("j");
    await expect(link(0)).toBeFocused();
    await page.keyboard.press("x");
    await expect(page.locator(".register tbody input:checked")).toHaveCount(1);
    await page.keyboard.press("x");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^(Facture|Avoir) /);
  },
);

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a choice is added up and exported, chips open, and a page size is remembered", async ({ page }) => {
    await signIn(page);
    await page.goto(`/invoices?to=${yesterday()}`);
    for (const place of [0, 2]) await rows(page).nth(place).getByRole("checkbox").check();
    await page.getByRole("button", { name: "Calculer le total" }).click();
    await expect(page.locator(".selection-bar")).toContainText("2 choisies");
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Télécharger", exact: true }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/\.zip$/);
    await page.getByLabel("Par page").selectOption("50");
    await page.locator(".page-size").getByRole("button").click();
    await page.waitForURL((url) => !url.searchParams.has("chosen"));
    await expect(rows(page)).toHaveCount(50);
    await page.goto(`/invoices?to=${yesterday()}`);
    await expect(rows(page)).toHaveCount(50);
  });
});
