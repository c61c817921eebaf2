import { expect, type Page, test } from "@playwright/test";
import { demoUser } from "@/tests/support/demo";
import { signIn } from "@/tests/support/portal-page";
import { yesterday } from "@/tests/support/test-days";

const numbers = (page: Page) => page.locator("table tbody .number a").allTextContents();

test("the list opens with the display history and shows older invoices in one click", async ({ page }) => {
  await signIn(page);
  await expect(page.getByText(/Vous voyez les 3 derniers mois/)).toBeVisible();
  // One short line above the list leads to the notice below it.
  await page.getByRole("link", { name: /plus anciennes masquées$/ }).click();
  await expect(page).toHaveURL(/#hidden$/);
  await page.getByRole("link", { name: "Les afficher" }).click();
  await expect(page.getByText(/Vous voyez toutes/)).toBeVisible();
  await expect(page).toHaveURL(/from=/);
});

test("pages follow one another without gaps or repetitions, and link back", async ({ page }) => {
  await signIn(page, demoUser("member", "mobilize-lease"));
  await page.goto(`/invoices?to=${yesterday()}`);
  const first = await numbers(page);
  expect(first).toHaveLength(25);
  await expect(page.getByText(/^1 à 25 sur \d+$/)).toBeVisible();
  await page.getByRole("link", { name: "Plus anciennes" }).click();
  await page.waitForURL(/after=/);
  const second = await numbers(page);
  expect(second.filter((number) => first.includes(number))).toEqual([]);
  await expect(page.getByText(/^26 à 50 sur \d+$/)).toBeVisible();
  await page.getByRole("link", { name: "Plus récentes" }).click();
  await page.waitForURL(/before=/);
  expect(await numbers(page)).toEqual(first);
  await expect(page.getByText(/^1 à 25 sur \d+$/)).toBeVisible();
});

test("a chosen period is named, also when empty, and the display history is one click away", async ({
  page,
}) => {
  await signIn(page);
  await page.goto("/invoices?from=1990-01-01&to=1990-01-31");
  await expect(page.getByRole("heading", { level: 2 })).toHaveText(
    "Aucune facture émise du 01/01/1990 au 31/01/1990",
  );
  await page.goto("/invoices?to=2099-12-31");
  await expect(page.getByText("Factures émises jusqu’au 31/12/2099.")).toBeVisible();
  await expect(page.getByText(/Vous voyez toutes/)).toBeHidden();
  await page.getByRole("link", { name: "Revenir aux 3 derniers mois" }).click();
  await expect(page.getByText(/Vous voyez les 3 derniers mois/)).toBeVisible();
});

test("an invoice links back to the page and the period of the list it was opened from", async ({ page }) => {
  await signIn(page);
  await page.goto("/invoices?from=1900-01-01");
  await page.getByRole("link", { name: "Plus anciennes" }).click();
  await page.waitForURL(/after=/);
  const list = page.url();
  await page.getByRole("table").getByRole("link", { name: /^FT-/ }).first().click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^(Facture|Avoir) /);
  await page
    .getByRole("navigation", { name: "Fil d’Ariane" })
    .getByRole("link", { name: "Factures" })
    .click();
  await expect(page).toHaveURL(list);
});

test(
  "an invoice of somebody else gives the same page as an unknown invoice",
  { tag: "@any-size" },
  async ({ page, browser, baseURL }) => {
    await signIn(page);
    const href = await page
      .getByRole("table")
      .getByRole("link", { name: /^FT-/ })
      .first()
      .getAttribute("href");
    const stranger = await browser.newPage({ baseURL });
    await signIn(stranger, demoUser("administrator", "express-colis"));
    const answers = [];
    for (const path of [href ?? "", "/invoices/00000000-0000-7000-8000-000000000000", "/invoices/x"]) {
      const response = await stranger.goto(path);
      answers.push([response?.status(), await stranger.getByRole("main").innerText()]);
      expect((await stranger.request.get(`${path}/original`)).status()).toBe(404);
    }
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[2]).toEqual(answers[0]);
    expect(answers[0]?.[0]).toBe(404);
    await stranger.close();
  },
);
