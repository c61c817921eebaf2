import { expect, type Page, test } from "@playwright/test";
import { demoUser } from "@/tests/support/demo";
import { signIn } from "@/tests/support/portal-page";
import { yesterday } from "@/tests/support/test-days";

/** The last demo invoice of the first page: number, plate and total as the list shows them. */
async function shownInvoice(page: Page) {
  const row = page
    .locator("table tbody tr:not(.month)")
    .filter({ hasText: /FT-\d{4}-\d/ })
    .last();
  return {
    number: (await row.locator(".number a").textContent()) ?? "",
    vehicle: (await row.locator(".vehicle").textContent()) ?? "",
    total: (await row.locator(".total").textContent()) ?? "",
  };
}

/** Opens the fields of a chip, of which the first words are given. */
async function unfold(page: Page, chip: string | RegExp): Promise<void> {
  const summary = page.getByRole("group", { name: "Filtres" }).locator("summary").filter({ hasText: chip });
  await summary.click();
}

test(
  "an amount is found in every form, and a plate with or without dashes",
  { tag: "@any-size" },
  async ({ page }) => {
    await signIn(page);
    const { number, vehicle, total } = await shownInvoice(page);
    const plain = total.replace(/[^\d,]/g, "");
    const writings = [total, plain, plain.replace(",", "."), `${plain} €`, `-${plain}`];
    for (const text of [
      ...writings,
      vehicle.replaceAll("-", "").toLowerCase(),
      number.replaceAll("-", " "),
    ]) {
      await page.getByLabel("Numéro, plaque, contrat ou montant").fill(text);
      await page.getByRole("button", { name: "Filtrer" }).click();
      await page.waitForURL(/q=/);
      await expect(page.getByRole("link", { name: number, exact: true }), text).toBeVisible();
      await page.goto("/invoices");
    }
  },
);

test("filters combine, are shown as chips and removed one by one; total and pack follow them", async ({
  page,
}) => {
  await signIn(page);
  await unfold(page, "Type");
  await page.getByLabel("Type").selectOption("Avoirs");
  await unfold(page, "3 derniers mois");
  await page.getByLabel("Émises du").fill("01/01/2025");
  // A credit note is negative in the list, and so in its filters.
  await unfold(page, "Montant");
  await page.getByLabel("TTC max.").fill("-0,01");
  await page.getByRole("button", { name: "Filtrer" }).click();
  await page.waitForURL(/type=credit_note/);
  const rows = page.locator("table tbody tr:not(.month)");
  const found = await rows.count();
  expect(found).toBeGreaterThan(0);
  await expect(rows.filter({ hasText: "Avoir" })).toHaveCount(found);
  await expect(page.getByText(new RegExp(`^Total des ${found} avoirs correspondants$`))).toBeVisible();
  const pack = page.getByRole("link", { name: new RegExp(`Télécharger les ${found} avoirs correspondants`) });
  expect(
    Object.fromEntries(new URL((await pack.getAttribute("href")) ?? "", page.url()).searchParams),
  ).toEqual({
    format: "zip",
    from: "2025-01-01",
    type: "credit_note",
    max: "-0.01",
  });
  await page.getByRole("link", { name: "Retirer le filtre Avoirs" }).click();
  await expect(page).toHaveURL(/max=-0.01/);
  await expect(page).not.toHaveURL(/type=/);
  await page.getByRole("link", { name: "Tout effacer" }).click();
  await expect(page).toHaveURL(/\/invoices$/);
});

test("invalid input has its message beside the field, and other input is kept", async ({ page }) => {
  await signIn(page);
  await unfold(page, "Montant");
  await page.getByLabel("TTC min.").fill("beaucoup");
  await unfold(page, "3 derniers mois");
  await page.getByLabel("au", { exact: true }).fill("31/02/2026");
  await unfold(page, "Contrat");
  await page.getByLabel("Contrat", { exact: true }).fill("LLD");
  await page.getByRole("button", { name: "Filtrer" }).click();
  await page.waitForURL(/min=beaucoup/);
  // The first field that could not be read is open; a message leads to each of them.
  await expect(page.getByLabel("au", { exact: true })).toBeVisible();
  await page.getByRole("alert").getByRole("link", { name: "TTC min." }).click();
  for (const [label, typed] of [
    ["TTC min.", "beaucoup"],
    ["au", "31/02/2026"],
  ] as const) {
    const field = page.getByLabel(label, { exact: true });
    await expect(field).toHaveValue(typed);
    const described = await field.getAttribute("aria-describedby");
    await expect(page.locator(`#${described}`)).toHaveText(/^Ce n’est pas/);
    await expect(field).toHaveAttribute("aria-invalid", "true");
  }
  await expect(page.getByLabel("Contrat", { exact: true })).toHaveValue("LLD");
  await expect(page.getByRole("link", { name: "Retirer le filtre Contrat : LLD" })).toBeVisible();
});

test("a search without result offers all dates, no filter, or removed invoices", async ({ page }) => {
  await signIn(page);
  await page.goto("/invoices?q=FT-1999-000001&from=2026-01-01");
  await expect(page.getByRole("heading", { level: 2 })).toHaveText(
    "Aucune facture ne correspond à « FT-1999-000001 »",
  );
  await expect(page.getByRole("link", { name: /parmi les factures retirées/ })).toHaveAttribute(
    "href",
    "/invoices/removed?number=FT-1999-000001",
  );
  await page.getByRole("link", { name: "Chercher à toutes les dates" }).click();
  await expect(page).not.toHaveURL(/from=/);
  await page.getByRole("link", { name: "Retirer tous les filtres" }).last().click();
  await expect(page.getByRole("table")).toBeVisible();
});

test("a month is chosen in one step and keeps the other filters", async ({ page }) => {
  await signIn(page);
  await page.goto("/invoices?type=invoice&sort=amount");
  await unfold(page, "3 derniers mois");
  const month = page.getByLabel("Mois", { exact: true });
  const value = (await month.locator("option").nth(2).getAttribute("value")) ?? "";
  await month.selectOption(value);
  await page.getByRole("button", { name: "Afficher" }).filter({ visible: true }).first().click();
  await page.waitForURL(/month=/);
  await expect(page.getByRole("link", { name: /^Retirer le filtre .* 20\d\d$/ })).toBeVisible();
  await expect(page.getByRole("link", { name: "Retirer le filtre Factures" })).toBeVisible();
  await unfold(page, / 20\d\d$/);
  await expect(month).toHaveValue(value);
});

test("a search is saved under a name, opened by it, and removed", async ({ page, isMobile }) => {
  const name = `Avoirs ${isMobile ? "téléphone" : "bureau"}`;
  await signIn(page);
  await page.goto("/invoices?type=credit_note&from=2025-01-01");
  await page.getByText("Enregistrer ce filtre").click();
  await page.getByRole("button", { name: "Enregistrer" }).click();
  await expect(page.getByLabel("Nom du filtre")).toHaveAccessibleDescription("Donnez-lui un nom.");
  await page.getByLabel("Nom du filtre").fill(name);
  await page.getByRole("button", { name: "Enregistrer" }).click();
  await expect(page.getByRole("status").filter({ hasText: `Filtre enregistré : ${name}.` })).toBeVisible();
  await page.goto("/invoices");
  await page.getByText(/filtres? enregistrés?/).click();
  await page.getByRole("link", { name, exact: true }).click();
  await expect(page).toHaveURL(/\/invoices\?from=2025-01-01&type=credit_note$/);
  await page.getByText(/filtres? enregistrés?/).click();
  await page.getByRole("button", { name: `Supprimer ${name}` }).click();
  await expect(page.getByRole("status").filter({ hasText: `Filtre supprimé : ${name}.` })).toBeVisible();
  await expect(page.getByRole("link", { name, exact: true })).toBeHidden();
});

test("the list is sorted by its column headers, on a phone by a select, and pages keep the order", async ({
  page,
  isMobile,
}) => {
  await signIn(page, demoUser("member", "mobilize-lease"));
  await page.goto(`/invoices?from=1900-01-01&to=${yesterday()}`);
  if (isMobile) {
    await unfold(page, "Récentes d’abord");
    await page.getByLabel("Trier par").selectOption("Montant, du plus grand au plus petit");
    await page.getByRole("button", { name: "Filtrer" }).click();
  } else await page.getByRole("columnheader", { name: "TTC" }).getByRole("link").click();
  await page.waitForURL(/sort=amount/);
  const totals = async () =>
    (await page.locator("table tbody tr:not(.month) .total").allTextContents()).map((text) =>
      BigInt(text.replace("−", "-").replace(/[^\d-]/g, "")),
    );
  const first = await totals();
  expect(first).toEqual([...first].sort((a, b) => (a < b ? 1 : a > b ? -1 : 0)));
  await page.getByRole("link", { name: "Page suivante" }).click();
  await page.waitForURL(/after=/);
  const second = await totals();
  expect([...first, ...second]).toEqual([...first, ...second].sort((a, b) => (a < b ? 1 : a > b ? -1 : 0)));
  await page.getByRole("link", { name: "Page précédente" }).click();
  await page.waitForURL(/before=/);
  expect(await totals()).toEqual(first);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("filters, sorting and saving a search work", async ({ page, isMobile }) => {
    await signIn(page);
    await unfold(page, "Type");
    await page.getByLabel("Type").selectOption("Avoirs");
    await unfold(page, "3 derniers mois");
    await page.getByLabel("Émises du").fill("1/1/25");
    await page.getByRole("button", { name: "Filtrer" }).click();
    await page.waitForURL(/type=credit_note/);
    await expect(page.getByRole("link", { name: "Retirer le filtre Depuis le 01/01/2025" })).toBeVisible();
    const name = `Sans script ${isMobile}`;
    await page.getByText("Enregistrer ce filtre").click();
    await page.getByLabel("Nom du filtre").fill(name);
    await page.getByRole("button", { name: "Enregistrer" }).click();
    await expect(page.getByRole("status").filter({ hasText: `Filtre enregistré : ${name}.` })).toBeVisible();
    await page.getByText(/filtres? enregistrés?/).click();
    await page.getByRole("button", { name: `Supprimer ${name}` }).click();
    await expect(page.getByRole("status").filter({ hasText: `Filtre supprimé : ${name}.` })).toBeVisible();
  });
});
