import { expect, test } from "@playwright/test";
import { demo } from "@/tests/support/demo";
import { signIn } from "@/tests/support/portal-page";

test("each month of the chart shows its amounts and links to the documents of the month", async ({
  page,
}) => {
  await signIn(page);
  await page.getByRole("navigation", { name: "Rubriques" }).getByRole("link", { name: "Synthèse" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Synthèse");
  await page
    .getByRole("navigation", { name: "Période" })
    .getByRole("link", { name: "12 derniers mois" })
    .click();
  await expect(page.getByText(/^Sur la période, .* de factures et .* d’avoirs\./)).toBeVisible();
  const chart = page.getByRole("group", { name: "Dépense par mois" });
  const months = chart.getByRole("link");
  await expect(months).toHaveCount(12);
  await expect(months.last()).toHaveAccessibleName(/mois en cours/);
  const month = months.nth(10);
  await expect(month).toHaveAccessibleName(/^\S+ \d{4}\u00a0: factures .*€, avoirs .*€\. \S+ \d{4}\u00a0: /);
  const [from = "", to = ""] = await month.evaluate((link) => {
    const { searchParams } = new URL(link.getAttribute("href") ?? "", location.href);
    return [searchParams.get("from") ?? "", searchParams.get("to") ?? ""];
  });
  expect(from).toMatch(/-01$/);
  expect(to.slice(0, 7)).toBe(from.slice(0, 7));
  await month.focus();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(`/invoices?from=${from}&to=${to}`);
});

test("the table of the chart opens on request, and its total equals the sum of its rows", async ({
  page,
}) => {
  await signIn(page);
  await page.goto("/overview?period=twelve");
  const table = page.getByRole("table", { name: /^Dépense par mois, de / });
  await expect(table).toBeHidden();
  await page.getByText("Voir en tableau").click();
  await expect(table).toBeVisible();
  const cents = async (cells: string[]) =>
    cells
      .map((text) => text.replace("−", "-").replace(/[^\d,-]/g, ""))
      .filter((text) => /,\d\d$/.test(text))
      .reduce((sum, text) => sum + BigInt(text.replace(",", "")), 0n);
  for (const column of [2, 3, 4]) {
    const rows = await table.locator(`tbody td:nth-child(${column})`).allTextContents();
    const total = await table.locator(`tfoot td:nth-child(${column})`).allTextContents();
    expect(await cents(total), `column ${column}`).not.toBe(0n);
    expect(await cents(rows), `column ${column}`).toBe(await cents(total));
  }
});

test("spend is broken down by vehicle or contract, and a line links to its documents", async ({ page }) => {
  await signIn(page);
  await page.goto("/overview?period=twelve");
  await page
    .getByRole("navigation", { name: "Répartition" })
    .getByRole("link", { name: "Par contrat" })
    .click();
  await expect(page).toHaveURL(/by=contract/);
  const breakdown = page.getByRole("table", { name: "Dépense par contrat" });
  await breakdown.getByRole("link", { name: /autres contrats/ }).click();
  await expect(page).toHaveURL(/all=1/);
  const first = breakdown.getByRole("link").first();
  const contract = await first.innerText();
  await first.click();
  await expect(page).toHaveURL(new RegExp(`/invoices\\?.*contract=${contract}`));
});

test("a fleet's invoices are split by line, and each vehicle has a page with its documents", async ({
  page,
}) => {
  const fleet = demo().users.find((user) => user.customerNumber === "212009");
  await signIn(page, fleet);
  await page.goto("/overview?by=vehicle&period=twelve");
  const breakdown = page.getByRole("table", { name: "Dépense par véhicule" });
  const vehicle = breakdown.getByRole("rowheader").getByRole("link").first();
  const [plate, total] = [
    await vehicle.innerText(),
    await breakdown.getByRole("row").nth(1).getByRole("cell").last().innerText(),
  ];
  await vehicle.click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(plate);
  const spent = page.locator(".main-figures dd a").first();
  await expect(spent).toHaveText(total);
  await expect(page.getByRole("group", { name: "Dépense par mois" }).getByRole("link").first()).toBeVisible();
  await expect(page.getByRole("table", { name: "Documents" }).getByRole("row").nth(1)).toContainText(/Loyer/);
  await spent.click();
  await expect(page).toHaveURL(new RegExp(`vehicle=${plate}`));
});

test("the figures lead to the lists that they count", async ({ page }) => {
  await signIn(page);
  await page.goto("/overview?period=twelve");
  const figures = page.locator(".main-figures > div");
  await expect(figures).toHaveCount(4);
  const documents = await figures.nth(1).locator("dd a").first().innerText();
  await figures.nth(1).locator("dd a").first().click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(new RegExp(`^${documents} `));
});

test("without JavaScript the charts, the table and the switch work", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL, locale: "fr-FR" });
  const page = await context.newPage();
  await signIn(page);
  await page.goto("/overview?period=twelve");
  await expect(page.getByRole("group", { name: "Dépense par mois" }).getByRole("link")).toHaveCount(12);
  await page.getByText("Voir en tableau").click();
  await expect(page.getByRole("table", { name: /^Dépense par mois, de / })).toBeVisible();
  await page.getByRole("link", { name: "Par contrat" }).click();
  await expect(page.getByRole("heading", { name: "Dépense par contrat" })).toBeVisible();
  await context.close();
});
